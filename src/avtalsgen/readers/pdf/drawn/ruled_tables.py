"""Tables of a page, by the lines drawn round their cells."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from avtalsgen.model.nodes import Cell, Inline, LineBreak, Table, Text
from avtalsgen.readers.pdf.drawn.glyph import Glyph
from avtalsgen.readers.pdf.drawn.rules import Grid
from avtalsgen.readers.rows.hyphens import in_cell
from avtalsgen.readers.rows.row import Row
from avtalsgen.records import dataclass

_PADDING: Final = 8.0
"""Points between the words of a cell and the line to their right, at most."""


@dataclass(frozen=True, slots=True)
class GridLetters:
    """The letters inside a grid, by row and column."""

    grid: Grid
    cells: dict[tuple[int, int], list[Glyph]]

    @property
    def letters(self) -> list[Glyph]:
        """All of them."""
        return [glyph for cell in self.cells.values() for glyph in cell]


def parted(
    glyphs: Sequence[Glyph], grids: Sequence[Grid]
) -> tuple[list[Glyph], tuple[GridLetters, ...]]:
    """Return the letters outside all grids, and those inside each that has any."""
    inside = tuple(GridLetters(grid, {}) for grid in grids)
    outside: list[Glyph] = []
    for glyph in glyphs:
        x = (glyph.left + glyph.right) / 2
        for held in inside:
            if (cell := held.grid.cell(x, glyph.line)) is not None:
                held.cells.setdefault(cell, []).append(glyph)
                break
        else:
            outside.append(glyph)
    return outside, tuple(held for held in inside if held.cells)


def table(grid: Grid, cells: Mapping[tuple[int, int], Sequence[Row]]) -> Table:
    """Return the table of the rows that stand in each cell of `grid`."""
    head, *body = (
        tuple(
            _cell(cells.get((row, column), ()), grid.lefts[column + 1])
            for column in range(len(grid.lefts) - 1)
        )
        for row in range(len(grid.levels) - 1)
    )
    return Table(head, tuple(body))


def _cell(rows: Sequence[Row], right: float) -> Cell:
    """Return what a cell says; a row that had room for what comes next was broken by hand."""
    paragraphs = [row.text for row in rows[:1]]
    for row, below in pairwise(rows):
        if _has_room(row, below, right):
            paragraphs.append(below.text)
        else:
            paragraphs[-1] = in_cell(paragraphs[-1], below.text)
    paragraphs = [text.replace("\t", " ") for text in paragraphs]  # room, and no other cell
    said: list[Inline] = []
    for text in paragraphs:
        said += (*((LineBreak(),) if said else ()), Text(text))
    return tuple(said)


def _has_room(row: Row, below: Row, right: float) -> bool:
    """Return whether the first word of `below` had fitted on `row`."""
    first = below.text.split()[0]
    share = (below.right - below.left) * len(first) / max(1, len(below.text))
    return row.right + share + _PADDING < right


def texts(made: Table) -> Iterator[str]:
    """Yield what each cell says, its rows with a space between."""
    for row in (made.header, *made.rows):
        for cell in row:
            yield " ".join(inline.text for inline in cell if isinstance(inline, Text))
