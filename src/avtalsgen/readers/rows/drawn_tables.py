"""Tables that are drawn with lines, among the rows of a text: which are none, and which are one."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from avtalsgen.model import plain
from avtalsgen.model.nodes import Cell, Table, Text
from avtalsgen.readers.recognise.page_words import PageWords
from avtalsgen.readers.rows.row import Row

_APART: Final = 3.0
"""Points that the two parts of one table begin apart at most."""


def without_signing(rows: Sequence[Row], words: PageWords) -> tuple[Row, ...]:
    """Return `rows`, those of a table where parties sign as rows: it only lays out the place."""
    return tuple(row for each in rows for row in (_laid_out(each, words) or (each,)))


def _laid_out(row: Row, words: PageWords) -> tuple[Row, ...]:
    """Return the rows of a table where parties sign, nothing of another one.

    A role says so, a label for each of two, or two labels with room to write. `Namn` and `Titel`
    alone stand above the columns of many tables.
    """
    if row.table is None:
        return ()
    lines = [[plain.text(cell).split("\n") for cell in line] for line in _lines(row.table)]
    pieces = [piece.strip() for line in lines for cell in line for piece in cell]
    labels = [[cell[0].strip() for cell in line if _is_label(cell, words)] for line in lines]
    filled = [sum(any(cell) for cell in line) for line in lines]
    blank = sum(bool(own) and count == len(own) for own, count in zip(labels, filled, strict=True))
    twice = any(len(own) > len(set(own)) for own in labels)
    signed = any(map(words.role.fullmatch, pieces)) or twice or blank > 1
    return row.inside if signed else ()


def _is_label(cell: Sequence[str], words: PageWords) -> bool:
    return words.label.fullmatch(cell[0].strip()) is not None


def in_one(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return `rows`, a table that goes on over a page as one; its head may be printed again."""
    return tuple(_in_one(rows))


def _in_one(rows: Sequence[Row]) -> Iterator[Row]:
    begun: Row | None = None
    for row in rows:
        if begun is not None and (whole := _joined(begun, row)) is not None:
            begun = replace(row, table=whole, left=begun.left)
            continue
        if begun is not None:
            yield begun
        begun = row if row.table is not None else None
        if begun is None:
            yield row
    if begun is not None:
        yield begun


def _joined(above: Row, below: Row) -> Table | None:
    if above.table is None or below.table is None or below.page != above.page + 1:
        return None
    alike = len(above.table.header) == len(below.table.header)
    if not alike or abs(above.left - below.left) > _APART or above.right - below.right > _APART:
        return None
    first, *more = _lines(below.table)
    if first == above.table.header:
        return replace(above.table, rows=(*above.table.rows, *more))
    *whole, last = _lines(above.table)
    if _goes_on(first):
        last = tuple(_spaced(cell, rest) for cell, rest in zip(last, first, strict=True))
    else:
        more.insert(0, first)
    lines = (*whole, last, *more)
    return replace(above.table, header=lines[0], rows=lines[1:])


def _spaced(cell: Cell, rest: Cell) -> Cell:
    return (*cell, Text(" "), *rest) if cell and rest else (*cell, *rest)


def _goes_on(line: Sequence[Cell]) -> bool:
    """Return whether a row goes on in a sentence of the row before the page ended."""
    said = [text for cell in line if (text := plain.text(cell).strip())]
    return len(said) < len(line) and all(text[0].islower() for text in said)


def _lines(table: Table) -> tuple[tuple[Cell, ...], ...]:
    return (table.header, *table.rows)
