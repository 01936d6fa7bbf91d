"""What a rule says: some words, why they are wrong, and what to do."""

from collections.abc import Iterable

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.problems import Severity
from avtalsgen.records import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Finding:
    """One fault. Without words something is missing."""

    stretch: Stretch | None
    message: str
    hint: str = ""
    also: tuple[Stretch, ...] = ()
    severity: Severity | None = None
    """Where it is not that of the rule."""
    fix: str | None = None
    """What the words become; only where nothing else can be meant."""
    document: CheckFacts | None = None
    """Where it is missing, of several documents."""


def gathered(
    stretches: Iterable[Stretch],
    message: str,
    hint: str = "",
    severity: Severity | None = None,
    fix: str | None = None,
) -> tuple[Finding, ...]:
    """Return one finding of all `stretches`, at the first of them; none of none."""
    places = tuple(stretches)
    if not places:
        return ()
    return (Finding(places[0], message, hint, places[1:], severity, fix),)
