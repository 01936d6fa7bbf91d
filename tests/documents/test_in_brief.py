"""Uppdraget i korthet: one page, of the facts of its uppdrag and nothing else."""

import io

import pikepdf
import pytest
from tests.documents.every import NAMES, document, project, written

from avtalsgen.model import plain
from avtalsgen.pipeline.workspace.selection import newest
from avtalsgen.uppdrag import known
from avtalsgen.uppdrag.facts import Known

BRIEF = tuple(name for name in NAMES if name.endswith("-korthet"))


def test_there_are_some() -> None:
    assert BRIEF


@pytest.mark.parametrize("name", BRIEF)
def test_it_is_one_page(name: str) -> None:
    with pikepdf.open(io.BytesIO(written(name)["pdf"])) as pdf:
        assert len(pdf.pages) == 1


@pytest.mark.parametrize("name", BRIEF)
def test_it_writes_nothing_but_which_uppdrag_it_is_about(name: str) -> None:
    slug, _, edition = name.partition("@")
    assert set(project().uppdrag(slug, edition).facts.by_path) == {known.ABOUT}


@pytest.mark.parametrize("name", BRIEF)
@pytest.mark.parametrize("path", [known.START, known.PRICE_LEVEL, known.DNR, known.TITLE])
def test_it_says_what_the_uppdrag_says(name: str, path: str) -> None:
    slug, _, edition = name.partition("@")
    fact = project().lookup(project().uppdrag(slug, edition)).fact(path)
    assert isinstance(fact, Known)
    shown = str(getattr(fact.value, "year", fact.value))
    assert shown in " ".join(plain.words(document(name))).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("name", BRIEF)
def test_a_slug_alone_never_means_it(name: str) -> None:
    slug = name.partition("@")[0]
    assert newest(project().files, slug) == "2026"
