"""An infinitive is known by its end, and is one with its particle."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalsgen.swedish.infinitives import may_be_infinitive, with_particles

WORDS = st.sampled_from(
    ["visa", "upp", "utdrag", "lämna", "in", "bilen", "ut", "vid", "betalas", "av", "stå"]
)


@pytest.mark.parametrize(
    "word", ["lämna", "stå", "överse", "förstå", "uppge", "ske", "bero", "avgå", "åtala"]
)
def test_a_verb_as_it_stands_after_ska_is_one(word: str) -> None:
    assert may_be_infinitive(word)


@pytest.mark.parametrize("word", ["lämnar", "står", "bolaget", "tvätt", "idé", "avtal"])
def test_other_words_are_none(word: str) -> None:
    assert not may_be_infinitive(word)


def test_a_verb_and_its_particle_are_one_word() -> None:
    assert [*with_particles(["ska", "visa", "upp", "utdrag"])] == ["ska", "uppvisa", "utdrag"]
    assert [*with_particles(["ska", "betalas", "ut", "i", "dag"])] == [
        "ska",
        "utbetalas",
        "i",
        "dag",
    ]


@given(st.lists(WORDS))
def test_no_letter_is_lost(words: list[str]) -> None:
    assert sorted("".join(with_particles(words))) == sorted("".join(words))
