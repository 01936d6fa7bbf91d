"""Holidays against a library that others keep, and against the words of the act."""

from datetime import date, timedelta

import holidays as others
import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalsgen.swedish.holidays import easter, eves, holidays, is_free, midsummer

YEARS = range(1990, 2101)


@pytest.mark.parametrize("year", YEARS)
def test_the_public_holidays_are_those_of_the_library(year: int) -> None:
    library = others.country_holidays("SE", years=year, include_sundays=False)
    assert set(holidays(year)) == set(library)


def test_the_library_has_no_eves() -> None:
    """What it lacks is what the act of 1930 adds; if it gets them, the test above must say so."""
    for year in YEARS:
        library = others.country_holidays("SE", years=year, include_sundays=False)
        only_eves = set(eves(year)) - set(holidays(year))
        assert not only_eves & set(library)


@given(st.integers(1583, 4000))
def test_easter_is_a_sunday_between_the_days_that_the_rule_allows(year: int) -> None:
    day = easter(year)
    assert day.weekday() == 6
    assert date(year, 3, 22) <= day <= date(year, 4, 25)


@pytest.mark.parametrize(
    ("year", "day"),
    [(1818, "1818-03-22"), (1943, "1943-04-25"), (2024, "2024-03-31"), (2027, "2027-03-28")],
)
def test_easter_is_on_the_day_that_almanacs_have(year: int, day: str) -> None:
    assert easter(year) == date.fromisoformat(day)


@given(st.integers(1990, 2100))
def test_moving_holidays_are_where_the_act_puts_them(year: int) -> None:
    named = {name: day for day, name in holidays(year).items()}
    assert midsummer(year).weekday() == named["alla helgons dag"].weekday() == 5
    assert date(year, 6, 20) <= midsummer(year) <= date(year, 6, 26)
    assert date(year, 10, 31) <= named["alla helgons dag"] <= date(year, 11, 6)
    assert named["långfredagen"] == easter(year) - timedelta(2)


def test_the_national_day_took_the_place_of_whit_monday_in_2005() -> None:
    assert "annandag pingst" in holidays(2004).values()
    assert date(2004, 6, 6) not in holidays(2004)
    assert "annandag pingst" not in holidays(2005).values()
    assert holidays(2005)[date(2005, 6, 6)] == "nationaldagen"


@pytest.mark.parametrize(
    "day",
    [
        *("2026-12-24", "2026-12-31", "2026-06-19", "2026-06-20", "2026-11-28", "2026-11-29"),
        *("2027-03-26", "2027-03-29", "2027-05-06", "2025-06-06", "2025-01-06", "2025-05-01"),
    ],
)
def test_a_day_is_free(day: str) -> None:
    assert is_free(date.fromisoformat(day))


@pytest.mark.parametrize(
    "day", ["2026-04-02", "2026-04-30", "2026-01-05", "2026-12-23", "2026-12-30", "2026-10-30"]
)
def test_other_eves_and_working_days_are_not_free(day: str) -> None:
    """Skärtorsdagen, valborgsmässoafton and trettondagsafton are working days to the act."""
    assert not is_free(date.fromisoformat(day))
