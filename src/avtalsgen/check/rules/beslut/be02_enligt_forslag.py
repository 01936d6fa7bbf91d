"""Ett beslut som hänvisar till ett förslag i stället för att säga vad det är.

Varför: beslutet ska gå att förstå och verkställa utan andra handlingar.

**Fel**

    # Förslag till beslut

    1. Uppdraget godkänns enligt förvaltningens förslag.

    # Bakgrund

    Uppdraget är nytt.

**Rätt**

    # Förslag till beslut

    1. Socialnämnden godkänner uppdraget från den 3 maj 2021, SON 2021-40.

    # Bakgrund

    Uppdraget är nytt.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.decisions import decisions
from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_BY_PROPOSAL = re.compile(
    r"""
      \b(?:enligt|i\ enlighet\ med)\ (?:(?:[\wåäö-]+\ och\ )?[\wåäö-]+s\ )?
      (?:föreliggande\ |bifogat\ |bilagt\ )?(?:förslag|skrivelse|tjänsteskrivelse)\w*
    | \b(?:enligt|i\ enlighet\ med)\ bilaga(?=[.,]|$)
    | \b(?:enligt|i\ enlighet\ med)\ (?:bifogat|föreliggande|bilagt)\ \w+
    | \b(?:förvaltningens|kontorets|föreliggande|bifogat|bilagt|framlagt|upprättat)\ förslag
      (?=\ (?:antas|godkänns|bifalls|fastställs))
    | \b(?:föreliggande|bifogat|bilagt|framlagt|upprättat)\ förslag\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


def _find(facts: CheckFacts) -> Iterator[Finding]:
    for point in decisions(facts):
        match = _BY_PROPOSAL.search(point.text)
        if match:
            yield Finding(
                Stretch(point, match.start(), match.end()),
                "beslutet säger inte själv vad det är",
                "skriv ut det som beslutas",
            )


RULE = CheckRule("BE02", "enligt-forslag", Severity.WARNING, _find)
