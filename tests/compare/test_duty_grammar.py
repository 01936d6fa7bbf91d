"""What became of a duty is what was done to its sentence, in whatever words it is put."""

import pytest
from tests.compare.duty_grammar import Change, changes
from tests.compare.test_duties import between

CHANGES = tuple(changes())
TURNED = {"skärpt": "mildrad", "mildrad": "skärpt", "utgår": "ny", "ny": "utgår"}


def became(change: Change) -> set[str]:
    return {*filter(None, (change.status, change.beside))}


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: f"{change.old} → {change.new}")
def test_a_duty_went_as_its_sentence_was_changed(change: Change) -> None:
    assert {duty.status for duty in between(change.old, change.new).duties} == became(change)


@pytest.mark.parametrize("change", CHANGES[::3], ids=lambda change: f"{change.new} → {change.old}")
def test_changed_back_it_goes_the_other_way(change: Change) -> None:
    back = {TURNED.get(status, status) for status in became(change)}
    assert {duty.status for duty in between(change.new, change.old).duties} == back
