"""Which way a duty goes follows from where a word stands; turned about it goes the other way."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cases import read
from tests.compare.test_duties import between

CASES = read(Path(__file__).with_name("polarity.md"))
ROWS = [
    (case.title, *(cell.strip() for cell in row.split("|")))
    for case in CASES
    for row in case.blocks["rader"].splitlines()
]
TURNED = {"skärpt": "mildrad", "mildrad": "skärpt", "ny": "utgår", "utgår": "ny"}

SENTENCES = st.builds(
    "Utföraren {} {} {}{}{}{}.".format,
    st.sampled_from(("ska", "bör", "får inte", "får bara")),
    st.sampled_from(("rapportera", "använda", "lämna ut", "städa")),
    st.sampled_from(("", "trasiga ", "alla ", "vissa ")),
    st.sampled_from(("bilar", "båtar", "cyklar")),
    st.sampled_from(("", " och vagnar", " eller vagnar", " som är gröna", " varje vecka")),
    st.sampled_from(("", " i hamnen", " om kommunen begär det", " inom tre dagar", " vid halka")),
)


def went(old: str, new: str) -> Counter[str]:
    return Counter(duty.status for duty in between(old, new).duties)


@pytest.mark.parametrize(("title", "old", "new", "status"), ROWS)
def test_a_duty_goes_the_way_of_its_place(title: str, old: str, new: str, status: str) -> None:
    assert went(old, new) == {status: 1}
    assert went(new, old) == {TURNED[status]: 1}
    assert went(new, new) == {"samma": 1}


@given(SENTENCES, SENTENCES)
def test_turned_about_a_duty_goes_the_other_way(old: str, new: str) -> None:
    turned = Counter(TURNED.get(status, status) for status in went(new, old).elements())
    assert went(old, new) == turned


@given(SENTENCES)
def test_a_duty_that_stayed_is_the_same(text: str) -> None:
    assert went(text, text) == {"samma": 1}
