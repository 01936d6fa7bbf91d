"""Citattecken efter så kallad.

Varför: så kallad säger redan att ordet är lånat (R37).

**Fel**

    Vid så kallade ”platsbesök” deltar chefen.

**Rätt**

    Vid så kallade platsbesök deltar chefen.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_CALLED = re.compile(r"(?i)(?:så kallade?|så kallat|s\.k\.) (?P<quoted>[”\"][^”\"]{2,40}[”\"])")


def _find(facts: CheckFacts) -> Iterator[Finding]:
    for passage in facts.prose:
        for match in _CALLED.finditer(passage.text):
            stretch = Stretch(passage, *match.span("quoted"))
            right = match["quoted"][1:-1]
            yield Finding(stretch, "inga citattecken efter så kallad", f"skriv {right}", fix=right)


RULE = CheckRule("SN03", "citat-efter-sa-kallad", Severity.STYLE, _find)
