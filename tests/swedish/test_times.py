"""Spans of the clock."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from avtalsgen.swedish.times import TimeSpan, parse_time_span


@given(st.integers(0, 1439), st.integers(1, 1440))
def test_a_printed_span_is_read_back(start: int, end: int) -> None:
    assume(start != end)
    span = TimeSpan(start, end)
    assert parse_time_span(str(span)) == span


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("08:00–17:00", "kl.\xa08–17"),
        ("08.00-17.00", "kl.\xa08–17"),
        ("08:30–16:00", "kl.\xa08.30–16"),
        ("8–17", "kl.\xa08–17"),
        ("kl. 8–17", "kl.\xa08–17"),
        ("08:00 - 17:05", "kl.\xa08–17.05"),
        ("22:00–06:00", "kl.\xa022–6"),
        ("00:00–24:00", "kl.\xa00–24"),
    ],
)
def test_a_typed_span_is_printed_in_swedish(text: str, printed: str) -> None:
    assert str(parse_time_span(text)) == printed


@pytest.mark.parametrize(
    "text",
    [
        *("08:00", "08:00–", "25:00–26:00", "08:60–09:00", "08:00–08:00", "24:00–08:00"),
        *("08:00 till 17:00", "8:5–9", "8am–5pm", "", "-1–5", "08:00–17:00–18:00"),
    ],
)
def test_a_span_written_otherwise_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="inte ett tidsspann; skriv till exempel 08:00–17:00"):
        parse_time_span(text)


@pytest.mark.parametrize(("start", "end"), [(-1, 5), (0, 0), (1440, 5), (5, 1441), (7, 7)])
def test_a_span_cannot_be_made_of_what_no_clock_shows(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="klockslagen"):
        TimeSpan(start, end)
