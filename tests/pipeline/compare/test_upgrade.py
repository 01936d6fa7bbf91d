"""An upgrade proposes, and leaves every edition that there is as it was."""

from pathlib import Path

import pytest
from tests.cli.library import copied
from tests.workspace import WHOLE

from avtalsgen.cli.group import run
from avtalsgen.pipeline.compare.upgrade import Proposal, redline_files, upgrades
from avtalsgen.pipeline.workspace.documents import document_of
from avtalsgen.pipeline.workspace.house import house_of
from avtalsgen.pipeline.workspace.project import open_project
from avtalsgen.pipeline.workspace.workspace import Workspace
from avtalsgen.problems import AvtalsgenError, Exit, Problem

NEW = """\
---
rubrik: Tvist
gäller: {från: 2026-01-01}
använder: [utföraren, tid.uppsägning]
---
{{ utföraren | versal }} löser tvister inom {{ tid.uppsägning }}.
"""
PROV = "uppdrag/prov/1.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, text in {**WHOLE, "clauses/tvist/2.md": NEW}.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def proposed(
    root: Path, pin: str = "tvist@2", *slugs: str
) -> tuple[tuple[Proposal, ...], tuple[Problem, ...]]:
    return upgrades(open_project(root), Workspace(root), pin, slugs)


def change(root: Path, old: str, new: str, path: str = PROV) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), encoding="utf-8")


def test_only_the_clause_the_status_and_what_is_asked_are_others(root: Path) -> None:
    change(root, "status: utkast", "status: undertecknad  # för hand")
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    ((proposal,), problems) = proposed(root)
    assert problems == ()
    old = (root / PROV).read_text(encoding="utf-8").splitlines()
    (text,) = (data.decode() for data in proposal.files.values())
    kept = [line for line in text.splitlines() if line in old]
    assert [line for line in old if line not in kept] == [
        "status: undertecknad  # för hand",
        "disposition: [ersattning@1, tvist@1]",
    ]
    assert "disposition: [ersattning@1, tvist@2]" in text
    assert proposal.asked == ("tid.uppsägning",)
    assert "# Hur lång uppsägningstid?\ntid.uppsägning: {okänt:" in text
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


def test_the_proposal_can_be_built_and_its_redline_has_only_that_clause(root: Path) -> None:
    ((proposal,), _) = proposed(root)
    changed = [pair for pair in proposal.comparison.sections if pair.changes]
    assert [pair.new.anchor for pair in changed if pair.new] == ["tvist"]
    for path, data in proposal.files.items():
        (root / path).write_bytes(data)
    _, problems = document_of(open_project(root), "prov", proposal.edition)
    assert [problem.code for problem in problems] == []


def test_a_second_proposal_takes_another_name_and_finds_nothing_when_it_is_written(
    root: Path,
) -> None:
    (root / "uppdrag/prov/1-tvist.yaml").write_text("typ: tillagg@1\n", encoding="utf-8")
    ((proposal,), _) = proposed(root)
    assert (proposal.old, proposal.edition) == ("1", "1-tvist-2")
    for path, data in proposal.files.items():
        (root / path).write_bytes(data)
    assert proposed(root) == ((), ())


def test_an_edition_from_the_same_day_or_an_older_one_is_no_upgrade(root: Path) -> None:
    change(root, "tvist@1]", "tvist@2]")
    assert proposed(root, "tvist@1") == ((), ())
    assert proposed(root, "tvist@2") == ((), ())
    (_, problems) = proposed(root, "tvist@2", "prov")
    assert [problem.code for problem in problems] == ["UG04"]


def test_a_deviation_is_left_to_a_person(root: Path) -> None:
    (root / "uppdrag/prov").joinpath("egen.md").write_text("Egen.\n", encoding="utf-8")
    entry = "{klausul: tvist@1, avvikelse: {text: egen.md, från: x, skäl: egen rutin}}"
    change(root, "tvist@1]", f"{entry}]")
    found, problems = proposed(root)
    assert found == ()
    assert [problem.code for problem in problems] == ["UG03"]


def test_an_outline_of_the_type_is_left_to_a_person(root: Path) -> None:
    change(root, "disposition: [ersattning@1, tvist@1]\n", "")
    found, problems = proposed(root)
    assert found == ()
    assert [problem.code for problem in problems] == ["UG03"]


def test_what_the_new_clause_brings_about_is_told(root: Path) -> None:
    change(root, "använder:", "kräver: [saknad]\nanvänder:", "clauses/tvist/2.md")
    ((proposal,), _) = proposed(root)
    assert "DI06" in [problem.code for problem in proposal.problems]


@pytest.mark.parametrize(
    ("pin", "code"), [("tvist@9", "UG02"), ("tvist", "UG02"), ("tvst@2", "UG01"), ("", "UG01")]
)
def test_a_clause_that_is_not_there_is_refused(root: Path, pin: str, code: str) -> None:
    with pytest.raises(AvtalsgenError) as caught:
        proposed(root, pin)
    assert [problem.code for problem in caught.value.problems] == [code]


def test_an_uppdrag_that_is_not_there_is_refused(root: Path) -> None:
    with pytest.raises(AvtalsgenError):
        proposed(root, "tvist@2", "annat")


def test_the_redlines_of_a_real_proposal_are_proven(tmp_path: Path) -> None:
    root = copied(tmp_path / "kopia")
    (root / "uppdrag/familjeradgivning/2026.yaml").unlink()
    ((proposal,), _) = proposed(root, "lex-sarah@2026", "familjeradgivning")
    assert proposal.asked == ("parter.beställare.benämning",)
    files = redline_files(proposal, house_of(root), tmp_path, "2026-11-22T12:00:00Z")
    assert [path.suffix for path in files] == [".html", ".docx"]
    assert all(path.parent == tmp_path / "familjeradgivning" / proposal.edition for path in files)


def test_nothing_is_written_when_the_redline_cannot_be_made(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The small workspace has no Word shell."""
    monkeypatch.chdir(root)
    before = sorted(root.rglob("*"))
    assert run(["upgrade", "tvist@2", "--write"]) == Exit.DATA
    assert sorted(root.rglob("*")) == before
