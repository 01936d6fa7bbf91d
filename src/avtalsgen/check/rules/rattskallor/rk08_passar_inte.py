"""En regel eller ett krav som inte passar insatsen eller förhållandet mellan parterna.

Varför: familjerådgivning har en egen regel om orosanmälan, och två nämnder i samma kommun
ingår inget personuppgiftsbiträdesavtal. Vad som inte passar står i clauses/register/krav.yaml.

**Fel**

    # Verksamhetsuppdrag Familjerådgivning

    Oro för barn anmäls enligt 19 kap. 1 § socialtjänstlagen (2025:400).

**Rätt**

    # Verksamhetsuppdrag Familjerådgivning

    Oro för barn anmäls enligt 19 kap. 2 § socialtjänstlagen (2025:400).
"""

from avtalsgen.check.facts.words import phrases
from collections.abc import Iterator
from avtalsgen.check.facts.facts import Facts
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import Rule
from avtalsgen.problems import Severity

def _find(facts: Facts) -> Iterator[Finding]:
    for foreign in facts.lore.needs.foreign:
        if foreign.service and foreign.service not in facts.services:
            continue
        if foreign.relation != "alla" and foreign.relation != facts.relation:
            continue
        places = [stretch for stretch, _ in facts.said(phrases(foreign.phrases))]
        if places:
            yield Finding(places[0], foreign.why, foreign.source, tuple(places[1:]))


RULE = Rule("RK08", "passar-inte", Severity.WARNING, _find)
