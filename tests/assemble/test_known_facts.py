"""What the program knows of facts, held against parametrar.yaml and against its own text."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.workspace import WHOLE, document_of, project

from avtalsgen.assemble.facts.computed import RULES, RuleChoice
from avtalsgen.clauses.parameters import FILE, read_parameters
from avtalsgen.ersattning.rounding import Rounding
from avtalsgen.pipeline.workspace.workspace import Workspace
from avtalsgen.problems import AvtalsgenError, Problem, Severity
from avtalsgen.uppdrag import known

ROOT = Path(__file__).parents[2]
SRC = ROOT / "src/avtalsgen"
ASKING = {"text", "day", "fact", "get", "own", "matter", "name", "either"}
"""The methods that are given the path of a fact."""


def refused(old: str, new: str) -> tuple[Problem, ...]:
    written = WHOLE[FILE]
    assert old in written
    with pytest.raises(AvtalsgenError) as caught:
        project({FILE: written.replace(old, new)})
    return caught.value.problems


def test_the_library_has_every_fact_that_the_program_knows() -> None:
    assert list(known.disagreements(read_parameters(Workspace(ROOT)))) == []


def test_a_fact_that_was_renamed_is_told_at_its_new_name() -> None:
    (said,) = refused("  tid.till: ", "  tid.slut: ")
    place = next(n for n, line in enumerate(WHOLE[FILE].split("\n"), 1) if "tid.till" in line)
    assert (said.code, said.origin and said.origin.line) == ("PA02", place)
    assert "”tid.till”, som inte finns bland parametrarna; är det ”tid.slut”?" in said.message
    assert said.hint == "lägg till tid.till: {typ: sluttid}"


def test_a_fact_that_is_gone_is_told_where_the_facts_begin() -> None:
    (said,) = refused("  anslag.nedtaget: {typ: datum}\n", "")
    assert (said.code, said.origin and said.origin.line) == ("PA02", 2)


def test_a_workspace_from_before_a_computed_fact_keeps_building() -> None:
    written = WHOLE[FILE]
    line = next(each for each in written.splitlines() if each.startswith("  räknat.annat_uppdrag:"))
    older = project({FILE: written.replace(f"{line}\n", "")})
    document, problems = document_of(older, "prov", "1")
    whole, before = document_of(project(), "prov", "1")
    assert document == whole
    (said,) = [each for each in problems if each not in before]
    assert (said.code, said.severity) == ("PA02", Severity.STYLE)
    assert (said.hint or "").startswith("avtalsgen library --take parametrar.yaml, eller lägg till")


def test_a_computed_fact_that_was_renamed_is_an_error() -> None:
    (said,) = refused("  räknat.annat_uppdrag:", "  räknat.ett_annat:")
    assert (said.code, said.severity) == ("PA02", Severity.ERROR)


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("tid.från: {typ: datum}", "tid.från: {typ: text}", "av typen text och inte datum"),
        ("per_timme, per_plats", "per_plats", "alternativet per_timme saknas"),
        ("oavrundat: {typ: decimaltal}", "rått: {typ: decimaltal}", "inte nyckeln oavrundat"),
    ],
)
def test_a_fact_of_another_shape_is_told_at_its_line(old: str, new: str, what: str) -> None:
    (said,) = refused(old, new)
    assert said.code == "PA03"
    assert what in said.message


def test_a_line_that_is_lacking_can_be_typed_as_the_hint_has_it() -> None:
    lines = "".join(f"  {path}: {shape.written}\n" for path, shape in known.KNOWN.items())
    project({FILE: f"parametrar:\n{lines}  parter.utförare.benämning: {{typ: text}}\n"
             "  resultat: {typ: lista, av: {text: {typ: text}, mål: {typ: procent}}}\n"
             "  kanaler: {typ: lista, av: {typ: text}}\n"})  # fmt: skip


def test_what_is_worked_out_is_known_and_each_way_of_paying_has_its_sum() -> None:
    assert set(RULES) < set(known.KNOWN)
    years = RULES[known.YEARS_SUM]
    assert isinstance(years, RuleChoice)
    assert set(years.rules) == set(known.KNOWN[known.MODEL].choices)
    assert known.KNOWN[known.ROUNDING].choices == tuple(Rounding)


def test_no_fact_is_named_by_its_path_outside_the_one_place() -> None:
    """A renamed fact must be found in one file, so the rest may not spell it."""
    assert list(_spelled()) == []


def test_every_fact_that_is_known_is_used() -> None:
    written = "\n".join(p.read_text(encoding="utf-8") for p in SRC.rglob("*.py"))
    names = [
        name
        for name, value in vars(known).items()
        if name.isupper() and isinstance(value, str) and value in known.KNOWN
    ]
    assert [n for n in names if not re.search(rf"known\.{n}\b", written)] == []


def _spelled() -> Iterator[str]:
    parameters = read_parameters(Workspace(ROOT))
    dotted = "|".join(re.escape(path) for path in parameters.by_path if "." in path)
    spelled = re.compile(rf"(\w+\.)?({dotted})(\.|$)")
    for file in SRC.rglob("*.py"):
        if file == SRC / "uppdrag/known.py":
            continue
        tree = ast.parse(file.read_text(encoding="utf-8"))
        told = {
            id(node.value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and id(node) not in told:
                if spelled.match(str(node.value)):
                    yield f"{file.name}:{node.lineno} {node.value!r}"
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                yield from _asked(node, node.func, frozenset(parameters.by_path), file)


def _asked(
    node: ast.Call, method: ast.Attribute, paths: frozenset[str], file: Path
) -> Iterator[str]:
    first = node.args[0] if node.args else None
    named = ast.unparse(method.value).rpartition(".")[2]
    asked = method.attr in ASKING and named in {"facts", "lookup", "own", "matter"}
    if asked and isinstance(first, ast.Constant) and first.value in paths:
        yield f"{file.name}:{node.lineno} {first.value}"
