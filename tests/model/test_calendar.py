"""Days of obligations: those that are in the calendar, and what is told of them."""

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from avtalsgen.model.calendar import (
    Calendar,
    Obligation,
    Once,
    Undated,
    When,
    Yearly,
    days,
    free_because,
    occurrences,
)
from avtalsgen.swedish.dates import MonthDay, day_in, long, weekday

dates = st.dates(date(2000, 1, 1), date(2060, 12, 31))
month_days = st.builds(lambda day: MonthDay(day.month, day.day), dates)


def obligation(when: When, who: str = "utförare") -> Obligation:
    said = ("Enheten", "gör något", when, "då", "prov@1", "Prov", "SN 1", "tvist@1", "1", "Tvist")
    return Obligation(who, *said, deviates=False)


@given(month_days, dates, dates, st.none() | dates, st.none() | dates)
@example(MonthDay(2, 29), date(2027, 1, 1), date(2028, 12, 31), None, None)  # one year has it
def test_a_yearly_day_is_that_day_of_every_year_between(
    day: MonthDay, start: date, end: date, first: date | None, last: date | None
) -> None:
    found = list(days(Yearly(day, first, last), start, end))
    begin, stop = max(start, first or start), min(end, last or end)
    span = (stop - begin).days + 1
    by_hand = [begin + timedelta(n) for n in range(max(0, span))]
    assert found == [each for each in by_hand if (each.month, each.day) == (day.month, day.day)]


@given(dates, dates, dates)
def test_a_day_is_in_the_calendar_or_not(day: date, start: date, end: date) -> None:
    assert list(days(Once(day), start, end)) == ([day] if start <= day <= end else [])


def test_what_has_no_day_has_none() -> None:
    assert list(days(Undated(), date.min, date.max)) == []


@given(st.lists(st.builds(Once, dates) | st.builds(Yearly, month_days), max_size=6), dates)
def test_days_come_in_the_order_of_time_and_no_later_than_the_end(
    whens: list[When], end: date
) -> None:
    every = tuple(map(obligation, whens))
    found = occurrences(Calendar(every, date(2000, 1, 1), end, end), date(2060, 12, 31))
    assert [each.day for each in found] == sorted(each.day for each in found)
    assert all(each.day <= end for each in found)
    assert len(found) == sum(len(list(days(when, date(2000, 1, 1), end))) for when in whens)


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2024, 3, 31), "påskdagen"),
        (date(2029, 3, 31), "lördag"),
        (date(2027, 3, 31), ""),
        (date(2026, 12, 31), "nyårsafton"),
        (date(2027, 1, 1), "nyårsdagen"),
        (date(2027, 2, 28), "söndag"),
    ],
)
def test_a_day_when_nobody_is_at_work_is_told(day: date, why: str) -> None:
    assert free_because(day) == why


@given(dates)
def test_a_day_in_running_text_is_found(day: date) -> None:
    assert day_in(f"till och med den {long(day)}.") == day == day_in(f"t.o.m. {day}")
    assert day_in(f"{long(day)} eller {long(day)}") is None


@pytest.mark.parametrize("text", ["tills vidare", "31 februari 2027", "2027-02-31", "12 månader"])
def test_text_without_one_day_names_none(text: str) -> None:
    assert day_in(text) is None


def test_days_of_the_week_have_their_names() -> None:
    assert [weekday(date(2026, 11, 23) + timedelta(n)) for n in (0, 5, 6)] == [
        *("måndag", "lördag", "söndag")
    ]


def test_roles_are_subjects() -> None:
    said = {who: obligation(Undated(), who).subject for who in ("båda", "inte angivet", "nämnd")}
    assert said == {"båda": "Båda parter", "inte angivet": "Inte angivet vem:", "nämnd": "Nämnd"}
