"""What a workspace has, in rows."""

from avtalsgen.problems import Problem
from avtalsgen.records import dataclass


@dataclass(frozen=True, slots=True)
class UppdragRow:
    """An edition of an uppdrag. A file that cannot be read has status `fel`."""

    slug: str
    edition: str
    type: str
    status: str
    title: str
    dnr: str
    base: str = ""
    """The uppdrag that a tillägg changes."""
    start: str = ""
    """The first day of a tillägg, ISO 8601."""
    changes: tuple[str, ...] = ()
    """What a tillägg does, in words: `ersätter tid`."""
    lock: str = ""
    """The status that the words were locked at, empty where they are not."""
    corrected: tuple[str, ...] = ()
    """The days of the decisions to correct locked words, ISO 8601."""


@dataclass(frozen=True, slots=True)
class ClauseRow:
    """An edition of a clause, with the uppdrag that use it."""

    clause: str
    edition: str
    status: str
    reviewed_by: str
    review: str
    """Whether the words are reviewed, and when, in words."""
    used_by: tuple[str, ...]
    to_check: tuple[str, ...] = ()
    """What the text says that is not certain, for a lawyer to check."""


@dataclass(frozen=True, slots=True)
class IndexRow:
    """An index with the years that are published, and the value of the last one in percent."""

    index: str
    name: str
    first: int
    last: int
    value: str
    final: bool


@dataclass(frozen=True, slots=True)
class Listing:
    """Everything in a workspace, and what could not be read."""

    uppdrag: tuple[UppdragRow, ...]
    clauses: tuple[ClauseRow, ...]
    indices: tuple[IndexRow, ...]
    problems: tuple[Problem, ...]
