"""Ett stort tal utan mellanrum, eller med punkt.

Varför: tal skrivs i grupper om tre med mellanrum: 2 450 000 (R03). Årtal och diarienummer
skrivs som de är (R04).

**Fel**

    Ersättningen är 2450000 kronor per år.

**Rätt**

    Ersättningen är 2 450 000 kronor per år.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_LONG = re.compile(
    r"""
    (?<![\w.,:/-])(?:\d{5,9}|\d{1,3}(?:\.\d{3})+)
    (?=[ \u00a0](?:kronor|kr\b|timmar|dygn|platser|invånare))
    """,
    re.VERBOSE,
)


def _find(facts: CheckFacts) -> Iterator[Finding]:
    for stretch, match in facts.said(_LONG):
        right = f"{int(match.group().replace('.', '')):,}".replace(",", "\u00a0")
        yield Finding(stretch, "talet är svårt att läsa", f"skriv {right}", fix=right)


RULE = CheckRule("TF09", "tusental", Severity.STYLE, _find)
