"""Signs that are digits to Unicode and no number to anybody who counts."""

import pytest
from tests.compare.test_meaning import document
from tests.compared import compare

SAID = (
    "Det finns två ({}) rum.",
    "Svaret ska lämnas inom {} dagar.",
    "Svaret ska lämnas senast {} år efter beslutet.",
    "Kommunen betalar {} tredjedelar av kostnaden.",
    "Kommunen betalar {} kronor per dygn.",
    "Mottagningen är öppen kl. {} till {}.",
    "Enligt {} kap. {} § ska planen följas.",
    "Det ska vara minst {} personal på {} barn.",
)


@pytest.mark.parametrize("digit", ["²", "①", "½", "Ⅳ", "໑"])
def test_they_are_compared_as_any_sign(digit: str) -> None:
    plain, raised = (
        document(*(sentence.replace("{}", sign) for sentence in SAID)) for sign in ("3", digit)
    )
    changes = compare(plain, raised).changes()
    assert {change.weight for change in changes} == {"saklig"}
    assert not list(compare(raised, raised).changes())
