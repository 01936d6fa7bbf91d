"""`avtalsgen library`: what the program has that a workspace lacks, and never more than that."""

import json
import re
import shlex
import shutil
from pathlib import Path

import pytest
from tests.cli.library import ROOT
from tests.cli.terminal import Terminal
from tests.hint_watch import commands

from avtalsgen.pipeline.library.given import (
    GIVEN,
    digest,
    earlier_forms,
    given_bytes,
    read_given,
    starter_files,
)
from avtalsgen.pipeline.new.init import init
from avtalsgen.pipeline.workspace.workspace import Workspace
from avtalsgen.problems import Exit

CLAUSE, REGISTER = "clauses/vite/2026.md", "clauses/register/index.yaml"
SIGNED = "uppdrag/vald-i-nara-relation/2019"
PINNED = "clauses/tvist/2019.md"
LEGAL = "clauses/register/organisationer.yaml"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a workspace as init makes it, with a signed uppdrag."""
    folder = tmp_path_factory.mktemp("bibliotek") / "ny"
    init(folder)
    (folder / SIGNED).parent.mkdir()
    shutil.copytree(ROOT / SIGNED, folder / SIGNED)
    for suffix in (".yaml", ".lock.json"):
        shutil.copy(f"{ROOT / SIGNED}{suffix}", f"{folder / SIGNED}{suffix}")
    return folder


@pytest.fixture
def workspace(
    made: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Terminal:
    root = tmp_path / "ny"
    shutil.copytree(made, root)
    monkeypatch.chdir(root)
    return Terminal(root, capsys)


def everything(root: Path) -> dict[str, bytes]:
    files = (file for file in sorted(root.rglob("*")) if file.is_file())
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in files}


def older(workspace: Terminal, path: str, old: str = "", new: str = "") -> bytes:
    """Let a file be as an earlier version of the program gave it; return it as it is now."""
    file = workspace.root / path
    now = file.read_bytes()
    before = now.replace(old.encode(), new.encode()) if old else now + b"\n# \n"
    assert before != now
    file.write_bytes(before)
    given = {**read_given(Workspace(workspace.root)), path: digest(path, before)}
    (workspace.root / GIVEN).write_bytes(given_bytes(given))
    return now


def test_a_new_workspace_lacks_nothing(workspace: Terminal) -> None:
    said = workspace.run("avtalsgen library")
    assert (said.code, said.err) == (0, "")
    assert said.out == "Inget i programmets bibliotek saknas här eller är äldre här.\n"


def test_what_is_lacking_and_what_is_older_is_shown_and_taken_one_by_one(
    workspace: Terminal,
) -> None:
    whole = everything(workspace.root)
    (workspace.root / CLAUSE).unlink()
    older(workspace, REGISTER)
    said = workspace.run("avtalsgen library")
    assert said.code == 1
    assert said.out.splitlines() == [
        "NAMN                 HÄR     SKRIV",
        "register/index.yaml  äldre   avtalsgen library --take register/index.yaml",
        "vite@2026            saknas  avtalsgen library --take vite@2026",
    ]
    shown = workspace.run("avtalsgen library register/index.yaml").out
    assert shown.startswith(f"{REGISTER}: äldre\n--- här\n+++ i programmet\n")
    assert workspace.run("avtalsgen library --take vite@2026").code == 0
    assert (workspace.root / CLAUSE).read_bytes() == whole[CLAUSE]
    assert workspace.run("avtalsgen library --take register/index.yaml").code == 0
    assert everything(workspace.root) == whole
    assert workspace.run("avtalsgen library").code == 0


def test_how_lines_end_is_no_difference(workspace: Terminal) -> None:
    file = workspace.root / CLAUSE
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    assert workspace.run("avtalsgen library").code == 0


@pytest.mark.parametrize("noted", [True, False])
def test_what_somebody_may_have_changed_is_never_written_over(
    workspace: Terminal, *, noted: bool
) -> None:
    older(workspace, CLAUSE, "vite", "vite och annat")
    if noted:
        file = workspace.root / CLAUSE
        file.write_bytes(file.read_bytes() + b"\nMitt.\n")
    else:
        (workspace.root / GIVEN).unlink()
    before = everything(workspace.root)
    state = "ändrad här" if noted else "okänt ursprung"
    said = workspace.run("avtalsgen library")
    assert f"vite@2026  {state}  avtalsgen library vite@2026" in said.out
    said = workspace.run("avtalsgen library --take vite@2026")
    assert (said.code, "LB02" in said.err) == (75, True)
    assert everything(workspace.root) == before


def test_what_the_program_gave_before_there_was_a_note_is_known(workspace: Terminal) -> None:
    file = workspace.root / "clauses/lokaler/2026.md"
    now = file.read_bytes()
    (workspace.root / GIVEN).unlink()
    file.write_bytes(Path(__file__).with_name("lokaler_as_first_given.md").read_bytes())
    assert "lokaler@2026  äldre" in workspace.run("avtalsgen library").out
    assert workspace.run("avtalsgen library --take lokaler@2026").code == 0
    assert file.read_bytes() == now


def test_the_list_of_earlier_forms_is_of_files_of_the_library() -> None:
    forms = earlier_forms()
    assert len(forms) > 500
    assert {path for path, _ in forms} & starter_files().keys()
    assert all(re.fullmatch("[0-9a-f]{16}", sha) for _, sha in forms)


def test_what_is_only_changed_here_has_nothing_new(workspace: Terminal) -> None:
    (workspace.root / CLAUSE).write_text("eget", encoding="utf-8")
    said = workspace.run("avtalsgen library")
    assert (said.code, said.out.splitlines()[-1]) == (
        0,
        "En fil är ändrad här och som förut i programmet.",
    )
    assert "Inget nytt" in workspace.run("avtalsgen library --take vite@2026").out
    assert (workspace.root / CLAUSE).read_text(encoding="utf-8") == "eget"


def test_what_something_signed_is_made_of_is_never_written_over(workspace: Terminal) -> None:
    older(workspace, PINNED)
    before = everything(workspace.root)
    said = workspace.run("avtalsgen library")
    assert "(undertecknat: vald-i-nara-relation@2019)" in said.out
    said = workspace.run("avtalsgen library --take tvist@2019")
    assert (said.code, "LB03" in said.err) == (75, True)
    assert everything(workspace.root) == before
    (words,) = commands(said.err.partition("Tips: ")[2])
    shown = workspace.run(shlex.join(["avtalsgen", *words]))
    assert (shown.code in (Exit.FINE, Exit.LOOK), "LB03" in shown.err) == (True, False)
    assert f"{PINNED}: äldre" in shown.out


def test_a_register_is_taken_unless_something_signed_would_say_something_else(
    workspace: Terminal,
) -> None:
    now = older(workspace, LEGAL)
    assert workspace.run("avtalsgen library --take register/organisationer.yaml").code == 0
    assert (workspace.root / LEGAL).read_bytes() == now
    lock = workspace.root / f"{SIGNED}.lock.json"
    lock.unlink()
    older(workspace, LEGAL, "Leanlink Råd och Stöd", "Leanlink Råd & Stöd")
    assert workspace.run("avtalsgen build vald-i-nara-relation@2019 --format txt").code in {0, 1}
    assert lock.is_file()
    before = everything(workspace.root)
    said = workspace.run("avtalsgen library --take register/organisationer.yaml")
    assert (said.code, "LB03" in said.err) == (75, True)
    assert everything(workspace.root) == before


def test_a_workspace_that_lacks_what_the_program_computes_with_is_mended(
    workspace: Terminal,
) -> None:
    path = "clauses/parametrar.yaml"
    now = older(workspace, path, "  tid.från:", "  tid.start:")
    said = workspace.run("avtalsgen library")
    assert (said.code, "PA02" in said.err) == (65, True)
    assert "avtalsgen library --take parametrar.yaml" in said.out
    assert workspace.run("avtalsgen library --take parametrar.yaml").code == 0
    assert (workspace.root / path).read_bytes() == now


def test_a_clause_that_does_not_fit_is_refused(workspace: Terminal) -> None:
    older(workspace, "clauses/parametrar.yaml", "  vite.högst:", "  vite.mest:")
    (workspace.root / CLAUSE).unlink()
    before = everything(workspace.root)
    said = workspace.run("avtalsgen library --take vite@2026")
    assert (said.code, "LB04" in said.err) == (65, True)
    assert everything(workspace.root) == before
    both = "avtalsgen library --take vite@2026 --take parametrar.yaml"
    assert workspace.run(both).code == 0


def test_programs_get_the_same(workspace: Terminal) -> None:
    (workspace.root / CLAUSE).unlink()
    told = json.loads(workspace.run("avtalsgen library --json").out)
    (file,) = told["files"]
    assert (file["name"], file["state"], file["can_be_taken"]) == ("vite@2026", "saknas", True)
    assert file["difference"][0] == "--- här"
    told = json.loads(workspace.run("avtalsgen library --take vite@2026 --json").out)
    assert told["taken"] == [CLAUSE]


@pytest.mark.parametrize(
    ("flags", "code", "words"),
    [
        ("tid@2027", 66, "menade du tid@2026"),
        ("--take ../../etc/passwd", 66, "LB01"),
        ("vite@2026 --take vite@2026", 2, "inte båda"),
    ],
)
def test_a_wrong_name_is_told_and_nothing_is_written(
    workspace: Terminal, flags: str, code: int, words: str
) -> None:
    before = everything(workspace.root)
    said = workspace.run(f"avtalsgen library {flags}")
    assert (said.code, words in said.err) == (code, True)
    assert everything(workspace.root) == before


@pytest.mark.parametrize("noted", [b"{", b"[]", b'{"schema": "x", "files": 1}', b"\xff"])
def test_a_note_that_is_damaged_makes_nothing_be_written_over(
    workspace: Terminal, noted: bytes
) -> None:
    older(workspace, CLAUSE)
    (workspace.root / GIVEN).write_bytes(noted)
    said = workspace.run("avtalsgen library --take vite@2026")
    assert (said.code, "LB02" in said.err) == (75, True)
