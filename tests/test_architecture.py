"""The rooms, the arrows between them, and the size of what is in them."""

import ast
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

from avtalsgen.writers import WRITERS

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "avtalsgen"
LONGEST = 400
"""Lines; a longer file is split by what it holds."""
NAMELESS = {"utils", "helpers", "common", "shared", "misc", "base", "core", "manager"}
"""Names that say nothing about what a module holds."""
WRITTEN = [
    file
    for folder in (SOURCE, ROOT / "tests", ROOT / "benchmarks")
    for file in sorted(folder.rglob("*"))
    if file.suffix in {".py", ".typ", ".css"}
]


def of_source(file: Path) -> str:
    """Return the path of `file` from the root of the project."""
    return file.relative_to(ROOT).as_posix()


def test_every_import_follows_the_arrows(capsys: pytest.CaptureFixture[str]) -> None:
    """The contracts stand in pyproject.toml; a room that is not among them fails too."""
    status = lint_imports(str(ROOT / "pyproject.toml"), no_cache=True, no_logo=True)
    assert status == 0, capsys.readouterr().out


@pytest.mark.parametrize("file", WRITTEN, ids=of_source)
def test_a_file_holds_one_concept(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= LONGEST


def test_a_module_is_named_for_what_it_holds() -> None:
    names = {part for file in SOURCE.rglob("*.py") for part in (file.stem, file.parent.name)}
    assert not names & NAMELESS


def test_every_format_there_is_can_be_chosen() -> None:
    """A folder or module in writers/ is a format, or what every format is given."""
    writers = SOURCE / "writers"
    there = {entry.stem for entry in writers.iterdir() if entry.name[0] not in "._"}
    tree = ast.parse((writers / "__init__.py").read_text(encoding="utf-8"))
    imported = {
        node.module.split(".")[2]
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        and node.module
        and node.module.startswith("avtalsgen.writers.")
    }
    assert imported == {name for name in there if not name.startswith("__")}
    assert len(WRITERS) == len(imported - {"render"})


def test_every_room_has_a_sign_on_its_door() -> None:
    for file in SOURCE.rglob("__init__.py"):
        assert ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))), of_source(file)
