"""Handlingen säger att lagar finns men inte vilka.

Varför: den som ska följa dem måste få veta vilka de är.

**Fel**

    En rad lagar och förordningar reglerar beredskapen.

**Rätt**

    Lagen (2006:544) om kommuners och regioners åtgärder inför och vid extraordinära händelser
    i fredstid och höjd beredskap reglerar beredskapen.
"""

from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.words import phrases
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity


def _find(facts: CheckFacts) -> Iterator[Finding]:
    places = (stretch for stretch, _ in facts.said(phrases(facts.lore.language.unnamed_laws)))
    yield from gathered(places, "vilka lagar det är sägs inte", "nämn dem med namn och nummer")


RULE = CheckRule("RK11", "onamnd-lag", Severity.WARNING, _find)
