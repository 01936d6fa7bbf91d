"""What parties are to do and when, taken out of one or more documents.

    Calendar ── Obligation ── Once | Yearly | Undated

An obligation that comes back is one; `occurrences` are the days that it has.
"""

from collections.abc import Iterator
from datetime import date
from typing import assert_never

from avtalsgen.records import dataclass
from avtalsgen.swedish.dates import MonthDay, weekday
from avtalsgen.swedish.holidays import eves, holidays, is_free
from avtalsgen.swedish.phrases import capitalise_first


@dataclass(frozen=True, slots=True)
class Once:
    """On one day."""

    day: date


@dataclass(frozen=True, slots=True)
class Yearly:
    """On a day of every year, from and to a day where one is agreed."""

    day: MonthDay
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Undated:
    """When something happens, or always; why there is no day is in the words of it."""


When = Once | Yearly | Undated


_SUBJECTS = {"båda": "Båda parter", "inte angivet": "Inte angivet vem:"}
"""Roles that are no subject as they stand."""


@dataclass(frozen=True, slots=True)
class Obligation:
    """Who is to do what, when, and where it says so.

    `who` is the role of the clause, `party` the name of the body that has it, empty where the
    role is nobody's. `words` is when, as one would say it.
    """

    who: str
    party: str
    what: str
    when: When
    words: str
    uppdrag: str
    title: str
    dnr: str
    clause: str
    number: str
    heading: str
    deviates: bool
    """The uppdrag has a text of its own in the place of the clause's."""

    @property
    def subject(self) -> str:
        """Who, as the subject of what is to be done."""
        return _SUBJECTS.get(self.who) or capitalise_first(self.who)

    @property
    def dated(self) -> bool:
        """Whether the facts give it a day."""
        return not isinstance(self.when, Undated)

    @property
    def section(self) -> str:
        """The section as it is referred to: `4.3 Klagomål`."""
        return " ".join(part for part in (self.number, self.heading) if part)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The obligations of some documents, from a day on, to a day or without end."""

    obligations: tuple[Obligation, ...]
    start: date
    end: date | None
    stamp: date
    """The day of the newest document: when what the calendar says was last changed."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A day on which something is to be done."""

    day: date
    obligation: Obligation


def occurrences(calendar: Calendar, horizon: date) -> tuple[Occurrence, ...]:
    """Return every day up to `horizon`, and to the end of the calendar, in the order of time."""
    end = min(horizon, calendar.end) if calendar.end else horizon
    dated = [
        Occurrence(day, obligation)
        for obligation in calendar.obligations
        for day in days(obligation.when, calendar.start, end)
    ]
    return tuple(sorted(dated, key=lambda obligation: obligation.day))


def days(when: When, start: date, end: date) -> Iterator[date]:
    """Yield the days of `when` from `start` to `end`, both included."""
    match when:
        case Once(day):
            if start <= day <= end:
                yield day
        case Yearly(month_day, first, last):
            begin, stop = max(start, first or start), min(end, last or end)
            for year in range(begin.year, stop.year + 1):
                in_year = month_day.in_year(year)
                if in_year and begin <= in_year <= stop:
                    yield in_year
        case Undated():
            return
        case _ as unreachable:
            assert_never(unreachable)


def free_because(day: date) -> str:
    """Return why nobody may be at work on `day`: a holiday, an eve or the day of the week."""
    if not is_free(day):
        return ""
    named = holidays(day.year).get(day) or eves(day.year).get(day)
    return named or weekday(day)
