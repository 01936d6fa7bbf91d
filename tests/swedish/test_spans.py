"""Spans of whole numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalsgen.swedish.spans import NumberSpan, parse_span


@given(st.integers(0, 10**9), st.integers(1, 10**9))
def test_a_printed_span_is_read_back(low: int, more: int) -> None:
    span = NumberSpan(low, low + more)
    assert parse_span(str(span)) == span


@pytest.mark.parametrize("text", ["6–8", "6-8", "6 – 8", " 6 -8 "])
def test_a_typed_span_is_printed_with_an_en_dash_without_spaces(text: str) -> None:
    assert str(parse_span(text)) == "6–8"


def test_the_ends_of_a_span_are_grouped_as_other_numbers() -> None:
    assert str(parse_span("1000–1 200")) == "1\xa0000–1\xa0200"


@pytest.mark.parametrize(
    "text", ["6", "8–6", "6–6", "-6–8", "6–8–10", "6,5–8", "a–b", "", "6 till 8"]
)
def test_a_span_written_otherwise_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="inte ett spann; skriv till exempel 6–8"):
        parse_span(text)


@pytest.mark.parametrize(("low", "high"), [(8, 6), (6, 6), (-1, 6)])
def test_a_span_goes_from_a_lower_number_to_a_higher(low: int, high: int) -> None:
    with pytest.raises(ValueError, match="lägre tal"):
        NumberSpan(low, high)
