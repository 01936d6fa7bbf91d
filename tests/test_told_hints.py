"""A hint is typed as it stands: none has a hole that a reader fills, none is half a command.

A hint is found by the name `hint`, and is read with a word of its kind in each place that the
program fills in: `avtalsgen build {slug}@{edition}` is read as `avtalsgen build prov@1`.
"""

import ast
import re
import shlex
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import click
import pytest
from ruamel.yaml import YAML

from avtalsgen.cli.group import program

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src/avtalsgen"
HOLES = ("…", "...", "{% if … %}")
GIVEN = {
    **{
        "slug": "prov",
        "edition": "1",
        "renewal(draft.name)": "avtalsgen new --from prov@1 --edition 2",
    },
    **{"year": "2026", "price_level": "2026", "first.year": "2026", "last_step.year": "2026"},
    **{"MEMO": "tjansteskrivelse", "path": "tid.till", "known.TILLAGG_START": "tillägg.från"},
}
"""What some places say, by what the source has there; any other says a name."""
NAME = "prov@1"
ASKED = {"MAPP": "mapp", "TEXT": "skäl", "DAG": "2026-11-29", "FIL": str(ROOT / "README.md")}
"""What whoever types a command puts in the place of a word in capitals."""
TAKES_A_WORD = {"new", "--edition", "--take", "--as"}
COMMAND = re.compile(r"avtalsgen (?P<rest>[a-z].*)")
ANSWER = re.compile(
    r"""
    (?: lägg[ ]till | skriv | fyll[ ]i ) [ ]
    (?P<key> [\w.@]+ ): [ ]
    (?P<value> \[.*\] | \{.*\} | "[^"]*" | .+? )
    (?= , [ ] (?: eller | på | i | med | när | så | som | där | skrivet ) \b | ; | $ )
    """,
    re.VERBOSE,
)


def _words(value: ast.expr) -> Iterator[str]:
    """Yield each text that an expression may come to, with a name where something is filled in."""
    match value:
        case ast.Constant(value=str() as words):
            yield words
        case ast.JoinedStr(values=parts):
            yield "".join(_part(part) for part in parts)
        case ast.IfExp(body=one, orelse=other):
            yield from _words(one)
            yield from _words(other)
        case _:
            return


def _part(part: ast.expr) -> str:
    if isinstance(part, ast.FormattedValue):
        says = ast.unparse(part.value)
        return GIVEN.get(says) or (GIVEN["renewal(draft.name)"] if "renewal(" in says else NAME)
    assert isinstance(part, ast.Constant)
    return str(part.value)


def told(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield the line and the words of every hint: what a name or a keyword `hint` is given."""
    named = {
        target.id: node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        given: list[ast.expr] = []
        if isinstance(node, ast.Assign) and any(
            isinstance(target, ast.Name) and target.id == "hint" for target in node.targets
        ):
            given.append(node.value)
        elif isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            given += [keyword.value for keyword in node.keywords if keyword.arg == "hint"]
            given += node.args[2:] if name in ("problem", "forbidden") else []
        for value in given:
            if isinstance(value, ast.Name):
                value = named.get(value.id, value)
            yield from ((value.lineno, words) for words in _words(value))


@cache
def hints() -> tuple[tuple[str, str], ...]:
    return tuple(
        (f"{file.relative_to(SOURCE)}:{line}", words)
        for file in sorted(SOURCE.rglob("*.py"))
        for line, words in told(ast.parse(file.read_text(encoding="utf-8")))
    )


def commands(hint: str) -> Iterator[list[str]]:
    """Yield the words of each command in a hint; a word of Swedish ends it."""
    for found in COMMAND.finditer(hint):
        rest = re.split(r"[,;)]", found["rest"])[0].split(" avtalsgen ")[0]
        name, *others = shlex.split(rest)
        words = [name]
        for word in others:
            prose = re.fullmatch(r"[a-zåäö]+", word) and words[-1] not in TAKES_A_WORD
            if prose and word not in ASKED.values():
                break
            words.append(ASKED.get(word, word))
        yield words


def test_no_hint_has_a_hole() -> None:
    assert len(hints()) > 300
    assert [hint for hint in hints() if any(hole in hint[1] for hole in HOLES)] == []


def test_every_command_of_a_hint_is_one_that_the_program_understands() -> None:
    typed = [(place, words) for place, hint in hints() for words in commands(hint)]
    assert len(typed) > 15
    for place, (name, *arguments) in typed:
        parent = click.Context(program, info_name="avtalsgen")
        command = program.get_command(parent, name)
        assert command is not None, (place, name)
        if arguments[-1:] == ["--help"]:
            continue
        try:
            command.make_context(name, list(arguments), parent=parent)
        except click.ClickException as refused:
            pytest.fail(f"{place}: avtalsgen {name} {arguments}: {refused.format_message()}")


def test_every_answer_of_a_hint_is_yaml_to_the_end_of_the_line() -> None:
    """What stands after `nyckel:` is a value alone: prose goes on after a comma."""
    answers = [(place, found) for place, hint in hints() for found in ANSWER.finditer(hint)]
    assert len(answers) > 20
    for place, found in answers:
        value = YAML(typ="safe").load(f"x: {found['value']}")["x"]
        assert value is not None, (place, found[0])
        if isinstance(value, str) and not found["value"].startswith(('"', "'")):
            assert not re.search(r" (?:på|när|eller|i|med|och|som|så) ", f" {value} "), (
                place,
                found[0],
            )
