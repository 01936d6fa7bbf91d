"""`avtalsgen list --facts`: the register of agreements, on the screen and in files."""

import csv
import io
import json
from unicodedata import normalize

import pytest
from tests.cli.terminal import Terminal
from tests.writers.page_reader import parse

OTHER = """\
typ: uppdrag@1
status: utkast
titel: "=HYPERLINK(1)"
dnr: {okänt: "ärendet är inte; registrerat"}
datum: 2026-03-01
tid: {från: 2026-01-01, till: 2027-12-31}
ersättning: {belopp: "605,50", prisnivå: 2021, index: {serie: OPI}}
disposition: [ersattning@1, tvist@1]
"""


@pytest.fixture
def register(terminal: Terminal) -> Terminal:
    """Return a terminal in a workspace with two agreements."""
    (terminal.root / "uppdrag/annat").mkdir()
    (terminal.root / "uppdrag/annat/1.yaml").write_text(OTHER, encoding="utf-8")
    return terminal


def test_a_spreadsheet_has_numbers_days_and_what_is_not_known_and_runs_no_formula(
    register: Terminal,
) -> None:
    said = register.run("avtalsgen list --facts dnr,tid.till,ersättning.belopp --out r.csv")
    assert (said.code, said.err) == (0, "")
    data = (register.root / "r.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
    assert rows == [
        ["Uppdrag", "Titel", "Status", "dnr", "tid.till", "ersättning.belopp"],
        [
            *("annat@1", "'=HYPERLINK(1)", "utkast", "okänt: ärendet är inte; registrerat"),
            *("2027-12-31", "605,5"),
        ],
        ["prov@1", "Prov", "utkast", "SN 2026-1", "", "605"],
    ]


def test_programs_get_typed_values_with_their_places_alike_in_a_file(register: Terminal) -> None:
    line = "avtalsgen list --as-of 2026-01-01 --facts dnr,tid.från,ersättning.belopp"
    said = register.run(f"{line} --json")
    told = json.loads(said.out)
    assert (told["schema"], told["as_of"]) == ("avtalsgen.list/1", "2026-01-01")
    first, second = (row["facts"] for row in told["facts"])
    assert first["dnr"]["unknown"] == "ärendet är inte; registrerat"
    assert (first["dnr"]["value"], first["tid.från"]["value"]) == (None, "2026-01-01")
    assert (first["tid.från"]["line"], first["ersättning.belopp"]["value"]) == (6, 605.5)
    assert second["tid.från"] == dict.fromkeys(("type", "value", "text", "unknown", "file", "line"))
    assert register.run(f"{line} --out r.json").code == 0
    assert (register.root / "r.json").read_text(encoding="utf-8") == said.out


def test_the_page_is_a_table_with_heads_and_the_same_each_time(register: Terminal) -> None:
    line = "avtalsgen list --facts dnr,tid.till --format html --as-of 2026-01-01"
    said = register.run(line)
    page = parse(said.out.encode())
    assert page.attributes["lang"] == "sv"
    assert "col" in {each.attributes.get("scope") for each in page.all("th")}
    assert "okänt: ärendet är inte; registrerat" in said.out
    assert "<script" not in said.out
    assert register.run(line) == said


@pytest.mark.parametrize(
    ("flags", "code", "told"),
    [
        ("--facts tid.tll", 66, "LI01"),
        ("--facts upphandling", 66, "LI01"),
        ("--facts ,", 2, "skriv fakta med komma emellan"),
        ("--facts dnr --clause-older finns-inte@1", 66, "LI02"),
        ("--facts dnr --clause-older 2026-02-30", 66, "LI02"),
        ("--facts dnr --matrix", 2, "välj --matrix, --facts eller --deviations"),
        ("--facts dnr --json --format csv", 2, "välj --json eller --format csv"),
        ("--facts dnr --out r.xyz", 2, "--format"),
        ("--as-of 2026-01-01 --matrix", 2, "välj --matrix, --facts eller --deviations"),
        ("--facts dnr --ends-before 2027-02-30", 2, "finns inte"),
    ],
)
def test_a_wrong_question_is_told_and_nothing_is_written(
    register: Terminal, flags: str, code: int, told: str
) -> None:
    before = sorted(register.root.rglob("*"))
    said = register.run(f"avtalsgen list {flags}")
    assert (said.code, told in said.err) == (code, True), said
    assert sorted(register.root.rglob("*")) == before


def test_the_screen_shows_that_nobody_says(register: Terminal) -> None:
    (row,) = (
        line
        for line in register.run("avtalsgen list --facts tid.till,dnr").out.splitlines()
        if line.startswith("prov@1")
    )
    assert row.split() == ["prov@1", "Prov", "utkast", "–", "SN", "2026-1"]


@pytest.mark.parametrize(
    "flags",
    ["--facts", "--as-of 2026-11-29", "--ends-before 2028-01-01", "--facts --index-missing"],
)
def test_who_names_no_facts_gets_number_days_and_sum(register: Terminal, flags: str) -> None:
    said = register.run(f"avtalsgen list {flags} --json")
    told = json.loads(said.out)["facts"][0]["facts"]
    assert [*told] == ["dnr", "tid.från", "tid.till", "ersättning.belopp"]


def test_a_file_of_somebody_else_is_left_alone(register: Terminal) -> None:
    (register.root / "r.csv").write_text("mitt", encoding="utf-8")
    said = register.run("avtalsgen list --facts dnr --out r.csv")
    assert (said.code, "PO01" in said.err) == (75, True)
    assert (register.root / "r.csv").read_text(encoding="utf-8") == "mitt"
    assert register.run("avtalsgen list --facts dnr --out r.csv --force").code == 0


def test_one_bad_file_does_not_hide_the_others(register: Terminal) -> None:
    (register.root / "uppdrag/fel").mkdir()
    (register.root / "uppdrag/fel/1.yaml").write_text("typ: [\n", encoding="utf-8")
    said = register.run("avtalsgen list --facts dnr")
    assert (said.code, "prov@1" in said.out, "annat@1" in said.out) == (65, True, True)
    assert "uppdrag/fel/1.yaml" in said.err


def test_a_name_typed_in_parts_is_the_same_name(register: Terminal) -> None:
    line = "avtalsgen list --facts ersättning.belopp"
    typed = register.run(normalize("NFD", line))
    assert (typed.code, typed.out) == (0, register.run(line).out)
