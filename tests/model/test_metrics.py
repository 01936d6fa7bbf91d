"""How wide the columns of a table are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalsgen.model.metrics import LINE, column_shares
from avtalsgen.model.nodes import Cell, Table, Text
from avtalsgen.swedish.typography import NO_BREAK_SPACE
from avtalsgen.writers.pdf.inlines import inlines

CELLS = st.lists(st.text("abcåäö ", max_size=60).map(str.strip), min_size=2, max_size=2)
PADDING = 4


def table(*columns: list[str]) -> Table:
    cells: list[tuple[Cell, ...]] = [
        tuple((Text(text),) if text else () for text in row) for row in zip(*columns, strict=True)
    ]
    return Table(cells[0], tuple(cells[1:]))


def longest_word(column: list[str]) -> int:
    return max((len(word) for text in column for word in text.split()), default=0)


@given(st.lists(CELLS, min_size=1, max_size=6))
def test_the_columns_fill_the_line(columns: list[list[str]]) -> None:
    shares = column_shares(table(*columns))
    assert sum(shares) == pytest.approx(1)
    assert all(share > 0 for share in shares)


@given(st.lists(CELLS, min_size=1, max_size=6))
def test_no_word_is_broken_in_a_table_that_the_line_can_hold(columns: list[list[str]]) -> None:
    needs = [max(6, longest_word(column)) + PADDING for column in columns]
    shares = column_shares(table(*columns))
    if sum(needs) <= LINE:
        assert all(share * LINE >= need - 1e-6 for share, need in zip(shares, needs, strict=True))


def test_a_line_that_words_fill_to_the_last_character_breaks_none() -> None:
    shares = column_shares(table(["b" * 21, "b"], ["a a", "c" * 41]))
    assert [round(share * LINE) for share in shares] == [25, 45]


def test_a_column_of_long_text_gives_way_to_long_words() -> None:
    shares = column_shares(table(["Handling", "text " * 30], ["Diarienummer", "SON 2019-755"]))
    assert shares[1] * LINE >= len("Diarienummer") + PADDING


def test_sums_stay_whole_in_a_table_with_too_many_columns_for_its_words() -> None:
    total = "12 500 000".replace(" ", NO_BREAK_SPACE)
    words = [["a" * 28, "b" * 26]] * 5
    shares = column_shares(table(*words, ["Kostnad", f"{total} kronor"]))
    assert shares[-1] * LINE >= len(total) + PADDING - 1e-6
    assert all(share < shares[-1] for share in shares[:-1])


def test_a_line_may_end_between_two_days_and_not_within_one() -> None:
    cell = (Text("2026-12-31–2028-12-31"),)
    assert inlines(cell, 11) == [["long", ["2026-12-31–", "2028-12-31"]]]
