"""Texten har för liten kontrast mot bakgrunden.

Varför: den som ser sämre, eller läser på en dålig skärm, kan inte läsa den (EN 301 549,
10.1.4.3: 4,5 till 1, och 3 till 1 för stor text).

Lag: 10 § lagen (2018:1937) om tillgänglighet till digital offentlig service: en offentlig aktör
ska följa kraven på tillgänglighet i den digitala service som den själv råder över. Per
2026-02-22.

**Fel**

    @word; faint=Tider

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
    places = [facts.beside(words) for words in (facts.inside.faint if facts.inside else ())]
    yield from gathered(
        places,
        "kontrasten mot bakgrunden är för liten",
        "gör texten mörkare eller bakgrunden ljusare",
    )


RULE = CheckRule("TG09", "svag-kontrast", Severity.WARNING, _find)
