"""Filen säger inte vilket språk den är på.

Varför: utan språk läser en skärmläsare svenska med fel uttal (EN 301 549, 10.3.1.1).

Lag: 10 § lagen (2018:1937) om tillgänglighet till digital offentlig service: en offentlig aktör
ska följa kraven på tillgänglighet i den digitala service som den själv råder över. Per
2026-02-22.

**Fel**

    @word; language=

    Nämnden ger Enheten uppdraget.

**Rätt**

    @word; language=sv-SE

    Nämnden ger Enheten uppdraget.
"""

from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity


def _find(facts: CheckFacts) -> Iterator[Finding]:
    if facts.inside and not facts.inside.language.strip():
        yield Finding(None, "språk saknas i filen", "sätt språket till svenska")
    elif facts.inside and not facts.inside.language.casefold().startswith("sv"):
        message = f"svenska saknas som språk: filen säger {facts.inside.language}"
        yield Finding(None, message, "sätt språket till svenska")


RULE = CheckRule("TG02", "sprak-saknas", Severity.WARNING, _find)
