"""What remains before the next step: all of it, with what to type, and nothing after the last."""

from pathlib import Path

import pytest
from tests.cli.library import ROOT, copied
from tests.documents.every import NAMES, project
from tests.workspace import WHOLE, MemoryFiles

from avtalsgen.pipeline.survey.remaining import Standing, standing
from avtalsgen.pipeline.workspace.project import open_project, read_project
from avtalsgen.source import Origin

PATH = "uppdrag/prov/1.yaml"


def told(changed: str = "", to: str = "") -> Standing:
    facts = WHOLE[PATH]
    assert changed in facts
    files = MemoryFiles({**WHOLE, PATH: facts.replace(changed, to)})
    return standing(read_project(files), "prov", "1")


def kinds(shown: Standing) -> dict[str, int]:
    return {
        thing.kind: sum(each.kind == thing.kind for each in shown.remaining)
        for thing in shown.remaining
    }


def test_a_draft_is_first_to_be_whole_and_reviewed() -> None:
    shown = told()
    assert (shown.status, shown.step) == ("utkast", "upprättad")
    assert kinds(shown) == {"ej granskad": 2}
    assert shown.remaining[0].do.startswith('skriv granskad_av: {namn: "Robin Exempel"')


def test_a_fault_and_an_unknown_fact_are_told_with_what_to_type() -> None:
    shown = told("dnr: SN 2026-1\n", "")
    (fault,) = (thing for thing in shown.remaining if thing.kind == "fel")
    assert fault.do.startswith("lägg till dnr: SON 2026-1")
    unknown = told("ersättning: {belopp: 605}", "ersättning: {belopp: {okänt: förhandlas}}")
    (fact,) = (thing for thing in unknown.remaining if thing.kind == "okänt")
    assert (fact.text, fact.do) == (
        "ersättning.belopp: förhandlas",
        "fyll i ersättning.belopp: 605",
    )
    assert fact.origin is not None
    assert fact.origin.file == PATH


def test_the_decision_comes_before_the_signatures() -> None:
    shown = told("status: utkast", "status: upprättad")
    assert shown.step == "beslutad"
    assert kinds(shown)["beslut"] == 3
    decided = "status: beslutad\nbeslutad: {organ: namnden, datum: 2026-02-01, paragraf: § 3}"
    signing = told("status: utkast", f"{decided}\nunderskrift: {{form: e-signering}}")
    assert signing.step == "undertecknad"
    things = [thing.do for thing in signing.remaining if thing.kind == "underskrift"]
    assert things[0] == "avtalsgen sign output/prov/1/prov-1.pdf --party utförare --p12 NYCKEL.p12"
    assert len(things) == 4


def test_what_is_not_known_inside_a_list_is_told_too() -> None:
    results = "resultat: [{text: Ett, mål: {okänt: mäts inte}}]\n"
    shown = told("titel: Prov\n", f"titel: Prov\n{results}")
    (fact,) = (thing for thing in shown.remaining if thing.kind == "okänt")
    assert (fact.text, fact.do) == ("resultat.1.mål: mäts inte", "skriv mål: 3,5 %")


def test_what_is_drawn_up_is_to_be_locked_and_what_is_locked_to_say_the_same(
    tmp_path: Path,
) -> None:
    root = copied(tmp_path)
    lock = root / "uppdrag/vald-i-nara-relation/2019.lock.json"
    data = lock.read_bytes()
    lock.unlink()
    (thing,) = standing(open_project(root), "vald-i-nara-relation", "2019").remaining
    assert (thing.kind, thing.do) == ("lås", "avtalsgen build vald-i-nara-relation@2019")
    lock.write_bytes(data)
    clause = root / "clauses/tvist/2019.md"
    clause.write_text(clause.read_text("utf-8") + "\nMer text.\n", encoding="utf-8")
    shown = standing(open_project(root), "vald-i-nara-relation", "2019")
    assert {each.kind for each in shown.remaining} == {"lås"}
    assert "LK01" in shown.remaining[0].text


def test_nothing_remains_of_what_is_signed() -> None:
    shown = standing(project(), "vald-i-nara-relation", "2019")
    assert (shown.step, shown.remaining) == ("", ())


@pytest.mark.parametrize("name", NAMES)
def test_every_uppdrag_can_be_asked_and_each_thing_has_something_to_do(name: str) -> None:
    slug, _, edition = name.partition("@")
    assert all(
        thing.do and "…" not in thing.do
        for thing in standing(project(), slug, edition).remaining
        if thing.kind != "se över"
    )


def test_what_is_to_be_checked_and_reviewed_is_told_at_its_line() -> None:
    things = standing(project(), "korttidsboende", "2026").remaining
    lines = {thing.kind: _line(thing.origin) for thing in things}
    assert lines["ej granskad"].startswith("granskad_av:")
    for thing in things:
        if thing.kind == "kontrollera":
            assert _line(thing.origin).lstrip().startswith("- ")


NOTES = """\
kontrollera:
  - Alltid
  - {vad: Bara mellan nämnder, om: 'relation == "annan_nämnd"'}
  - {vad: Bara privat, om: 'relation == "privat"'}
---
"""


@pytest.mark.parametrize(
    ("relation", "told"),
    [
        ("privat", ["Alltid", "Bara privat"]),
        ("annan_nämnd", ["Alltid", "Bara mellan nämnder"]),
        ("samma_nämnd", ["Alltid"]),
        ("{okänt: frågan är ställd}", ["Alltid", "Bara mellan nämnder", "Bara privat"]),
    ],
)
def test_a_note_that_concerns_other_uppdrag_is_not_told(relation: str, told: list[str]) -> None:
    changed = {
        "clauses/tvist/1.md": WHOLE["clauses/tvist/1.md"].replace("---\n{{", f"{NOTES}{{{{"),
        PATH: f"{WHOLE[PATH]}relation: {relation}\n",
    }
    small = read_project(MemoryFiles({**WHOLE, **changed}))
    things = standing(small, "prov", "1").remaining
    notes = [thing.text for thing in things if thing.kind == "kontrollera"]
    assert notes == [f"tvist@1: {note}" for note in told]


def _line(origin: Origin | None) -> str:
    assert origin is not None
    file = ROOT / origin.file
    return file.read_text(encoding="utf-8").splitlines()[origin.line - 1] if file.is_file() else ""


def test_a_reviewed_clause_is_done(tmp_path: Path) -> None:
    root = copied(tmp_path)
    before = standing(open_project(root), "korttidsboende", "2026")
    first = next(thing for thing in before.remaining if thing.kind == "ej granskad")
    assert first.origin is not None
    file = root / first.origin.file
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('granskad_av: ""', first.do.removeprefix("skriv ")), "utf-8")
    after = standing(open_project(root), "korttidsboende", "2026")
    assert len(after.remaining) == len(before.remaining) - 1
