"""A reference leads to a paragraph or an item, and follows it when others come."""

from pathlib import Path

import pytest
from tests.assemble.small import ALL, CLAUSE, built
from tests.cases import Case, read

from avtalsgen.model import plain
from avtalsgen.model.walk import runs, sections
from avtalsgen.problems import AvtalsgenError, Problem, Severity

CASES = read(Path(__file__).with_name("places.md"))
REFERENCE = '{{ ref("tvist", "hit") }}'


def clause(heading: str, body: str) -> str:
    return f"---\nrubrik: {heading}\nanvänder: [{ALL}]\n---\n{body}"


def outcome(case: Case) -> tuple[list[str], tuple[Problem, ...]]:
    """Return what both references to the mark print, and what is wrong."""
    beside = f"\n| Se |\n|---|\n| {REFERENCE} |\n" if "blir" in case.blocks else ""
    texts = {
        "clauses/ersattning/1.md": clause("Ersättning", f"{REFERENCE}\n"),
        CLAUSE: clause("Tvist", case.blocks["klausul"] + beside),
    }
    try:
        document, problems = built(texts)
    except AvtalsgenError as error:
        return [], error.problems
    last = [[*runs(own.blocks[-1])][-1] for own in sections(document)]
    errors = tuple(problem for problem in problems if problem.severity is Severity.ERROR)
    return [*map(plain.text, last)], errors


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_reference_says_where(case: Case, *, rewrite: bool) -> None:
    said, problems = outcome(case)
    if "blir" in case.blocks:
        assert problems == ()
        words = "\n".join(said).replace("\N{NO-BREAK SPACE}", " ")
        case.expect("blir", words, rewrite=rewrite)
    else:
        case.expect("problem", "".join(f"{each}\n" for each in problems), rewrite=rewrite)
