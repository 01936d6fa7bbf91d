"""An upgrade proposes, and leaves every edition that there is as it was."""

import re
from pathlib import Path

import pytest
from tests.cli.library import copied
from tests.workspace import WHOLE

from avtalsgen.cli.group import run
from avtalsgen.model import plain
from avtalsgen.pipeline.compare.upgrade import (
    Proposal,
    UpgradeAsked,
    must_be_known,
    redline_files,
    upgrade_of,
)
from avtalsgen.pipeline.workspace.documents import document_of
from avtalsgen.pipeline.workspace.house import house_of
from avtalsgen.pipeline.workspace.project import open_project
from avtalsgen.problems import AvtalsgenError, Exit, Problem
from avtalsgen.uppdrag import directory
from avtalsgen.writers.portfolio.law_change import (
    ChangedUppdrag,
    LawChange,
    UnchangedUppdrag,
    law_change_memo,
)

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
    project, asked = open_project(root), UpgradeAsked(pin, named=bool(slugs))
    must_be_known(project, asked, slugs)
    every = [upgrade_of(project, slug, asked) for slug in slugs or directory.slugs(project.files)]
    return (
        tuple(proposal for proposal, _ in every if proposal),
        tuple(problem for _, problems in every for problem in problems),
    )


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


def test_a_law_that_changes_is_one_folder_for_the_namnd(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One memo covers all, also those that the program cannot change; nothing else is written."""
    root = copied(tmp_path / "kopia")
    (root / "uppdrag/familjeradgivning/2026.yaml").unlink()
    before = sorted(root.rglob("*"))
    monkeypatch.chdir(root)
    package = tmp_path / "lagandring"
    line = ["upgrade", "--all", "lex-sarah@2026", "--package", str(package), "--jobs", "1"]
    assert run([*line, "--as-of", "2026-11-29"]) == Exit.LOOK
    assert sorted(root.rglob("*")) == before
    memo = (package / "skrivelse.html").read_text(encoding="utf-8")
    assert memo.count("familjeradgivning") >= 2, "what changes, and what is asked"
    files = {path.relative_to(package).as_posix() for path in package.rglob("*.*")}
    edition = next(
        name
        for name in files
        if name.startswith("uppdrag/familjeradgivning/") and name.endswith(".yaml")
    )
    new = Path(edition).stem
    stem = f"familjeradgivning/{new}/jamforelse-familjeradgivning-2021-{new}"
    assert {f"{stem}.docx", f"{stem}.html", "skrivelse.pdf", "skrivelse.docx"} <= files


def test_the_memo_tells_what_a_check_finds_anew_and_what_is_left_to_a_person() -> None:
    changed = ChangedUppdrag("a", "1", "2", "1", {"saklig": 2}, (), ("SP01", "RK01"), ("SP01",) * 2)
    alike = ChangedUppdrag("b", "1", "2", "1", {}, (), ("SP01",), ("SP01",))
    left = UnchangedUppdrag("c", ("c@1 har en egen avvikelse",))
    memo = law_change_memo(LawChange("tvist@2", "Tvist", "2026-11-29", (changed, alike), (left,)))
    lines = "\n".join(plain.lines(memo))
    assert "Nämnden antar de nya utgåvorna av 2 uppdrag, enligt tabellen nedan." in lines
    assert "I ett uppdrag finner kontrollen detsamma före och efter." in lines
    assert re.search(r"a\W+2\W+2\W+SP01\W+RK01", lines)
    assert "c@1 har en egen avvikelse" in lines
    nothing = law_change_memo(LawChange("tvist@2", "Tvist", "2026-11-29", (), ()))
    assert "så inget föreslås" in "\n".join(plain.lines(nothing))
