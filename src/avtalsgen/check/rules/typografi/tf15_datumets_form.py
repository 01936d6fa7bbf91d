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
_ORDINAL = re.compile(rf"\b(?P<day>\d{{1,2}}):?(?:a|e) (?P<month>{_ANY})\b")
_CAPITALS = tuple(month.capitalize() for month in MONTHS)
_CAPITAL = re.compile(rf"\b(?P<day>\d{{1,2}}) (?P<month>{'|'.join(_CAPITALS)})\b")
_SHORT = re.compile(
    r"""
    (?<![\d/-]) (?P<day>\d{1,2}) / (?P<number>\d{1,2}) [ -] (?:20)? (?P<year>\d\d) (?!\d)
    | (?<![\d/-]) (?P<day_dot>[0-3]?\d) \. (?P<number_dot>[01]?\d) \. 20 (?P<year_dot>\d\d) (?!\d)
    """,
    re.VERBOSE,
)


def _find(facts: CheckFacts) -> Iterator[Finding]:
    for pattern, holding, message in (
        (_ORDINAL, MONTHS, "ordningstal i ett datum"),
        (_CAPITAL, _CAPITALS, "månaden skrivs med liten bokstav"),
        (_SHORT, ("/", ".20"), "datumet är skrivet på ett ovanligt sätt"),
    ):
        for stretch, match in facts.said(pattern, holding=holding):
            yield Finding(stretch, message, f"skriv {_in_words(match)}")


def _in_words(match: re.Match[str]) -> str:
    """Return a date as it is written; one of a month that is none as the date of an example."""
    said = {name.removesuffix("_dot"): part for name, part in match.groupdict().items() if part}
    if "month" in said:
        return f"{said['day']} {said['month'].lower()}"
    number = int(said["number"])
    if not 1 <= number <= len(MONTHS):
        return "datumet som 1 januari 2022"
    return f"{int(said['day'])} {MONTHS[number - 1]} 20{said['year']}"


RULE = CheckRule("TF15", "datumets-form", Severity.STYLE, _find)
