"""What is told of many documents, and what is remembered of them."""

import json
import re
from pathlib import Path

import pytest
from tests.cli.library import copied
from tests.cli.terminal import Terminal

from avtalsgen.cli.batch.options import BatchAsked
from avtalsgen.cli.batch.watch import Watch
from avtalsgen.pipeline.batch.executors import cluster
from avtalsgen.pipeline.memory.memory import Memory
from avtalsgen.pipeline.workspace.snapshot import Snapshot
from avtalsgen.pipeline.workspace.workspace import Workspace
from avtalsgen.problems import Exit

FACTS = "uppdrag/prov/1.yaml"


@pytest.fixture(autouse=True)
def _remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AVTALSGEN_CACHE", str(tmp_path / "minne"))


def _with_more(terminal: Terminal) -> None:
    """Make a second uppdrag that is fine and a third that cannot be read."""
    text = (terminal.root / FACTS).read_text(encoding="utf-8")
    for name, facts in (("andra", text), ("trasig", "typ: [")):
        folder = terminal.root / "uppdrag" / name
        folder.mkdir()
        (folder / "1.yaml").write_text(facts, encoding="utf-8")


def test_a_log_has_a_line_for_each_document_and_is_never_written_over(terminal: Terminal) -> None:
    _with_more(terminal)
    terminal.run("avtalsgen build --format txt --jobs 1 --log logg.jsonl")
    terminal.run("avtalsgen check prov andra --apart --jobs 1 --log logg.jsonl")
    text = (terminal.root / "logg.jsonl").read_text(encoding="utf-8")
    lines = [json.loads(line) for line in text.splitlines()]
    assert {line["schema"] for line in lines} == {"avtalsgen.log/1"}
    told = [(line["event"], line.get("name"), line.get("status")) for line in lines]
    assert told == [
        ("början", None, None),
        ("dokument", "andra@1", "byggd"),
        ("dokument", "prov@1", "byggd"),
        ("dokument", "trasig@1", "inte byggd"),
        ("slut", None, None),
        ("början", None, None),
        ("dokument", "prov", "inget att anmärka"),
        ("dokument", "andra", "inget att anmärka"),
        ("slut", None, None),
    ]
    assert [lines[4]["done"], lines[4]["failed"]] == [2, 1]
    assert lines[3]["problems"][0]["file"] == "uppdrag/trasig/1.yaml"


def test_the_page_tells_what_failed_first_and_what_has_changed_since(terminal: Terminal) -> None:
    _with_more(terminal)
    build = "avtalsgen build --format txt --jobs 1 --summary hur.html"
    terminal.run(build)
    facts = terminal.root / FACTS
    facts.write_text(facts.read_text(encoding="utf-8").replace("605", "700"), encoding="utf-8")
    terminal.run(build)
    page = (terminal.root / "hur.html").read_text(encoding="utf-8")
    assert "2 av 3 dokument är klara." in page
    assert page.index("trasig@1") < page.index("andra@1")
    rows = {
        name: row for row in page.split("<tr>") for name in ("andra@1", "prov@1") if name in row
    }
    assert FACTS in rows["prov@1"]
    assert FACTS not in rows["andra@1"]


def test_a_page_of_somebody_else_is_not_written_over_and_nothing_is_built(
    terminal: Terminal,
) -> None:
    (terminal.root / "hur.html").write_text("egen", encoding="utf-8")
    said = terminal.run("avtalsgen build --format txt --summary hur.html")
    assert (said.code, "BT10" in said.err) == (Exit.CONFLICT, True)
    assert not (terminal.root / "output").exists()
    assert "välj ett annat namn med --summary" in said.err
    assert "BT10" not in terminal.run("avtalsgen build --format txt --summary ny.html").err


