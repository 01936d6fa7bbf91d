"""En lista som är skriven för hand med streck eller siffror.

Varför: en skärmläsare säger inte att det är en lista eller hur många punkter den har
(EN 301 549, 10.1.3.1).

Lag: 10 § lagen (2018:1937) om tillgänglighet till digital offentlig service: en offentlig aktör
ska följa kraven på tillgänglighet i den digitala service som den själv råder över. Per
2026-02-22.

**Fel**

    @word; typed_items=- städa

    Utföraren ska

    - städa

**Rätt**

    @word

    Utföraren ska

    - städa
"""

from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity


def _find(facts: CheckFacts) -> Iterator[Finding]:
    typed = facts.inside.typed_items if facts.inside else ()
    places = [facts.beside(words) for words in typed]
    yield from gathered(places, "listan är skriven för hand", "gör den till en lista i Word")


RULE = CheckRule("TG04", "lista-for-hand", Severity.STYLE, _find)
