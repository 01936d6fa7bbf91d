"""Ett ord som varken ordlistan, registret eller handlingen själv känner.

Varför: det är ofta ett skrivfel. Är det ett namn eller en facklig term är allt som det ska. Regeln
prövas bara där tillvalet stavning är installerat.

**Fel**

    Utföraren ska varje månad lämna statsitik till nämnden.

**Rätt**

    Utföraren ska varje månad lämna statistik till nämnden.
"""

from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.spelling import misspellings
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity


def _find(facts: CheckFacts) -> Iterator[Finding]:
    if not facts.unknown_words:
        return
    told = {place.words.casefold() for wrong in misspellings(facts) for place in wrong.places}
    for word, places in facts.unknown_words.items():
        if word not in told:
            yield from gathered(
                places, "ordet finns inte i ordlistan", "rätta det, eller låt det stå"
            )


RULE = CheckRule("SN05", "okant-ord", Severity.WARNING, _find)
