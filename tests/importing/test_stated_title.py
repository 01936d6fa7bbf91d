"""What a document is called, and what stands above that and is none of it."""

from pathlib import Path

import pytest
from tests.importing.test_stated import facts

BOARDS = ("Stadsdelsförvaltningen Väster", "OMSORGSKONTORET ÖST", "Nämnden för vård", "Region Åby")
OTHERS = ("Ekbyhem AB", "Ekby Bostadsbolag", "Resursenheten", "Stiftelsen Sol", "Vård, Ekby kommun")


@pytest.mark.parametrize("word", [False, True], ids=["text", "word"])
@pytest.mark.parametrize("title", ["Avtal om boendestöd", "Boendestöd för unga"])
@pytest.mark.parametrize("sender", [*BOARDS, *OTHERS])
def test_who_stands_above_the_title_is_never_of_it_for_sure(
    sender: str, title: str, word: bool, tmp_path: Path
) -> None:
    told = facts(tmp_path, f"{sender}\n\n{title}\n\n1 Tid\n\nAvtalet gäller.", word=word)["titel"]
    assert (told.value, told.sure) == (title, True) or (sender in OTHERS and not told.sure)


@pytest.mark.parametrize(
    "title",
    [
        "Överenskommelse om\nBoendestöd",
        "Överenskommelse om\nboendestöd",
        "Avtal om vård och\nOmsorg för unga",
        "Samarbete –\nVård för unga",
    ],
)
def test_a_title_that_goes_on_in_its_lines_is_sure(title: str, tmp_path: Path) -> None:
    told = facts(tmp_path, f"{title}\nDnr SN 2020-11\n\n1 Tid\n\nAvtalet gäller.")["titel"]
    assert told.sure
    assert str(told.value).endswith(title.rpartition("\n")[2])


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Dokumentnamn: Driftavtal för Björken", "Driftavtal för Björken"),
        (
            "Idéburet offentligt partnerskap\nNatthemmet Bron",
            "Idéburet offentligt partnerskap Natthemmet Bron",
        ),
        ("HYRES- OCH TJÄNSTEAVTAL\nTräffpunkt Eken", "HYRES- OCH TJÄNSTEAVTAL Träffpunkt Eken"),
    ],
)
def test_a_title_of_two_lines_and_one_with_a_label_are_sure(
    head: str, title: str, tmp_path: Path
) -> None:
    told = facts(tmp_path, f"{head}\nDnr: SN 2027-17\n\n1 Tid\n\nAvtalet gäller.", word=True)
    assert (told["titel"].value, told["titel"].sure) == (title, True)


@pytest.mark.parametrize("title", ["VERKSAMHETSUPPDRAG", "AVTAL", "A V T A L ang. drift av Masten"])
def test_a_kind_alone_is_no_title_for_sure(title: str, tmp_path: Path) -> None:
    told = facts(tmp_path, f"{title}\n\n1 Tid\n\nAvtalet gäller.").get("titel")
    assert told is None or not told.sure


def test_a_day_in_digits_alone_is_not_of_a_title(tmp_path: Path) -> None:
    told = facts(tmp_path, "Avtal om ledsagning 20270527\n\n1 Tid\n\nAvtalet gäller.")["titel"]
    assert told.value == "Avtal om ledsagning"
