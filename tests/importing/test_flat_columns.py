"""The parties of columns that are but lines in a text."""

from pathlib import Path

import pytest
from tests.importing.test_stated import facts
from tests.importing.test_stated_parties import NAMES

TEXT = "2 Tid\n\nDet gäller nu.\n\n3 Annat\n\nDet gäller sedan.\n"


@pytest.mark.parametrize(
    "said",
    [
        "Beställare\tLeverantör\nEkby kommun\tOmsorg Öst AB\nOrg.nr 212000-1111\tOrg.nr 1",
        "Leverantör:\tBeställare:\nOmsorg Öst AB\tEkby kommun",
        "Personuppgiftsansvarig\tPersonuppgiftsbiträde\nEkby kommun\tOmsorg Öst AB",
        "Beställaren\tEkby kommun genom socialnämnden\nEntreprenören\tOmsorg Öst AB",
        "Avtalspart (köpare)\tEkby kommun, org.nr 212000-1111\nAvtalspart (säljare)\tOmsorg Öst AB",
    ],
)
def test_the_columns_of_a_text_name_the_parties(said: str, tmp_path: Path) -> None:
    told = facts(tmp_path, f"Avtal om stöd\n\n1 Parter\n\n{said}\n\n{TEXT}")
    assert [told[path].value for path in NAMES] == ["Ekby kommun", "Omsorg Öst AB"]


@pytest.mark.parametrize(
    "said",
    [
        "Beställare\tLeverantör\nEkby kommun\tÅby kommun\nEkby\tÅby",  # which of them is which part
        "Beställare\tLeverantör\nEva Lund\tNils Ek",
        "Beställaren Eva Lund svarar på frågor\n\nLeverantören Nils Ek svarar på fel",
    ],
)
def test_no_name_is_made_of_what_is_not_plainly_one(said: str, tmp_path: Path) -> None:
    told = facts(tmp_path, f"Avtal om stöd\n\n1 Parter\n\n{said}\n\n{TEXT}")
    assert not any("Lund" in str(fact.value) or str(fact.value) == "Ek" for fact in told.values())
    assert not any(told[path].sure for path in NAMES if path in told)


def test_a_party_that_is_said_more_plainly_is_not_another_one_of_the_register(
    tmp_path: Path,
) -> None:
    said = "Beställare: Ekby kommun\nUtförare: Stiftelsen Sol"
    other = "1 Uppgifter\n\nPersonuppgiftsansvarig: Linköpings kommun"
    told = facts(tmp_path, f"Avtal om stöd\n\n{said}\n\n{other}\n\n{TEXT}")
    assert [(told[path].value, told[path].sure) for path in NAMES] == [
        ("Ekby kommun", False),
        ("Stiftelsen Sol", False),
    ]


@pytest.mark.parametrize("turned", [False, True])
def test_a_table_may_have_a_row_for_each_party(turned: bool, tmp_path: Path) -> None:
    rows = ["Köpare\tEkby kommun\t212000-1111", "Säljare\tOmsorg Öst AB\t556677-8899"]
    rows = rows[::-1] if turned else rows
    said = "\n".join(["Part\tNamn\tOrg.nr", *rows])
    text = f"Avtal om stöd\n\n1 Parter\n\nDe här parterna är överens om följande.\n\n{said}"
    told = facts(tmp_path, f"{text}\n\n{TEXT}")
    assert [told[path].value for path in NAMES] == ["Ekby kommun", "Omsorg Öst AB"]
