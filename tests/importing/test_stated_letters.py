"""What tells a letter to a board from what it is about, and what is read of it."""

from pathlib import Path

import pytest
from tests.importing.test_stated import facts, facts_of
from tests.readers.docx.making import file, p


def test_an_annex_to_a_letter_is_no_letter(tmp_path: Path) -> None:
    said = "1 Tid\n\nAvtalet gäller från och med den 1 augusti 2023.\n"
    told = facts(tmp_path, f"Bilaga 3 till tjänsteskrivelse\nAvtal om språkkafé\n\n{said}")
    assert told["tid.från"].value == "2023-08-01"
    assert told["titel"].value == "Avtal om språkkafé"


def test_a_letter_that_is_sent_to_nobody_is_read(tmp_path: Path) -> None:
    text = "Tjänsteskrivelse om språkkafé\nDnr SN 2023-17\n\nBakgrund\n\nHär är bakgrunden.\n"
    told = facts(tmp_path, text)
    assert told["dnr"].value == "SN 2023-17"
    assert "expediering" not in told


@pytest.mark.parametrize("said", ["Förslag till beslut", "Beslutet skickas till:"])
def test_a_letter_is_known_by_a_line_that_is_no_heading(said: str, tmp_path: Path) -> None:
    path = tmp_path / "skrivelse.docx"
    lines = (
        "Språkkafé",
        "Dnr SN 2023-17",
        "Avtalet sägs upp med tolv månaders varsel.",
        said,
        "Ekby",
    )
    path.write_bytes(file("".join(map(p, lines))))
    assert "tid.uppsägning" not in facts_of(path)


def test_a_day_beside_what_the_document_is_is_its_day(tmp_path: Path) -> None:
    rows = (("Tjänsteskrivelse", "Datum: 2027-10-06"), ("Handläggare: Rut Lager", "Dnr: SN 2027-1"))
    cells = ("".join(f"<w:tc>{p(said)}</w:tc>" for said in row) for row in rows)
    table = f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"
    path = tmp_path / "skrivelse.docx"
    text = p("Uppdrag för fältarbete", style="Title") + p("Förslag till beslut", style="Heading1")
    path.write_bytes(file(table + text + p("Nämnden godkänner uppdraget.")))
    day = facts_of(path)["datum"]
    assert (day.value, day.sure) == ("2027-10-06", True)
