"""A start that does not wait: what each command line has to load before it does anything."""

import gettext
import importlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

import avtalsgen
from avtalsgen.cli.group import COMMANDS, module_of, program, run
from avtalsgen.cli.language import in_swedish

SOURCE = Path(avtalsgen.__file__).parents[1]
HEAVY = frozenset(
    {
        "aiohttp",
        "asyncio",
        "cryptography",
        "difflib",
        "docx",
        "docxtpl",
        "dulwich",
        "jinja2",
        "lxml",
        "markdown_it",
        "page",
        "pikepdf",
        "pyhanko",
        "pypdfium2",
        "ruamel",
        "typst",
        "yaml",
    }
)
HELP_NEEDS = frozenset(
    {
        "avtalsgen",
        "avtalsgen.cli",
        "avtalsgen.cli.answers",
        "avtalsgen.cli.group",
        "avtalsgen.cli.language",
        "avtalsgen.cli.speech",
        "avtalsgen.garbage",
        "avtalsgen.problems",
        "avtalsgen.records",
        "avtalsgen.source",
    }
)
"""Every module of ours that the help of the program may load."""


def loaded(code: str) -> frozenset[str]:
    """Return the modules that a fresh Python has after `code`."""
    tail = "\nimport sys; print(); print('\\n'.join(sys.modules))"
    said = subprocess.run(
        [sys.executable, "-c", code + tail],
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        capture_output=True,
        text=True,
        check=True,
    )
    return frozenset(said.stdout.split())


def packages(modules: frozenset[str]) -> frozenset[str]:
    return frozenset(name.partition(".")[0] for name in modules)


@pytest.mark.parametrize("words", [["--help"], ["--version"], []])
def test_help_loads_the_command_line_and_nothing_else(words: list[str]) -> None:
    modules = loaded(f"from avtalsgen.cli.group import run; run({words})")
    assert {name for name in modules if name.startswith("avtalsgen")} <= HELP_NEEDS
    assert not packages(modules) & HEAVY


@pytest.mark.parametrize(
    "command", ["init", "new", "list", "build", "check", "calendar", "index", "schema"]
)
def test_a_command_loads_what_it_does_and_no_more(command: str) -> None:
    """No signature, no Word file and no page is near before somebody asks for one."""
    modules = packages(loaded(f"import {module_of(command)}"))
    assert not modules & {"aiohttp", "asyncio", "cryptography", "docx", "docxtpl", "dulwich"}
    assert not modules & {"page", "pikepdf", "pyhanko", "pypdfium2", "typst"}


@pytest.mark.parametrize("command", ["serve", "verify"])
def test_what_reads_signatures_is_loaded_when_there_is_a_file_to_read(command: str) -> None:
    modules = packages(loaded(f"import {module_of(command)}"))
    assert not modules & {"cryptography", "docx", "docxtpl", "pikepdf", "pyhanko", "typst"}


PARSERS = {"difflib", "jinja2", "markdown_it", "yaml"}
MAKERS = {"docx": {"docx", "docxtpl", "lxml", "typst"}, "pdf": {"lxml", "pikepdf", "typst"}}
"""What makes a format; a Word file has pages in its contents, which Typst counts."""
MOST = {"docx": 770, "pdf": 670}
"""Modules of all kinds: 719 and 618 on 2026-11-29."""


@pytest.mark.parametrize("format_", MAKERS)
def test_a_build_of_one_loads_what_makes_its_format(format_: str, tmp_path: Path) -> None:
    words = ["build", "vald-i-nara-relation@2019", "--format", format_, "--out", str(tmp_path)]
    modules = loaded(f"from avtalsgen.cli.group import run; run({words!r})")
    assert packages(modules) & HEAVY == PARSERS | MAKERS[format_]
    assert not packages(modules) & {"concurrent", "multiprocessing", "socket", "ssl"}
    assert len(modules) < MOST[format_]


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_the_program_says_what_the_command_says(name: str) -> None:
    command = importlib.import_module(module_of(name)).command
    assert command.get_short_help_str(limit=1000) == COMMANDS[name]


def test_every_command_file_is_a_command() -> None:
    files = {path.stem.removesuffix("_command") for path in _command_files()}
    assert files == set(COMMANDS)
    assert list(program.list_commands(None)) == list(COMMANDS)  # type: ignore[arg-type]


def _command_files() -> list[Path]:
    return list((SOURCE / "avtalsgen/cli/commands").rglob("*_command.py"))


def test_loading_the_program_leaves_the_environment_and_its_language_alone() -> None:
    commands = "; ".join(f"import {module_of(name)}" for name in COMMANDS)
    code = "import os, gettext; before = dict(os.environ), gettext.textdomain()"
    check = "assert (dict(os.environ), gettext.textdomain()) == before"
    loaded(f"{code}; import avtalsgen.cli.group; {commands}; {check}")


@pytest.mark.parametrize("before", [None, "en"])
def test_running_it_leaves_them_as_they_were(
    before: str | None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("LANGUAGE", raising=False)
    if before:
        monkeypatch.setenv("LANGUAGE", before)
    domain, folder = gettext.textdomain(), gettext.bindtextdomain("messages")
    assert run(["list", "--finns-inte"]) == 2
    assert "finns inte" in capsys.readouterr().err
    with in_swedish():
        assert gettext.gettext("Error: {message}") == "Fel: {message}"
    assert os.environ.get("LANGUAGE") == before
    assert (gettext.textdomain(), gettext.bindtextdomain("messages")) == (domain, folder)
