"""What is to be done by the text in force on a day: a base with its signed tillägg."""

from datetime import date
from pathlib import Path

import pytest
from tests.cli.library import copied

from avtalsgen.model.calendar import Once, Yearly
from avtalsgen.pipeline.survey.duties import DutiesText, in_force
from avtalsgen.pipeline.workspace.project import open_project

SLUG, BASE = "vald-i-nara-relation", "vald-i-nara-relation@2026"
TILLAGG = "vald-i-nara-relation@2027-tillagg"


def on(root: Path, day: date, *, signed: bool = True) -> DutiesText:
    """Return what holds on `day`, with the example of a tillägg as if it were signed."""
    path = copied(root / str(day)) / f"uppdrag/{SLUG}/2027-tillagg.yaml"
    text = path.read_text(encoding="utf-8")
    assert "status: utkast" in text
    if signed:
        path.write_text(text.replace("status: utkast", "status: undertecknad"), encoding="utf-8")
    return in_force(open_project(root / str(day)), SLUG, "2026", day)


def clauses(text: DutiesText) -> dict[str, set[str]]:
    """Return the clauses that make people do something, by the uppdrag that has them."""
    found: dict[str, set[str]] = {}
    for each in text.obligations:
        found.setdefault(each.uppdrag, set()).add(each.clause.partition("@")[0])
    return found


def first_rise(text: DutiesText) -> date | None:
    """Return when the compensation is first raised, as the text has it."""
    (when,) = (each.when for each in text.obligations if each.what.startswith("räknar upp"))
    assert isinstance(when, Yearly)
    return when.first


def test_before_it_begins_a_signed_tillagg_tells_its_days(tmp_path: Path) -> None:
    text = on(tmp_path, date(2027, 1, 1))
    assert "befrielsegrunder" in clauses(text)[BASE]
    assert {"lokaler", "tillagg-inledning"} <= clauses(text)[TILLAGG]
    begins = [each.when for each in text.obligations if each.what == "börjar tillämpa tillägget"]
    assert begins == [Once(date(2027, 7, 1))]


def test_what_it_repeals_is_no_longer_to_be_done_and_what_it_adds_is(tmp_path: Path) -> None:
    text = on(tmp_path, date(2027, 7, 1))
    assert "befrielsegrunder" not in clauses(text)[BASE]
    assert {"lokaler", "tillagg-inledning"} <= clauses(text)[TILLAGG]
    assert text.names == (BASE, TILLAGG)


def test_what_it_adds_is_told_once(tmp_path: Path) -> None:
    told = [
        (each.clause, each.who, each.what) for each in on(tmp_path, date(2027, 7, 1)).obligations
    ]
    assert len(told) == len(set(told))


@pytest.mark.parametrize(
    ("day", "first"),
    [(date(2027, 12, 31), date(2027, 1, 1)), (date(2028, 1, 1), date(2029, 1, 1))],
)
def test_facts_have_the_values_of_the_day(tmp_path: Path, day: date, first: date) -> None:
    assert first_rise(on(tmp_path, day)) == first


def test_a_tillagg_that_is_not_signed_changes_nothing_and_that_is_told(tmp_path: Path) -> None:
    text = on(tmp_path, date(2028, 1, 1), signed=False)
    assert TILLAGG not in clauses(text)
    assert first_rise(text) == date(2027, 1, 1)
    assert [each.code for each in text.problems] == ["TI08", "TI08"]
    assert all("--draft" not in (each.hint or "") for each in text.problems)
