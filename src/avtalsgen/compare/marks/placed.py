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
    result: list[Placed] = []
    unit = first
    for block in blocks:
        match block:
            case Paragraph():
                result.append(PlacedParagraph(block, range(unit, unit + 1)))
            case List(items):
                within = _items(items, unit)
                result.append(PlacedList(block, range(unit, _end(within, unit)), within))
            case Table(_, rows):
                result.append(PlacedTable(block, range(unit, unit + 1 + len(rows))))
            case _ as unreachable:
                assert_never(unreachable)
        unit = result[-1].units.stop
    return tuple(result)


def _items(items: Iterable[ListItem], first: int) -> tuple[PlacedItem, ...]:
    result: list[PlacedItem] = []
    unit = first
    for item in items:
        blocks = placed(item.blocks, unit)
        result.append(PlacedItem(item, range(unit, _end(blocks, unit)), blocks))
        unit = result[-1].units.stop
    return tuple(result)


def _end(within: Sequence[Placed | PlacedItem], first: int) -> int:
    return within[-1].units.stop if within else first
