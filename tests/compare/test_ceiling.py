"""What two sections can have in common at most, told before their pieces are looked at."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from avtalsgen.compare.duties.ceiling import ceiling, outlined
from avtalsgen.compare.duties.likeness import bags, cosine

WORDS = st.sampled_from(
    [
        "lämna",
        "rapport",
        "rapportering",
        "kvartal",
        "lokal",
        "lokaler",
        "nycklar",
        "14",
        "dagar",
        "personal",
        "utbilda",
    ]
)
TEXTS = st.lists(st.lists(WORDS, max_size=12), min_size=2, max_size=8)


@given(TEXTS)
def test_no_two_are_more_alike_than_their_ceiling(texts: list[list[str]]) -> None:
    every = bags(texts)
    shapes = outlined(every)
    for (first, here), (second, there) in product(zip(every, shapes, strict=True), repeat=2):
        assert ceiling(here, there) >= cosine(first, second) - 1e-9


def test_texts_with_one_word_of_many_in_common_have_a_low_ceiling() -> None:
    """A ceiling of 1 for all would hold too, and spare no work."""
    texts = [
        ["leverantören", "lämnar", "rapport", "varje", "kvartal", "skriftligt"],
        ["kommunen", "betalar", "fakturan", "skriftligt", "inom", "trettio", "dagar"],
        ["leverantören", "lämnar", "rapport", "varje", "månad", "skriftligt"],
    ]
    reporting, paying, monthly = outlined(bags(texts))
    assert ceiling(reporting, paying) < 0.25
    assert ceiling(reporting, monthly) > 0.5
