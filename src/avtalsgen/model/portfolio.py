"""What a workspace has, as views show it: clauses and facts of many uppdrag, questions of one.

And which clauses of the uppdrag have not the library's own words.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Literal

from avtalsgen.model.comparison import SectionPair
from avtalsgen.records import dataclass
from avtalsgen.source import Origin

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


Said = Literal["känt", "okänt", "inte sagt"]


Typed = str | int | Decimal | bool | None | Sequence["Typed"] | Mapping[str, "Typed"]
"""A value as programs take it: a number is one, and a day is `2026-01-31`."""


@dataclass(frozen=True, slots=True)
class RegisterCell:
    """What an uppdrag says of a fact, as people read it in a table; of one not known, why.

    A list has a line for each of its items.
    """

    lines: tuple[str, ...]
    said: Said
    origin: Origin | None = None
    value: Typed = None
    """Of what is known, for programs."""
    type: str = ""

    @property
    def text(self) -> str:
        """All of it on one line."""
        return "; ".join(self.lines)


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """An uppdrag in the edition that holds, with one cell for each column."""

    uppdrag: str
    title: str
    status: str
    cells: tuple[RegisterCell, ...]
    tillagg: tuple[str, ...] = ()
    """The signed tillägg that have changed facts by the day."""
    why: tuple[str, ...] = ()
    """Why it is among those asked for, beside each of the register's `filters`."""


@dataclass(frozen=True, slots=True)
class Register:
    """The columns are paths of facts, or of what is worked out of facts."""

    day: str
    """On which the rows hold, ISO 8601."""
    columns: tuple[str, ...]
    rows: tuple[RegisterRow, ...]
    filters: tuple[str, ...] = ()
    """What is told of each row because it was asked for: the heads of more columns."""
    questions: tuple[str, ...] = ()
    """What each of the columns answers."""
    end_unknown: tuple[str, ...] = ()
    """Who is left out since nobody knows whether they end before the day that was asked for."""


@dataclass(frozen=True, slots=True)
class AskedFact:
    """A question, the answer as it is printed or why there is none, and where it is written."""

    path: str
    question: str
    lines: tuple[str, ...]
    """The answer; a line for each record of a list."""
    said: Said
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """Everything that is asked about an uppdrag, in the order of the questions."""

    name: str
    title: str
    status: str
    asked: tuple[AskedFact, ...]


DeviationKind = Literal["egen avvikelse", "äldre utgåva"]


@dataclass(frozen=True, slots=True)
class ClauseDeviation:
    """A clause of an uppdrag beside the library's own words, with the same facts in both.

    Of an own text the words are beside those of the edition that the uppdrag has; of an older
    edition beside those of the newest.
    """

    uppdrag: str
    """`slug@utgåva`."""
    title: str
    status: str
    clause: str
    edition: str
    """That the uppdrag has."""
    kind: DeviationKind
    against: str
    """The edition whose words it is beside."""
    reason: str
    """Why the text is the uppdrag's own; empty for an older edition."""
    file: str
    line: int
    pair: SectionPair
    """The library's words as old, the uppdrag's as new."""


@dataclass(frozen=True, slots=True)
class Deviations:
    """Every deviation in the order of the uppdrag, and the uppdrag that have none."""

    rows: tuple[ClauseDeviation, ...]
    following: tuple[str, ...]
