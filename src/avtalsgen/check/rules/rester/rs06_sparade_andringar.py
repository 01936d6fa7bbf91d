"""Spårade ändringar som ingen har tagit ställning till.

Varför: den som skriver under vet inte vilken lydelse som gäller.

**Fel**

    @word; tracked=sex månader

    Uppsägningstiden är sex månader.

**Rätt**

    @word

    Uppsägningstiden är sex månader.
"""

from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity


def _find(facts: CheckFacts) -> Iterator[Finding]:
    changes = facts.inside.tracked if facts.inside else ()
    places = [facts.beside(words) for words in changes]
    yield from gathered(
        places, "ändringen är spårad och inte avgjord", "godkänn eller ångra den i Word"
    )


RULE = CheckRule("RS06", "sparade-andringar", Severity.ERROR, _find)
