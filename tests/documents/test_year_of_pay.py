"""An uppdrag to a region that begins in February: what is paid, and what nobody has answered."""

import re
import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.documents.every import ROOT

from avtalsgen.assemble.facts.computed import RULES, Rule
from avtalsgen.model import plain
from avtalsgen.model.nodes import Document
from avtalsgen.pipeline.survey.remaining import standing
from avtalsgen.pipeline.workspace.documents import document_of
from avtalsgen.pipeline.workspace.project import Project, open_project
from avtalsgen.source import Origin
from avtalsgen.swedish.dates import long
from avtalsgen.uppdrag import known
from avtalsgen.uppdrag.facts import Known

SLUG, EDITION = "vald-i-nara-relation", "2026"
HERE = Origin("fil", 1)
IN_A_YEAR = "betalas i stället en tolftedel för varje hel månad som uppdraget gäller"
DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))


def changed(folder: Path, answers: Mapping[str, str]) -> Project:
    """Return a workspace where lines of one uppdrag, that patterns match, are others."""
    for name in ("clauses", "uppdrag"):
        shutil.copytree(ROOT / name, folder / name)
    file = folder / f"uppdrag/{SLUG}/{EDITION}.yaml"
    said = file.read_text("utf-8")
    for pattern, line in answers.items():
        said, times = re.subn(rf"(?m)^{pattern}$", line, said)
        assert times == 1, pattern
    file.write_text(said, "utf-8")
    return open_project(folder)


def text_of(document: Document) -> str:
    return "\n".join(plain.lines(document)).replace("\u00a0", " ")


@given(DAYS, DAYS | st.none())
def test_a_year_is_whole_from_its_first_day_to_its_last(start: date, end: date | None) -> None:
    rule = RULES[known.PART_OF_A_YEAR]
    assert isinstance(rule, Rule)
    until = f"till och med den {long(end)}" if end else "tills vidare"
    fact = rule.fact("", [Known("", "datum", start, HERE), Known("", "sluttid", until, HERE)])
    assert isinstance(fact, Known)
    whole = start == date(start.year, 1, 1) and (end is None or end == date(end.year, 12, 31))
    assert fact.value is not whole


@pytest.mark.parametrize(
    ("start", "end", "part"),
    [
        ("2027-01-01", "tills vidare", False),
        ("2027-01-01", "2029-12-31", False),
        ("2027-02-01", "tills vidare", True),
        ("2027-01-01", "2029-08-31", True),
        ("{okänt: bestäms senare}", "tills vidare", True),
        ("2027-01-01", "{okänt: bestäms senare}", True),
    ],
)
def test_what_is_paid_for_a_part_of_a_year_is_said(
    tmp_path: Path, start: str, end: str, part: bool
) -> None:
    days = {
        "  från: 2027-01-01 +# exempel": f"  från: {start}",
        "  till: tills.*": f"  till: {end}",
    }
    document, _ = document_of(changed(tmp_path, days), SLUG, EDITION)
    text = text_of(document)
    assert (IN_A_YEAR in text) == part
    assert "och för december betalas resten av årets ersättning" in text


def test_of_a_region_nothing_is_left_to_the_law_and_each_has_a_place_to_sign(
    tmp_path: Path,
) -> None:
    answers = {
        "relation: .*": "relation: offentlig\nlex_sarah:\n  mottagare: {okänt: inte avgjort}\n"
        "  anmälare: {okänt: inte avgjort}",
        "registerkontroll: .*": "",
        "    organ: leanlink-ros": "    organ: region-ostergotland",
        "  form: e-signering": "  form: {okänt: inte avgjort}",
    }
    workspace = changed(tmp_path, answers)
    document, _ = document_of(workspace, SLUG, EDITION)
    text = text_of(document)
    assert re.search(r"Rapporten lämnas till \.{9}", text)
    assert re.search(r"Anmälan görs av \.{9}", text)
    assert "ska utföraren pröva om lagen kräver att ett registerutdrag visas upp" in text
    notes = "\n".join(thing.text for thing in standing(workspace, SLUG, EDITION).remaining)
    assert "vid ett boende som tar emot barn eller i hemmet är inte besvarade" in notes
    assert "skriver under" not in notes
    assert document.signatures is not None
    parties = [(each.party, each.lines) for each in document.signatures.signatories]
    assert parties == [("beställare", ()), ("utförare", ())]
