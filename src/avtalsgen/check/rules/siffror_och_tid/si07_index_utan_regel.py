"""Ersättningen räknas upp med något som inte är bestämt.

Varför: parterna kan inte räkna ut nästa års belopp. Index, basår och månad ska stå i handlingen.

**Fel**

    Uppräkning sker enligt kommunens uppräkningsmodell.

**Rätt**

    Uppräkning sker varje år med omsorgsprisindex (OPI), första gången 2023.
"""

from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.words import phrases
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity


def _find(facts: CheckFacts) -> Iterator[Finding]:
    places = (stretch for stretch, _ in facts.said(phrases(facts.lore.language.vague_indices)))
    yield from gathered(
        places, "vilket index det är sägs inte", "skriv index, basår och när det räknas upp"
    )


RULE = CheckRule("SI07", "index-utan-regel", Severity.WARNING, _find)
