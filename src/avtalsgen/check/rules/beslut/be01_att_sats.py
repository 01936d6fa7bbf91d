"""En beslutspunkt som börjar med att.

Varför: ett beslut är en hel mening med nämnden som subjekt, som kan stå för sig i protokollet.

**Fel**

    # Förslag till beslut

    1. Att godkänna uppdraget.

    # Bakgrund

    Uppdraget är nytt.

**Rätt**

    # Förslag till beslut

    1. Socialnämnden godkänner uppdraget.

    # Bakgrund

    Uppdraget är nytt.
"""

from collections.abc import Iterator

from avtalsgen.check.facts.decisions import decisions
from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity


def _find(facts: CheckFacts) -> Iterator[Finding]:
    for point in decisions(facts):
        if point.text.casefold().startswith("att "):
            yield Finding(
                Stretch(point, 0, 3),
                "beslutet börjar med att",
                "skriv en hel mening med nämnden först",
            )


RULE = CheckRule("BE01", "att-sats", Severity.WARNING, _find)
