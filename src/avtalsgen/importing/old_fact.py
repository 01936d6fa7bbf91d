"""A fact that an old document states."""

from avtalsgen.records import dataclass


@dataclass(frozen=True, slots=True)
class OldRecord:
    """An item of a list that says several things: the text and the share of a result."""

    fields: tuple[tuple[str, str], ...]


OldValue = str | tuple[str | OldRecord, ...]


@dataclass(frozen=True, slots=True)
class OldFact:
    """A fact as YAML has it, and where it was read. Not sure and empty it is a gap to fill in."""

    path: str
    value: OldValue
    place: str
    sure: bool
