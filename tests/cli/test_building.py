"""`avtalsgen build` and the disk: what is kept, what is refused, and the code it leaves with."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from tests.cli.terminal import Terminal

import avtalsgen.cli.build_command
from avtalsgen.pipeline import many
from avtalsgen.pipeline.build import Order, Result
from avtalsgen.pipeline.selection import select
from avtalsgen.pipeline.workspace import Workspace
from avtalsgen.problems import Exit

BUILD = "avtalsgen build prov --format txt"
FILE = "output/prov/1/prov-1.txt"


def _answer_otherwise(terminal: Terminal) -> None:
    """Change a fact, so that the document is another."""
    path = terminal.root / "uppdrag/prov/1.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("605", "700"), encoding="utf-8")


def test_a_file_that_somebody_has_open_is_left_alone(terminal: Terminal) -> None:
    terminal.run(BUILD)
    before = (terminal.root / FILE).read_bytes()
    (terminal.root / "output/prov/1/~$prov-1.txt").write_bytes(b"Kim")
    _answer_otherwise(terminal)
    said = terminal.run(BUILD)
    assert said.code == Exit.CONFLICT
    assert "SK04" in said.err
    assert "stäng filen i Word" in said.err
    assert (terminal.root / FILE).read_bytes() == before


def test_a_file_that_somebody_has_changed_is_left_alone_until_forced(terminal: Terminal) -> None:
    terminal.run(BUILD)
    (terminal.root / FILE).write_text("mina ändringar", encoding="utf-8")
    said = terminal.run(BUILD)
    assert said.code == Exit.CONFLICT
    assert "BY01" in said.err
    assert "--force" in said.err
    assert (terminal.root / FILE).read_text(encoding="utf-8") == "mina ändringar"
    assert terminal.run(f"{BUILD} --force").code == Exit.FINE
    assert "605" in (terminal.root / FILE).read_text(encoding="utf-8")


def test_a_file_that_was_there_before_us_is_somebody_s_own(terminal: Terminal) -> None:
    (terminal.root / FILE).parent.mkdir(parents=True)
    (terminal.root / FILE).write_text("eget", encoding="utf-8")
    assert terminal.run(BUILD).code == Exit.CONFLICT
    assert (terminal.root / FILE).read_text(encoding="utf-8") == "eget"


def test_a_second_build_writes_nothing(terminal: Terminal) -> None:
    terminal.run(BUILD)
    before = (terminal.root / FILE).stat()
    assert "oförändrad" in terminal.run(BUILD).out
    assert (terminal.root / FILE).stat().st_mtime_ns == before.st_mtime_ns


def test_a_changed_fact_is_built(terminal: Terminal) -> None:
    terminal.run(BUILD)
    _answer_otherwise(terminal)
    assert "byggd" in terminal.run(BUILD).out
    assert "700" in (terminal.root / FILE).read_text(encoding="utf-8")


def test_a_draft_stands_beside_the_document(terminal: Terminal) -> None:
    terminal.run(BUILD)
    assert terminal.run(f"{BUILD} --draft").code == Exit.FINE
    names = {path.name for path in (terminal.root / FILE).parent.glob("*.txt")}
    assert names == {"prov-1.txt", "prov-1-utkast.txt"}


def test_every_format_is_built(terminal: Terminal) -> None:
    shell = Path(__file__).parents[2] / "clauses/profil/mall.docx"
    (terminal.root / "clauses/profil/mall.docx").write_bytes(shell.read_bytes())
    assert terminal.run("avtalsgen build --format docx,pdf,html,md,txt,json").code == Exit.FINE
    suffixes = {path.suffix for path in (terminal.root / FILE).parent.glob("prov-1.*")}
    assert suffixes == {".docx", ".pdf", ".html", ".md", ".txt", ".json"}


def test_two_processes_build_what_one_builds(terminal: Terminal) -> None:
    for name in ("ett", "två"):
        text = (terminal.root / "uppdrag/prov/1.yaml").read_text(encoding="utf-8")
        path = terminal.root / f"uppdrag/{name.replace('å', 'a')}/1.yaml"
        path.parent.mkdir()
        path.write_text(text.replace("Prov", name), encoding="utf-8")
    one = terminal.run("avtalsgen build --format txt,md --jobs 1 --out ett")
    two = terminal.run("avtalsgen build --format txt,md --jobs 2 --out tva")
    assert (one.code, two.code) == (Exit.FINE, Exit.FINE)
    files = [path.relative_to("ett") for path in sorted(Path("ett").rglob("*.*")) if path.is_file()]
    assert len([file for file in files if file.suffix in {".txt", ".md"}]) == 6
    for file in files:
        assert (Path("ett") / file).read_bytes() == (Path("tva") / file).read_bytes()


def test_a_profile_with_a_fault_writes_nothing(terminal: Terminal) -> None:
    profile = terminal.root / "clauses/profil/profil.yaml"
    profile.write_text("organisation: X\nfärger: {text: '#AAAAAA'}\n", encoding="utf-8")
    said = terminal.run("avtalsgen build prov --format docx,pdf,html")
    assert said.code == Exit.DATA
    assert "PR04" in said.err
    assert not (terminal.root / "output").exists()


def test_a_disk_that_does_not_take_the_files_is_told_of(terminal: Terminal) -> None:
    (terminal.root / "output").write_bytes(b"en fil")
    said = terminal.run(BUILD)
    assert said.code == Exit.CANNOT_WRITE
    assert "SK05" in said.err


def test_a_fault_of_ours_is_told_without_a_traceback(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise RuntimeError("trasig")

    monkeypatch.setattr(avtalsgen.cli.build_command, "select", fails)
    said = terminal.run(BUILD)
    assert said.code == Exit.OURS
    assert said.err.splitlines()[0] == "XX01 programmet gjorde fel (RuntimeError: trasig)"
    assert "Traceback" not in said.err


def test_an_interruption_is_told_in_swedish(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(avtalsgen.cli.build_command, "select", interrupted)
    said = terminal.run(BUILD)
    assert (said.code, said.err.strip()) == (Exit.LOOK, "Avbrutet.")


def test_a_file_is_named_by_its_path_from_any_folder(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder, path in (("clauses", "../uppdrag/prov/1.yaml"), ("uppdrag/prov", "./1.yaml")):
        monkeypatch.chdir(terminal.root / folder)
        assert select(Workspace(terminal.root), [path]) == (("prov", "1"),)


def test_no_more_processes_are_asked_for_than_windows_can_wait_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def results(
        root: Path, orders: Sequence[Order], workers: int, run: int
    ) -> Iterator[tuple[Order, Result]]:
        asked.append(workers)
        return ((order, Result(order.slug, "1", "built", (), ())) for order in orders)

    monkeypatch.setattr(many, "_results", results)
    orders = [Order(f"prov-{n}", "1", ("txt",), tmp_path) for n in range(100)]
    many.build_many(tmp_path, orders, jobs=64)
    assert asked == [61]
