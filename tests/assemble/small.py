"""One small uppdrag with a clause in other words, and what became of it."""

from collections.abc import Mapping

from tests.workspace import WHOLE, document_of, project

from avtalsgen.model import plain
from avtalsgen.model.nodes import Document
from avtalsgen.model.walk import runs, sections
from avtalsgen.problems import Problem

UPPDRAG = "uppdrag/prov/1.yaml"
CLAUSE = "clauses/tvist/1.md"
TYPE = "clauses/dokumenttyper/uppdrag/1.yaml"
PARAMETERS = "clauses/parametrar.yaml"
ALL = "titel, dnr, datum, ersättning.belopp, ersättning.modell, tid.uppsägning, resultat, kanaler"
LEAVES_OUT = WHOLE[TYPE] + "okänt: utelämna\n"
FACTS = """\
tid: {uppsägning: 12 månader}
resultat: [{text: Trygghet, mål: 80}, {text: Vila, mål: {okänt: ej mätt}}, {text: Mat, mål: 5}]
kanaler: [brev, telefon]
"""


def built(
    changed: Mapping[str, str | bytes], *, draft: bool = False
) -> tuple[Document, tuple[Problem, ...]]:
    return document_of(project(changed), "prov", "1", draft=draft)


def clause(body: str) -> str:
    return f"---\nrubrik: Tvist\nanvänder: [{ALL}]\n---\n{body}\n"


def uppdrag(more: str = FACTS, **changed: str) -> str:
    """Return the facts, with the line of each key in `changed` in other words."""
    lines = (WHOLE[UPPDRAG] + more).split("\n")
    for key, value in changed.items():
        lines = [f"{key}: {value}" if line.startswith(f"{key}:") else line for line in lines]
    return "\n".join(lines)


def printed(body: str, facts: str = FACTS, type_: str = WHOLE[TYPE], *, draft: bool = False) -> str:
    """Return what a clause prints, a paragraph, item or cell on each line."""
    document, _ = built({CLAUSE: clause(body), UPPDRAG: uppdrag(facts), TYPE: type_}, draft=draft)
    section = next(each for each in document.sections if each.anchor == "tvist")
    return "\n".join(plain.text(run) for block in section.blocks for run in runs(block))


def problem_codes(changed: Mapping[str, str | bytes]) -> list[str]:
    return [problem.code for problem in built(changed)[1]]


def errors(changed: Mapping[str, str | bytes]) -> list[str]:
    return [problem.code for problem in built(changed)[1] if problem.severity == "fel"]


def numbers(document: Document) -> list[str]:
    return [section.number for section in sections(document)]
