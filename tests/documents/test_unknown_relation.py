"""How the parties belong together, while nobody says it: a gap, and no text takes it one way."""

import re

import pytest
from tests.documents.test_mandatory_clauses import ROOT, Changed, written

from avtalsgen.model import plain
from avtalsgen.pipeline.workspace.documents import document_of, duties_of
from avtalsgen.pipeline.workspace.project import read_project
from avtalsgen.pipeline.workspace.workspace import Workspace

RELATIONS = ("samma_nämnd", "annan_nämnd", "kommunalt_bolag", "privat")
UNKNOWN = "{okänt: inte avgjort}"
EDITIONS = (("vald-i-nara-relation", "2026"), ("korttidsboende", "2026"))
_NUMBER_OF_A_LAW = re.compile(r" \(\d{4}:\d+\)")
"""Printed where a law is named first, which is elsewhere when a text is not there."""


def said(slug: str, edition: str, relation: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the sentences and the duties of an uppdrag whose parties belong together so."""
    text, times = re.subn(
        r"(?m)^relation: .*$", f"relation: {relation}", written(slug, edition), count=1
    )
    assert times == 1
    path = f"uppdrag/{slug}/{edition}.yaml"
    project = read_project(Changed(Workspace(ROOT), path, text.encode()))
    document, _ = document_of(project, slug, edition)
    lines = (_NUMBER_OF_A_LAW.sub("", line) for line in plain.lines(document))
    sentences = frozenset(part for line in lines for part in re.split(r"(?<=[.:])\s", line))
    return sentences, frozenset(each.what for each in duties_of(project, slug, edition, document))


@pytest.mark.parametrize(("slug", "edition"), EDITIONS)
def test_where_nobody_says_it_nothing_is_said_that_one_answer_would_take_away(
    slug: str, edition: str
) -> None:
    sentences, duties = said(slug, edition, UNKNOWN)
    answered = [said(slug, edition, relation) for relation in RELATIONS]
    always = frozenset.intersection(*(each for each, _ in answered))
    gaps = {each for each in sentences if each.endswith("hör ihop med beställaren:")}
    assert {each for each in sentences - always - gaps if each.strip(".")} == set()
    assert duties <= frozenset.intersection(*(each for _, each in answered))


def test_the_contract_has_a_line_to_write_it_on() -> None:
    sentences, _ = said("vald-i-nara-relation", "2026", UNKNOWN)
    assert any(each.startswith("Hur utföraren hör ihop") for each in sentences)
