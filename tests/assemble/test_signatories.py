"""Who signs for a party: one, or as many as may sign for the firm together."""

import pytest
from tests.documents.every import ROOT, document

from avtalsgen.model import plain
from avtalsgen.pipeline.workspace.project import open_project
from avtalsgen.uppdrag import known
from avtalsgen.uppdrag.facts import Known
from avtalsgen.writers.pdf.signers import to_be_signed

PRIVATE = "korttidsboende@2026"


def test_each_who_signs_for_a_firm_has_a_place_and_a_field_of_its_own() -> None:
    signatories = to_be_signed(document(PRIVATE))
    assert [each.party for each in signatories] == ["beställare", "utförare", "utförare-2"]
    assert [plain.text(each.name) for each in signatories] == [
        "Alva Exempelgren",
        "Bo Exempelström",
        "Cia Exempelberg",
    ]
    assert len({plain.text(each.organisation) for each in signatories[1:]}) == 1


def test_a_party_with_one_who_signs_has_one_place() -> None:
    signatories = to_be_signed(document("vald-i-nara-relation@2026"))
    assert [each.party for each in signatories] == ["beställare", "utförare"]


@pytest.mark.parametrize("words", ["3 150 kronor per dygn", "högst 9 198 000 kronor om året"])
def test_a_price_by_the_day_is_a_sum_by_the_year(words: str) -> None:
    text = " ".join(plain.words(document(PRIVATE))).replace("\N{NO-BREAK SPACE}", " ")
    assert words in text


def test_the_sum_of_a_year_is_the_days_by_the_price() -> None:
    project = open_project(ROOT)
    lookup = project.lookup(project.uppdrag("korttidsboende", "2026"))
    fact = lookup.fact(known.YEARS_SUM)
    assert isinstance(fact, Known)
    assert fact.value == 2920 * 3150