def test_a_cluster_that_is_open_to_others_or_not_there_is_refused(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = terminal.run("avtalsgen build --executor tcp://10.0.0.1:8786").err
    assert "BT05" in refused
    (nearer,) = re.findall("eller (tcp://[^ ]+):PORT", refused)
    monkeypatch.setattr(cluster, "_PATIENCE", "100ms")
    assert "BT06" in terminal.run(f"avtalsgen build --executor {nearer}:9").err
    monkeypatch.setitem(
        __import__("sys").modules, "avtalsgen.pipeline.batch.executors.cluster", None
    )
    said = terminal.run("avtalsgen build --executor tcp://127.0.0.1:8786")
    assert (said.code, "BT09" in said.err) == (Exit.USAGE, True)
    # nobody has put the program among packages: what is installed is what the lock has
    assert said.err.rstrip().endswith("med: pip install -r requirements.txt")
    assert "\ndistributed==" in (Path(__file__).parents[2] / "requirements.txt").read_text("utf-8")


def test_how_fast_it_goes_and_when_it_is_done_is_told() -> None:
    watch = Watch("build", 100, BatchAsked(), shown=True)
    watch.count, watch.failed = 25, 1
    assert watch.line(10) == "25 av 100, 2,5 i sekunden, 30 s kvar, 1 gick inte"
    assert watch.line(1000) == "25 av 100, 0 i sekunden, 50 min 0 s kvar, 1 gick inte"


def test_two_who_remember_at_once_keep_what_each_has_learnt(terminal: Terminal) -> None:
    def memory() -> Memory:
        return Memory(terminal.root, Snapshot(Workspace(terminal.root)))

    made_of = {FACTS: Snapshot(Workspace(terminal.root)).digest(FACTS)}
    one, other = memory(), memory()
    one.note("ett", made_of, "svar 1")
    other.note("två", made_of, "svar 2")
    one.save()
    other.save()
    assert [memory().recall(name) for name in ("ett", "två")] == ["svar 1", "svar 2"]
    assert memory().made_of("två") == made_of


def test_many_pairs_are_compared_each_into_its_file(terminal: Terminal) -> None:
    for name, words in (("ett", "Allt gäller."), ("två", "Inget gäller.")):
        (terminal.root / f"{name}.md").write_text(f"# Avtal\n\n{words}\n", encoding="utf-8")
    pairs = terminal.root / "par.csv"
    pairs.write_text("# gammal;ny\nett.md;två.md\nett.md;ett.md\nett.md;saknas.md\n", "utf-8")
    said = terminal.run("avtalsgen diff --pairs par.csv --format html --out ut --jobs 1")
    assert said.code == Exit.NOT_FOUND
    assert said.out.splitlines() == [
        "ett.md → två.md: 1 avgörande",
        "  ut/jamforelse-ett-två.html",
        "ett.md → ett.md: lika",
        "  ut/jamforelse-ett-ett.html",
        "ett.md → saknas.md: gick inte",
    ]
    pairs.write_text("ett.md\n", encoding="utf-8")
    assert "par.csv:1:1: JF26" in terminal.run("avtalsgen diff --pairs par.csv").err
    assert "JF27" in terminal.run("avtalsgen diff --pairs annat.csv").err
    assert terminal.run("avtalsgen diff --pairs par.csv ett.md två.md").code == Exit.USAGE


def test_many_old_files_are_taken_in_as_one_by_one_in_their_order(
    terminal: Terminal, tmp_path: Path
) -> None:
    """Which are read first decides no name."""
    for number in range(4):
        text = f"# Avtal\n\n## Ändamål\n\nAvtalet gäller sak {number}.\n"
        (terminal.root / f"gammal-{number}.md").write_text(text, encoding="utf-8")
    (terminal.root / "tom.md").write_text("", encoding="utf-8")
    files = "gammal-2.md tom.md gammal-0.md gammal-1.md gammal-3.md"
    said = [
        terminal.run(f"avtalsgen import {files} --into {tmp_path / f'ny-{jobs}'} --jobs {jobs}")
        for jobs in (1, 2)
    ]
    assert said[0] == said[1]
    assert "tom.md: inte intagen" in said[0].out
    made = [
        {path.relative_to(root): path.read_bytes() for path in root.rglob("*") if path.is_file()}
        for root in (tmp_path / "ny-1", tmp_path / "ny-2")
    ]
    assert made[0] == made[1]
    assert len([path for path in made[0] if path.parts[0] == "uppdrag"]) >= 4


def test_many_uppdrag_are_indexed_and_those_that_cannot_be_are_told(
    tmp_path: Path, terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(copied(tmp_path / "kopia"))
    lone = terminal.run("avtalsgen index familjeradgivning@2021 --to 2023")
    both = terminal.run("avtalsgen index familjeradgivning@2021 anslag@2026-12-18-anslag --to 2023")
    assert lone.out in both.out
    assert "IX01" in both.err
    assert both.code == Exit.DATA
