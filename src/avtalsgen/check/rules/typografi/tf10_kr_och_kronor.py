"""Pengar skrivs på flera sätt i löpande text.

Varför: kr och kronor blandade ser ut som slarv; i löpande text skrivs kronor (R09).

**Fel**

    Ersättningen är 605 kronor per timme. Avgiften är 200 kr per besök.

**Rätt**

    Ersättningen är 605 kronor per timme. Avgiften är 200 kronor per besök.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_AMOUNT = re.compile(r"\d+(?:[ \u00a0]\d{3})*[ \u00a0]?(?:kr\b|:-|SEK\b)(?!/)")
_LONG = re.compile(r"\d[ \u00a0]kronor\b")


def _find(facts: CheckFacts) -> Iterator[Finding]:
    if any(_LONG.search(passage.text) for passage in facts.prose):
        places = (stretch for stretch, _ in facts.said(_AMOUNT, "paragraph", "item"))
        yield from gathered(
            places, "beloppet är skrivet på ett annat sätt än de andra", "skriv kronor"
        )


RULE = CheckRule("TF10", "kr-och-kronor", Severity.STYLE, _find)
