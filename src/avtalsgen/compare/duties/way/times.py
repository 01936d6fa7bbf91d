"""When a duty is to be done, as its words are folded: how soon, how long before, how often."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from avtalsgen.swedish.dates import DAY_AND_MONTH, MONTHS
from avtalsgen.swedish.durations import UNITS, TimeUnit
from avtalsgen.swedish.numbers import PLACES

_DAY: Final = re.compile(rf"{DAY_AND_MONTH}.*")
_DATE: Final = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_LAST: Final = frozenset(("senast", "före"))
_FIRST: Final = ("första", "gången")
_ENDS: Final = frozenset(("utgång", "utgången", "slut", "slutet"))
"""What makes a month the last day of it: `före april månads utgång`."""
_WITHIN: Final = ("inom", "senast")
_BEFORE: Final = (("före",), ("innan",))
_AFTER: Final = "efter"
_MOST: Final = "högst"
_WHEN: Final = frozenset((("senast", "vid"), ("senast", "när")))
"""What makes something that happens the last moment: `senast vid läsårets slut`."""
_OF_AN_HOUR, _OF_A_MINUTE = 1 / 24, 1 / 1440
"""Days of a unit that is shorter than one."""
_WORKING_DAYS: Final = ("arbetsdag", "vardag")
_OF_A_WORKING_DAY: Final = 7 / 5
"""Days of one of the five that a week has."""
_ABOUT: Final = 0.1
"""How much of the longer of two times in different units may be rounding: 30 days, a month."""
_ONES: Final = ("en", "ett")
_FOR, _THE, _FROM = "för", "den", "från"
_MONTH: Final = frozenset(("månad", "månaden"))
_DURING: Final = "under"
_LASTING: Final = 6
"""Words after `under`, of which one is a unit: `under de första 24 månaderna`."""
_PER: Final = frozenset(("per", "om", "i", "under"))
_NO_TIMES: Final = frozenset(("kronor", "procent"))
_TIMES: Final = frozenset(("gång", "gånger"))
_YEAR: Final = 365
_APART: Final = 3
"""Words after a number, of which one may begin what it is counted in: `2 möten per termin`."""
_STEM: Final = 4
_EVERY: Final = ("var", "vart")
_EVERY_OTHER: Final = {"varje": 1, "varannan": 2, "vartannat": 2}


class _Length(NamedTuple):
    """A length of time."""

    place: int
    """Of the word before it."""
    days: float
    unit: str


class Day(NamedTuple):
    """A day, of a year where one is said."""

    year: int
    """0 for any."""
    of_year: int
    """Its place, with 31 days to every month."""


def deadline_way(
    old: Sequence[str], new: Sequence[str], days_of: Mapping[str, int], *, paid: bool = False
) -> int:
    """Return 1 where `new` is to be done sooner than `old`, or longer ahead, -1 where later.

    `days_of` says how many days a unit is. What is `paid` some days after something is paid within
    them; what is kept is kept as long. 0 where nobody can tell.
    """
    ahead = [_ahead(side, days_of) for side in (old, new)]
    if ahead[0] and ahead[1] and (way := _longer(ahead[0], ahead[1])):
        return way
    within = [_within(side, days_of, paid=paid) for side in (old, new)]
    if bool(ahead[0]) != bool(ahead[1]) and not any(within):
        return _sign(bool(ahead[0]), bool(ahead[1]))  # en vecka före, samma dag
    if within[0] and within[1]:
        if way := _longer(within[1], within[0]):
            return way
    elif within[0]:
        return 1 if _is_after(old, within[0]) and _is_at_once(new) else -1
    elif within[1]:
        return -1 if _is_after(new, within[1]) and _is_at_once(old) else 1
    return _day_way(old, new, measured=any(within) or any(ahead))


def _day_way(old: Sequence[str], new: Sequence[str], *, measured: bool) -> int:
    """Return which way a day went; `measured` that one side says a length of time instead."""
    of_month = _day_of_month(old), _day_of_month(new)
    if all(of_month) and of_month[0] != of_month[1]:
        return _sign(*of_month[::-1])
    firsts = _first_day(old), _first_day(new)
    if all(firsts) and (way := _sooner(*firsts)):
        return way
    days = _last_day(old), _last_day(new)
    if not all(days) and (measured or only_day(old) == only_day(new)):
        return 0  # den 1 juni, senast den 1 juni
    return _sooner(*days)


def often_way(old: Sequence[str], new: Sequence[str]) -> int:
    """Return 1 where `new` is done oftener than `old` in one and the same time, -1 where rarer.

    `en gång per termin`, `två kvällar i veckan`: whatever is counted, and whatever the time.
    """
    before, now = _counted(old), _counted(new)
    ways = {_sign(before[unit], now[unit]) for unit in before.keys() & now.keys()} - {0}
    return ways.pop() if len(ways) == 1 else 0


def times_a_year(words: Sequence[str], days_of: Mapping[str, int], listed: float) -> float:
    """Return how many times a year something is done, 0 if none is said.

    `tio gånger om året`, else what a list says, else `vart tredje år`.
    """
    interval = _interval(words, days_of)
    units = map(_plain, words[3:])
    counted = (
        (1.0 if number in _ONES else float(number)) * _YEAR / days_of[unit]
        for number, times, per, unit in zip(words, words[1:], words[2:], units, strict=False)
        if times in _TIMES and per in _PER and days_of.get(unit)
        if number in _ONES or number.isdecimal()
    )
    return max(counted, default=0.0) or listed or (_YEAR / interval if interval else 0.0)


def length_way(old: Sequence[str], new: Sequence[str], days_of: Mapping[str, int]) -> int | None:
    """Return 1 where a length of time in another unit is longer, -1 where it is shorter.

    None where a side names none, or several, or both are in one unit. `tio arbetsdagar` are two
    weeks.
    """
    before, now = (list(_lengths(side, days_of)) for side in (old, new))
    if len(before) != 1 or len(now) != 1 or before[0].unit == now[0].unit:
        return None
    return _longer(before[0], now[0])


def during_way(old: Sequence[str], new: Sequence[str], days_of: Mapping[str, int]) -> int:
    """Return 1 where `new` goes on for longer than `old`, -1 where for shorter.

    `under två år`, `under de första 24 månaderna`; 0 where a side does not say how long.
    """
    before, now = _during(old, days_of), _during(new, days_of)
    return _longer(before, now) if before and now else 0


def _during(words: Sequence[str], days_of: Mapping[str, int]) -> _Length | None:
    """Return the length of time that something goes on, None if none is said."""
    for place, word in enumerate(words):
        if word != _DURING:
            continue
        for number, counted in pairwise(words[place + 1 : place + _LASTING]):
            units = (counted, counted.removesuffix("na"), counted.removesuffix("en"))
            unit = next(filter(days_of.__contains__, units), "")
            if number.isdecimal() and unit:
                return _Length(place, int(number) * _days(unit, days_of), unit)
    return None


def _plain(unit: str) -> str:
    """Return a unit of time as it is counted: `året`, `veckan`."""
    return next((unit.removesuffix(end) for end in ("et", "n") if unit.endswith(end)), unit)


def _interval(words: Sequence[str], days_of: Mapping[str, int]) -> int:
    """Return how many days there are from one time to the next; 0 if none is said."""
    for said, count, unit in zip(words, words[1:], (*words[2:], ""), strict=False):
        if said in _EVERY and count in PLACES and unit in days_of:
            return (1 + PLACES.index(count)) * days_of[unit]
        if said in _EVERY_OTHER and count in days_of:
            return _EVERY_OTHER[said] * days_of[count]
    return 0


def period(words: Sequence[str], place: int, days_of: Mapping[str, int]) -> float:
    """Return how many days what is counted at `place` is for: `kronor per påbörjad vecka`."""
    start = place + 1 + (words[place + 1 : place + 2] == (_FOR,))  # kronor för varje vecka
    if not {*words[start : start + 1]} & {"per", "varje"}:
        return 0.0
    units = (word for word in words[start + 1 : start + 3] if word in days_of)
    return next((_days(unit, days_of) for unit in units), 0.0)


def _sign(old: float, new: float) -> int:
    return (new > old) - (new < old)


def _longer(old: _Length, new: _Length) -> int:
    """Return whether a length is longer; of two in different units by more than rounding."""
    near = abs(old.days - new.days) <= _ABOUT * max(old.days, new.days)
    return 0 if near and old.unit != new.unit else _sign(old.days, new.days)


def _counted(words: Sequence[str]) -> Mapping[str, float]:
    """Return how many times are named for each time that they are counted in, where one is."""
    counts: dict[str, list[float]] = {}
    for place, word in enumerate(words):
        number = 1.0 if word in _ONES else float(word) if word.isdecimal() else 0.0
        if words[place - 1 : place] == (_MOST,):
            continue  # högst tio elever per grupp
        for end in range(place + 2, place + 2 + _APART - 1):
            between = words[place + 1 : end]
            if number and words[end : end + 1] and words[end] in _PER and words[end + 1 : end + 2]:
                if _NO_TIMES.isdisjoint(between) and not any(map(str.isdecimal, between)):
                    counts.setdefault(_unit(words[end + 1]), []).append(number)
                break
    return {unit: times[0] for unit, times in counts.items() if len(times) == 1}


def _unit(word: str) -> str:
    return word.removesuffix("et")[:_STEM]


def _within(words: Sequence[str], days_of: Mapping[str, int], *, paid: bool) -> _Length | None:
    """Return the shortest time that something must be done within."""
    words = tuple(words)
    lengths = (
        length
        for length in _lengths(words, days_of)
        if (words[length.place] in _WITHIN and words[length.place + 3 :][:1] not in _BEFORE)
        or ((paid or words[length.place] == _MOST) and _is_after(words, length))
    )
    return min(lengths, key=lambda length: length.days, default=None)


def _ahead(words: Sequence[str], days_of: Mapping[str, int]) -> _Length | None:
    """Return how long before something else it must be done: `senast nio månader före`."""
    words = tuple(words)
    lengths = (
        length
        for length in _lengths(words, days_of)
        if words[length.place + 3 : length.place + 4] in _BEFORE
    )
    return max(lengths, key=lambda length: length.days, default=None)


def _is_after(words: Sequence[str], length: _Length) -> bool:
    return tuple(words[length.place + 3 : length.place + 4]) in ((_AFTER,), (_FROM,))


def _is_at_once(words: Sequence[str]) -> bool:
    """Return whether it is to be done when something happens, or before that."""
    return not _WHEN.isdisjoint(pairwise(words)) or any((word,) in _BEFORE for word in words)


def _lengths(words: Sequence[str], days_of: Mapping[str, int]) -> Iterator[_Length]:
    for place, (number, unit) in enumerate(pairwise(words[1:])):
        if number.isdecimal() and unit in days_of:
            yield _Length(place, int(number) * _days(unit, days_of), unit)


def _days(unit: str, days_of: Mapping[str, int]) -> float:
    if unit.startswith(_WORKING_DAYS):
        return _OF_A_WORKING_DAY
    short = _OF_A_MINUTE if UNITS.get(unit) is TimeUnit.MINUTE else _OF_AN_HOUR
    return days_of[unit] or short


def _last_day(words: Sequence[str]) -> Day | None:
    """Return the day that something must be done by, none if there is none or several."""
    return None if _LAST.isdisjoint(words) else only_day(words)


def _first_day(words: Sequence[str]) -> Day | None:
    """Return the day from which something is done, none if there is none or several."""
    first = _FIRST in pairwise(words)
    given = (_FROM, _THE) in pairwise(words) or any(
        word == _FROM and _DAY.fullmatch(day) for word, day in pairwise(words)
    )
    return only_day(words) if first or given else None


def _day_of_month(words: Sequence[str]) -> int:
    """Return the day of every month that something is done: `den 15 i varje månad`; 0 if none.

    A day that no month stands by is one of every month: `senast den 15`.
    """
    for place, (before, day) in enumerate(pairwise(words)):
        number = int(day) if day.isdecimal() else 1 + PLACES.index(day) if day in PLACES else 0
        after = words[place + 2 : place + 2 + _APART]
        of_month = not _MONTH.isdisjoint(after) or words[place - 1 : place] == (_WITHIN[1],)
        if before == _THE and number and of_month:
            return number
    return 0


def only_day(words: Sequence[str]) -> Day | None:
    """Return the day that is named, none if there is none or several."""
    last_days = [
        Day(0, 31 * MONTHS.index(day[2]) + int(day[1]))
        for word in words
        if (day := _DAY.fullmatch(word))
    ]
    last_days += [
        Day(int(date[1]), 31 * (int(date[2]) - 1) + int(date[3]))
        for word in words
        if (date := _DATE.fullmatch(word))
    ]
    if not _ENDS.isdisjoint(words):
        last_days += [Day(0, 31 * MONTHS.index(word) + 31) for word in words if word in MONTHS]
    return last_days[0] if len(last_days) == 1 else None


def _sooner(old: Day | None, new: Day | None) -> int:
    """Return 1 where a last day is sooner, or only now there is one, -1 where it is later."""
    if old is None or new is None:
        return _sign(bool(old), bool(new))
    if old.year and new.year and old.year != new.year:
        return _sign(new.year, old.year)
    return _sign(new.of_year, old.of_year)
