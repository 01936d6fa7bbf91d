"""Raka citattecken.

Varför: på svenska skrivs ” på båda sidor (R36).

**Fel**

    Principen "barnets bästa" gäller.

**Rätt**

    Principen ”barnets bästa” gäller.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_STRAIGHT = re.compile(r"\"(?P<words>[^\"]{1,80})\"|“(?P<curved>[^“”]{1,80})”")


def _find(facts: CheckFacts) -> Iterator[Finding]:
    places = [
        Stretch(passage, match.start(), match.end())
        for passage in (*facts.prose, *facts.headings)
        for match in _STRAIGHT.finditer(passage.text)
    ]
    if places:
        right = f"”{places[0].words[1:-1]}”"
        message = "citattecknen är inte svenska"
        yield from gathered(places, message, f"skriv {right}", fix=right)


RULE = CheckRule("TF07", "rak-citat", Severity.STYLE, _find)
