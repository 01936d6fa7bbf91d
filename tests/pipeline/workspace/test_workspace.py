"""A workspace on disk."""

import errno
import os
import unicodedata
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalsgen.pipeline.workspace.workspace import Workspace, find
from avtalsgen.problems import AvtalsgenError, Exit
from avtalsgen.readers.written import read_text
from avtalsgen.source import Files, Origin
from avtalsgen.uppdrag import directory


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    root = tmp_path / "arbetsyta"
    (root / "clauses" / "tvist").mkdir(parents=True)
    (root / "uppdrag").mkdir()
    (root / "clauses" / "tvist" / "2019.md").write_bytes(b"Tvist")
    (tmp_path / "hemligt.md").write_bytes(b"Hemligt")
    return Workspace(root)


def test_a_workspace_reads_and_lists_its_files(workspace: Workspace) -> None:
    files: Files = workspace
    assert files.read("clauses/tvist/2019.md") == b"Tvist"
    assert files.names("") == ("clauses", "uppdrag")
    assert files.names("clauses/tvist") == ("2019.md",)
    assert files.names("clauses/saknas") == ()
    assert files.names("clauses/tvist/2019.md") == ()


@pytest.mark.parametrize("path", ["clauses/tvist/2020.md", "borta/a.md", "clauses/tvist/2019.md/x"])
def test_what_is_not_a_file_is_not_found(workspace: Workspace, path: str) -> None:
    with pytest.raises(FileNotFoundError, match="finns inte"):
        workspace.read(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="systemet har inga namngivna rör")
def test_a_pipe_is_not_waited_for(workspace: Workspace) -> None:
    os.mkfifo(workspace.root / "clauses" / "pipe.md")
    with pytest.raises(PermissionError):
        workspace.read("clauses/pipe.md")


@pytest.mark.parametrize(
    "path", ["../hemligt.md", "clauses/../../hemligt.md", "/etc/passwd", "C:/x"]
)
def test_a_path_out_of_the_workspace_is_refused(workspace: Workspace, path: str) -> None:
    with pytest.raises(PermissionError):
        workspace.read(path)
    assert workspace.names(path) == ()


def test_a_link_out_of_the_workspace_is_refused(workspace: Workspace) -> None:
    (workspace.root / "fil.md").symlink_to("../hemligt.md")
    (workspace.root / "mapp").symlink_to(workspace.root.parent, target_is_directory=True)
    for path in ("fil.md", "mapp/hemligt.md"):
        with pytest.raises(PermissionError, match="länk som leder ut"):
            workspace.read(path)
    assert workspace.names("mapp") == ()


def test_what_lies_behind_a_link_out_is_no_clause_and_no_uppdrag(workspace: Workspace) -> None:
    outside = workspace.root.parent / "utanför"
    outside.mkdir()
    (outside / "1.yaml").write_text("typ: uppdrag@1\n", encoding="utf-8")
    for folder in ("clauses/länkad", "uppdrag/lankad"):
        (workspace.root / folder).symlink_to(outside, target_is_directory=True)
    assert "lankad" not in directory.slugs(workspace)
    with pytest.raises(AvtalsgenError) as caught:
        directory.must_exist(workspace, "../utanför", "1", Origin("uppdrag/prov/1.yaml", 3))
    assert caught.value.problems[0].code == "UP01"


def test_what_is_no_file_is_told_of_with_a_place(workspace: Workspace) -> None:
    (workspace.root / "uppdrag" / "mapp.yaml").mkdir()
    with pytest.raises(AvtalsgenError) as caught:
        read_text(workspace, "uppdrag/mapp.yaml")
    assert str(caught.value.problems[0]).startswith("uppdrag/mapp.yaml:1:1: FI02")


