"""What a jurist would call wrong is not built before it is decided."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.cli.library import copied
from tests.cli.terminal import Terminal
from tests.read import read_markdown_document

from avtalsgen.model.nodes import Identity
from avtalsgen.pipeline.build.reviewed import reviewed
from avtalsgen.pipeline.workspace.project import open_project
from avtalsgen.problems import Exit

ROOT = Path(__file__).parents[3]
EDITION = "uppdrag/vald-i-nara-relation/2026.yaml"
PROSE = "uppdrag/vald-i-nara-relation/2026/malgrupp.md"
WRONG = "\nUtföraren ska följa SOSFS 2006:5.\n"


@pytest.fixture
def terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Terminal:
    root = copied(tmp_path)
    monkeypatch.chdir(root)
    prose = root / PROSE
    prose.write_text(prose.read_text("utf-8") + WRONG, encoding="utf-8")
    return Terminal(root, capsys)


def test_an_utkast_that_is_wrong_is_not_built_and_says_where(terminal: Terminal) -> None:
    said = terminal.run("avtalsgen build vald-i-nara-relation@2026 --format txt")
    assert said.code == Exit.DATA
    (line,) = (line for line in said.err.splitlines() if " RK01 " in line)
    assert line.startswith(f"{PROSE}:")
    assert not (terminal.root / "output/vald-i-nara-relation/2026").exists()


def test_a_draft_is_built(terminal: Terminal) -> None:
    said = terminal.run("avtalsgen build vald-i-nara-relation@2026 --format txt --draft")
    assert "RK01" not in said.err
    assert list((terminal.root / "output").rglob("*.txt"))


def test_what_is_decided_is_built_as_it_is(terminal: Terminal) -> None:
    path = terminal.root / EDITION
    decided = "status: beslutad\nbeslutad: {organ: linkoping-son, datum: 2026-12-16, paragraf: § 1}"
    text = path.read_text("utf-8").replace("status: utkast", decided)
    path.write_text(text, encoding="utf-8")
    said = terminal.run("avtalsgen build vald-i-nara-relation@2026 --format txt")
    assert "RK01" not in said.err


def test_what_the_house_lets_be_is_built(terminal: Terminal) -> None:
    house = terminal.root / "clauses/register/kontroll.yaml"
    let_be = "undantag: [{kod: RK01, ord: SOSFS 2006:5, skäl: ett citat}]\n"
    house.write_text(let_be, encoding="utf-8")
    said = terminal.run("avtalsgen build vald-i-nara-relation@2026 --format txt")
    assert "RK01" not in said.err
    assert list((terminal.root / "output").rglob("*.txt"))


def test_a_package_with_what_is_wrong_is_not_built(terminal: Terminal) -> None:
    said = terminal.run("avtalsgen build --package vald-i-nara-relation@2026")
    assert said.code == Exit.DATA
    assert " RK01 " in said.err
    assert not list((terminal.root / "output").rglob("*.pdf"))


@pytest.mark.parametrize(
    ("type_", "status", "codes"),
    [
        ("verksamhetsuppdrag@2026", "utkast", ["RK01"]),
        ("verksamhetsuppdrag@2026", "upprättad", ["RK01"]),
        ("verksamhetsuppdrag@2026", "beslutad", []),
        ("importerad@2026", "utkast", []),
    ],
)
def test_what_somebody_else_wrote_or_a_namnd_decided_is_built(
    type_: str, status: str, codes: list[str]
) -> None:
    read = read_markdown_document("# Stöd\n\n## Lag\n\nSOSFS 2006:5 följs.\n", "x.md").document
    identity = Identity("prov", "1", type_, status, "Stöd", date="2026-01-01")
    problems = reviewed(open_project(ROOT), replace(read, identity=identity))
    assert [problem.code for problem in problems] == codes
