"""What a document says otherwise somewhere else: it is asked for, or read as it is meant."""

from pathlib import Path

import pytest
from tests.importing.test_stated import PARTIES, facts, facts_of
from tests.importing.test_stated_parties import NAMES, SAID, table
from tests.importing.test_stated_terms import stated
from tests.readers.docx.making import file, p

HEAD = "Avtal om ledsagning\n\n1 Villkor\n\n"
SIGNS = "parter.{}.undertecknare.{}"


def test_whom_one_is_to_in_two_ways_is_by_the_task(tmp_path: Path) -> None:
    said = "Hyresvärd och beställare: Ekby kommun\nHyresgäst och utförare: Stiftelsen Sol"
    told = facts(tmp_path, f"Avtal om lokal\n\n{said}\n\n1 Tid\n\nNu.")
    assert [told[path].value for path in NAMES] == ["Ekby kommun", "Stiftelsen Sol"]


def test_two_sign_beside_each_other_below_the_one_who_signs_alone(tmp_path: Path) -> None:
    gap = " " * 12
    signed = (
        "Underskrifter\n\nEkby den 2 maj 2019\n\nFör Ekby kommun\n\nRut Lager\nsocialchef\n\n"
        f"För Stiftelsen Sol\n\nIsak Ek{gap}Ahmad Rask\nOrdförande{gap}Kassör"
    )
    told = facts(tmp_path, f"{HEAD}{PARTIES}Nu gäller det som står här.\n\n{signed}")
    assert [
        (told[SIGNS.format(party, key)].value, told[SIGNS.format(party, key)].sure)
        for party in ("beställare", "utförare")
        for key in SAID
    ] == [("Rut Lager", True), ("socialchef", True), ("Isak Ek", True), ("Ordförande", True)]


def test_nobody_signs_for_both_parties_for_sure(tmp_path: Path) -> None:
    signed = "För Ekby kommun\n..........\nRut Lager, chef\n\nFör Stiftelsen Sol\n..........\n"
    told = facts(tmp_path, f"{HEAD}{PARTIES}Nu.\n\n2 Underskrifter\n\n{signed}Rut Lager, chef")
    for party in ("beställare", "utförare"):
        for key in SAID:
            fact = told.get(SIGNS.format(party, key))
            assert fact is None or not fact.sure


def test_the_page_of_many_is_no_part_of_a_title(tmp_path: Path) -> None:
    signed = (
        "För beställaren          För utföraren\n__________          __________\n"
        "Rut Lager          Isak Ek\nSocialchef          Enhetschef\n\n"
        "Fastställt av socialnämnden 2019-04-23 § 14          1 (3)"
    )
    told = facts(tmp_path, f"{HEAD}{PARTIES}Nu.\n\n2 Underskrift\n\nEkby 2019-05-02\n\n{signed}")
    assert told["parter.utförare.undertecknare.titel"].value == "Enhetschef"
    assert not told["datum"].sure  # it was decided on another day than it was signed


@pytest.mark.parametrize(
    ("below", "sure"), [("", True), ("Ersättning för skjuts är 25 kr per mil.", False)]
)
def test_a_price_beside_a_table_of_amounts_without_a_unit_is_asked_for(
    below: str, sure: bool, tmp_path: Path
) -> None:
    said = below or "Ersättningen är 1 650 kr per dygn."
    amounts = table(("Kategori", "Hög nivå"), ("Vuxen", "1 650"), ("Barn", "690"))
    path = tmp_path / "avtal.docx"
    rows = amounts if below else ""
    path.write_bytes(file(p("Avtal om boende") + p("Pris", style="Rubrik1") + rows + p(said)))
    assert facts_of(path)["ersättning.belopp"].sure == sure


CHANGED = "Parterna har ingått avtal om stöd, diarienummer ON 2016/88 (Huvudavtalet)."


@pytest.mark.parametrize(
    ("head", "said", "number"),
    [
        ("Dnr ON 2016/88", f"{CHANGED} Detta tillägg har diarienummer ON 2019/17.", "ON 2019/17"),
        ("Dnr ON 2016/88", "Detta avtal har diarienummer ON 2019/17.", None),
        ("Dnr ON 2016/88", CHANGED, "ON 2016/88"),
        ("Region Öst HS 2015-64\nEkby kommun KS 2015/11", "Nu gäller det.", None),
    ],
    ids=["of what it changes", "two", "no other", "two parties"],
)
def test_the_number_of_what_a_document_changes_is_none(
    head: str, said: str, number: str | None, tmp_path: Path
) -> None:
    told = facts(tmp_path, f"{head}\n\nTilläggsavtal 3\n\n1 Bakgrund\n\n{said}\n")["dnr"]
    assert (told.value, told.sure) == (number, True) if number else not told.sure


def test_a_label_beside_the_number_is_no_number(tmp_path: Path) -> None:
    text = "Avtal om stöd\nDiarienummer: Datum Mottagare\n\n1 Tid\n\nNu.\n"
    assert "dnr" not in facts(tmp_path, text)


