"""Handlingen har inget datum.

Varför: det går inte att säga vilken version det är, eller vilken lag som gällde.

Lag: 5 kap. 1–2 §§ offentlighets- och sekretesslagen (2009:400): en handling som har kommit in
eller upprättats registreras med dagen, diarienummer eller annan beteckning, i förekommande fall
avsändare eller mottagare, och i korthet vad den rör. Per 2026-02-22.

**Fel**

    # Verksamhetsuppdrag

    ## Uppdraget

    Utföraren ger samtal.

    ## Tid

    Uppdraget gäller tills vidare.

    ## Tvist

    Parterna löser tvister.

**Rätt**

    [2021-11-23] # Verksamhetsuppdrag

    ## Uppdraget

    Utföraren ger samtal.

    ## Tid

    Uppdraget gäller tills vidare.

    ## Tvist

    Parterna löser tvister.
"""

from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity


def _find(facts: CheckFacts) -> Iterator[Finding]:
    if not (facts.is_agreement or facts.kind == "skrivelse") or not facts.is_whole:
        return
    if facts.day is None:
        signed = {id(p) for p in facts.signing}
        if not any(d.day and id(d.stretch.passage) in signed for d in facts.days):
            yield Finding(None, "datum saknas", "skriv handlingens dag på första sidan")


RULE = CheckRule("SI14", "datum-saknas", Severity.WARNING, _find)
