"""A memo by which one uppdrag takes the place of another: cases/newuser/memo-dates."""

import pytest
from tests.assemble.letters import LETTERS, MEMO, NEW, OLD, TYPE
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
    here, later = str(problem.hint).split(", eller skriv tid.från: 202")
    assert here == "i uppdrag/prov/2.yaml: lägg till - ersatter-uppdrag@1 i dispositionen"
    assert later


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


TILLAGG_TYPE = """\
benämning: Tillägg
titel: "{{ titel }}"
bas: ja
disposition: [{rubrik: Det som ändras, ändringar: övriga}]
"""
TILLAGG = """\
typ: tillagg@1
status: utkast
titel: Mer
dnr: SN 2026-9
datum: 2026-03-01
tillägg: {{till: prov@2, från: {}}}
ändringar: [{{upphäver: tvist}}]
"""


def of_tillagg(start: str) -> list[str]:
    """Return what the memo is told of days when it is about a tillägg that begins on `start`."""
    files = {
        **LETTERS,
        NEW: LETTERS[NEW] + "tid: {från: 2026-01-01}\n",
        "clauses/dokumenttyper/tillagg/1.yaml": TILLAGG_TYPE,
        "uppdrag/prov/2-tillagg.yaml": TILLAGG.format(start),
        TYPE: LETTERS[TYPE].replace("typer: [uppdrag]", "typer: [uppdrag, tillagg]"),
        MEMO: LETTERS[MEMO].replace("avser: prov@2", "avser: prov@2-tillagg"),
    }
    _, problems = document_of(project(files), "prov", "2-skrivelse")
    days = [problem for problem in problems if problem.code in ("DA02", "DA04")]
    return [f"{problem.code} {problem.message}" for problem in days]


def test_a_tillagg_is_held_against_its_own_first_day_and_not_that_of_its_uppdrag() -> None:
    assert of_tillagg("2026-05-01") == []
    (late,) = of_tillagg("2026-04-08")
    assert late.startswith("DA04 tillägget börjar 2026-04-08, men beslutet får laga kraft")
    assert of_tillagg("2026-03-01") == [
        "DA02 tillägget börjar gälla 2026-03-01, före sammanträdet 2026-03-18"
    ]


@pytest.mark.parametrize(
    ("memo", "said", "hint"),
    [
        ("", "säger inte ersätter", "lägg till ersätter: prov@1"),
        ("ersätter:\n", "säger inte ersätter", "fyll i ersätter: prov@1"),
        ("ersätter: prov@3\n", "säger prov@3", "skriv ersätter: prov@1"),
    ],
)
def test_a_memo_names_the_uppdrag_whose_place_is_taken(memo: str, said: str, hint: str) -> None:
    files = {
        **LETTERS,
        "uppdrag/prov/3.yaml": WHOLE[OLD].replace("SN 2026-1", "SN 2026-3"),
        NEW: LETTERS[NEW] + "ersätter: prov@1\n",
        MEMO: LETTERS[MEMO].replace("ersätter: prov@1\n", memo),
    }
    _, problems = document_of(project(files), "prov", "2-skrivelse")
    (problem,) = (each for each in problems if each.code == "UP18")
    assert problem.message == f"prov@2 ersätter prov@1, men handlingen {said}"
    assert problem.hint == hint


def test_a_memo_that_names_it_is_told_nothing() -> None:
    assert told("UP18", new="ersätter: prov@1\n") == []


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