def test_what_the_disk_does_not_give_is_told_in_swedish(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(*_: object) -> bytes:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Workspace, "read", denied)
    with pytest.raises(AvtalsgenError) as caught:
        read_text(workspace, "clauses/tvist/2019.md")
    (problem,) = caught.value.problems
    assert str(problem).startswith(
        "clauses/tvist/2019.md:1:1: FI02 filen clauses/tvist/2019.md går inte att läsa"
    )


def test_a_link_to_itself_is_refused(workspace: Workspace) -> None:
    (workspace.root / "ring.md").symlink_to("ring.md")
    with pytest.raises((PermissionError, FileNotFoundError)):
        workspace.read("ring.md")


def test_a_link_inside_the_workspace_is_followed(workspace: Workspace) -> None:
    (workspace.root / "genväg.md").symlink_to("clauses/tvist/2019.md")
    assert workspace.read("genväg.md") == b"Tvist"


def test_a_workspace_may_itself_be_reached_through_a_link(workspace: Workspace) -> None:
    link = workspace.root.parent / "länk"
    link.symlink_to(workspace.root, target_is_directory=True)
    assert Workspace(link).read("clauses/tvist/2019.md") == b"Tvist"


Form = Literal["NFC", "NFD"]


@pytest.mark.parametrize("stored", ["NFC", "NFD"])
@pytest.mark.parametrize("asked", ["NFC", "NFD"])
def test_a_file_is_found_in_either_normal_form(
    workspace: Workspace, stored: Form, asked: Form
) -> None:
    folder = workspace.root / unicodedata.normalize(stored, "råd")
    folder.mkdir()
    (folder / unicodedata.normalize(stored, "stöd.md")).write_bytes(b"Stod")
    assert workspace.read(unicodedata.normalize(asked, "råd/stöd.md")) == b"Stod"
    assert workspace.names(unicodedata.normalize(asked, "råd")) == ("stöd.md",)


def test_what_programs_leave_beside_files_is_not_listed(workspace: Workspace) -> None:
    folder = workspace.root / "clauses" / "tvist"
    for name in (".DS_Store", "._2019.md", "~$2019.docx", ".~lock.2019.docx#", "AUX.md"):
        (folder / name).write_bytes(b"")
    assert workspace.names("clauses/tvist") == ("2019.md",)


@pytest.mark.parametrize(("name", "limit"), [("stor.md", 2_000_000), ("MALL.DOCX", 10_000_000)])
def test_a_file_larger_than_people_write_is_refused(
    workspace: Workspace, name: str, limit: int
) -> None:
    (workspace.root / name).write_bytes(bytes(limit))
    assert len(workspace.read(name)) == limit
    (workspace.root / name).write_bytes(bytes(limit + 1))
    with pytest.raises(OverflowError, match=f"större än {limit // 1_000_000} MB"):
        workspace.read(name)


@given(path=st.lists(st.sampled_from(["..", ".", "", "a", "å", "/", "hemligt.md"])).map("/".join))
def test_no_path_reads_what_lies_outside(
    tmp_path_factory: pytest.TempPathFactory, path: str
) -> None:
    root = tmp_path_factory.getbasetemp() / "utanför" / "inne"
    root.mkdir(parents=True, exist_ok=True)
    (root.parent / "hemligt.md").write_bytes(b"Hemligt")
    with pytest.raises((FileNotFoundError, PermissionError)):
        Workspace(root).read(path)


def test_the_workspace_is_found_from_anywhere_in_it(workspace: Workspace) -> None:
    for start in ("", "clauses/tvist", "clauses/tvist/2019.md", "uppdrag/saknas"):
        assert find(workspace.root / start) == workspace.root


def test_a_folder_outside_is_told_how_to_get_a_workspace(tmp_path: Path) -> None:
    with pytest.raises(AvtalsgenError) as caught:
        find(tmp_path)
    (problem,) = caught.value.problems
    assert (problem.code, problem.exit) == ("AY01", Exit.NOT_FOUND)
    assert "avtalsgen init" in str(problem.hint)
