"""Whatever draws a document draws it in the house style of the municipality that orders it."""

import re
from pathlib import Path

import pypdfium2
import pytest
from tests.cli.library import copied
from tests.cli.terminal import Terminal
from tests.writers.docx import reading

from avtalsgen.problems import Exit

OURS, THEIRS = "#1F5B45", "#1B4B72"
"""The accents of Granvik and of Linköping."""
NAME = "korttidsboende@2026"


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copied(tmp_path_factory.mktemp("arbetsyta"))


@pytest.fixture
def terminal(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Terminal:
    monkeypatch.chdir(workspace)
    return Terminal(workspace, capsys)


def _page(path: Path) -> str:
    return path.read_text(encoding="utf-8").upper()


def _colours(page: str) -> tuple[bool, bool]:
    return OURS in page, THEIRS in page


def test_a_build_needs_no_flag_in_any_format(terminal: Terminal, workspace: Path) -> None:
    assert terminal.run(f"avtalsgen build {NAME} --format docx,pdf,html").code == Exit.FINE
    stem = workspace / "output/korttidsboende/2026/korttidsboende-2026"
    assert _colours(_page(stem.with_suffix(".html"))) == (True, False)
    with pypdfium2.PdfDocument(stem.with_suffix(".pdf")) as pdf:
        assert "Granviks kommun" in pdf[0].get_textpage().get_text_bounded()
    parts = reading.parts(stem.with_suffix(".docx").read_bytes())
    assert "Source Sans Pro" in parts["word/fontTable.xml"].decode()
    for format_ in ("docx", "pdf"):
        stem.with_name(".avtalsgen.json").unlink(missing_ok=True)  # held against a fresh build
        said = terminal.run(f"avtalsgen verify {stem.with_suffix(f'.{format_}')}")
        assert set(re.findall(r"\b[A-Z]{2}\d\d\b", said.err)) <= {"VE07"}  # nobody has signed


def test_what_points_at_an_uppdrag_looks_like_it(terminal: Terminal, workspace: Path) -> None:
    terminal.run("avtalsgen build korttidsboende@2026-korthet --format html")
    page = workspace / "output/korttidsboende/2026-korthet/korttidsboende-2026-korthet.html"
    assert _colours(_page(page)) == (True, False)


def test_comparisons_and_calendars_look_so_too(terminal: Terminal, workspace: Path) -> None:
    other = "familjeradgivning@2026"
    for line, mine in (
        (f"diff {other} {NAME} --format html --out d.html", True),
        (f"diff {NAME} {other} --format html --out d.html", False),
        (f"calendar {NAME} --format html --out d.html", True),
        (f"calendar {other} --format html --out d.html", False),
        (f"calendar {NAME} {other} --format html --out d.html", False),  # of several: the own
        ("calendar --format html --out d.html --as-of 2027-03-01", False),
    ):
        terminal.run(f"avtalsgen {line}")
        assert _colours(_page(workspace / "d.html")) == (mine, not mine), line


def test_no_document_goes_out_under_another_municipality(
    terminal: Terminal, workspace: Path
) -> None:
    register = workspace / "clauses/register/organisationer.yaml"
    text = register.read_text(encoding="utf-8")
    register.write_text(text.replace("kommun: Granviks kommun", "kommun: Åby kommun"), "utf-8")
    try:
        said = terminal.run(f"avtalsgen build {NAME} --format html")
        assert (
            "PR07 Åby kommun har inget utseende; handlingen skulle se ut som Linköpings kommuns\n"
            "  Tips: i clauses/profil/profil.yaml: skriv organisation: Åby kommun"
        ) in said.err
        draft = terminal.run(f"avtalsgen build {NAME} --format html --draft")
        assert "PR07" in draft.err
        assert (workspace / "output/korttidsboende/2026/korttidsboende-2026-utkast.html").exists()
        asked = terminal.run(f"avtalsgen build {NAME} --format html --profile granvik --out g")
        assert "PR07" not in asked.err
        assert _colours(_page(workspace / "g/korttidsboende/2026/korttidsboende-2026.html")) == (
            True,
            False,
        )
    finally:
        register.write_text(text, encoding="utf-8")
