"""Marks of Markdown in a text that is none: paired ones are looks, an address is where it leads.

People paste from programs that keep bold words as `**…**` and links as `[…](…)` (CommonMark
0.31.2, 6.2, 6.3, 6.5). Whatever is not surely a pair is left as the characters that it is.
"""

import re
from collections.abc import Iterator

from avtalsgen.model import plain
from avtalsgen.model.addresses import safe_address
from avtalsgen.model.nodes import Emphasis, Inline, Link, Strong, Text
from avtalsgen.records import dataclass

_LONGEST_ADDRESS = 2000
_PAIR = re.compile(
    rf"""
    \[ (?P<words>[^\[\]]+) \] \s?             # [words](address), a row may part the two
       \( (?P<address>https?://[^\s()<>]{{1,{_LONGEST_ADDRESS}}} | mailto:[^\s()<>]+) \)
    | < (?P<bare>(?:https?://|mailto:)[^\s<>]+) >          # <address>
    | (?<![\w`]) ` (?P<code>[^`]+) ` (?![\w`])
    | \\ (?P<escaped>[*_`\[\]#\\])                         # \* is no mark
    | (?<![\w*]) \*\*\* (?=[^\s*]) (?P<both>[^*]+) (?<=\S) \*\*\* (?![\w*])
    | (?<![\w*]) \*\* (?=[^\s*]) (?P<strong>[^*]+) (?<=\S) \*\* (?![\w*])
    | (?<![\w*]) \*   (?=[^\s*]) (?P<emphasis>[^*]+) (?<=\S) \* (?![\w*])
    | (?<![\w_]) __   (?=[^\s_]) (?P<underlined>[^_]+) (?<=\S) __ (?![\w_])
    | (?<![\w_]) _    (?=[^\s_]) (?P<slanted>[^_]+) (?<=\S) _ (?![\w_])
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class UnmarkedWords:
    """Words without their marks."""

    content: tuple[Inline, ...]
    bold: bool
    """Every word is."""


def looks(text: str) -> UnmarkedWords:
    """Return what `text` says, its paired marks as looks and links."""
    content = tuple(_inlines(text))
    said = [each for each in content if plain.text((each,)).strip()]
    return UnmarkedWords(content, bool(said) and all(isinstance(each, Strong) for each in said))


def _inlines(text: str) -> Iterator[Inline]:
    offset = 0
    for pair in _PAIR.finditer(text):
        if pair.start() > offset:
            yield Text(text[offset : pair.start()])
        yield _inline(pair)
        offset = pair.end()
    if offset < len(text):
        yield Text(text[offset:])


def _inline(pair: re.Match[str]) -> Inline:
    strong = pair["strong"] or pair["underlined"] or pair["both"]
    if pair["code"] or pair["escaped"]:
        return Text(pair["code"] or pair["escaped"])
    if strong:
        return Strong(tuple(_inlines(strong)))
    if pair["bare"]:
        return Text(pair["bare"].removeprefix("mailto:"))
    if pair["words"]:
        words = (Text(pair["words"]),)
        return Link(words, pair["address"]) if safe_address(pair["address"]) else words[0]
    return Emphasis(tuple(_inlines(pair["emphasis"] or pair["slanted"])))
