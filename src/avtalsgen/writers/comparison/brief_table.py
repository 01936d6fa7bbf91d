"""The changes that those who decide are shown: Vad │ I dag │ Förslag │ Varför."""

from collections.abc import Iterable
from typing import Final

from avtalsgen.model.nodes import Cell, Strong, Table, Text
from avtalsgen.records import dataclass

HEADER: Final = ("Vad", "I dag", "Förslag", "Varför")


@dataclass(frozen=True, slots=True)
class BriefRow:
    """One change in the words of the table."""

    what: Cell
    today: Cell
    proposal: Cell
    why: Cell = ()


def brief_table(rows: Iterable[BriefRow], *, with_why: bool = False) -> Table:
    """Return the rows as a table; without the last column where no row says why, or is to."""
    every = tuple(((Strong(row.what),), row.today, row.proposal, row.why) for row in rows)
    width = len(HEADER) if with_why or any(row[-1] for row in every) else len(HEADER) - 1
    header = tuple((Text(label),) for label in HEADER[:width])
    return Table(header, tuple(row[:width] for row in every), letters="small")
