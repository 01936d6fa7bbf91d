"""En regel eller ett krav som inte passar insatsen eller förhållandet mellan parterna.

Varför: familjerådgivning har en egen regel om orosanmälan, och två nämnder i samma kommun
ingår inget personuppgiftsbiträdesavtal. Vad som inte passar står i clauses/register/krav.yaml.

Lag: 19 kap. 2 § socialtjänstlagen (2025:400): i familjerådgivning anmäls det bara när
verksamheten får veta att ett barn utnyttjas sexuellt eller misshandlas fysiskt eller psykiskt i
hemmet. Per 2025-12-15.

**Fel**

    # Verksamhetsuppdrag Familjerådgivning

    Oro för barn anmäls enligt 19 kap. 1 § socialtjänstlagen (2025:400).

**Rätt**

    # Verksamhetsuppdrag Familjerådgivning

    Oro för barn anmäls enligt 19 kap. 2 § socialtjänstlagen (2025:400).
"""

from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.words import phrases
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity


def _find(facts: CheckFacts) -> Iterator[Finding]:
    for foreign in facts.lore.needs.foreign:
        if foreign.service and foreign.service not in facts.services:
            continue
        if foreign.relation != "alla" and foreign.relation != facts.relation:
            continue
        said = (stretch for stretch, _ in facts.said(phrases(foreign.phrases)))
        places = [stretch for stretch in said if not facts.denied(stretch)]
        yield from gathered(places, foreign.why, foreign.source)


RULE = CheckRule("RK08", "passar-inte", Severity.WARNING, _find)
