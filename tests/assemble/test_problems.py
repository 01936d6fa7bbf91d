"""Bad input against the cases in problems.md: every fault has a place, a code and a hint."""

from pathlib import Path

import pytest
from tests.cases import Case, read
from tests.workspace import document_of, project

from avtalsgen.problems import AvtalsgenError, Exit, Problem

CASES = read(Path(__file__).with_name("problems.md"))


def problems_of(case: Case) -> tuple[Problem, ...]:
    files = {name: text for name, text in case.blocks.items() if name != "problem"}
    try:
        _, problems = document_of(project(files), "prov", "1")
    except AvtalsgenError as error:
        return error.problems
    return problems


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_fault_is_told_with_place_and_hint(case: Case, *, rewrite: bool) -> None:
    problems = problems_of(case)
    case.expect("problem", "".join(f"{problem}\n" for problem in problems), rewrite=rewrite)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_every_fault_can_be_opened_and_mended(case: Case) -> None:
    for problem in problems_of(case):
        assert problem.origin is not None
        assert problem.origin.line >= 1
        assert problem.hint
        assert problem.exit is Exit.DATA


def test_the_workspace_has_no_faults_before_it_is_broken() -> None:
    document, problems = document_of(project(), "prov", "1")
    assert problems == ()
    assert [section.number for section in document.sections] == ["1", "2"]
