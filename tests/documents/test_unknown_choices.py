"""A choice that nobody knows, or a yes or no: a line to answer on, and nothing said of it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from tests.documents.every import ROOT

from avtalsgen.assemble.document import assemble
from avtalsgen.assemble.filling.holes import DOTTED_LINE
from avtalsgen.clauses.expression import Compared, Fact
from avtalsgen.clauses.outline import pins
from avtalsgen.model import plain
from avtalsgen.pipeline.workspace.project import Project, open_project
from avtalsgen.source import Origin
from avtalsgen.uppdrag import facts

INDEXED = "vald-i-nara-relation"
NAMES = ("familjeradgivning", "korttidsboende")
HERE = Origin("uppdrag/x/2026.yaml", 1)
_LAW = re.compile(r" \(\d{4}:\d+\)")
"""Printed where a law is named first, which is elsewhere when a text is not there."""
_SECTION = re.compile(r"\b\d+(?:\.\d+)*\b ?")

ELSEWHERE = "Vad som gäller här beror på svaret i avsnitt\u00a0."
"""What the sections after the one that asks say."""


@cache
def project() -> Project:
    return open_project(ROOT)


def compared(part: Any) -> Iterator[str]:
    """Yield the facts that a template, or anything in it, chooses between texts by."""
    if isinstance(part, Fact):
        yield from (part.path,) if part.chooses else ()
    elif isinstance(part, Compared):
        yield from (side.path for side in (part.left, part.right) if isinstance(side, Fact))
    elif isinstance(part, tuple):
        for each in part:
            yield from compared(each)
    else:
        for name in ("branches", "body", "holes", "expression", "conditions", "inner"):
            yield from compared(getattr(part, name, ()))


def choices(name: str) -> dict[str, tuple[facts.Known, ...]]:
    """Return the facts that the clauses of an uppdrag choose by, with every answer to each."""
    library = project().library
    outline = project().uppdrag(name, "2026").outline
    clauses = [library.edition(clause, edition, HERE) for clause, edition in pins(outline)]
    asked = {path for clause in clauses for path in compared(clause.body)}
    types = {path: library.parameters.by_path[path] for path in sorted(asked)}
    return {
        path: tuple(
            facts.Known(path, each.type, value, HERE) for value in each.choices or (True, False)
        )
        for path, each in types.items()
        if each.type in ("val", "ja_nej") and not path.startswith("räknat.")
    }


def said(name: str, fact: facts.Fact) -> frozenset[str]:
    """Return the sentences of an uppdrag with this answer to one question."""
    uppdrag = project().uppdrag(name, "2026")
    answered = replace(uppdrag.facts, by_path={**uppdrag.facts.by_path, fact.path: fact})
    lookup = replace(project().lookup(uppdrag), uppdrag=replace(uppdrag, facts=answered))
    type_ = project().document_type(uppdrag)
    document, _ = assemble(project().files, project().library, type_, lookup)
    lines = (_LAW.sub("", line) for line in plain.lines(document))
    sentences = (part for line in lines for part in re.split(r"(?<=[^.][.:?])\s", line))
    return frozenset(_SECTION.sub("", each) for each in sentences)


CASES = {path: name for name in NAMES for path in choices(name)} | {
    path: INDEXED for path in choices(INDEXED) if path.startswith("ersättning.index.")
}
"""The facts, each with one uppdrag whose clauses choose by it."""


@pytest.mark.parametrize("path", CASES)
def test_what_hangs_on_an_answer_is_not_said_before_it_is_given(path: str) -> None:
    sentences = said(CASES[path], facts.Unknown(path, "inte avgjort", HERE))
    answers = [said(CASES[path], answer) for answer in choices(CASES[path])[path]]
    always = frozenset.intersection(*answers)
    question = project().library.parameters.by_path[path].question
    without_answer = {each for each in sentences - always if DOTTED_LINE not in each}
    assert without_answer <= {question, ELSEWHERE}
    assert (question in sentences) == (len({*answers}) > 1)


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("korttidsboende", "försäkring.ren_förmögenhet"),
        ("korttidsboende", "ersättning.frånvaro"),
        ("korttidsboende", "samverkan.kring"),
    ],
)
def test_a_rule_does_not_fall_out_while_what_it_says_is_okant(name: str, path: str) -> None:
    """A ceiling of liability that is not decided is no liability without a ceiling."""
    question = project().library.parameters.by_path[path].question
    assert question in said(name, facts.Unknown(path, "inte avgjort", HERE))
