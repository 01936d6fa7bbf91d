"""En rättskälla som insatsen kräver nämns inte.

Varför: insatsen har egna regler, och den som läser handlingen ska hitta till dem. Vilka de är
står i clauses/register/krav.yaml.

Lag: 26 kap. 3 § offentlighets- och sekretesslagen (2009:400): i familjerådgivning gäller
sekretess för det som har lämnats i förtroende, utan prövning av skada. Per 2026-02-22. HSLF-FS
2022:39 har föreskrifter och allmänna råd om våld i nära relationer. Per 2024-12-31: kontrollera.

**Fel**

    # Verksamhetsuppdrag Familjerådgivning

    ## Uppdraget

    Utföraren ska ge familjerådgivning.

    ## Tid

    Uppdraget gäller tills vidare.

    ## Tvist

    Parterna löser tvister i samtal.

**Rätt**

    # Verksamhetsuppdrag Familjerådgivning

    ## Uppdraget

    Utföraren ska ge familjerådgivning.

    ## Sekretess

    Sekretess gäller enligt offentlighets- och sekretesslagen (2009:400).

    ## Tvist

    Parterna löser tvister i samtal.
"""

from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity


def _find(facts: CheckFacts) -> Iterator[Finding]:
    if facts.kind != "uppdrag" or not facts.is_whole:
        return
    named = {id_ for citation in facts.citations for id_ in citation.ids}
    laws = facts.lore.laws
    named |= {laws[id_].replaced_by for id_ in named}  # an older one is told as repealed
    for need in facts.lore.needs.sources:
        if need.service not in facts.services or named.intersection(need.sources):
            continue
        known = [laws[id_] for id_ in need.sources if id_ in laws]
        day = facts.era or facts.today
        law = next((law for law in known if law.in_force(day)), known[-1] if known else None)
        if law:
            message = f"{law.in_full()} saknas"
            yield Finding(None, message, f"{need.service} kräver den: {need.source}")


RULE = CheckRule("RK07", "kalla-saknas", Severity.WARNING, _find)
