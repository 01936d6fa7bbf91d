"""Uppdraget i korthet: one page, of the facts of its uppdrag and nothing else."""

import io
import re

import pikepdf
import pytest
from tests.documents.every import NAMES, ROOT, document, project, written

from avtalsgen.model import plain
from avtalsgen.pipeline.workspace.documents import document_of
from avtalsgen.pipeline.workspace.overlay import Overlay
from avtalsgen.pipeline.workspace.project import read_project
from avtalsgen.pipeline.workspace.selection import newest
from avtalsgen.pipeline.workspace.workspace import Workspace
from avtalsgen.uppdrag import known
from avtalsgen.uppdrag.facts import Known

PATH = "uppdrag/vald-i-nara-relation/2026.yaml"
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


def of(*changed: tuple[str, str]) -> str:
    """Return the page about the uppdrag of 2026 with other words in its file."""
    text = (ROOT / PATH).read_text("utf-8")
    for pattern, now in changed:
        text, times = re.subn(pattern, now, text, count=1)
        assert times == 1
    files = Overlay(Workspace(ROOT), {PATH: text.encode()})
    page, _ = document_of(read_project(files), "vald-i-nara-relation", "2026-korthet")
    return "\n".join(plain.lines(page)).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("model", "volume", "price", "year"),
    [
        ("fast_per_år", "", "4 561 220 kronor per år i", ""),
        ("fast", "", "4 561 220 kronor i", ""),
        (
            "per_timme",
            "volym: {timmar: 8}",
            "per timme i",
            "Högst 8 timmar om året, för högst 36 489 760",
        ),
        (
            "per_dygn",
            "volym: {dygn: 8}",
            "per dygn i",
            "Högst 8 dygn om året, för högst 36 489 760",
        ),
        ("per_plats", "volym: {platser: 8}", "per plats och år i", "8 platser, 36 489 760"),
        ("per_årsarbetare", "årsarbetare: 2,5", "per årsarbetare", "2,5 årsarbetare, 11 403 050"),
    ],
)
def test_it_says_what_the_price_is_of_and_what_a_year_costs(
    model: str, volume: str, price: str, year: str
) -> None:
    page = of(
        ("modell: fast_per_år", f"modell: {model}"),
        (r"(?m)^volym:\n(?:  .*\n)+", f"{volume}\n" if volume else "\n"),
    )
    assert price in page
    assert year in page
    assert page.count("Omfattning") == bool(year)


def test_it_says_how_far_the_uppdrag_has_come_and_a_decision_that_is_known() -> None:
    assert "Status\nUtkast" in of()
    assert "\nBeslut\n" not in of()
    day = (
        r"(beslutad:\n(?:  .*\n)*?)  datum: .*\n  paragraf: .*\n",
        r"\1  datum: 2026-12-16\n  paragraf: § 9\n",
    )
    assert "Beslut\nSocial- och omsorgsnämnden, den 16 december 2026, § 9" in of(day)


@pytest.mark.parametrize("name", BRIEF)
def test_a_slug_alone_never_means_it(name: str) -> None:
    slug = name.partition("@")[0]
    assert newest(project().files, slug) == "2026"
