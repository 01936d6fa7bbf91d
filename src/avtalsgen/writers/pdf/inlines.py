"""Running text for `avtal.typ`: an array of strings and of `[kind, content, …]` arrays."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import assert_never

from avtalsgen.model.addresses import safe_address
from avtalsgen.model.marks import is_marked
from avtalsgen.model.nodes import (
    Deleted,
    Emphasis,
    Gap,
    Inline,
    Inserted,
    LineBreak,
    Link,
    Reference,
    Revision,
    Strong,
    Text,
    Value,
)
from avtalsgen.model.plain import text
from avtalsgen.model.walk import leaves

Json = str | float | bool | None | list["Json"] | dict[str, "Json"]

LONGEST_WORD = 40
"""A word of more characters than this may be broken anywhere: half a line of running text."""


def inlines(content: tuple[Inline, ...], longest: int = LONGEST_WORD) -> list[Json]:
    """Return `content` for the template.

    A word of more than `longest` characters may be broken between any two of them, so that
    it never runs out of the page; a word may be made of several inlines. An address that
    may not be a link makes none.
    """
    return _inlines(content, _pieces(content, longest))


def revised(
    content: tuple[Inline, ...], revision: Revision | None, longest: int = LONGEST_WORD
) -> list[Json]:
    """Return `content` for the template, set apart as a whole if it moved."""
    words = inlines(content, longest)
    if revision is None or not words:
        return words
    return [["left" if revision.kind == "deleted" else "arrived", _unlined(words)]]


def _unlined(words: list[Json]) -> list[Json]:
    """Return `words` with no line under links: a mark has a line, and PDF/UA-1 allows but one."""
    return [_unlined_part(part) if isinstance(part, list) else part for part in words]


def _unlined_part(part: list[Json]) -> Json:
    kind, content, *to = part
    within = _unlined(content) if isinstance(content, list) and kind != "long" else content
    return ["unlined-link" if kind == "link" else kind, within, *to]


def _inlines(content: Iterable[Inline], pieces: Iterator[list[Json]]) -> list[Json]:
    return [part for inline in content for part in _inline(inline, pieces)]


def _inline(inline: Inline, pieces: Iterator[list[Json]]) -> list[Json]:
    """Return `inline`, where the next of `pieces` are the words of its leaves."""
    match inline:
        case Text() | Value():
            return next(pieces)
        case LineBreak():
            next(pieces)
            return [["break", None]]
        case Gap():
            return [["gap", next(pieces)]]
        case Reference():
            return [["reference", next(pieces), inline.anchor]]
        case Strong(content):
            return [["strong", _inlines(content, pieces)]]
        case Emphasis(content):
            return [["emphasis", _inlines(content, pieces)]]
        case Inserted(content) | Deleted(content):
            kind = "inserted" if isinstance(inline, Inserted) else "deleted"
            return [[kind, _unlined(_inlines(content, pieces))]]
        case Link(content, address):
            words = _inlines(content, pieces)
            safe = safe_address(address)
            kind = "unlined-link" if is_marked(content) else "link"
            return [[kind, words, safe]] if safe else words
        case _ as unreachable:
            assert_never(unreachable)


def _pieces(content: tuple[Inline, ...], longest: int) -> Iterator[list[Json]]:
    """Yield the characters of each leaf of `content`, the part of a long word set apart."""
    unbroken = re.compile(rf"[^ \n]{{{longest + 1},}}")
    places = {n for word in unbroken.finditer(text(content)) for n in range(*word.span())}
    if not places:
        for leaf in leaves(content):
            characters = text((leaf,))
            yield [characters] if characters else []
        return
    position = 0
    for leaf in leaves(content):
        characters = text((leaf,))
        yield _set_apart(characters, [position + n in places for n in range(len(characters))])
        position += len(characters)


def _set_apart(characters: str, long: list[bool]) -> list[Json]:
    pieces: list[Json] = []
    for is_long, group in groupby(zip(characters, long, strict=True), key=lambda pair: pair[1]):
        piece = [character for character, _ in group]
        pieces.append(["long", [*piece]] if is_long else "".join(piece))
    return pieces
