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
from datetime import date, timedelta

from avtalsgen.check.facts.days import WrittenDay
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
_AFTER = re.compile(
    r"""
    ,?\ (?:det\ vill\ säga\ |alltså\ |dvs\.?\ )?
    (?P<length>(?:i\ |under\ )?(?P<count>\w+)\ (?P<unit>år|månader))(?![ ]?\d|\w)
    """,
    re.VERBOSE,
)
_NOTICE = re.compile(r"(?i)\b(?:sägas? upp|sägs upp|uppsägning)\b")
_ENDED = re.compile(
    r"""
    \b(?:avtalet|uppdraget|överenskommelsen|grundavtalet)\ (?:gäller|löper)[ ]
    till\ och\ med\ (?:den\ )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_YEAR = 365
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
    yield from _told_after(facts)
    yield from _after_the_end(facts)
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


def _told_after(facts: CheckFacts) -> Iterator[Finding]:
    """Yield a length that is told behind its last day, and is another: till och med …, i tre år."""
    for first, second in zip(facts.days, facts.days[1:], strict=False):
        passage = first.stretch.passage
        if second.stretch.passage is not passage or not first.day or not second.day:
            continue
        between = passage.text[first.stretch.end : second.stretch.start]
        length = _AFTER.match(passage.text, second.stretch.end)
        count = _years(length["count"]) if length else None
        if not length or not count or not first.is_start or not _BETWEEN.match(between):
            continue
        if not _is_so_long(first.day, second.day, count, length["unit"]):
            stretch = Stretch(passage, length.start("length"), length.end("length"))
            message = f"från {first.day} till {second.day} är en annan tid"
            yield Finding(stretch, message, "rätta tiden eller dagen", (first.stretch,))


def _is_so_long(first: date, last: date, count: int, unit: str) -> bool:
    """Return whether a time is so many years or months, with a day or so to spare."""
    if unit == "år":
        whole = (last - first).days + 1 - count * _YEAR
        return 0 <= whole + 1 <= count // 4 + 2  # with the leap days
    after = last + timedelta(days=1)
    months = (after.year - first.year) * 12 + after.month - first.month
    return months == count or (after.day != first.day and abs(months - count) == 1)


def _after_the_end(facts: CheckFacts) -> Iterator[Finding]:
    """Yield a notice that is given when the time is out, and a change of what has ended."""
    pairs = zip(facts.days, facts.days[1:], strict=False)
    ends = [last for first, last in pairs if _is_time(first, last)]
    if facts.kind == "uppdrag" and len(ends) == 1:
        for written in facts.days:
            before = written.stretch.passage.text[: written.stretch.start].rpartition(". ")[2]
            if _is_before(ends[0].day, written.day) and _NOTICE.search(before):
                message = f"tiden har gått ut {ends[0].day}"
                yield Finding(written.stretch, message, "rätta dagen", (ends[0].stretch,))
    for written in facts.days if facts.kind == "tillägg" else ():
        passage, start = written.stretch.passage, written.stretch.start
        match = _ENDED.search(passage.text, 0, start)
        if match and match.end() == start and _is_before(written.day, facts.start):
            stretch = Stretch(passage, match.start(), written.stretch.end)
            message = f"det som ändras har gått ut när tillägget börjar {facts.start}"
            yield Finding(stretch, message, "rätta dagen, eller förläng tiden")


def _is_time(first: WrittenDay, last: WrittenDay) -> bool:
    """Return whether two days are the first and the last of a time."""
    passage = first.stretch.passage
    between = passage.text[first.stretch.end : last.stretch.start]
    same = last.stretch.passage is passage
    return same and first.is_start and bool(_BETWEEN.match(between))


def _is_before(first: date | None, last: date | None) -> bool:
    return first is not None and last is not None and first < last


def _years(word: str) -> int | None:
    return int(word) if word.isdecimal() else read_letters(word.casefold())


RULE = CheckRule("SI03", "datum-motsager", Severity.ERROR, _find)
