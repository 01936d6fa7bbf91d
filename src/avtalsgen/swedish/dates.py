"""Dates, and days that come back every year."""

import re
from calendar import isleap, monthrange
from datetime import date
from typing import Final

from avtalsgen.records import dataclass
from avtalsgen.swedish.typography import NO_BREAK_SPACE, SPACE

MONTHS: Final = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)
_ISO: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
DAY_AND_MONTH: Final = rf"([0-9]{{1,2}}){SPACE}({'|'.join(MONTHS)})"
"""The pattern of `31 december`."""
_DAY: Final = re.compile(DAY_AND_MONTH)
_LONG: Final = re.compile(rf"\b{DAY_AND_MONTH}{SPACE}([0-9]{{4}})\b")
WEEKDAYS: Final = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
_LEAP_YEAR: Final = 2024


def long(d: date) -> str:
    """Return `1 januari 2022`, the form of running text.

    Day, month in small letters, whole year (Myndigheternas skrivregler, about dates); day
    and month are kept together by a no-break space.
    """
    return f"{d.day}{NO_BREAK_SPACE}{MONTHS[d.month - 1]} {d.year}"


def iso(d: date) -> str:
    """Return `2022-01-01`, the form of page heads and tables (ISO 8601, SS-EN 28601)."""
    return d.isoformat()


def nearest_day(year: int, month: int, day: int) -> date:
    """Return the day that there is nearest to one that may not be: the last of its month."""
    year, month = max(year, date.min.year), min(max(month, 1), len(MONTHS))
    return date(year, month, min(max(day, 1), monthrange(year, month)[1]))


def is_within(day: date, first: date | None, last: date | None) -> bool:
    """Return whether `day` is from `first` to `last`, both counted in; open where there is none."""
    return (first is None or first <= day) and (last is None or day <= last)


def parse_date(text: str) -> date:
    """Return the day that `text` names as `2022-01-01`; `parse_date(iso(d)) == d`.

    Raises:
        ValueError: `text` has another form, or there is no such day.
    """
    typed = text.strip()
    if not _ISO.fullmatch(typed):
        raise ValueError(f"”{typed[:40]}” är inte ett datum; skriv till exempel 2022-01-31")
    try:
        return date.fromisoformat(typed)
    except ValueError:
        raise ValueError(f"dagen {typed} finns inte; skriv till exempel 2022-01-31") from None


def day_in(text: str) -> date | None:
    """Return the one day that a text names, as `31 december 2027` or `2027-12-31`.

    Nothing when it names none, several, or one that does not exist.
    """
    try:
        days = [parse_date(written) for written in _ISO.findall(text)]
        days += [
            date(int(year), MONTHS.index(month) + 1, int(day))
            for day, month, year in _LONG.findall(text)
        ]
    except ValueError:
        return None
    return days[0] if len(days) == 1 else None


def weekday(day: date) -> str:
    """Return the day of the week: `tisdag`."""
    return WEEKDAYS[day.weekday()]


@dataclass(frozen=True, slots=True, order=True)
class MonthDay:
    """A day of any year, printed `31 mars`; 29 February is one.

    `parse_month_day(str(day)) == day`.
    """

    month: int
    day: int

    def __post_init__(self) -> None:
        if not (1 <= self.month <= 12 and 1 <= self.day <= monthrange(_LEAP_YEAR, self.month)[1]):
            raise ValueError(f"det finns ingen dag {self.day} i månad {self.month}")

    def in_year(self, year: int) -> date | None:
        """Return the day of `year`; 29 February is in leap years only."""
        if (self.month, self.day) == (2, 29) and not isleap(year):
            return None
        return date(year, self.month, self.day)

    def __str__(self) -> str:
        return f"{self.day}{NO_BREAK_SPACE}{MONTHS[self.month - 1]}"


def parse_month_day(text: str) -> MonthDay:
    """Return the day that `text` names as `31 mars`.

    Raises:
        ValueError: `text` has another form, or there is no such day in any year.
    """
    typed = text.strip()
    match = _DAY.fullmatch(typed)
    if not match:
        raise ValueError(f"”{typed[:40]}” är inte en dag i en månad; skriv till exempel 31 mars")
    try:
        return MonthDay(MONTHS.index(match[2]) + 1, int(match[1]))
    except ValueError:
        raise ValueError(f"dagen {typed} finns inte; skriv till exempel 31 mars") from None
