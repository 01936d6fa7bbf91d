"""Lines drawn with signs: below a title, a heading, the head of a table."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from avtalsgen.model.nodes import Cell, Table, Text
from avtalsgen.readers.rows.row import Row

_RULE = re.compile(r"[─-]{3,}|[═=]{3,}|[_]{3,}")
_DOUBLE = ("═", "=")


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
