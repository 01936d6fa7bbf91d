"""A hint is typed as it stands: none has a hole that a reader fills, none is half a command.

A hint is found by the name `hint`, and is read with a word of its kind in each place that the
program fills in: `avtalsgen build {slug}@{edition}` is read as `avtalsgen build prov@1`.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import click
from tests import hint_watch
from tests.hint_watch import ANSWER
from tests.said_hints import SAID
from tests.typed_hints import LISTED, MEANT, SWAPPED, WORD

from avtalsgen.cli.group import program

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src/avtalsgen"
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
NOTES = (
    *("takeback/", "web/pages/ta_emot.py", "writers/remarks/sarif.py", "problems.py"),
    *("pipeline/check/views.py", "check/rules/", "uppdrag/fact_reader.py:79", "compare/upgrade.py"),
)
"""Where a `hint` is a note on a change, or is put together of hints that are held by themselves."""
OF_OTHERS = {"--help", "--version", "--nthreads", "--no-dashboard", "--protocol"}
"""Flags of every command, and of Dask, whose command a hint says."""
FLAG = re.compile(r"(?<![\w-])--[a-z][a-z0-9-]*")


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
        if says.endswith(")") and ".act(" in says:
            return "skriv"
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
    named |= {
        node.target.id: node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value
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
        elif isinstance(node, ast.FunctionDef):
            arguments = (*node.args.posonlyargs, *node.args.args)
            defaults = node.args.defaults
            arguments = arguments[len(arguments) - len(defaults) :]
            given += [
                value
                for argument, value in zip(arguments, defaults, strict=True)
                if argument.arg == "hint"
            ]
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


def test_no_hint_has_a_hole() -> None:
    assert len(hints()) > 300
    assert [hint for hint in hints() if any(hole in hint[1] for hole in hint_watch.HOLES)] == []


def test_every_command_and_answer_of_a_hint_can_be_typed() -> None:
    told_of = [(place, fault) for place, hint in hints() for fault in hint_watch.faults(hint)]
    assert told_of == []
    assert sum(1 for _, hint in hints() for _ in hint_watch.commands(hint)) > 15


def test_a_hint_with_nothing_to_type_says_what_to_do() -> None:
    bare = [(place, hint) for place, hint in hints() if hint.strip() and not is_typed(hint)]
    told = {(place, hint) for place, hint in bare if not any(note in place for note in NOTES)}
    begins = {place_and_hint: place_and_hint[1].split()[0] for place_and_hint in told}
    assert [each for each in told if begins[each] not in SAID] == []
    assert set(SAID) - set(begins.values()) == set()


def is_typed(hint: str) -> bool:
    forms = (MEANT, SWAPPED, WORD)
    return bool(
        any(form.fullmatch(hint) for form in forms)
        or any(form.search(hint) for form in (ANSWER, LISTED, FLAG))
        or any(True for _ in hint_watch.commands(hint))
        or hint.startswith(f"{NAME}, ")  # a hint that another made, with more
    )


def test_every_flag_of_a_hint_is_one_of_a_command() -> None:
    context = click.Context(program)
    commands = [program.get_command(context, name) for name in program.list_commands(context)]
    known = {
        flag
        for command in commands
        if command
        for parameter in command.params
        for flag in (*parameter.opts, *parameter.secondary_opts)
    }
    told = {flag for _, hint in hints() for flag in FLAG.findall(hint)}
    assert len(told) > 20
    assert told - known - OF_OTHERS == set()


def test_an_answer_has_no_prose_before_a_comma() -> None:
    answers = [(place, found) for place, hint in hints() for found in ANSWER.finditer(hint)]
    assert len(answers) > 20
    for place, found in answers:
        typed = found["value"]
        if not typed.startswith(('"', "'", "[", "{")):
            prose = re.search(r" (?:på|när|eller|i|med|och|som|så) ", f" {typed} ")
            assert not prose, (place, found[0])
