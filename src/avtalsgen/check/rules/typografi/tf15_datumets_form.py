"""Ett datum med ordningstal, stor bokstav i månaden eller kort år.

Varför: datum skrivs 1 januari 2022, med hela året (R15).

**Fel**

    Uppdraget börjar den 1:a januari 2022.

**Rätt**

    Uppdraget börjar den 1 januari 2022.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity
from avtalsgen.swedish.dates import MONTHS

_ANY = "|".join(MONTHS)
_ORDINAL = re.compile(rf"\b\d{{1,2}}:?(?:a|e) (?:{_ANY})\b")
_CAPITALS = tuple(month.capitalize() for month in MONTHS)
_CAPITAL = re.compile(rf"\b\d{{1,2}} (?:{'|'.join(_CAPITALS)})\b")
_SHORT = re.compile(
    r"""
    (?<![\d/-])\d{1,2}/\d{1,2}[ -](?:20)?\d\d(?!\d) | (?<![\d/-])[0-3]?\d\.[01]?\d\.20\d\d(?!\d)
    """,
    re.VERBOSE,
)


def _find(facts: CheckFacts) -> Iterator[Finding]:
    for pattern, holding, message in (
        (_ORDINAL, MONTHS, "ordningstal i ett datum"),
        (_CAPITAL, _CAPITALS, "månaden skrivs med liten bokstav"),
        (_SHORT, ("/", ".20"), "datumet är skrivet på ett ovanligt sätt"),
    ):
        for stretch, _ in facts.said(pattern, holding=holding):
            yield Finding(stretch, message, "skriv 1 januari 2022")


RULE = CheckRule("TF15", "datumets-form", Severity.STYLE, _find)
