"""Sections of an old document that a lawyer has judged: the clause, it with a deviation, or own.

The judgement was written down before anything was run. `tid` stands for clauses with values and
`miljo` for those with the names of parties; `klagomal` refers to a section that is not there and
names a source in full the second time only, so that its words alone are a deviation.
"""

from functools import cache
from html import escape
from pathlib import Path

import pytest
from tests.importing.test_clauses_with_values import known
from tests.importing.test_old_documents import project
from tests.readers.docx.making import file, p

from avtalsgen.importing.outline import OldSection, said
from avtalsgen.model import plain
from avtalsgen.model.walk import sections
from avtalsgen.pipeline.intake.preparing import prepared
from avtalsgen.pipeline.workspace.document_argument import open_document
from avtalsgen.pipeline.workspace.documents import document_of
from avtalsgen.pipeline.workspace.knowledge import knowledge_of

HEAD = (
    p("Verksamhetsuppdrag för korttidsboende", style="Title")
    + p("Mellan Granviks kommun genom socialnämnden, nedan kallad beställaren, och Ekby Omsorg AB,")
    + p("nedan kallat utföraren, gäller följande.")
    + p("Allmänt", style="Heading1")
    + p("Detta är ett avtal om korttidsboende.")
)
AFTER = {
    "sentence": "Den som säger upp gör det med rekommenderat brev.",
    "half": "Den som är missnöjd talar med chefen. Chefen svarar och antecknar samtalet.",
}
OTHER = (
    "Lokalen är öppen mellan klockan sju och arton varje vardag.",
    "Föreningen städar och sköter snöröjningen vid entrén.",
    "Nycklar kvitteras ut hos vaktmästaren.",
)
PARAPHRASE = (
    "Den som har en klagan ska kunna höra av sig på ett enkelt sätt.",
    "Vi svarar alla och sammanställer en gång om året vad som har kommit in.",
    "Allvarliga händelser anmäls vidare av chefen.",
)


@cache
def clause(name: str) -> tuple[str, tuple[str, ...]]:
    """Return the heading of a clause and its paragraphs, as an uppdrag of ours prints them."""
    made, _ = document_of(project(), "korttidsboende", "2026")
    section = next(each for each in sections(made) if each.anchor == name)
    lines = said(section).replace("\u00a0", " ").split("\n")
    return plain.text(section.heading), tuple(line for line in lines if line.strip())


def became(heading: str, lines: tuple[str, ...], folder: Path) -> OldSection:
    """Return what the last section of a document becomes."""
    body = p(escape(heading), style="Heading1") + "".join(p(escape(line)) for line in lines)
    path = folder / "gammal.docx"
    path.write_bytes(file(HEAD + body))
    opened = open_document(Path(), path.as_posix(), knowledge_of(project()).page)
    made = prepared(project(), opened.document, opened.data or b"", path.name, known())
    assert made.printed == made.expected
    return [each for top in made.outline for each in top.every()][-1]


@pytest.mark.parametrize("heading", ["", "Giltighet och uppsägning"])
@pytest.mark.parametrize(
    ("old", "new"),
    [("", ""), ("sex månader", "tre månader"), ("1 februari 2027", "15 mars 2024")],
    ids=["unchanged", "another length", "another day"],
)
def test_a_clause_with_other_values_or_heading_is_that_clause(
    heading: str, old: str, new: str, tmp_path: Path
) -> None:
    name, lines = clause("tid")
    changed = tuple(line.replace(old, new) if old else line for line in lines)
    section = became(heading or name, changed, tmp_path)
    assert (section.became, section.clause, section.similarity) == ("clause", "tid", 1.0)
    assert new in section.values.values() or not new


def test_a_clause_with_other_parties_is_that_clause(tmp_path: Path) -> None:
    name, lines = clause("miljo")
    renamed = tuple(line.replace("tföraren", "tövaren") for line in lines)
    assert renamed != lines
    assert became(name, renamed, tmp_path).became == "clause"


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("tid", "Båda parter får säga upp", "Endast beställaren får säga upp"),
        ("tid", "Ingen enskild ska stå", "Den enskilde får stå"),
        ("tid", "som önskas.", f"som önskas. {AFTER['sentence']}"),
        ("klagomal", "ska bekräfta", "får bekräfta"),
        ("klagomal", "snarast", "inom en månad"),
        ("klagomal", "Om ett klagomål", f"{AFTER['half']} Om ett klagomål"),
        ("klagomal", "tillbud och olyckor enligt kommunens rutiner", "tillbud"),
    ],
)
def test_a_clause_whose_words_are_changed_deviates(
    name: str, old: str, new: str, tmp_path: Path
) -> None:
    heading, lines = clause(name)
    changed = tuple(line.replace(old, new) for line in lines)
    assert changed != lines
    section = became(heading, changed, tmp_path)
    assert (section.became, section.clause) == ("deviation", name)
    assert section.similarity < 1


def test_a_clause_whose_paragraphs_are_turned_deviates(tmp_path: Path) -> None:
    heading, lines = clause("klagomal")
    assert became(heading, lines[::-1], tmp_path).became == "deviation"


@pytest.mark.parametrize("lines", [OTHER, PARAPHRASE], ids=["another subject", "own words"])
def test_other_words_under_the_heading_of_a_clause_are_own(
    lines: tuple[str, ...], tmp_path: Path
) -> None:
    assert became(clause("klagomal")[0], lines, tmp_path).became == "own"
