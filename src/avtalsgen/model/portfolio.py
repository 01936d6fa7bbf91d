"""Which uppdrag has which clause, in which edition: what every view of a portfolio shows."""

from dataclasses import dataclass
from typing import Literal

State = Literal["har", "ärver", "saknar", "undantag", "upphäver", "utan"]
"""It has the clause; has it from its base; must have it and has not; may do without it, for a
reason; ends the one in its base; has no use for it."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one uppdrag has of one clause."""

    state: State
    edition: str = ""
    mandatory: bool = False
    reason: str = ""
    """Why it does without, or which base it has the clause from."""
    newer: str = ""
    """The newest edition of the clause, where this one is older."""
    deviates: bool = False
    """It has a text of its own in the place of the clause's."""


@dataclass(frozen=True, slots=True)
class Column:
    """An edition of an uppdrag."""

    name: str
    title: str
    type: str
    status: str
    base: str = ""
    """The uppdrag that a tillägg changes."""


@dataclass(frozen=True, slots=True)
class PortfolioRow:
    """A clause, with a cell for each column."""

    clause: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Portfolio:
    """Every clause that some uppdrag has or must have."""

    columns: tuple[Column, ...]
    rows: tuple[PortfolioRow, ...]
