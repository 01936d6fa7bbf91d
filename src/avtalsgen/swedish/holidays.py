"""Swedish public holidays, and the days on which nobody has to do what the law asks.

Lagen (1989:253) om allmänna helgdagar, as it reads since 1990; the national day took the place
of Whit Monday in 2005 (SFS 2004:1320).
"""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from avtalsgen.swedish.dates import WEEKDAYS

_NATIONAL_DAY_FROM: Final = 2005
_SATURDAY, _SUNDAY = 5, 6


def easter(year: int) -> date:
    """Return Easter Sunday of `year` in the Gregorian calendar.

    The computus of Meeus, Jones and Butcher (Astronomical Algorithms, chapter 8), which holds
    for every year from 1583.
    """
    golden, century, of_century = year % 19, year // 100, year % 100
    leaps, correction = century // 4, (century + 8) // 25
    moon = (19 * golden + century - leaps - (century - correction + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - moon - of_century % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


@lru_cache(maxsize=256)
def holidays(year: int) -> Mapping[date, str]:
    """Return the public holidays of `year` other than plain Sundays, by their Swedish names.

    Where two fall on one day (Ascension Day on 1 May, as in 2008) the day has one of the names.
    """
    sunday = easter(year)
    names = {
        date(year, 1, 1): "nyårsdagen",
        date(year, 1, 6): "trettondedag jul",
        sunday - timedelta(2): "långfredagen",
        sunday: "påskdagen",
        sunday + timedelta(1): "annandag påsk",
        date(year, 5, 1): "första maj",
        sunday + timedelta(39): "Kristi himmelsfärdsdag",
        sunday + timedelta(49): "pingstdagen",
        midsummer(year): "midsommardagen",
        _saturday_from(date(year, 10, 31)): "alla helgons dag",
        date(year, 12, 25): "juldagen",
        date(year, 12, 26): "annandag jul",
    }
    if year >= _NATIONAL_DAY_FROM:
        names[date(year, 6, 6)] = "nationaldagen"
    else:
        names[sunday + timedelta(50)] = "annandag pingst"
    return names


def midsummer(year: int) -> date:
    """Return midsommardagen: the Saturday from 20 to 26 June."""
    return _saturday_from(date(year, 6, 20))


def eves(year: int) -> Mapping[date, str]:
    """Return the eves that count as holidays when time is reckoned, and no other eves.

    2 § lagen (1930:173) om beräkning av lagstadgad tid names these three.
    """
    return {
        midsummer(year) - timedelta(1): "midsommarafton",
        date(year, 12, 24): "julafton",
        date(year, 12, 31): "nyårsafton",
    }


def free_day(day: date) -> str:
    """Return what `day` is called if an act whose last day it is may wait; else nothing.

    So it may on a Saturday, a Sunday, another public holiday and the three eves, by 2 § lagen
    (1930:173).
    """
    named = holidays(day.year).get(day) or eves(day.year).get(day, "")
    return named or (WEEKDAYS[day.weekday()] if day.weekday() in (_SATURDAY, _SUNDAY) else "")


def is_free(day: date) -> bool:
    """Return whether an act whose last day is `day` may wait."""
    return bool(free_day(day))


def _saturday_from(day: date) -> date:
    return day + timedelta((_SATURDAY - day.weekday()) % 7)
