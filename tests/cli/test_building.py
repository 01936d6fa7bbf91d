"""`avtalsgen build` and the disk: what is kept, what is refused, and the code it leaves with."""

import zipfile
from pathlib import Path

import pytest
from tests.cli.library import copied
from tests.cli.terminal import Terminal

import avtalsgen.cli.commands.build_command
import avtalsgen.pipeline.build.build
from avtalsgen.pipeline.batch.executors.local import Processes
from avtalsgen.pipeline.build.build import build
from avtalsgen.pipeline.build.order import BuildOrder
from avtalsgen.pipeline.workspace.project import open_project
from avtalsgen.pipeline.workspace.selection import select
from avtalsgen.pipeline.workspace.workspace import Workspace
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

    monkeypatch.setattr(avtalsgen.cli.commands.build_command, "select", fails)
    said = terminal.run(BUILD)
    assert said.code == Exit.OURS
    assert said.err.splitlines()[0] == "XX01 programmet gjorde fel (RuntimeError: trasig)"
    assert "clauses/profil/profil.yaml, felanmälan:" in said.err
    assert "Traceback" not in said.err


@pytest.mark.parametrize("whole", [True, False], ids=["all the program", "one document"])
def test_a_fault_of_ours_says_where_the_house_wants_it(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, *, whole: bool
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise RuntimeError("trasig")

    house = terminal.root / "clauses/profil/profil.yaml"
    sent_to = "felanmälan: it-stod@granvik.example\n"
    house.write_text(house.read_text("utf-8") + sent_to, encoding="utf-8")
    if whole:
        monkeypatch.setattr(avtalsgen.cli.commands.build_command, "select", fails)
    else:
        monkeypatch.setattr(avtalsgen.pipeline.build.build, "document_of", fails)
    said = terminal.run(f"{BUILD} --jobs 1")
    assert said.code == Exit.OURS
    assert said.err.rstrip().endswith(" till it-stod@granvik.example")
    house.write_text("organisation: [", encoding="utf-8")
    assert terminal.run(f"{BUILD} --jobs 1").code in {Exit.OURS, Exit.DATA}


def test_an_interruption_is_told_in_swedish(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(avtalsgen.cli.commands.build_command, "select", interrupted)
    said = terminal.run(BUILD)
    assert (said.code, said.err.strip()) == (Exit.INTERRUPTED, "Avbrutet.")


def test_a_file_is_named_by_its_path_from_any_folder(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder, path in (("clauses", "../uppdrag/prov/1.yaml"), ("uppdrag/prov", "./1.yaml")):
        monkeypatch.chdir(terminal.root / folder)
        assert select(Workspace(terminal.root), [path]) == (("prov", "1"),)


def test_no_more_processes_are_asked_for_than_windows_can_wait_for() -> None:
    executor = Processes(64)
    assert executor.width == 61
    executor.close()


def test_another_house_style_is_another_document(terminal: Terminal) -> None:
    terminal.run(BUILD)
    style = terminal.root / "clauses/profil/profil.yaml"
    style.write_text("organisation: Granviks kommun\n", encoding="utf-8")
    assert "byggd" in terminal.run(BUILD).out.split()


def test_another_word_template_is_another_word_file_and_the_same_text(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    order = BuildOrder("beroendemottagningen", "2021", ("docx", "txt"), tmp_path / "ut")
    assert build(open_project(folder), order).status == "built"
    assert build(open_project(folder), order).status == "unchanged"
    word, text = order.path("docx"), order.path("txt")
    before = word.stat().st_mtime_ns, text.stat().st_mtime_ns
    with zipfile.ZipFile(folder / "clauses/profil/mall.docx", "a") as template:
        template.comment = b"ny"
    assert build(open_project(folder), order).status == "built"
    assert word.stat().st_mtime_ns > before[0]
    assert text.stat().st_mtime_ns == before[1]


def test_a_draft_is_lenient_with_what_is_missing_and_with_nothing_else(terminal: Terminal) -> None:
    path = terminal.root / "uppdrag/prov/1.yaml"
    decided = path.read_text(encoding="utf-8").replace("status: utkast", "status: beslutad")
    path.write_text(decided, encoding="utf-8")
    said = terminal.run(f"{BUILD} --draft")
    assert (said.code, "LC01" in said.err) == (Exit.DATA, True)


def test_a_slug_alone_is_the_newest_edition_that_is_no_tillagg(terminal: Terminal) -> None:
    folder = terminal.root / "uppdrag/prov"
    for edition, type_ in (("2", "uppdrag@1"), ("3", "tillagg@1"), ("4", "anslag@1")):
        (folder / f"{edition}.yaml").write_text(f"typ: {type_}\n", encoding="utf-8")
    assert select(Workspace(terminal.root), ["prov"]) == (("prov", "2"),)
