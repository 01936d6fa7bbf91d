"""Lengths of time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalsgen.swedish.durations import Duration, TimeUnit, parse_duration


@given(st.integers(1, 10**6), st.sampled_from(TimeUnit))
def test_both_forms_are_read_back(amount: int, unit: TimeUnit) -> None:
    duration = Duration(amount, unit)
    assert parse_duration(str(duration)) == duration == parse_duration(duration.digits_form)


@pytest.mark.parametrize(
    ("text", "words", "in_digits"),
    [
        ("12 månader", "tolv månader", "12\xa0månader"),
        ("1 månad", "en månad", "1\xa0månad"),
        ("1 månader", "en månad", "1\xa0månad"),
        ("30 dagar", "30\xa0dagar", "30\xa0dagar"),
        ("1 år", "ett år", "1\xa0år"),
        ("5 år", "fem år", "5\xa0år"),
        ("6 veckor", "sex veckor", "6\xa0veckor"),
        ("1 vecka", "en vecka", "1\xa0vecka"),
        ("15 minuter", "15\xa0minuter", "15\xa0minuter"),
        ("60 timmar", "60\xa0timmar", "60\xa0timmar"),
        ("3 arbetsdagar", "tre arbetsdagar", "3\xa0arbetsdagar"),
        ("1 dygn", "ett dygn", "1\xa0dygn"),
        ("2590 timmar", "2\xa0590\xa0timmar", "2\xa0590\xa0timmar"),
    ],
)
def test_a_typed_duration_is_printed_in_both_forms(text: str, words: str, in_digits: str) -> None:
    duration = parse_duration(text)
    assert (str(duration), duration.digits_form) == (words, in_digits)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "12",
            "månader",
            "12månader",
            "12 mån",
            "1,5 år",
            "0 dagar",
            "-1 dag",
            "12 månader 3 dagar",
        ),
        *("", "tretton månader", "12 Månader", "1 000 000 000 000 000 000 000 år"),
    ],
)
def test_a_duration_written_otherwise_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="inte en varaktighet; skriv till exempel 12 månader"):
        parse_duration(text)


def test_nothing_lasts_less_than_one_unit() -> None:
    with pytest.raises(ValueError, match="minst 1"):
        Duration(0, TimeUnit.DAY)
