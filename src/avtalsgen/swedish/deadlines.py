"""The last day of a time that the law sets: lagen (1930:173) om beräkning av lagstadgad tid."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Final

from avtalsgen.swedish.durations import Duration, TimeUnit
from avtalsgen.swedish.holidays import is_free

_DAYS: Final = {TimeUnit.DAY: 1, TimeUnit.WEEK: 7}
_MONTHS: Final = {TimeUnit.MONTH: 1, TimeUnit.YEAR: 12}


def last_day(start: date, length: Duration) -> date:
    """Return the last day to do what is to be done within `length` from `start`.

    `start` itself is not counted. A time in weeks ends on the same day of the week, one in
    months or years on the same day of the month, or on the last day of a month that has no
    such day (1 §). When that is a Saturday, a Sunday, another public holiday, midsommarafton,
    julafton or nyårsafton, the next day that is none of them is the last (2 §).

    Raises:
        ValueError: `length` is in working days, hours or minutes, of which the act says nothing.
    """
    return next_working_day(_end(start, length))


def before(end: date, length: Duration) -> date:
    """Return the last day to begin a time of `length` that is to be over on `end`.

    Counted backwards as `last_day` counts forwards, to the same day of the week or the month.
    An agreement is not a statute: the day is not moved when it is a Sunday.

    Raises:
        ValueError: as `last_day`.
    """
    return _end(end, length, -1)


def after(start: date, length: Duration) -> date:
    """Return the day when a time of `length` from `start` is over, as agreements count it.

    Raises:
        ValueError: as `last_day`.
    """
    return _end(start, length)


def next_working_day(day: date) -> date:
    """Return `day`, or the first day after it that is a söckendag and no such eve."""
    while is_free(day):
        day += timedelta(1)
    return day


def _end(start: date, length: Duration, way: int = 1) -> date:
    amount = way * length.amount
    if length.unit in _DAYS:
        return start + timedelta(amount * _DAYS[length.unit])
    if length.unit not in _MONTHS:
        raise ValueError(f"lagen räknar inte tid i {length.unit.plural}")
    years, month = divmod(start.month - 1 + amount * _MONTHS[length.unit], 12)
    year, month = start.year + years, month + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))
