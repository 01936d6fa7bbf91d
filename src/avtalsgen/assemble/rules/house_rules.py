"""How things are written in this house and on a page, held against the facts."""

from collections.abc import Iterator

from avtalsgen.assemble.facts.lookup import Lookup
from avtalsgen.clauses.answers import UNKNOWN
from avtalsgen.clauses.fact_types.numbers.amount import PRICE
from avtalsgen.clauses.house.profile import PROFILE, ROOT
from avtalsgen.problems import Problem, Severity
from avtalsgen.swedish.phrases import genitive
from avtalsgen.uppdrag import known
from avtalsgen.uppdrag.facts import Known

LONGEST_TITLE = 300
"""Characters; four lines of a cover in its largest letters."""


def house_rules(lookup: Lookup) -> Iterator[Problem]:
    """Yield what the house and the page do not take.

    FA07, a warning, for a diarienummer that is not written as the house writes them; FA09 for
    a title that no page, head or file name has room for; FA10, a warning, for a price of zero
    kronor, which is rarely meant; PR07 where the document would look
    like that of another municipality, whose way of writing a diarienummer is then of no concern.
    """
    yield from _long_title(lookup)
    yield from _for_nothing(lookup)
    another = tuple(_anothers_look(lookup))
    yield from another
    if another:
        return
    pattern, fact = lookup.house.spelling.dnr, lookup.uppdrag.facts.get(known.DNR)
    if pattern is None or not isinstance(fact, Known) or pattern.matches(str(fact.value)):
        return
    yield Problem(
        "FA07",
        f"diarienumret ”{fact.value}” är inte skrivet som kommunens",
        Severity.WARNING,
        fact.origin,
        hint=f"skriv {known.DNR}: {pattern.example}, med handlingens eget nummer",
    )


def _anothers_look(lookup: Lookup) -> Iterator[Problem]:
    municipality = lookup.municipality()
    if municipality and not lookup.house.is_of(str(municipality.value)):
        message = (
            f"{municipality.value} har inget utseende; handlingen skulle se ut som "
            f"{genitive(lookup.house.profile.organisation)}"
        )
        hint = f"i {ROOT}/{PROFILE}: skriv organisation: {municipality.value}"
        yield Problem("PR07", message, origin=municipality.origin, hint=hint)


def _for_nothing(lookup: Lookup) -> Iterator[Problem]:
    for path, fact in lookup.uppdrag.facts.by_path.items():
        if isinstance(fact, Known) and fact.type == PRICE.name and not fact.value:
            hint = f"skriv {path}: {UNKNOWN}, när summan inte är bestämd"
            message = f"{path} är 0 kronor"
            yield Problem("FA10", message, Severity.WARNING, fact.origin, hint)


def _long_title(lookup: Lookup) -> Iterator[Problem]:
    fact = lookup.uppdrag.facts.get(known.TITLE)
    length = len(str(fact.value)) if isinstance(fact, Known) else 0
    if fact and length > LONGEST_TITLE:
        message = f"titeln är {length} tecken, och högst {LONGEST_TITLE} får plats"
        yield Problem("FA09", message, origin=fact.origin, hint="skriv bara uppdragets namn")
