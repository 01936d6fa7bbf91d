"""The register of agreements: what holds on the day, and only what is asked for."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.cli.library import copied
from tests.documents.every import project
from tests.writers.page_reader import parse

from avtalsgen.model.portfolio import Register
from avtalsgen.model.profile import DEFAULT
from avtalsgen.pipeline.survey.facts_register import RegisterOrder, register
from avtalsgen.pipeline.workspace.project import open_project
from avtalsgen.problems import AvtalsgenError
from avtalsgen.writers.portfolio.register import (
    in_spreadsheet,
    register_notes,
    register_page,
    register_rows,
)

DAY = date(2026, 11, 29)
LATER = date(2027, 6, 1)


def shown(*columns: str, day: date = DAY, **more: Any) -> Register:
    made, problems = register(project(), RegisterOrder(columns, day, **more))
    assert problems == ()
    return made


def names(made: Register) -> list[str]:
    return [row.uppdrag for row in made.rows]


def test_each_uppdrag_is_there_once_in_the_edition_that_holds() -> None:
    assert names(shown("tid.till")) == [
        "beroendemottagningen@2021",
        "familjeradgivning@2021",
        "korttidsboende@2026",
        "vald-i-nara-relation@2019",
    ]
    assert "vald-i-nara-relation@2026" in names(shown("tid.till", day=LATER))


def test_a_tillagg_that_nobody_has_signed_has_a_row_of_what_would_hold() -> None:
    made = shown("ersättning.belopp", day=LATER)
    last = made.rows[-1]
    assert (last.uppdrag, last.status) == ("vald-i-nara-relation@2027-tillagg", "utkast")
    assert last.cells[0].text.replace("\u00a0", " ") == "4 700 000 kronor"
    assert names(made)[-2] == "vald-i-nara-relation@2026", "below what it changes"


def test_a_new_price_that_nobody_has_signed_does_not_stand_for_the_signed_one(
    tmp_path: Path,
) -> None:
    """Both begin on the same day, or on one that nobody knows."""
    root = copied(tmp_path)
    for slug, edition in (("vald-i-nara-relation", "2019"), ("familjeradgivning", "2021")):
        old = (root / f"uppdrag/{slug}/{edition}.yaml").read_text("utf-8")
        new = old.replace("status: undertecknad", "status: utkast")
        (root / f"uppdrag/{slug}/2023.yaml").write_text(new, encoding="utf-8")
    made, _ = register(open_project(root), RegisterOrder(("titel",), DAY))
    assert {"vald-i-nara-relation@2019", "familjeradgivning@2021"} <= {*names(made)}


def test_a_cell_says_what_is_known_what_is_not_and_what_nobody_has_said() -> None:
    made = shown("ersättning.belopp", "parter.utförare.organ", "räknat.årssumma", "volym.dygn")
    cells = {row.uppdrag: row.cells for row in made.rows}
    price, provider, year, days = cells["vald-i-nara-relation@2019"]
    assert price.text == "4\u00a0093\u00a0284\u00a0kronor"
    assert price.origin is not None
    assert price.origin.file == "uppdrag/vald-i-nara-relation/2019.yaml"
    assert provider.text == "Leanlink Råd och Stöd"
    assert year.text == price.text
    assert (days.text, days.said) == ("", "inte sagt")
    unknown = cells["beroendemottagningen@2021"][0]
    assert (unknown.text, unknown.said) == ("handlingen finns inte i underlaget", "okänt")


def test_a_signed_tillagg_has_changed_what_it_changes(tmp_path: Path) -> None:
    root = copied(tmp_path)
    tillagg = root / "uppdrag/vald-i-nara-relation/2027-tillagg.yaml"
    text = tillagg.read_text(encoding="utf-8").replace("status: utkast", "status: undertecknad")
    changes = "ändringar:\n  - {fakta: {ersättning: {belopp: 5000000}}, gäller_från: 2027-04-01}\n"
    text = text.partition("ändringar:")[0] + changes
    tillagg.write_text(text, encoding="utf-8")

    def price(day: date) -> str:
        made, _ = register(open_project(root), RegisterOrder(("ersättning.belopp",), day))
        (row,) = (row for row in made.rows if row.uppdrag == "vald-i-nara-relation@2026")
        return row.cells[0].text.replace("\u00a0", " ")

    assert price(date(2027, 2, 1)) == "4 561 220 kronor"
    assert price(date(2027, 5, 1)) == "5 000 000 kronor"


@pytest.mark.parametrize(
    ("filters", "left"),
    [
        ({"ends_before": date(2030, 1, 31)}, []),
        ({"ends_before": date(2030, 2, 1)}, ["korttidsboende@2026"]),
        ({"index_missing": True, "ends_before": date(2031, 1, 1)}, ["korttidsboende@2026"]),
        ({"clause_older": "2020-01-01"}, ["vald-i-nara-relation@2019"]),
        ({"clause_older": "tvist@2026"}, ["familjeradgivning@2021", "vald-i-nara-relation@2019"]),
        ({"clause_older": "tvist@2019"}, []),
    ],
)
def test_a_filter_leaves_what_it_says(filters: dict[str, Any], left: list[str]) -> None:
    assert names(shown("tid.till", **filters)) == left


@pytest.mark.parametrize(
    ("order", "code", "hint"),
    [
        (RegisterOrder(("tid.til",), DAY), "LI01", "skriv --facts tid.till"),
        (
            RegisterOrder(("upphandling",), DAY),
            "LI01",
            "skriv --facts upphandling.grund,upphandling.referens,upphandling.skäl",
        ),
        (
            RegisterOrder(("tid.till",), DAY, clause_older="tvist@2"),
            "LI02",
            "skriv --clause-older tvist@2026",
        ),
    ],
)
def test_what_is_not_there_is_told_with_what_is(order: RegisterOrder, code: str, hint: str) -> None:
    with pytest.raises(AvtalsgenError) as caught:
        register(project(), order)
    (problem,) = caught.value.problems
    assert (problem.code, problem.hint) == (code, hint)


def test_a_row_says_why_it_is_there_and_who_is_left_out_unknown() -> None:
    made = shown("tid.till", index_missing=True)
    why = {row.uppdrag: row.why for row in made.rows}
    assert why["vald-i-nara-relation@2019"] == ("OPI för 2024, 2025, 2026",)
    assert why["korttidsboende@2026"] == ("inget index",)
    before = shown("tid.till", ends_before=date(2031, 1, 1))
    assert [row.why for row in before.rows] == [("2030-01-31",)]
    assert before.end_unknown == ("beroendemottagningen@2021",)
    assert "beroendemottagningen@2021" in next(register_notes(before))
    (older,) = shown("tid.till", clause_older="lex-sarah@2021").rows
    assert older.why == ("lex-sarah@2019",)


def test_programs_and_spreadsheets_get_values_and_not_their_print() -> None:
    made = shown("ersättning.belopp", "tid.till", "resultat", "registerkontroll.barn")
    cells = {row.uppdrag: row.cells for row in made.rows}["korttidsboende@2026"]
    price, end, results, children = (cell.value for cell in cells)
    assert (price, end, children) == (3150, "2030-01-31", False)
    assert results == [
        {"text": "De enskilda känner sig trygga under vistelsen", "mål": 90},
        {"text": "De enskilda har varit med och planerat sin vistelse", "mål": 100},
    ]
    assert [in_spreadsheet(cell) for cell in cells[:2]] == ["3150", "2030-01-31"]
    assert "vistelsen (mål: 90 procent); De enskilda" in in_spreadsheet(cells[2])


def test_every_view_has_every_cell() -> None:
    made = shown("tid.till", "ersättning.belopp")
    header, *rows = register_rows(made)
    assert header == ("Uppdrag", "Titel", "Status", "tid.till", "ersättning.belopp")
    page = parse(register_page(made, DEFAULT))
    heads = [each for each in page.all("th") if each.attributes["scope"] == "col"]
    assert len(heads) == len(header)
    assert len(list(page.one("tbody").all("tr"))) == len(rows) == len(made.rows)
    told = page.one("main").text()
    assert all(line in told for row in made.rows for cell in row.cells for line in cell.lines)
