"""Miljoner kronor förkortat på ett ovanligt sätt.

Varför: mkr kan läsas som tusen kronor. Skriv mnkr, tkr eller hela ordet (R10).

**Fel**

    Försäkringsbeloppet är 20 mkr.

**Rätt**

    Försäkringsbeloppet är 20 miljoner kronor.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_SHORT = re.compile(r"\d+(?:,\d+)? ?(?P<unit>mkr|Mkr|MKR|kkr|msek|MSEK|Mkr\.)\b")


def _find(facts: CheckFacts) -> Iterator[Finding]:
    for stretch, match in facts.said(_SHORT):
        right = "tkr" if match["unit"] == "kkr" else "miljoner kronor"
        yield Finding(stretch, "förkortningen kan läsas på två sätt", f"skriv {right}")


RULE = CheckRule("SN04", "miljoner-forkortade", Severity.STYLE, _find)
