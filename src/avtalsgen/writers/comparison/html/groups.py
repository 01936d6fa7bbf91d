"""Which filters a section or a line is shown by."""

from collections.abc import Iterable, Iterator
from typing import Final

from avtalsgen.model.comparison import Change, ComparedLine, SectionPair

SUBSTANCE: Final = "saklig"
EDITORIAL: Final = "redaktionell"
MOVED: Final = "flyttad"
UNCHANGED: Final = "oforandrad"

FILTERS: Final = {
    SUBSTANCE: "Sakliga",
    EDITORIAL: "Redaktionella",
    MOVED: "Flyttade",
    UNCHANGED: "Oförändrade",
}
"""Each filter with what it is called, in the order they stand."""


def of_pair(pair: SectionPair) -> str:
    """Return the filters that show `pair`, with a space between; never none."""
    weights = [*_weights(pair.changes)]
    if pair.moved or pair.reparented or pair.renumbered:
        weights.append(MOVED)
    return " ".join(weights or ([EDITORIAL] if pair.differs else [UNCHANGED]))


def of_line(line: ComparedLine, changes: Iterable[Change]) -> str | None:
    """Return the filters that show a marked line, none for one that is always shown."""
    weights = [*_weights(changes)]
    if line.elsewhere or line.move is not None:
        weights.append(MOVED)
    return " ".join(weights) or None


def _weights(changes: Iterable[Change]) -> Iterator[str]:
    weights = {change.weight for change in changes}
    yield from (group for group in (SUBSTANCE, EDITORIAL) if group in weights)
