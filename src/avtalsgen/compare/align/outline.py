"""A document as two flat lists: its sections in reading order, and their lines."""

from collections.abc import Iterable, Iterator
from typing import Literal, assert_never

from avtalsgen.model import plain
from avtalsgen.model.comparison import Face
from avtalsgen.model.nodes import (
    Block,
    Cell,
    Document,
    Emphasis,
    Inline,
    Inserted,
    Link,
    List,
    Paragraph,
    Section,
    Strong,
    Table,
)
from avtalsgen.records import dataclass

LineKind = Literal["heading", "paragraph", "item", "row"]
BETWEEN_CELLS = "\t"


@dataclass(frozen=True, slots=True)
class Unit:
    """A line of a section that may answer to another: its words and where they stand."""

    place: int
    """In the list of all lines of the document."""
    section: int
    kind: LineKind
    cells: tuple[tuple[Inline, ...], ...]
    """The running text: one, or that of each cell of a row."""
    text: str
    ordered: bool = False
    """It has a number in a list."""
    depth: int = 0
    """How many lists it is inside."""

    @property
    def addresses(self) -> tuple[str, ...]:
        """Where the links in it lead, in their order."""
        return tuple(address for cell in self.cells for address in _addresses(cell))


@dataclass(frozen=True, slots=True)
class OutlineSection:
    """A section: its place in reading order, that of its parent, and its lines."""

    place: int
    parent: int
    """-1 for a chapter."""
    section: Section
    face: Face
    heading: Unit
    units: tuple[Unit, ...]
    """Its own lines but the heading, without those of the sections below it."""
    text: str
    """The words of its own lines but the heading."""


@dataclass(frozen=True, slots=True)
class Outline:
    """Every section and every line of a document in reading order."""

    sections: tuple[OutlineSection, ...]
    units: tuple[Unit, ...]


def outline(document: Document) -> Outline:
    """Return `document` as flat lists; every section is in one of them exactly once."""
    sections: list[OutlineSection] = []
    units: list[Unit] = []

    def add(section: Section, parent: int, path: tuple[str, ...]) -> None:
        place, heading = len(sections), plain.text(section.heading)
        first = len(units)
        units.append(Unit(first, place, "heading", (section.heading,), heading))
        said = zip(lines(section.blocks), _depths(section.blocks, 0), strict=True)
        for (kind, cells, ordered), depth in said:
            text = BETWEEN_CELLS.join(map(plain.text, cells))
            units.append(Unit(len(units), place, kind, cells, text, ordered, depth))
        below_heading = tuple(units[first + 1 :])
        face = Face(section.number, heading, path, section.anchor, place)
        whole = "\n".join(unit.text for unit in below_heading)
        sections.append(
            OutlineSection(place, parent, section, face, units[first], below_heading, whole)
        )
        for below in section.sections:
            add(below, place, (*path, heading) if heading else path)

    for section in document.sections:
        add(section, -1, ())
    return Outline(tuple(sections), tuple(units))


def lines(
    blocks: tuple[Block, ...], kind: LineKind = "paragraph", *, ordered: bool = False
) -> Iterator[tuple[LineKind, tuple[Cell, ...], bool]]:
    """Yield every paragraph, item and row of `blocks` in reading order, and if it is numbered."""
    for block in blocks:
        match block:
            case Paragraph(content):
                yield kind, (content,), ordered
            case List(items, numbered):
                for item in items:
                    yield from lines(item.blocks, "item", ordered=numbered)
            case Table(header, rows):
                for row in (header, *rows):
                    yield "row", row, False
            case _ as unreachable:
                assert_never(unreachable)


def _depths(blocks: tuple[Block, ...], depth: int) -> Iterator[int]:
    """Yield how many lists each line of `blocks` is inside, as `lines` yields them."""
    for block in blocks:
        match block:
            case Paragraph():
                yield depth
            case List(items):
                for item in items:
                    yield from _depths(item.blocks, depth + 1)
            case Table(_, rows):
                yield from (depth for _ in range(len(rows) + 1))
            case _ as unreachable:
                assert_never(unreachable)


def _addresses(content: Iterable[Inline]) -> Iterator[str]:
    for inline in content:
        match inline:
            case Link(_, address):
                yield address
            case Strong(inner) | Emphasis(inner) | Inserted(inner):
                yield from _addresses(inner)
            case _:
                continue
