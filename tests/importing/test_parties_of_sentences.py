"""The parties that a sentence or a question names without saying what they are called."""

from pathlib import Path

import pytest
from tests.importing.test_stated import facts
from tests.importing.test_stated_parties import NAMES

TEXT = "2 Tid\n\nDet gäller nu.\n\n3 Annat\n\nDet gäller sedan.\n"
PROVIDER = NAMES[1]


@pytest.mark.parametrize(
    "said",
    [
        "Uppdraget utförs av Stiftelsen Sol och ingen annan.",
        "Verksamheten bedrivs under hela året av Stiftelsen Sol.",
    ],
)
def test_who_does_it_is_proposed(said: str, tmp_path: Path) -> None:
    told = facts(tmp_path, f"Uppdrag om stöd\n\n1 Vad\n\n{said}\n\n{TEXT}")
    assert (told[PROVIDER].value, told[PROVIDER].sure) == ("Stiftelsen Sol", False)


def test_who_does_it_is_asked_for_also_of_the_register(tmp_path: Path) -> None:
    said = "Verksamheten drivs i dag av Linköpings kommun."
    told = facts(tmp_path, f"Uppdrag om stöd\n\n1 Vad\n\n{said}\n\n{TEXT}")
    assert not told[PROVIDER].sure


def test_a_role_is_no_name_of_who_does_it(tmp_path: Path) -> None:
    said = "Transporten utförs av Köpande kommun."
    told = facts(tmp_path, f"Uppdrag om stöd\n\n1 Vad\n\n{said}\n\n{TEXT}")
    assert PROVIDER not in told


@pytest.mark.parametrize("number", ["", "1 "])
def test_the_parties_answer_questions(number: str, tmp_path: Path) -> None:
    said = (
        f"{number}Vem beställer?\n\nVård- och stödnämnden. Vi skrev det här i maj.\n\n"
        f"Vem utför arbetet?\n\nStiftelsen Sol, org.nr 802424-1111. Ni får inte lämna det vidare."
    )
    told = facts(tmp_path, f"Beställning av stöd\n\n{said}\n\n{TEXT}")
    assert [told[path].value for path in NAMES] == ["Vård- och stödnämnden", "Stiftelsen Sol"]


@pytest.mark.parametrize(
    ("said", "sure"),
    [
        ("Kommunstyrelsen och social- och omsorgsnämnden är överens om detta.", False),
        ("Kommunstyrelsen (köpare) och social- och omsorgsnämnden är överens om detta.", True),
        ("Kommunstyrelsen uppdrar åt social- och omsorgsnämnden att ge stöd.", True),
    ],
)
def test_of_two_that_may_both_buy_the_order_does_not_say_who_does(
    said: str, sure: bool, tmp_path: Path
) -> None:
    text = f"Avtal i Linköpings kommun\n\n1 Parter\n\n{said}\n\n{TEXT}"
    told = facts(tmp_path, text)
    assert [told[path].sure for path in NAMES] == [sure, sure]
