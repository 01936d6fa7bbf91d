"""A small workspace on disk, and a terminal that stands in it."""

import shutil
from pathlib import Path

import pytest
from tests.cli.terminal import Terminal
from tests.signing import authority, parties
from tests.takeback.taking import OWN, ROOT
from tests.workspace import WHOLE


@pytest.fixture
def terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Terminal:
    """Return a terminal in a small workspace without faults."""
    root = tmp_path / "arbetsyta"
    for name, text in WHOLE.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.chdir(root)
    monkeypatch.setenv("COLUMNS", "80")
    return Terminal(root, capsys)


@pytest.fixture
def desk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Terminal:
    """Return a terminal in the workspace with the built uppdrag and two keys."""
    files = parties.files() | {
        "a.p12": authority.p12(parties.FIRST),
        "b.p12": authority.p12(parties.SECOND),
        "rot.pem": authority.root(),
        "ord": f"{authority.PASSWORD}\n".encode(),
    }
    for name, data in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    monkeypatch.chdir(tmp_path)
    return Terminal(tmp_path, capsys)


@pytest.fixture
def workshop(terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Return a terminal in a workspace with the library and an uppdrag that is frozen."""
    root = tmp_path / "verkstad"
    shutil.copytree(ROOT / "clauses", root / "clauses")
    shutil.copytree(OWN, root, dirs_exist_ok=True)
    monkeypatch.chdir(root)
    return Terminal(root, terminal.captured)
