"""Kommun med stor bokstav i kommunens namn.

Varför: kommun skrivs med liten bokstav: Linköpings kommun. Bara regionerna skrivs med stor bokstav
först, Region Östergötland (R31).

**Fel**

    Uppdraget gäller i Linköpings Kommun.

**Rätt**

    Uppdraget gäller i Linköpings kommun.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_TOWN = re.compile(r"\b[A-ZÅÄÖ][a-zåäö]+s Kommun(?=s?\b)")
_REGION = re.compile(r"(?<=[a-zåäö,] )region(?= [A-ZÅÄÖ][a-zåäö]+)")


def _find(facts: CheckFacts) -> Iterator[Finding]:
    for stretch, match in facts.said(
        _TOWN, "paragraph", "item", "cell", "cover", holding=(" Kommun",)
    ):
        right = match.group().replace("Kommun", "kommun")
        yield Finding(stretch, "kommun skrivs med liten bokstav", f"skriv {right}", fix=right)
    for stretch, _ in facts.said(_REGION, holding=("region ",)):
        yield Finding(
            stretch, "region skrivs med stor bokstav i namnet", "skriv Region", fix="Region"
        )


RULE = CheckRule("SN02", "kommun-med-stor-bokstav", Severity.STYLE, _find)
