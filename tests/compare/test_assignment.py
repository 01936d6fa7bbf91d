"""Who answers to whom is the best there is."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from avtalsgen.compare.align.assignment import best
from avtalsgen.compare.words.subsequence import increasing

_WORTH = st.dictionaries(
    st.integers(0, 4), st.dictionaries(st.integers(0, 4), st.integers(1, 9).map(float))
)


@given(_WORTH)
def test_no_other_choice_is_worth_more(worth: dict[int, dict[int, float]]) -> None:
    found = best(worth)
    assert len(set(found.values())) == len(found)
    assert sum(worth[row][column] for row, column in found.items()) == max(
        sum(worth.get(row, {}).get(column, 0.0) for row, column in enumerate(columns))
        for columns in permutations(range(5))
    )


@given(st.permutations(range(7)), st.lists(st.integers(1, 9).map(float), min_size=7, max_size=7))
def test_no_other_order_is_heavier(values: list[int], weights: list[float]) -> None:
    found = sorted(increasing(values, weights))
    assert [values[at] for at in found] == sorted(values[at] for at in found)
    heaviest = [0.0] * len(values)
    for at, value in enumerate(values):
        before = (heaviest[i] for i in range(at) if values[i] < value)
        heaviest[at] = weights[at] + max(before, default=0.0)
    assert sum(weights[at] for at in found) == max(heaviest)
