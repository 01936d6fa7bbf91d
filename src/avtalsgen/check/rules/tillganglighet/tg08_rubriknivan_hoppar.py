"""En rubrik hoppar över en nivå.

Varför: den som läser med skärmläsare hör att en nivå saknas och letar efter avsnittet (EN 301 549,
10.1.3.1 och 10.2.4.6).

Lag: 10 § lagen (2018:1937) om tillgänglighet till digital offentlig service: en offentlig aktör
ska följa kraven på tillgänglighet i den digitala service som den själv råder över. Per
2026-02-22.

**Fel**

    @word; jumps=Tider

    Tider

    Kontoret är öppet varje vardag.

**Rätt**

    @word

    Tider

    Kontoret är öppet varje vardag.
"""

from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity


def _find(facts: CheckFacts) -> Iterator[Finding]:
    places = [facts.beside(words) for words in (facts.inside.jumps if facts.inside else ())]
    yield from gathered(places, "rubriken hoppar över en nivå", "ge den nivån närmast under")


RULE = CheckRule("TG08", "rubriknivan-hoppar", Severity.WARNING, _find)
