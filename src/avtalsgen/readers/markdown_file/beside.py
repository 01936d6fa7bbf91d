"""What a Markdown file prints beside its words: pictures, links inside, how the words are laid.

Two files that print alike are alike however they are written: what is asked is the parsed text,
not its marks, nor where its rows break.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from markdown_it.token import Token

from avtalsgen.model.addresses import safe_address
from avtalsgen.readers.markdown_file.document import parsed

Things = Mapping[str, Counter[str]]
"""By kind, as a reader calls it, each thing with how many there are."""

_SPACE: Final = re.compile(r"\s+")
_LEFT: Final = "text-align:left"
_LOOKS: Final = {"strong_open": "fet", "em_open": "kursiv"}


def beside_words(text: str) -> Things:
    """Return all that the text prints beside its words."""
    things: dict[str, Counter[str]] = {}
    for kind, thing in _of_blocks(parsed(text)):
        things.setdefault(kind, Counter())[thing] += 1
    return things


def _of_blocks(blocks: Sequence[Token]) -> Iterator[tuple[str, str]]:
    for place, block in enumerate(blocks):
        yield from _of_inline(block.children or ())
        if block.type == "th_open" and block.attrs.get("style", _LEFT) != _LEFT:
            yield "kolumn i tabell", f"{block.attrs['style']} {blocks[place + 1].content}"


def _of_inline(tokens: Sequence[Token]) -> Iterator[tuple[str, str]]:
    for place, token in enumerate(tokens):
        if token.type == "image":
            yield "bild", f"{token.attrs.get('src', '')} {token.attrs.get('title', '')}"
        elif token.type in _LOOKS:
            yield "formatering", f"{_LOOKS[token.type]} {_within(tokens, place)}"
        elif token.type == "code_inline":
            yield "formatering", f"kod {token.content}"
        elif token.type == "link_open":
            address, title = str(token.attrs.get("href", "")), str(token.attrs.get("title", ""))
            if address.startswith("#"):
                yield "länk i dokumentet", f"{_within(tokens, place)} {address}"
            elif safe_address(address) is None:  # a number to ring, a file: the words are text
                yield "plats i en länk", f"{_within(tokens, place)} {address}"
            if title:
                yield "text vid en länk", title


def _within(tokens: Sequence[Token], place: int) -> str:
    """Return the words between what opens at `place` and what closes it."""
    said = ""
    for token in tokens[place + 1 :]:
        if token.level == tokens[place].level and token.nesting < 0:
            break
        said += token.content
    return _SPACE.sub(" ", said).strip()


def laid_out(text: str) -> list[tuple[str, str]]:
    """Return all that is printed, in order: what each thing is, and its words."""
    said: list[tuple[str, str]] = []
    for block in parsed(text):
        for token in block.children if block.type == "inline" and block.children else (block,):
            if token.type in ("text", "softbreak"):
                words = token.content or " "
                before = said.pop()[1] if said and said[-1][0] == "text" else ""
                said.append(("text", _SPACE.sub(" ", before + words)))
            else:
                attributes = " ".join(f"{key}={value}" for key, value in token.attrs.items())
                thing = f"{token.type} {token.tag} {attributes}"
                said.append((thing, token.content if token.type != "paragraph_open" else ""))
    return said
