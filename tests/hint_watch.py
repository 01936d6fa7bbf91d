"""Every hint that a test meets can be typed as it stands: its commands, and its YAML.

Each code of the handbook is met by some test, in a workspace that has that fault; what the hint
then says, with the names and days of that workspace, is held against the parser of the program
and that of YAML.
"""

import re
import shlex
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import click
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from avtalsgen.cli.group import program
from avtalsgen.cli.language import in_swedish
from avtalsgen.problems import Problem

FOLDERS = ("assemble", "cli", "clauses", "pipeline")
HOLES = ("…", "...", "{% if … %}")
ASKED = {
    **{"MAPP": "mapp", "TEXT": "skäl", "DAG": "2026-11-29"},
    **{"FIL": str(Path(__file__).parents[1] / "README.md")},
}
"""What whoever types a command puts in the place of a word in capitals."""
TAKES_A_WORD = {"new", "--edition", "--take", "--as", "--party"}
COMMAND = re.compile(r"avtalsgen (?P<rest>[a-z](?:(?!avtalsgen ).)*)")
ANSWER = re.compile(
    r"""
    (?: lägg[ ]till | skriv | fyll[ ]i ) [ ]
    (?P<key> [\w.@]+ ): [ ]
    (?P<value> \[.*\] | \{.*\} | "[^"]*" | .+? )
    (?= , [ ] (?: eller | på | i | med | när | så | som | där | skrivet ) \b | ; | $ )
    """,
    re.VERBOSE,
)
_new: set[tuple[str, str]] = set()


def watch() -> None:
    """Let every problem that is made from now on tell its hint here."""
    Problem("XX01", "")  # its `__init__` is there when the first is made
    init = Problem.__init__

    def told(self: Problem, *positional: Any, **named: Any) -> None:
        init(self, *positional, **named)
        if self.hint:
            _new.add((self.code, self.hint))

    setattr(Problem, "__init__", told)  # noqa: B010 (a method, to a type checker)


def wrong() -> list[str]:
    """Return what is wrong with the hints that were made since this was asked."""
    met = sorted(_new)
    _new.clear()
    return [f"{code} {hint}: {why}" for code, hint in met for why in faults(hint)]


@cache
def faults(hint: str) -> tuple[str, ...]:
    """Return why a hint cannot be typed."""
    with in_swedish():  # a command keeps the help that it was first asked for
        return (*_in_commands(hint), *_in_answers(hint))


def commands(hint: str) -> Iterator[list[str]]:
    """Yield the words of each command in a hint; a word of Swedish ends it."""
    for found in COMMAND.finditer(hint):
        rest = re.split(r"[,;)]", found["rest"])[0]
        name, *others = shlex.split(rest)
        words = [name]
        for word in others:
            takes = words[-1] in TAKES_A_WORD or words[-2:-1] == ["new"]  # a type and a slug
            prose = re.fullmatch(r"[a-zåäö]+", word) and not takes
            if prose and word not in ASKED.values():
                break
            words.append(ASKED.get(word, word))
        yield words


def _in_commands(hint: str) -> Iterator[str]:
    for name, *arguments in commands(hint):
        parent = click.Context(program, info_name="avtalsgen", **program.context_settings)
        command = program.get_command(parent, name)
        if command is None:
            yield f"{name} är inget kommando"
        elif arguments[-1:] != ["--help"]:
            try:
                command.make_context(name, list(arguments), parent=parent)
            except click.BadParameter as refused:
                if not (refused.param and isinstance(refused.param.type, click.Path)):
                    yield refused.format_message()
            except click.ClickException as refused:
                yield refused.format_message()


def _in_answers(hint: str) -> Iterator[str]:
    """What stands after `nyckel:` is a value alone: prose goes on after a comma."""
    for found in ANSWER.finditer(hint):
        try:
            value = YAML(typ="safe").load(f"x: {found['value']}")["x"]
        except YAMLError:
            value = None
        if value is None:
            yield f"{found[0]} är ingen YAML"
