"""A file that another program printed, of the same version, is no unchanged file."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.terminal import Terminal

import avtalsgen
from avtalsgen.pipeline.build import build
from avtalsgen.pipeline.memory import store
from avtalsgen.pipeline.output import versions

BUILD = "avtalsgen build prov --format txt"
FILE = "output/prov/1/prov-1.txt"


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return the files of the program, which are those of this test alone."""
    copy = tmp_path / "programmet"
    shutil.copytree(Path(avtalsgen.__file__).parent, copy, ignore=shutil.ignore_patterns("*.pyc"))
    monkeypatch.setattr(avtalsgen, "__file__", str(copy / "__init__.py"))
    _asked_again()
    yield copy
    _asked_again()


def _asked_again() -> None:
    for known in (versions.printed_by, versions.versions, store.program):
        known.cache_clear()


@pytest.mark.parametrize("part", ["pdf/avtal.typ", "lato/Lato-Regular.ttf", "text.py"])
def test_a_file_that_another_program_printed_is_printed_anew(
    terminal: Terminal, program: Path, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    terminal.run(BUILD)
    monkeypatch.setattr(build, "write", lambda *_: {"txt": b"annat\n"})
    (program / "web/site.py").write_bytes(b"# annat")
    _asked_again()
    assert "oförändrad" in terminal.run(BUILD).out
    (program / "writers" / part).write_bytes(b"// annat")
    _asked_again()
    assert "oförändrad" not in terminal.run(BUILD).out
    assert (terminal.root / FILE).read_bytes() == b"annat\n"
