"""Paragraftecknet står före talet i en hänvisning till lag.

Varför: lagrum skrivs 11 §, som i lagen; före talet står tecknet i protokoll (R22, R24).

**Fel**

    Förhandling enligt MBL § 11 har skett.

**Rätt**

    Förhandling enligt 11 § MBL har skett.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_BEFORE = re.compile(
    r"""
    \b(?P<law>MBL|SoL|OSL|LSS|KL|LOU|LOV|LVU|LVM|FL|[a-zåäö]+lagen)(?:\ \(\d{4}:\d+\))?\ §§?\ ?
    (?P<number>\d+(?:\ [a-z]\b)?(?:[-–]\d+)?)
    """,
    re.VERBOSE,
)


def _find(facts: CheckFacts) -> Iterator[Finding]:
    for stretch, match in facts.said(
        _BEFORE, "paragraph", "item", "cell", "heading", holding=("§",)
    ):
        right = f"{match['number']} § {match['law']}"
        yield Finding(stretch, "paragraftecknet står före talet", f"skriv {right}")


RULE = CheckRule("TF06", "paragraftecken-fore", Severity.STYLE, _find)
