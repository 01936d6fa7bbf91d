"""The columns of every table on a screen."""

from hypothesis import given
from hypothesis import strategies as st

from avtalsgen.writers.terminal_table import GAP, table

CELL = st.text("åb1 ", max_size=6).map(str.strip)


def test_numbers_stand_to_the_right_and_words_to_the_left() -> None:
    assert table(("ÅR", "PER ÅR", "KÄLLA"), [("2019", "9", "SKR"), ("20", "12 000", "")], {1}) == [
        "ÅR    PER ÅR  KÄLLA",
        "2019       9  SKR",
        "20    12 000",
    ]


@given(rows=st.lists(st.tuples(CELL, CELL, CELL), min_size=1))
def test_every_cell_begins_where_its_column_does(rows: list[tuple[str, str, str]]) -> None:
    header, *below = rows
    lines = table(header, below)
    starts = [0]
    for column in range(2):
        starts.append(starts[-1] + max(len(row[column]) for row in rows) + len(GAP))
    for row, line in zip(rows, lines, strict=True):
        for start, cell in zip(starts, row, strict=True):
            assert line[start : start + len(cell)] == cell
        assert line == line.rstrip()
