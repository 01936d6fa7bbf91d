"""Ett datum som inte finns, eller en tid som slutar innan den börjar.

Varför: ingen kan säga när tiden börjar eller slutar.

**Fel**

    Uppdraget gäller från den 1 januari 2024 till den 31 december 2023.

**Rätt**

    Uppdraget gäller från den 1 januari 2023 till den 31 december 2023.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import timedelta

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity
from avtalsgen.swedish.dates import MONTHS, WEEKDAYS, weekday
from avtalsgen.swedish.numbers import read_letters

_BETWEEN = re.compile(r"^[, ]*(?:och )?(?:till|t\.o\.m\.)(?: och med)?(?: den)?[ \u00a0]$")
_WEEKDAY = re.compile(rf"(?i)\b(?P<name>{'|'.join(WEEKDAYS)})(?:en)?(?: den)?[ \u00a0]$")


_YEARLY = re.compile(rf"\b(?P<day>\d{{1,2}}) (?P<month>{'|'.join(MONTHS)})\b(?! \d{{4}})")
_LENGTH = re.compile(
    r"""
    ,?\ (?:i|och\ gäller\ i|under)\ (?P<years>\w+)\ år,?\ (?:det\ vill\ säga\ )?till\ och[ ]
    med\ (?:den\ )?$
    """,
    re.VERBOSE,
)
_LEAP = 2024
"""A year that has every day that any year has."""


def _find(facts: CheckFacts) -> Iterator[Finding]:
    for stretch, match in facts.said(_YEARLY):
        last = monthrange(_LEAP, MONTHS.index(match["month"]) + 1)[1]
        if not 1 <= int(match["day"]) <= last:
            yield Finding(stretch, "dagen finns inte i kalendern", "rätta datumet")
    for written in facts.days:
        if written.day is None:
            yield Finding(written.stretch, "dagen finns inte i kalendern", "rätta datumet")
            continue
        named = _WEEKDAY.search(written.stretch.passage.text[: written.stretch.start])
        if named and named["name"].casefold() != weekday(written.day):
            message = f"dagen är en {weekday(written.day)}"
            yield Finding(
                Stretch(written.stretch.passage, named.start(), written.stretch.end),
                message,
                "rätta dagen",
            )
    yield from _lengths(facts)
    for first, second in zip(facts.days, facts.days[1:], strict=False):
        if first.stretch.passage is not second.stretch.passage or not first.day or not second.day:
            continue
        between = first.stretch.passage.text[first.stretch.end : second.stretch.start]
        is_range = (first.is_start and _BETWEEN.match(between)) or between.strip() == "–"
        if is_range and second.day < first.day:
            yield Finding(
                second.stretch,
                f"tiden börjar {first.day} och slutar före",
                "byt plats på dagarna",
                (first.stretch,),
            )


def _lengths(facts: CheckFacts) -> Iterator[Finding]:
    """Yield the last day of a time whose length in years is told, and is another."""
    for first, second in zip(facts.days, facts.days[1:], strict=False):
        passage = first.stretch.passage
        if second.stretch.passage is not passage or not first.day or not second.day:
            continue
        length = _LENGTH.match(passage.text[first.stretch.end : second.stretch.start])
        years = _years(length["years"]) if length else None
        if length and years and first.is_start:
            after = second.day + timedelta(days=1)
            if (after.year - first.day.year, after.month, after.day) != (
                years,
                first.day.month,
                first.day.day,
            ):
                message = f"{length['years']} år från {first.day} slutar en annan dag"
                yield Finding(second.stretch, message, "rätta tiden eller dagen", (first.stretch,))


def _years(word: str) -> int | None:
    return int(word) if word.isdecimal() else read_letters(word.casefold())


RULE = CheckRule("SI03", "datum-motsager", Severity.ERROR, _find)
