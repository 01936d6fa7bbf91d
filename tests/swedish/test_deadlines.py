"""The last day, by the act of 1930."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalsgen.swedish.deadlines import after, before, last_day, next_working_day
from avtalsgen.swedish.durations import Duration, TimeUnit, parse_duration
from avtalsgen.swedish.holidays import is_free

DAYS = st.dates(date(1990, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("start", "length", "last"),
    [
        ("2026-11-23", "3 veckor", "2026-12-14"),  # Monday to Monday
        ("2026-12-03", "3 veckor", "2026-12-28"),  # julafton, two holidays and a Sunday after it
        ("2026-12-10", "3 veckor", "2027-01-04"),  # nyårsafton on a Thursday, then a weekend
        ("2026-05-29", "3 veckor", "2026-06-22"),  # midsommarafton
        ("2026-05-30", "3 veckor", "2026-06-22"),  # midsommardagen
        ("2027-03-05", "3 veckor", "2027-03-30"),  # långfredagen
        ("2026-06-05", "14 dagar", "2026-06-22"),
        ("2026-12-22", "2 dagar", "2026-12-28"),
        ("2026-11-24", "2 dagar", "2026-11-26"),
        ("2027-01-29", "1 månad", "2027-03-01"),  # no 29 February, and the 28th is a Sunday
        ("2028-01-31", "1 månad", "2028-02-29"),
        ("2028-02-29", "1 år", "2029-02-28"),
        ("2026-11-30", "3 månader", "2027-03-01"),
    ],
)
def test_the_last_day(start: str, length: str, last: str) -> None:
    assert last_day(date.fromisoformat(start), parse_duration(length)).isoformat() == last


@pytest.mark.parametrize(
    ("start", "length", "over"),
    [
        ("2026-12-31", "12 månader", "2027-12-31"),
        ("2027-02-28", "6 månader", "2027-08-28"),
        ("2027-06-24", "3 dagar", "2027-06-27"),  # a Sunday, which moves no agreement
        ("2027-11-01", "8 veckor", "2027-12-27"),
    ],
)
def test_an_agreement_counts_both_ways_to_the_same_day(start: str, length: str, over: str) -> None:
    begins, ends, time = *map(date.fromisoformat, (start, over)), parse_duration(length)
    assert after(begins, time) == ends
    assert before(ends, time) == begins


@given(DAYS, st.integers(1, 60))
def test_a_time_in_weeks_ends_on_the_same_weekday_or_after_it(start: date, weeks: int) -> None:
    end = start + timedelta(7 * weeks)
    found = last_day(start, Duration(weeks, TimeUnit.WEEK))
    assert found >= end
    assert not is_free(found)
    assert all(is_free(end + timedelta(days)) for days in range((found - end).days))


@given(DAYS)
def test_nobody_waits_longer_than_christmas(day: date) -> None:
    assert next_working_day(day) - day <= timedelta(5)
    assert next_working_day(next_working_day(day)) == next_working_day(day)


@given(DAYS, st.integers(1, 40))
def test_a_later_start_never_ends_earlier(start: date, days: int) -> None:
    later, length = start + timedelta(1), Duration(days, TimeUnit.DAY)
    assert last_day(start, length) <= last_day(later, length)


@given(DAYS, st.integers(1, 30))
def test_twelve_months_are_a_year(start: date, years: int) -> None:
    year = last_day(start, Duration(years, TimeUnit.YEAR))
    assert year == last_day(start, Duration(12 * years, TimeUnit.MONTH))


@pytest.mark.parametrize(
    "unit", [TimeUnit.WORKING_DAY, TimeUnit.HOUR, TimeUnit.MINUTE, TimeUnit.FULL_DAY]
)
def test_the_act_says_nothing_of_other_units(unit: TimeUnit) -> None:
    with pytest.raises(ValueError, match="räknar inte tid"):
        last_day(date(2026, 1, 1), Duration(1, unit))
