"""Invented documents in other shapes, as text, Word and PDF: their facts, and every word.

Half of the Word files have styles for headings, half have none.
"""

import json
import re
from collections.abc import Iterator
from functools import cache
from html import escape
from pathlib import Path
from typing import Final

import pytest
from tests import printed
from tests.readers.docx.making import file, p

from avtalsgen.importing.stated.memo import is_memo
from avtalsgen.importing.written import told
from avtalsgen.pipeline.intake.counting import counted
from avtalsgen.pipeline.intake.preparing import prepared
from avtalsgen.pipeline.intake.questions import questions_of
from avtalsgen.pipeline.workspace.document_argument import open_document
from avtalsgen.pipeline.workspace.knowledge import knowledge_of
from avtalsgen.pipeline.workspace.project import Project, open_project

HERE = Path(__file__).parent / "handlingar"
ROOT = Path(__file__).parents[2]
HEADING: Final = re.compile(r"(?:\d+(?:\.\d+)*\.?|§ \d+) [A-ZÅÄÖ][^.]{2,60}")
DOCUMENTS: Final = tuple(sorted(path.stem for path in HERE.glob("*.txt")))
STATED: Final = json.loads((HERE / "fakta.json").read_text(encoding="utf-8"))


@cache
def project() -> Project:
    """Return the workspace of the repository."""
    return open_project(ROOT)


def text(name: str) -> bytes:
    """Return a document as text."""
    return (HERE / f"{name}.txt").read_bytes()


def word(name: str) -> bytes:
    """Return a document as a Word file."""
    styled = not int(name[:2]) % 2
    lines = [line for line in text(name).decode().splitlines() if line.strip()]
    return file("".join(p(escape(line), style=_style(line) if styled else "") for line in lines))


def _style(line: str) -> str:
    if not HEADING.fullmatch(line):
        return ""
    return f"Rubrik{1 + line.split()[0].strip('.').count('.')}"


def pdf(name: str) -> bytes:
    """Return a document as LibreOffice printed its Word file."""
    return printed.pdf(word(name), "default")


def printed_files() -> Iterator[tuple[bytes, printed.How]]:
    """Yield the Word files that are printed."""
    for name in DOCUMENTS:
        yield word(name), "default"


FORMS: Final = {"txt": text, "docx": word, "pdf": pdf}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_an_old_document_gives_its_facts_and_every_word(
    name: str, form: str, tmp_path: Path
) -> None:
    path = tmp_path / f"{name}.{form}"
    path.write_bytes(FORMS[form](name))
    opened = open_document(Path(), path.as_posix(), knowledge_of(project()).page)
    made = prepared(project(), opened.document, opened.data or b"", path.name)
    assert made.printed == made.expected
    count = counted(opened, made.printed)
    assert count.lost == ()
    assert count.kept + count.furniture == count.source
    said = {fact.path: told(fact) for fact in made.facts}
    assert said == STATED[name]


MUST: Final = ("titel", "dnr", "datum", "tid.från", "ersättning.belopp")
PEOPLE: Final = ("organ", "undertecknare.namn")
OF_PARTIES: Final = tuple(f"parter.{p}.{of}" for p in ("beställare", "utförare") for of in PEOPLE)

NOTHING: Final = {"txt": b"Nu.\n", "docx": file(p("Nu."))}
"""A document that states nothing."""


@pytest.mark.parametrize("form", NOTHING)
@pytest.mark.parametrize("name", [*DOCUMENTS, ""])
def test_what_is_not_read_for_sure_is_asked(name: str, form: str, tmp_path: Path) -> None:
    path = tmp_path / f"{name or 'tom'}.{form}"
    path.write_bytes(FORMS[form](name) if name else NOTHING[form])
    opened = open_document(Path(), path.as_posix(), knowledge_of(project()).page)
    made = prepared(project(), opened.document, opened.data or b"", path.name)
    memo = is_memo(opened.document)
    asked = {each.partition(":")[0] for each in questions_of(made.facts, memo=memo)}
    sure = {fact.path for fact in made.facts if fact.sure}
    wanted = MUST[:3] if memo else (*MUST, *OF_PARTIES)
    assert set(wanted) - sure == set(wanted) & asked
