"""Filen har ingen titel i sina egenskaper.

Varför: en skärmläsare läser upp titeln först, och arkivet söker på den (EN 301 549, 10.2.4.2).

Lag: 10 § lagen (2018:1937) om tillgänglighet till digital offentlig service: en offentlig aktör
ska följa kraven på tillgänglighet i den digitala service som den själv råder över. Per
2026-02-22.

**Fel**

    @word; title=

    Nämnden ger Enheten uppdraget.

**Rätt**

    @word; title=Verksamhetsuppdrag

    Nämnden ger Enheten uppdraget.
"""

from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity


def _find(facts: CheckFacts) -> Iterator[Finding]:
    if facts.inside and not facts.inside.title.strip():
        yield Finding(None, "titel saknas i filens egenskaper", "skriv handlingens titel där")
    elif facts.inside and not facts.inside.shows_title:
        yield Finding(
            None,
            "visning av titel saknas: filnamnet visas i stället",
            "låt filen visa titeln (DisplayDocTitle i PDF)",
            severity=Severity.STYLE,
        )


RULE = CheckRule("TG01", "titel-saknas", Severity.WARNING, _find)
