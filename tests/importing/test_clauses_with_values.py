"""A section that differs from a clause in its values alone is that clause, with those values."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from tests.importing.test_old_documents import project

from avtalsgen.clauses.expression import Template
from avtalsgen.clauses.template import parse_template
from avtalsgen.importing.clause_pattern import findings, pattern
from avtalsgen.importing.matching import KnownClause, known_clauses
from avtalsgen.importing.written import told
from avtalsgen.model.nodes import Document, Identity
from avtalsgen.model.walk import sections
from avtalsgen.pipeline.intake.preparing import Prepared, prepared
from avtalsgen.pipeline.workspace.documents import document_of
from avtalsgen.pipeline.workspace.overlay import Overlay
from avtalsgen.pipeline.workspace.project import read_project

SLUG, EDITION = "korttidsboende", "2026"
FILE = Path(__file__).parents[2] / "uppdrag" / SLUG / f"{EDITION}.yaml"
CHANGED = {
    "uppsägning: 6 månader": "uppsägning: 18 månader",
    "rapport: {senast: 28 februari}": "rapport: {senast: 15 april}",
    "mål: 90 %": "mål: 75 %",
    "- klagomål och rapporter om missförhållanden": "- klagomål",
}

TERM = "Uppsägningstiden i uppdraget är"


@cache
def known() -> tuple[KnownClause, ...]:
    """Return the clauses of the library."""
    return known_clauses(project().library)


@cache
def document() -> Document:
    """Return an uppdrag with other values, as a document that says nothing of where it is from."""
    text = FILE.read_text(encoding="utf-8")
    for old, new in CHANGED.items():
        assert old in text
        text = text.replace(old, new)
    files = Overlay(project().files, {f"uppdrag/{SLUG}/{EDITION}.yaml": text.encode()})
    made, _ = document_of(read_project(files), SLUG, EDITION)
    return replace(made, identity=Identity("", "", "", "", made.identity.title))


@cache
def taken_in() -> Prepared:
    """Return what it becomes."""
    return prepared(project(), document(), b"", "gammal.docx", known())


def test_every_clause_is_known_again_whatever_its_values_are() -> None:
    made = taken_in()
    assert made.printed == made.expected
    texts = [each.provenance for each in sections(document()) if each.provenance]
    ours = {f"{each.clause}@{each.edition}" for each in texts if each.kind == "klausul"}
    every = [each for top in made.outline for each in top.every()]
    assert ours == {f"{s.clause}@{s.edition}" for s in every if s.became == "clause"}
    assert not [s.heading for s in every if s.became == "deviation"]


def test_what_stands_in_the_holes_are_facts_of_their_types() -> None:
    said = {fact.path: told(fact) for fact in taken_in().facts}
    assert said["tid.uppsägning"] == "18 månader"
    assert said["rapport.senast"] == "15 april"
    assert said["ersättning.modell"] == "per_dygn"
    assert said["parter.utförare.benämning"] == "utföraren"
    assert said["resultat"].startswith("De enskilda känner sig trygga under vistelsen – 75, ")
    assert said["uppföljning.indikatorer"].endswith(", klagomål")
    assert said["öppettider.kvällar_och_helger"] == "inget"
    assert not [path for path in said if path.startswith("räknat")]


def test_a_section_tells_its_own_values() -> None:
    every = [each for top in taken_in().outline for each in top.every()]
    term = next(each for each in every if each.clause == "tid")
    assert term.values["tid.uppsägning"] == "18 månader"


def test_a_text_without_a_heading_is_no_clause_that_prints_one() -> None:
    bare = replace(
        document(), sections=tuple(replace(s, heading=(), number="") for s in document().sections)
    )
    made = prepared(project(), bare, b"", "gammal.docx", known())
    assert made.printed == made.expected


@pytest.mark.parametrize(
    ("clause", "line", "count"),
    [
        ("Uppsägningstiden i uppdraget är {{ tid.uppsägning }}.", f"{TERM} sex månader.", 1),
        ("Uppsägningstiden för avtalet är {{ tid.uppsägning }}.", f"{TERM} sex månader.", 0),
        ("Uppsägningstiden i uppdraget är {{ tid.uppsägning }}.", f"{TERM} .", 0),
        ("Den gäller i {{ titel }}{{ dnr }} enligt beslut.", "Den gäller i a b enligt beslut.", 0),
    ],
)
def test_words_between_holes_are_all_there(clause: str, line: str, count: int) -> None:
    assert len(list(findings(pattern(read(clause)), (line,)))) == count


def test_a_line_that_could_be_read_in_endless_ways_is_let_be() -> None:
    holes = " och ".join("{{ titel }}" for _ in range(9))
    clause = pattern(read(f"Uppdraget omfattar allt detta: {holes} men inget mer."))
    line = f"Uppdraget omfattar allt detta: {'och ' * 3000}och inget mer."
    assert list(findings(clause, (line,))) == []


def test_a_section_is_held_against_the_few_clauses_that_it_may_be_alone() -> None:
    section = (
        "Utföraren håller en öppen mottagning varje vardag.",
        "Den kostar inget.",
        "Välkommen.",
    )
    assert sum(each.pattern.may_be(section) for each in known()) <= 2


def read(text: str) -> Template:
    """Return a text of a clause."""
    template, _, problems = parse_template(text, "klausul.md", 1, project().parameters)
    assert not problems
    return template


MEMO = "vald-i-nara-relation", "2026-tjansteskrivelse"


@cache
def letter() -> Prepared:
    """Return what a letter to the board becomes where what it is about is in the workspace."""
    made, _ = document_of(project(), *MEMO)
    bare = replace(made, identity=Identity("", "", "", "", made.identity.title))
    return prepared(project(), bare, b"", "skrivelse.docx", known())


def test_a_letter_is_put_to_what_it_is_about_and_what_that_replaces() -> None:
    said = {fact.path: told(fact) for fact in letter().facts}
    assert said["avser"] == "vald-i-nara-relation@2026"  # another has the same number
    assert said["ersätter"] == "vald-i-nara-relation@2019"


def test_the_clauses_of_a_letter_are_known_with_the_facts_of_another_uppdrag() -> None:
    became = {s.clause: s.became for top in letter().outline for s in top.every() if s.clause}
    for clause in ("beslutspunkter", "jamforelse", "ekonomi", "barnets-basta"):
        assert became[clause] == "clause", became
    # it says that the start comes before the decision is final, by a day that no letter names
    assert became["sammanfattning"] == "deviation"
    assert letter().printed == letter().expected


def test_what_a_clause_said_that_was_none_is_no_fact() -> None:
    """The law in a hole is all of its name, so that nothing of it is the fact behind it."""
    said = {fact.path: told(fact) for fact in letter().facts}
    assert said["mbl.när"] == "innan nämnden sammanträder"
    assert "handläggare" not in said
