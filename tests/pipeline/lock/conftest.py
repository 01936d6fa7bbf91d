"""A terminal in a copy of this repository's workspace."""

from pathlib import Path

import pytest
from tests.cli.library import copied
from tests.cli.terminal import Terminal


@pytest.fixture
def terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Terminal:
    """Return a terminal in a copy of this repository's workspace, without the locks in it."""
    root = copied(tmp_path)
    for lock in root.glob("uppdrag/*/*.lock.json"):
        lock.unlink()
    monkeypatch.chdir(root)
    return Terminal(root, capsys)
