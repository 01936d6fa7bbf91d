"""A memo by which one uppdrag takes the place of another: cases/newuser/memo-dates."""

import pytest
from tests.assemble.letters import LETTERS, MEMO, NEW, OLD
from tests.workspace import WHOLE, document_of, project

from avtalsgen.problems import Problem, Severity

AGREED = "\ndisposition: [ersattning@1, ersatter-uppdrag@1]\n"
CLAUSE = {"clauses/ersatter-uppdrag/1.md": "---\nrubrik: Slut\nanvänder: []\n---\nDet upphör.\n"}


def told(code: str, old: str = "", new: str = "", **lines: str) -> list[Problem]:
    """Return what a memo of 18 March 2026 is told under `code`."""
    memo = LETTERS[MEMO]
    if "memo" in lines:
        memo += lines["memo"]
    written = LETTERS[NEW] + new
    if new.endswith(AGREED):
        written = written.replace("disposition: [ersattning@1, tvist@1]\n", "", 1)
    changed = {OLD: WHOLE[OLD] + old, NEW: written, MEMO: memo, **CLAUSE}
    _, problems = document_of(project({**LETTERS, **changed}), "prov", "2-skrivelse")
    return [problem for problem in problems if problem.code == code]


def year(notice: str, end: str = "tills vidare") -> str:
    return f"tid: {{till: {end}, uppsägning: {notice}}}\n"


SOON = "tid: {från: 2026-05-01}\n"


def test_an_uppdrag_ended_within_its_own_notice_is_told_with_the_day_it_could_end() -> None:
    (problem,) = told("DA03", year("12 månader"), SOON)
    assert "ska upphöra 2026-04-30, men har tolv månader uppsägningstid" in problem.message
    assert "tidigast 2027-03-18" in problem.message
    assert "ersatter-uppdrag" in str(problem.hint)
    assert problem.severity is Severity.WARNING


@pytest.mark.parametrize("notice", ["12 månader", "90 dagar", "10 veckor", "3 månader"])
def test_its_hint_ends_it_whatever_the_notice(notice: str) -> None:
    """`document_of` types it, in both ways."""
    (problem,) = told("DA03", year(notice), SOON)
    assert "lägg till - ersatter-uppdrag@1 i dispositionen i uppdrag/prov/2.yaml" in str(
        problem.hint
    )
    assert "eller skriv tid.från: 202" in str(problem.hint)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (year("1 månad"), SOON),
        (year("12 månader"), "tid: {från: 2027-04-01}\n"),
        (year("12 månader"), SOON + AGREED),
        (year("12 månader", "2026-04-30"), SOON),
        ("", SOON),
        (year("12 månader"), ""),
    ],
)
def test_with_time_an_agreement_or_an_end_of_its_own_nothing_is_said(old: str, new: str) -> None:
    assert told("DA03", old, new) == []


@pytest.mark.parametrize("end", ["2026-03-31", "2027-12-31"])
def test_two_last_days_of_one_uppdrag_are_told(end: str) -> None:
    (problem,) = told("DA03", year("12 månader", end), SOON)
    assert f"gäller till {end}" in problem.message
    assert "2026-04-30" in problem.message


def test_a_start_before_the_decision_is_final_is_a_note_of_the_law() -> None:
    (problem,) = told("DA04", "", "tid: {från: 2026-04-08}\n")
    assert problem.severity is Severity.STYLE
    assert "laga kraft tidigast 2026-04-09" in problem.message
    assert "13 kap. 14 §" in problem.message
    assert "omedelbar" in problem.message
    assert str(problem.hint).startswith("skriv sammanträde.datum: 2026-03-17, eller låt")
    assert told("DA04", "", "tid: {från: 2026-04-09}\n") == []


def test_where_it_is_asked_for_it_is_not_named() -> None:
    (problem,) = told(
        "DA04", "", "tid: {från: 2026-04-08}\n", memo="beslut: {omedelbar_justering: ja}\n"
    )
    assert "omedelbar" not in problem.message


def test_two_uppdrag_that_no_reader_can_tell_apart_are_told() -> None:
    assert told("UP14") == []
    alike = {NEW: LETTERS[NEW].replace("SN 2026-2", "SN 2026-1")}
    _, problems = document_of(project({**LETTERS, **alike}), "prov", "2-skrivelse")
    (problem,) = (p for p in problems if p.code == "UP14")
    assert "har båda SN 2026-1 och är daterade 2026-03-01" in problem.message
