"""What a day that is written otherwise than ours may mean: `1/2 2027`, `2027-2-1`, `1 feb 2027`."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import Final

from avtalsgen.swedish.dates import MONTHS, MonthDay, day_in, iso

_YEAR_LAST: Final = re.compile(
    r"""
    (?:den[ ])? (?P<first> \d{1,2} ) \s?[/.-]\s? (?P<second> \d{1,2} )
    (?P<mark> \s?[ /.-]\s? ) (?P<year> \d{4} )
    """,
    re.VERBOSE,
)
_YEAR_FIRST: Final = re.compile(r"(\d{4})[-/. ]?(\d{1,2})[-/. ]?(\d{1,2})")
_MONTH_NAMED: Final = re.compile(
    r"""
    (?:den[ ])? (?P<day> \d{1,2} ) (?: :[ae] )? \.? [ ] (?P<month> [a-zåäö]{3,9} ) \.?
    (?: [ ] (?P<year> \d{4} ) )?
    """,
    re.VERBOSE,
)
_IN_FIGURES: Final = re.compile(r"(?:den )?(\d{1,2})\s?/\s?(\d{1,2})")
_LONGEST: Final = 40


def days_meant(text: str) -> Iterator[str]:
    """Yield each day that `text` may mean, as `2027-02-01`, the likeliest first.

    Figures with the year last are a day and a month here, and `02/01/2027` may be an American's
    month and day too. Nothing for a day that does not exist.
    """
    folded = text.strip().casefold()[: _LONGEST + 1]
    named = day_in(text)
    days = [named] if named else [day for parts in _parted(folded) if (day := _day(*parts))]
    yield from dict.fromkeys(map(iso, days))


def _parted(folded: str) -> Iterator[tuple[int, int, int]]:
    """Yield year, month and day of each reading."""
    if first := _YEAR_FIRST.fullmatch(folded):
        year, month, day = map(int, first.groups())
        yield year, month, day
    elif last := _YEAR_LAST.fullmatch(folded):
        year, day, month = map(int, (last["year"], last["first"], last["second"]))
        yield year, month, day
        if "/" in last["mark"]:
            yield year, day, month
    elif (words := _MONTH_NAMED.fullmatch(folded)) and words["year"]:
        yield int(words["year"]), _month(words["month"]), int(words["day"])


def _month(word: str) -> int:
    """Return the month that a word names or is the beginning of; 0 for none."""
    return next((n for n, name in enumerate(MONTHS, 1) if name.startswith(word)), 0)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def yearly_days_meant(text: str) -> Iterator[str]:
    """Yield the day of every year that `text` may mean, as `31 mars`."""
    folded = text.strip().casefold()[: _LONGEST + 1]
    figures, words = _IN_FIGURES.fullmatch(folded), _MONTH_NAMED.fullmatch(folded)
    if figures:
        day, month = int(figures[1]), int(figures[2])
    elif words:
        day, month = int(words["day"]), _month(words["month"])
    else:
        return
    with suppress(ValueError):
        yield f"{MonthDay(month, day).day} {MONTHS[month - 1]}"


def years_meant(text: str) -> Iterator[str]:
    """Yield each year of our time that stands in `text`."""
    yield from dict.fromkeys(re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", text[:_LONGEST]))
