"""Tables of a Word file: as the tables of a document, or as what they only lay out."""

from collections.abc import Callable, Iterator, Sequence
from itertools import count
from typing import Literal, assert_never

from lxml import etree

from avtalsgen.model.nodes import (
    Block,
    Cell,
    Inline,
    LineBreak,
    List,
    ListItem,
    Paragraph,
    Revision,
    Table,
    Text,
)
from avtalsgen.ooxml.names import W
from avtalsgen.readers.docx.around import Around
from avtalsgen.readers.docx.faults import MERGED
from avtalsgen.readers.docx.formats.values import is_on, number, value
from avtalsgen.readers.recognise.line import Line
from avtalsgen.readers.recognise.lists import blocks
from avtalsgen.readers.recognise.marking import marked, unmarked
from avtalsgen.records import dataclass

_Align = Literal["left", "right"]
_MOST_COLUMNS = 63
"""Word has no more; a cell that says it spans more is a fault or a trap."""
_BULLET, _BETWEEN = "• ", " | "
_RIGHT = {"right", "end"}
_BOXES = {f"{W}sdt": f"{W}sdtContent", f"{W}customXml": "", f"{W}ins": "", f"{W}del": ""}


@dataclass(frozen=True, slots=True)
class _Read:
    """A cell as read. `words` are nothing where it goes on a cell above."""

    lines: tuple[Line, ...]
    span: int
    right: bool


@dataclass(frozen=True, slots=True)
class _WordRow:
    before: int
    cells: tuple[_Read, ...]
    heads: bool
    revision: Revision | None


class TableReader:
    """Reads the tables of one story."""

    def __init__(self, around: Around, read: Callable[[etree._Element], Sequence[Line]]) -> None:
        """Let `read` give the lines of a cell."""
        self._around = around
        self._read = read

    def lines(self, node: etree._Element) -> list[Line]:
        """Return a table as a line; one that only lays out a text, as the lines of that."""
        rows = [row for row in map(self._row, inside(node, f"{W}tr")) if row.cells]
        if not rows:
            return []
        cells = [cell for row in rows for cell in row.cells]
        lines = [line for cell in cells for line in cell.lines]
        headed = any(line.level for line in lines)
        too_wide = max(len(row.cells) for row in rows) > _MOST_COLUMNS
        if too_wide or (not rows[0].heads and (headed or len(cells) == 1)):
            return lines
        return [Line(self._table(rows), "", indent=_indent(node))] if lines or rows[0].heads else []

    def _row(self, node: etree._Element) -> _WordRow:
        properties = node.find(f"{W}trPr")
        side = _side(properties)
        mark = Revision(side) if side else None
        cells = tuple(self._cell(each) for each in inside(node, f"{W}tc"))
        heads = properties is not None and bool(is_on(properties.find(f"{W}tblHeader")))
        before = number(value(properties, "gridBefore") or None, 0)
        return _WordRow(max(0, min(_MOST_COLUMNS, before)), cells, heads, mark)

    def _cell(self, node: etree._Element) -> _Read:
        properties = node.find(f"{W}tcPr")
        span = number(value(properties, "gridSpan") or None, 1)
        lines = tuple(self._read(node))
        sides = [value(own, "pPr/jc") for own in node.iterchildren(f"{W}p")]
        right = bool(sides) and all(side in _RIGHT for side in sides)
        return _Read(lines, max(1, min(_MOST_COLUMNS, span)), right)

    def _table(self, rows: Sequence[_WordRow]) -> Table:
        written = [_cells(self._words(row), row) for row in rows]
        width = max(map(len, written))
        padded = [(*row, *((),) * (width - len(row))) for row in written]
        marks = [row.revision for row in rows]
        whole = marks[0] if marks[0] and all(mark == marks[0] for mark in marks) else None
        apart = tuple(marks[1:]) if any(marks) and not whole else ()
        return Table(
            padded[0],
            tuple(padded[1:]),
            _sides(rows, width),
            revision=whole,
            row_revisions=apart,
        )

    def _words(self, row: _WordRow) -> Iterator[Cell]:
        for cell in row.cells:
            words = self._flat(cell.lines)
            yield unmarked(words) if row.revision else words

    def _flat(self, lines: Sequence[Line]) -> Cell:
        """Return what stands in a cell as running text, each paragraph on a line of its own."""
        parts = [part for block in blocks(lines) for part in self._parts(block, "")]
        flat: list[Inline] = []
        for part in parts:
            if flat:
                flat.append(LineBreak())
            flat.extend(part)
        return tuple(flat)

    def _parts(self, block: Block, margin: str) -> Iterator[Cell]:
        match block:
            case Paragraph(content, _, mark):
                yield marked((Text(margin), *content) if margin else content, mark)
            case List(items, ordered, mark):
                numbers = count(1)
                for item in items:
                    sign = f"{next(numbers)}. " if ordered else _BULLET
                    for part in self._item_parts(item, sign):
                        yield marked(part, mark or item.revision)
            case Table(header, rows):
                self._around.faults.add(MERGED)
                for row in (header, *rows):
                    yield _joined([cell for cell in row if cell])
            case _ as unreachable:
                assert_never(unreachable)

    def _item_parts(self, item: ListItem, sign: str) -> Iterator[Cell]:
        for inner in item.blocks:
            yield from self._parts(inner, sign if isinstance(inner, Paragraph) else "")
            sign = ""


def inside(node: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Yield the rows of a table or cells of a row, also those in content controls."""
    for child in node:
        if child.tag == tag:
            yield child
        elif child.tag in _BOXES:
            inner = child.find(_BOXES[child.tag]) if _BOXES[child.tag] else child
            if inner is not None:
                yield from inside(inner, tag)


def _side(properties: etree._Element | None) -> Literal["", "inserted", "deleted"]:
    if properties is None:
        return ""
    if properties.find(f"{W}del") is not None:
        return "deleted"
    return "inserted" if properties.find(f"{W}ins") is not None else ""


def _cells(words: Iterator[Cell], row: _WordRow) -> list[Cell]:
    """Return a row of columns; what spans some stands in the first of them."""
    fits = row.before + sum(cell.span for cell in row.cells) <= _MOST_COLUMNS
    cells: list[Cell] = [()] * (row.before if fits else 0)
    for word, cell in zip(words, row.cells, strict=True):
        cells.append(word)
        cells.extend(() for _ in range(cell.span - 1 if fits else 0))
    return cells


def _sides(rows: Sequence[_WordRow], width: int) -> tuple[_Align, ...]:
    """Return the side of each column: that of the words below the header, or else of all cells."""
    with_words: list[list[bool]] = [[] for _ in range(width)]
    of_all: list[list[bool]] = [[] for _ in range(width)]
    for place, row in enumerate(rows):
        first_column = row.before
        for cell in row.cells:
            if first_column < width:
                of_all[first_column].append(cell.right)
                if place and any(line.text.strip() for line in cell.lines):
                    with_words[first_column].append(cell.right)
            first_column += cell.span
    columns = [said or every for said, every in zip(with_words, of_all, strict=True)]
    sides: tuple[_Align, ...] = tuple(
        "right" if column and all(column) else "left" for column in columns
    )
    return sides if "right" in sides else ()


def _indent(node: etree._Element) -> int:
    told = node.find(f"{W}tblPr/{W}tblInd")
    return 0 if told is None else number(told.get(f"{W}w"), 0)


def _joined(cells: Sequence[Cell]) -> Cell:
    joined: list[Inline] = []
    for cell in cells:
        if joined:
            joined.append(Text(_BETWEEN))
        joined.extend(cell)
    return tuple(joined)
