"""Dates, and days of any year."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalsgen.swedish.dates import MonthDay, iso, long, parse_date, parse_month_day


@given(st.dates())
def test_an_iso_date_is_read_back(d: date) -> None:
    assert parse_date(iso(d)) == d


@given(st.dates())
def test_a_day_of_any_year_is_read_back(d: date) -> None:
    day = MonthDay(d.month, d.day)
    assert parse_month_day(str(day)) == day


@given(st.dates())
def test_the_long_form_is_the_day_of_the_year_and_the_year(d: date) -> None:
    assert long(d) == f"{MonthDay(d.month, d.day)} {d.year}"


def test_a_date_is_printed_in_two_forms() -> None:
    assert long(date(2022, 1, 1)) == "1\xa0januari 2022"
    assert iso(date(2022, 1, 1)) == "2022-01-01"


@pytest.mark.parametrize(
    "text",
    [
        *("20220101", "2022-W01-1", "2022-1-1", "22-01-01", "1 januari 2022", "2022-01-01T00:00"),
        *("", "٢٠٢٢-٠١-٠١", "2022-01-01 2022-01-02"),
    ],
)
def test_a_date_in_another_form_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="är inte ett datum; skriv till exempel 2022-01-31"):
        parse_date(text)


@pytest.mark.parametrize("text", ["2022-02-31", "2023-02-29", "2022-13-01", "0000-01-01"])
def test_a_day_that_is_not_there_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"dagen {text} finns inte"):
        parse_date(text)


def test_the_29th_of_february_is_a_day_of_some_years() -> None:
    day = parse_month_day("29 februari")
    assert str(day) == "29\xa0februari"
    assert [day.in_year(year) for year in (2027, 2028)] == [None, date(2028, 2, 29)]


@pytest.mark.parametrize("text", ["31 februari", "30 februari", "31 april", "0 mars", "32 mars"])
def test_a_day_that_no_year_has_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"dagen {text} finns inte"):
        parse_month_day(text)


@pytest.mark.parametrize("text", ["31 Mars", "31:a mars", "mars 31", "31 mars 2022", "31/3", ""])
def test_a_day_in_another_form_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="inte en dag i en månad; skriv till exempel 31 mars"):
        parse_month_day(text)


@pytest.mark.parametrize(("month", "day"), [(0, 1), (13, 1), (2, 30), (1, 0)])
def test_a_day_cannot_be_made_of_what_no_year_has(month: int, day: int) -> None:
    with pytest.raises(ValueError, match="ingen dag"):
        MonthDay(month, day)


def test_days_come_in_the_order_of_the_year() -> None:
    assert MonthDay(3, 31) < MonthDay(4, 1) < MonthDay(12, 2) < MonthDay(12, 10)
