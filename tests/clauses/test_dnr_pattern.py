"""Patterns of diarienummer, from anybody."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.work import calls

from avtalsgen.clauses.house.dnr_pattern import LONGEST, parse_pattern

ATOMS = ("S", "-", " ", r"\d", r"\.", "[A-C]", "[SÖ-]")
TIMES = ("", "?", "+", "*", "{2}", "{1,3}", "{0,2}")
patterns = st.lists(
    st.tuples(st.sampled_from(ATOMS), st.sampled_from(TIMES)), min_size=1, max_size=6
).map(lambda parts: "".join(map("".join, parts)))


@given(patterns, st.text("S-. 01ABCÖ", max_size=8))
def test_a_pattern_says_what_a_regular_expression_of_the_same_words_says(
    pattern: str, dnr: str
) -> None:
    assert parse_pattern(pattern, "").matches(dnr) == bool(re.fullmatch(pattern, dnr))


@pytest.mark.parametrize(
    "pattern", ["", "(a+)+", "a|b", "a{", "[b", "a{1,2,3}", "^a$", ".", "[z-a]", "a" * 101, "\\"]
)
def test_what_is_more_than_characters_and_how_many_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="mönstret"):
        parse_pattern(pattern, "")


def test_a_pattern_made_to_take_long_does_not() -> None:
    pattern = parse_pattern(r"\d*" * (LONGEST // 3), "")
    work, matches = calls(lambda: pattern.matches("1" * (LONGEST - 1) + "x"))
    assert not matches
    assert work < 50 * LONGEST * LONGEST


def test_a_very_long_number_is_none() -> None:
    assert not parse_pattern("1*", "").matches("1" * (LONGEST + 1))
