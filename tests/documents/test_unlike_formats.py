"""One document in unlike formats is one document: a comparison of them finds nothing."""

from collections.abc import Iterator
from functools import cache

import pytest
from tests import printed
from tests.compared import compare_sections
from tests.documents.every import document, written
from tests.documents.test_facts_of_the_sources import underlag
from tests.documents.unlike_forms import without_marks
from tests.libreoffice import FONTS, NARROW
from tests.read import read_docx, read_markdown_document, read_pdf, read_plain_text
from tests.readers.layers import OUTLINE, TEXT, wrapped
from tests.readers.pdf.word_agreement import Agreement, agreement

from avtalsgen.model import plain, walk
from avtalsgen.model.nodes import Document

SOURCES = ("vald-i-nara-relation-2019", "familjeradgivning-2021")
KINDS = ("styled.docx", "bold.docx", "styled.pdf", "bold.pdf", "styled-tagged.pdf")
FORMS = [(kind, font) for kind in KINDS for font in FONTS if kind.endswith("pdf") or font == NARROW]


def _read(data: bytes, kind: str) -> Document:
    match kind:
        case "docx":
            return read_docx(data, "avtal.docx").document
        case "pdf":
            return read_pdf(data, "avtal.pdf").document
        case "md":
            return read_markdown_document(data.decode(), "avtal.md").document
        case _:
            return read_plain_text(data.decode(), "avtal.txt").document


@pytest.mark.parametrize("kind", ["docx", "pdf", "md", "txt"])
@pytest.mark.parametrize("name", ["vald-i-nara-relation@2019", "familjeradgivning@2021"])
def test_what_we_built_is_what_we_assembled(name: str, kind: str) -> None:
    found = _read(written(name)[kind], kind)
    assert compare_sections(document(name), found, paged=kind in {"docx", "pdf"}).same


@pytest.mark.parametrize(("form", "font"), FORMS)
def test_a_typed_text_is_what_somebody_made_of_it_in_word(form: str, font: str) -> None:
    word = _typed(styled="styled" in form, font=font)
    data = printed.pdf(word.file, _how(form)) if form.endswith("pdf") else word.file
    found = _read(data, form.rpartition(".")[2])
    assert compare_sections(_read(TEXT.encode(), "txt"), found, paged=False).same


def printed_files() -> Iterator[tuple[bytes, printed.How]]:
    """Yield each Word file that may be published and is printed here, and how."""
    for form, font in FORMS:
        if form.endswith("pdf"):
            yield _typed(styled="styled" in form, font=font).file, _how(form)


def _how(form: str) -> printed.How:
    return "tagged" if "tagged" in form else "default"


@cache
def _typed(*, styled: bool, font: str) -> Agreement:
    return agreement(styled=styled, outline=OUTLINE, font=font)


@pytest.mark.parametrize("width", [60, 72, 88])
def test_a_typed_text_is_the_same_wrapped(width: int) -> None:
    typed = _read(TEXT.encode(), "txt")
    assert compare_sections(typed, _read(wrapped(width).encode(), "txt"), paged=False).same


@pytest.mark.parametrize(("form", "font"), FORMS)
@pytest.mark.parametrize("name", SOURCES)
def test_a_real_agreement_is_the_same_in_every_format(name: str, form: str, font: str) -> None:
    text = (underlag() / f"{name}.txt").read_text(encoding="utf-8")
    words = without_marks(text)
    typed = _read(words.encode(), "txt")
    headed = [s for s in walk.sections(typed) if s.heading]
    outline = [(s.number, plain.text(s.heading), s.level) for s in headed]
    word = agreement(styled="styled" in form, text=words, outline=outline, font=font)
    data = printed.anew(word.file, _how(form)) if form.endswith("pdf") else word.file
    found = _read(data, form.rpartition(".")[2])
    assert compare_sections(typed, found, paged=False).same
