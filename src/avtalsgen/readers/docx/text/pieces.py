"""Pieces of running text, each of one look, and the inlines that they make."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Literal

from avtalsgen.model.nodes import (
    Deleted,
    Emphasis,
    Inline,
    Inserted,
    LineBreak,
    Link,
    Strong,
    Text,
)
from avtalsgen.records import dataclass

Side = Literal["", "inserted", "deleted"]
"""Where a tracked change puts a piece: on both sides, or on the new or old one only."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of one look; a line break is a newline."""

    text: str
    strong: bool = False
    emphasis: bool = False
    address: str = ""
    side: Side = ""
    moved: bool = False
    """Whether its side is that of a move."""
    bold: bool = False
    """As it looks; `strong` is more than its paragraph is."""
    size: int = 0


def inlines(pieces: Iterable[Piece]) -> tuple[Inline, ...]:
    """Return running text: tracked changes outermost, then links, then weight."""
    several = list(pieces)
    if any(one.side or one.address or one.strong or one.emphasis for one in several):
        return tuple(_sided(several))
    return tuple(_plain(several))


def _sided(pieces: Iterable[Piece]) -> Iterator[Inline]:
    for side, group in groupby(pieces, lambda piece: piece.side):
        inner = tuple(_linked(group))
        match side:
            case "inserted":
                yield Inserted(inner)
            case "deleted":
                yield Deleted(inner)
            case _:
                yield from inner


def _linked(pieces: Iterable[Piece]) -> Iterator[Inline]:
    for address, group in groupby(pieces, lambda piece: piece.address):
        inner = tuple(_weighted(group))
        if address:
            yield Link(inner, address)
        else:
            yield from inner


def _weighted(pieces: Iterable[Piece]) -> Iterator[Inline]:
    for strong, group in groupby(pieces, lambda piece: piece.strong):
        inner = tuple(_emphasised(group))
        if strong:
            yield Strong(inner)
        else:
            yield from inner


def _emphasised(pieces: Iterable[Piece]) -> Iterator[Inline]:
    for emphasis, group in groupby(pieces, lambda piece: piece.emphasis):
        inner = tuple(_plain(group))
        if emphasis:
            yield Emphasis(inner)
        else:
            yield from inner


def _plain(pieces: Iterable[Piece]) -> Iterator[Inline]:
    lines = "".join(piece.text for piece in pieces).split("\n")
    for place, line in enumerate(lines):
        if place:
            yield LineBreak()
        if line:
            yield Text(line)


def parted(pieces: Sequence[Piece]) -> list[Piece]:
    """Return `pieces` with a space where a word that was taken away touches one that was put in.

    Read with its marks, `tolv` that became `sex` is the words `tolv sex` and not `tolvsex`. The
    space is taken away with the old word, so that what is accepted has none too many.
    """
    parts = list(pieces)
    for place in range(1, len(parts)):
        before, after = parts[place - 1], parts[place]
        touches = before.text[-1:].isalnum() and after.text[:1].isalnum()
        if touches and (before.side, after.side) == ("deleted", "inserted"):
            parts[place - 1] = replace(before, text=f"{before.text} ")
        elif touches and (before.side, after.side) == ("inserted", "deleted"):
            parts[place] = replace(after, text=f" {after.text}")
    return parts


def trimmed(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Return `pieces` without line breaks at the ends, which show nothing there."""
    start, end = 0, len(pieces)
    while start < end and pieces[start].text == "\n":
        start += 1
    while end > start and pieces[end - 1].text == "\n":
        end -= 1
    return pieces[start:end]
