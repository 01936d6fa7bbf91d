"""Ett beslut som godkänner en handling utan att säga vilken.

Varför: det kan finnas flera versioner. Datum eller diarienummer säger vilken som godkändes.

**Fel**

    # Förslag till beslut

    1. Nämnden godkänner verksamhetsuppdraget Samtal.

    # Bakgrund

    Uppdraget är nytt.

**Rätt**

    # Förslag till beslut

    1. Nämnden godkänner verksamhetsuppdraget Samtal från den 3 maj 2021, SON 2021-40.

    # Bakgrund

    Uppdraget är nytt.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.decisions import decisions
from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_DOCUMENT = re.compile(
    r"""
    \b
    (?:
          förslag(?:et)?\ till\ (?:verksamhetsuppdrag|uppdrag|avtal|överenskommelse|tillägg|plan)
        | verksamhetsuppdraget|uppdraget|överenskommelsen|avtalet|tillägget|planen|riktlinjen|taxan
    )
    (?:\ [\wåäö]+){0,4}?
    (?=\ (?:godkänns|antas|fastställs|enligt|till|för|samt|med|från|daterat|daterad)\b|[.,]|$)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DECIDED = re.compile(r"(?i)godkän|\banta[rs]\b|fastställ")
_TOLD = re.compile(r"\d{4}|(?i:\bdnr\b|diarienummer)")


def _find(facts: CheckFacts) -> Iterator[Finding]:
    points = decisions(facts)
    if any(_TOLD.search(point.text) for point in points):
        return
    places = [
        Stretch(point, *match.span())
        for point in points
        if _DECIDED.search(point.text) and (match := _DOCUMENT.search(point.text))
    ]
    message = "vilken version som godkänns sägs inte"
    yield from gathered(places, message, "skriv handlingens datum och diarienummer")


RULE = CheckRule("BE05", "handling-utan-datum", Severity.WARNING, _find)
