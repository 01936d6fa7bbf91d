"""What the municipality has decided of how things are written, held against the facts."""

from collections.abc import Iterator

from avtalsgen.assemble.facts.lookup import Lookup
from avtalsgen.problems import Problem, Severity
from avtalsgen.uppdrag import known
from avtalsgen.uppdrag.facts import Known


def house_rules(lookup: Lookup) -> Iterator[Problem]:
    """Yield FA07, a warning, for a diarienummer that is not written as the house writes them."""
    pattern, fact = lookup.spelling.dnr, lookup.uppdrag.facts.get(known.DNR)
    if pattern is None or not isinstance(fact, Known) or pattern.matches(str(fact.value)):
        return
    yield Problem(
        "FA07",
        f"diarienumret ”{fact.value}” är inte skrivet som kommunens",
        Severity.WARNING,
        fact.origin,
        hint=f"skriv som {pattern.example}",
    )
