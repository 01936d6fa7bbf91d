"""Procenttecken i löpande text.

Varför: i en mening läses procent lättare med bokstäver. Tecknet hör hemma i tabeller och i text med
många tal (R07).

**Fel**

    Minst 80 % av deltagarna är nöjda.

**Rätt**

    Minst 80 procent av deltagarna är nöjda.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_SIGN = re.compile(r"\d+(?:,\d+)?[ \u00a0]%(?!\w)")
_MANY = 3
"""Numbers of a sentence that is dense with them."""
_NUMBER = re.compile(r"\d+")


def _find(facts: CheckFacts) -> Iterator[Finding]:
    places = [
        stretch
        for stretch, _ in facts.said(_SIGN, "paragraph")
        if len(_NUMBER.findall(stretch.passage.text)) <= _MANY
    ]
    yield from gathered(places, "procent skrivs med bokstäver i löpande text", "skriv procent")


RULE = CheckRule("SN06", "procent-i-lopande-text", Severity.STYLE, _find)
