"""What a command remembers changes nothing that it says or writes, and is never needed."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.cli.terminal import Said, Terminal
from tests.workspace import WHOLE

import avtalsgen
from avtalsgen.pipeline.memory import store

SOURCE = Path(avtalsgen.__file__).parents[1]
BUILD = "avtalsgen build --format txt,json"
COMMANDS = (BUILD, "avtalsgen list", "avtalsgen list --json")


@pytest.fixture(autouse=True)
def memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder that commands remember in, empty."""
    place = tmp_path / "minne"
    monkeypatch.setenv("AVTALSGEN_CACHE", str(place))
    return place


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Return the YAML files that are parsed from now on."""
    from avtalsgen.readers.yaml import events

    parsed: list[str] = []
    original = events.tree_of

    def counted(text: str, file: str, first_line: int) -> object:
        parsed.append(file)
        return original(text, file, first_line)

    monkeypatch.setattr(events, "tree_of", counted)
    return iter([parsed])


def remembered(memory: Path) -> Path:
    (file,) = memory.glob("*.json")
    return file


def all_say(terminal: Terminal) -> list[Said]:
    return [terminal.run(command) for command in COMMANDS]


def files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted((root / "output").rglob("*"))
        if path.is_file()
    }


def test_the_second_time_nothing_is_parsed(
    terminal: Terminal, reads: Iterator[list[str]], memory: Path
) -> None:
    parsed = next(reads)
    terminal.run(BUILD)
    terminal.run("avtalsgen list")
    assert parsed
    parsed.clear()
    assert "oförändrad" in terminal.run(BUILD).out
    assert terminal.run("avtalsgen list").code == 0
    assert parsed == []


def test_the_second_build_loads_neither_parsers_nor_writers(
    terminal: Terminal, memory: Path
) -> None:
    said = terminal.run(BUILD).err + terminal.run("avtalsgen list").err
    code = (
        "import sys; from avtalsgen.cli.group import run;"
        f"run({BUILD.split()[1:]!r}); run(['list']); print('LADDAT', *sys.modules)"
    )
    again = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "oförändrad" in again.stdout
    modules = {name.partition(".")[0] for name in again.stdout.partition("LADDAT")[2].split()}
    assert not modules & {"yaml", "ruamel", "jinja2", "markdown_it", "lxml", "docx", "typst"}
    assert said == again.stderr


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[: len(data) // 2],
        lambda data: data.replace(b"prov", b"vorp", 1),
        lambda data: b"\xff" * 100,
        lambda data: _signed(b"[" * 100_000),
        lambda data: _signed(b'{"schema": 1}'),
        lambda data: _signed(data.partition(b"\n")[2].replace(b'"list":[', b'"list":["x",')),
        lambda data: _signed(_odd()),
    ],
    ids=["empty", "half", "changed", "noise", "deep", "another", "odd answer", "odd numbers"],
)  # fmt: skip
def test_a_damaged_memory_is_made_anew(
    terminal: Terminal, memory: Path, damage: Callable[[bytes], bytes]
) -> None:
    said = all_say(terminal)
    before = files(terminal.root)
    place = remembered(memory)
    place.write_bytes(damage(place.read_bytes()))
    again = all_say(terminal)
    assert [each.err for each in again] == [each.err for each in said]
    assert again[1:] == said[1:]
    assert files(terminal.root) == before
    assert "oförändrad" in terminal.run(BUILD).out


def _odd() -> bytes:
    kept = {"list": [[-1, 10**9], [[{}], [], [], []]], "x": 7, "y": [{}, None]}
    answers = {"contents": [["a"], ["b", 1]], "kept": kept}
    whole = {"schema": store.SCHEMA, "program": store.program(), "answers": answers}
    return json.dumps(whole).encode()


def _signed(body: bytes) -> bytes:
    return sha256(body).hexdigest().encode() + b"\n" + body


def test_another_program_believes_nothing_of_it(
    terminal: Terminal, memory: Path, reads: Iterator[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal.run("avtalsgen list")
    monkeypatch.setattr(store, "program", lambda: "ett annat")
    parsed = next(reads)
    terminal.run("avtalsgen list")
    assert parsed


def test_a_workspace_brings_no_memory_along(terminal: Terminal, memory: Path) -> None:
    """The folder is the user's own; nothing is written in the workspace but what was asked for."""
    terminal.run("avtalsgen list")
    there = {path.name for path in terminal.root.iterdir()}
    assert there == {name.partition("/")[0] for name in WHOLE}
    if sys.platform != "win32":
        assert memory.stat().st_mode & 0o077 == 0
        assert remembered(memory).stat().st_mode & 0o077 == 0


def test_a_disk_that_takes_nothing_is_no_error(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "fil").write_text("ingen mapp")
    said = all_say(terminal)
    monkeypatch.setenv("AVTALSGEN_CACHE", str(tmp_path / "fil/minne"))
    again = all_say(terminal)
    assert [each.code for each in again] == [each.code for each in said]
    assert again[1:] == said[1:]


def test_a_file_that_is_taken_away_is_built_again(terminal: Terminal) -> None:
    terminal.run(BUILD)
    before = files(terminal.root)
    (terminal.root / "output/prov/1/prov-1.txt").unlink()
    assert ": byggd" in terminal.run(BUILD).out
    assert files(terminal.root) == before


CHANGES = st.tuples(
    st.sampled_from(sorted(WHOLE)),
    st.sampled_from(["605", "och", "e", "\n", "prov", "namn", ":"]),
    st.sampled_from(["", "7", "å", "\n", "x"]),
)


@settings(suppress_health_check=[*HealthCheck], max_examples=25)
@given(st.lists(CHANGES, max_size=3), st.booleans())
def test_whatever_changes_is_told_as_if_nothing_was_remembered(
    terminal: Terminal, memory: Path, changes: list[tuple[str, str, str]], more: bool
) -> None:
    for name, text in WHOLE.items():
        (terminal.root / name).write_text(text, encoding="utf-8")
    (terminal.root / "uppdrag/annat/1.yaml").unlink(missing_ok=True)
    terminal.run(f"{BUILD} --force")
    all_say(terminal)
    for name, old, new in changes:
        path = terminal.root / name
        path.write_text(path.read_text("utf-8").replace(old, new, 1), encoding="utf-8")
    if more:
        (terminal.root / "uppdrag/annat").mkdir(exist_ok=True)
        (terminal.root / "uppdrag/annat/1.yaml").write_text("typ: {}\n", encoding="utf-8")
    with_memory = [*all_say(terminal), terminal.run(BUILD)]
    built = files(terminal.root)
    for kept in memory.glob("*"):
        kept.unlink()
    without = [*all_say(terminal)[1:], terminal.run(BUILD)]
    assert without == with_memory[1:]
    assert files(terminal.root) == built
