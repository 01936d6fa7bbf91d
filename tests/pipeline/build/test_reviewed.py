"""What a jurist would call wrong is not built before it is decided, and told ever after."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.cli.library import copied
from tests.cli.terminal import Terminal
from tests.read import read_markdown_document

from avtalsgen.model.nodes import Identity
from avtalsgen.pipeline.build.reviewed import reviewed
from avtalsgen.pipeline.workspace.project import open_project
from avtalsgen.problems import Exit, Severity

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


def test_a_place_to_fill_in_is_told_once(terminal: Terminal) -> None:
    prose = terminal.root / PROSE
    prose.write_text(f"{prose.read_text('utf-8')}\nAvgiften är XXX kronor.\n", encoding="utf-8")
    said = terminal.run("avtalsgen build vald-i-nara-relation@2026 --format txt")
    assert [code for code in ("DI10", "RS01") if f" {code} " in said.err] == ["DI10"]
    said = terminal.run("avtalsgen check vald-i-nara-relation@2026")
    assert [code for code in ("DI10", "RS01") if f" {code} " in said.out] == ["DI10"]


def test_a_draft_is_built(terminal: Terminal) -> None:
    said = terminal.run("avtalsgen build vald-i-nara-relation@2026 --format txt --draft")
    assert "RK01" not in said.err
    assert list((terminal.root / "output").rglob("*.txt"))


def test_what_lacks_in_the_text_of_a_day_is_told_of_the_file_of_its_edition(
    terminal: Terminal,
) -> None:
    said = terminal.run("avtalsgen build vald-i-nara-relation@2019 --consolidated --format txt")
    (line,) = (line for line in said.err.splitlines() if " SI05 " in line)
    assert line.startswith("uppdrag/vald-i-nara-relation/2019.yaml:")


def test_what_is_decided_is_built_and_what_is_wrong_is_told(terminal: Terminal) -> None:
    path = terminal.root / EDITION
    text = path.read_text("utf-8").replace("status: utkast", "status: beslutad")
    path.write_text(text, encoding="utf-8")
    for _again in range(2):
        said = terminal.run("avtalsgen build vald-i-nara-relation@2026 --format txt")
        (line,) = (line for line in said.err.splitlines() if " RK01 " in line)
        assert line.startswith(f"{PROSE}:")
        assert list((terminal.root / "output/vald-i-nara-relation/2026").glob("*.txt"))


HOUSE = "clauses/register/kontroll.yaml"


@pytest.mark.parametrize(
    ("file", "before", "after"),
    [
        (HOUSE, "undantag: []", "undantag: [{kod: RK01, ord: SOSFS 2006:5, skäl: ett citat}]"),
        (PROSE, "SOSFS 2006:5.", "SOSFS 2006:5. {# kontroll: RK01 ett citat #}"),
    ],
)
def test_what_is_let_be_with_a_reason_is_built(
    terminal: Terminal, file: str, before: str, after: str
) -> None:
    path = terminal.root / file
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")
    said = terminal.run("avtalsgen build vald-i-nara-relation@2026 --format txt")
    assert "RK01" not in said.err
    assert list((terminal.root / "output").rglob("*.txt"))


NEW_PRICE = "avtalsgen index vald-i-nara-relation@2019 --to 2023 --edition 2023 --write"
BUILT_2023 = "avtalsgen build vald-i-nara-relation@2023 --format txt"


def test_what_is_signed_is_no_worse_at_another_price(terminal: Terminal) -> None:
    """A new price is built beside what the parties have agreed on; anything else is held back."""
    terminal.run(NEW_PRICE)
    said = terminal.run(BUILT_2023)
    told = [line.split(": ", 1)[1] for line in said.err.splitlines() if "@2019, där bara" in line]
    assert [line[:12] for line in told] == [
        *("SI05 varning", "OG01 varning", "RK01 varning", "OG04 varning")
    ]
    assert list((terminal.root / "output/vald-i-nara-relation/2023").glob("*.txt"))
    for name, now, then in (
        ("2023/vuxna.md", "stöd", "hjälp"),
        ("2023.yaml", "uppsägning: 12 månader", "uppsägning: 6 månader"),
        ("2019.yaml", "status: undertecknad", "status: utkast"),
    ):
        path = terminal.root / "uppdrag/vald-i-nara-relation" / name
        before = path.read_text("utf-8")
        path.write_text(before.replace(now, then, 1), encoding="utf-8")
        said = terminal.run(BUILT_2023)
        assert said.code == Exit.DATA, name
        assert " RK01 ”SOSFS 2006:5”" in said.err
        path.write_text(before, encoding="utf-8")


def test_a_tillagg_that_changes_the_price_alone_is_built_too(terminal: Terminal) -> None:
    """It prints words of the uppdrag anew, with the names of then."""
    terminal.run("avtalsgen index vald-i-nara-relation@2019 --to 2023 --write --as tillagg")
    built = "avtalsgen build vald-i-nara-relation@2023-tillagg --format txt"
    said = terminal.run(built)
    told = [line.split(": ", 1)[1] for line in said.err.splitlines() if "@2019, där bara" in line]
    assert [line[:12] for line in told] == ["OG01 varning", "OG04 varning"]
    assert list((terminal.root / "output/vald-i-nara-relation/2023-tillagg").glob("*.txt"))
    path = terminal.root / "uppdrag/vald-i-nara-relation/2023-tillagg.yaml"
    more = path.read_text("utf-8").replace(
        "  - fakta:\n", "  - fakta:\n      lokaler: {läge: Linköping}\n"
    )
    path.write_text(more, encoding="utf-8")
    assert " OG01 ”Sveriges Kommuner" in terminal.run(built).err


def test_a_package_with_what_is_wrong_is_not_built(terminal: Terminal) -> None:
    said = terminal.run("avtalsgen build --package vald-i-nara-relation@2026")
    assert said.code == Exit.DATA
    assert " RK01 " in said.err
    assert not list((terminal.root / "output").rglob("*.pdf"))


@pytest.mark.parametrize(
    ("type_", "status", "severity"),
    [
        ("verksamhetsuppdrag@2026", "utkast", Severity.ERROR),
        ("verksamhetsuppdrag@2026", "upprättad", Severity.ERROR),
        ("verksamhetsuppdrag@2026", "beslutad", Severity.WARNING),
        ("verksamhetsuppdrag@2026", "undertecknad", Severity.WARNING),
        ("importerad@2026", "utkast", Severity.WARNING),
    ],
)
def test_what_somebody_else_wrote_or_a_namnd_decided_is_only_told(
    type_: str, status: str, severity: Severity
) -> None:
    read = read_markdown_document("# Stöd\n\n## Lag\n\nSOSFS 2006:5 följs.\n", "x.md").document
    identity = Identity("prov", "1", type_, status, "Stöd", date="2026-01-01")
    problems = reviewed(open_project(ROOT), replace(read, identity=identity))
    assert [(problem.code, problem.severity) for problem in problems] == [("RK01", severity)]
