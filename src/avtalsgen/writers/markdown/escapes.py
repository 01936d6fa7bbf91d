"""Text that no Markdown reader takes for markup (CommonMark 0.31.2, 2.4 and 2.5)."""

import re

_ANYWHERE = re.compile(
    r"""
    [\\`*_\[\]<|~^$] | &(?=[#]?\w+;)
    | =(?==) | %(?=%) | \+(?=\+)
    | \{(?=[ ]?[.:]|\+\+|--|>>)               # {.mark} {: .mark } {++ny++}
    | (?<![\w-])-(?=-)                        # -- ord --
    | (?<![\w:]):(?=[a-z+-][\w+-]*:)          # :ord:
    """,
    re.VERBOSE,
)
"""Marks that mean something wherever they stand; outside CommonMark all but the first few."""
_LINE_START = re.compile(
    r"""
    ^[ ]*(?=
        [#]{1,6}(?:\s|$|[^\W\d_]) | >         # a heading, a quote
      | [-+:](?:\s|$)                         # a list
      | [-=:][-=:\s]*$                        # makes a heading of the line above
      | \+[-=]{2} | :{3} | !{3}\s             # a table, a box
    )
    """,
    re.MULTILINE | re.VERBOSE,
)
"""Before what begins another kind of block."""
_NUMBER = re.compile(r"^( *\d{1,9})([.)])(?=\s|$)", re.MULTILINE)
"""What begins a numbered list."""
_LETTER = re.compile(r"^( *[a-zåäö])([.)])(?=[ \t]+\S)", re.MULTILINE)
"""What begins an item that is counted in letters."""
_HASH = re.compile(r"(?<![&\\])#")


def escape(text: str) -> str:
    """Return `text` with a backslash before each mark that means something in running text."""
    return _ANYWHERE.sub(r"\\\g<0>", text)


def escape_line_starts(source: str) -> str:
    """Return the source of a paragraph so that no line of it begins another kind of block."""
    plain = _NUMBER.sub(r"\1\\\2", _LINE_START.sub("\\\\", source))
    if [letter[2] for letter in _LETTER.finditer(plain)] == ["."]:  # a short form: ”s. 5”
        return plain
    return _LETTER.sub(r"\1\\\2", plain)


def escape_hashes(source: str) -> str:
    """Return the source of a heading so that no `#` at its end is taken for its closing."""
    return _HASH.sub(r"\\#", source)


def as_entity(character: str) -> str:
    """Return `character` by its number, which begins and ends with punctuation."""
    return f"&#{ord(character)};"