def test_a_day_by_which_another_document_is_meant_is_of_the_title(tmp_path: Path) -> None:
    title = "Tillägg nr 2 till avtal den 19 maj 2007 om stöd"
    told = facts(tmp_path, f"{title}\nDnr: SN 2011-17\n\n1 Tid\n\nAvtalet gäller.")["titel"]
    assert (told.value, told.sure) == (title, True)


@pytest.mark.parametrize(
    ("lines", "sure"),
    [
        ("ÖVERENSKOMMELSE\nom hjälpmedel i hemmet", True),
        ("Verksamhetsuppdrag 2019–2021\nStödboendet Bron", False),
    ],
)
def test_the_second_line_of_a_title_is_not_left_out(lines: str, sure: bool, tmp_path: Path) -> None:
    text = f"Ekby kommun          Dnr IFN 2018/77\n\n{lines}\n\n1 Tid\n\nUppdraget gäller nu.\n"
    told = facts(tmp_path, text)["titel"]
    assert (told.value == " ".join(lines.split("\n"))) or not told.sure
    assert not (told.sure and not sure)


def test_the_title_of_a_letter_stands_above_what_it_proposes(tmp_path: Path) -> None:
    head = "Ekby kommun\nSocialförvaltningen          Tjänsteskrivelse\n\nDnr: SN 2027-17\n\n"
    said = "Avtal med Åby kommun om tolkar\n\nFörslag till beslut\n\nNämnden godkänner avtalet."
    told = facts(tmp_path, f"{head}{said}\n\nSammanfattning\n\nHär är den.\n")["titel"]
    assert (told.value, told.sure) == ("Avtal med Åby kommun om tolkar", True)


@pytest.mark.parametrize(
    ("buyer", "said"),
    [
        ("vård- och omsorgsnämnden", "vård- och omsorgsnämnden i Ekby kommun (nedan nämnden)"),
        ("Ekby kommun", "Ekby kommun genom socialnämnden"),
    ],
)
def test_a_sentence_says_who_has_which_role(buyer: str, said: str, tmp_path: Path) -> None:
    text = f"1.1 Beställare är {said}. Utförare är Resursenheten inom kommunens egen regi."
    told = facts(tmp_path, f"Uppdrag om stöd\n\n1 Parter\n\n{text}\n\n2 Tid\n\nNu.")
    assert [(told[path].value, told[path].sure) for path in NAMES] == [
        (buyer, False),
        ("Resursenheten", False),
    ]


def test_a_day_behind_how_many_copies_there_are_is_the_day(tmp_path: Path) -> None:
    said = "Avtalet är undertecknat i tre likalydande exemplar. Ekby den 19 juni 2017"
    rows = table(("Ekby kommun", "Sol", "Hem AB"), ("Rut Lager", "Isak Ek", "Ahmad Rask"))
    path = tmp_path / "avtal.docx"
    path.write_bytes(file(p("Avtal om hem") + p("Tvist", style="Rubrik1") + p(said) + rows))
    assert facts_of(path)["datum"].value == "2017-06-19"


@pytest.mark.parametrize(
    "said",
    [
        "9.2 Därefter gäller avtalet tills vidare.",
        "Därefter gäller avtalet tills vidare.",
    ],
)
def test_what_comes_after_a_term_may_stand_in_a_paragraph_of_its_own(
    said: str, tmp_path: Path
) -> None:
    first = "9.1 Avtalet gäller från den 1 september 2017 till och med den 31 augusti 2020."
    assert stated("tid.till", f"{HEAD}{first}\n\n{said}", tmp_path) == ("tills vidare", True)


def test_a_notice_when_a_party_fails_is_not_the_ordinary_one(tmp_path: Path) -> None:
    said = (
        "Uppsägningstiden är sex månader. Missköter en part allvarligt sina åtaganden får den "
        "andra parten säga upp avtalet med en månads varsel."
    )
    assert stated("tid.uppsägning", HEAD + said, tmp_path) == ("6 månader", True)


def test_what_is_paid_for_what_one_lets_is_no_price(tmp_path: Path) -> None:
    said = (
        "Kommunen bidrar med 890 000 kronor per år. Kommunen upplåter marken till en avgift av "
        "1 200 kronor per år."
    )
    assert stated("ersättning.belopp", HEAD + said, tmp_path) == ("890000", True)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("Fast ersättning, per år", ("4150000", True)),
        ("Fast ersättning, per månad", ("4150000", False)),
        ("Vite, per år", ("4150000", False)),
    ],
)
def test_a_row_of_a_table_says_what_its_sum_is_for(
    row: str, expected: tuple[str, bool], tmp_path: Path
) -> None:
    path = tmp_path / "avtal.docx"
    rows = table(("Del", "Belopp", "Mer"), (row, "4 150 tkr", "Lokaler"))
    path.write_bytes(file(p("Avtal om stöd") + p("Villkor", style="Rubrik1") + rows))
    told = facts_of(path)["ersättning.belopp"]
    assert (told.value, told.sure) == expected
