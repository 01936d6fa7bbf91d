"""Lines: drawn with signs below a title, a heading or the head of a table, or round the cells."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from avtalsgen.model import plain
from avtalsgen.model.nodes import Cell, Table, Text
from avtalsgen.readers.recognise.page_words import PageWords
from avtalsgen.readers.rows.row import Row

_RULE = re.compile(r"[─-]{3,}|[═=]{3,}|[_]{3,}")
_DOUBLE = ("═", "=")
_APART: Final = 3.0
"""Points that the two parts of one table begin apart at most."""


def without_underlines(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield `rows` without those that underline the one above; it is as long as they are."""
    for place, row in enumerate(rows):
        above = rows[place - 1] if place else None
        below = rows[place + 1] if place + 1 < len(rows) else None
        if _underlines(below, row):
            yield replace(row, is_title=below is not None and below.text.startswith(_DOUBLE))
        elif not _underlines(row, above):
            yield row


def table(rows: Sequence[Row], place: int) -> tuple[Table, int] | None:
    """Return the table that begins on row `place` and how many rows it has, its rule among them.

    A head in columns, a rule and rows of as many columns, up to the next empty row; anything
    else is not surely a table.
    """
    head, rule = rows[place], rows[place + 1] if place + 1 < len(rows) else None
    if rule is None or rule.gap or not _RULE.fullmatch(rule.text) or len(head.cells) < 2:
        return None
    end = place + 2
    while end < len(rows) and not rows[end].gap:
        end += 1
    body = rows[place + 2 : end]
    if any(len(row.cells) != len(head.cells) for row in body):
        return None
    return Table(_cells(head), tuple(_cells(row) for row in body)), end - place


def _underlines(rule: Row | None, above: Row | None) -> bool:
    if rule is None or above is None or rule.gap or not _RULE.fullmatch(rule.text):
        return False
    return len(above.cells) == 1 and len(rule.text) == len(above.text)


def _cells(row: Row) -> tuple[Cell, ...]:
    return tuple((Text(cell),) if cell else () for cell in row.cells)


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
    lines = [[plain.text(cell).split("\n") for cell in line] for line in _lines_of(row.table)]
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
    first, *more = _lines_of(below.table)
    if first == above.table.header:
        return replace(above.table, rows=(*above.table.rows, *more))
    *whole, last = _lines_of(above.table)
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


def _lines_of(made: Table) -> tuple[tuple[Cell, ...], ...]:
    return (made.header, *made.rows)
