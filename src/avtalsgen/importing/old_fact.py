"""A fact that an old document states."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OldFact:
    """A fact as YAML has it, and where it was read."""

    path: str
    value: str | tuple[str, ...]
    place: str
    sure: bool
