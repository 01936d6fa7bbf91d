"""En PDF utan taggar.

Varför: utan taggar vet en skärmläsare inte vad som är rubrik, lista eller tabell, och i vilken
ordning texten ska läsas.

Lag: 10 § lagen (2018:1937) om tillgänglighet till digital offentlig service: en offentlig aktör
ska följa kraven på tillgänglighet i den digitala service som den själv råder över. Per
2026-02-22.

**Fel**

    @pdf; tagged=nej

    Nämnden ger Enheten uppdraget.

**Rätt**

    @pdf; tagged=ja

    Nämnden ger Enheten uppdraget.
"""

from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity


def _find(facts: CheckFacts) -> Iterator[Finding]:
    if facts.inside and not facts.inside.tagged:
        yield Finding(None, "taggar saknas i filen", "gör en taggad PDF av källan")


RULE = CheckRule("TG07", "taggar-saknas", Severity.WARNING, _find)
