"""Blocks with the places that their lines have in an outline."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import assert_never

from avtalsgen.model.nodes import Block, List, ListItem, Paragraph, Table


@dataclass(frozen=True, slots=True)
class PlacedParagraph:
    """A paragraph, which is one line."""

    node: Paragraph
    units: range


@dataclass(frozen=True, slots=True)
class PlacedItem:
    """An item and the blocks in it."""

    node: ListItem
    units: range
    blocks: tuple["Placed", ...]


@dataclass(frozen=True, slots=True)
class PlacedList:
    """A list and its items."""

    node: List
    units: range
    items: tuple[PlacedItem, ...]


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """A table; its header is the first line, each row one more."""

    node: Table
    units: range


Placed = PlacedParagraph | PlacedList | PlacedTable


def placed(blocks: Iterable[Block], first: int) -> tuple[Placed, ...]:
    """Return `blocks` with the places of their lines, counted from `first` as an outline does."""
    found: list[Placed] = []
    at = first
    for block in blocks:
        match block:
            case Paragraph():
                found.append(PlacedParagraph(block, range(at, at + 1)))
            case List(items):
                within = _items(items, at)
                found.append(PlacedList(block, range(at, _end(within, at)), within))
            case Table(_, rows):
                found.append(PlacedTable(block, range(at, at + 1 + len(rows))))
            case _ as unreachable:
                assert_never(unreachable)
        at = found[-1].units.stop
    return tuple(found)


def _items(items: Iterable[ListItem], first: int) -> tuple[PlacedItem, ...]:
    found: list[PlacedItem] = []
    at = first
    for item in items:
        blocks = placed(item.blocks, at)
        found.append(PlacedItem(item, range(at, _end(blocks, at)), blocks))
        at = found[-1].units.stop
    return tuple(found)


def _end(within: Sequence[Placed | PlacedItem], first: int) -> int:
    return within[-1].units.stop if within else first
