"""The text in force of real uppdrag: the same words in every format, and never to be signed."""

import io
from functools import cache

import pikepdf
import pytest
from tests import libreoffice, pdf_validator
from tests.documents.every import document, project
from tests.writers import page_reader
from tests.writers.docx import reading

from avtalsgen.model import plain
from avtalsgen.model.nodes import Document, Reference
from avtalsgen.model.walk import leaves, runs, sections
from avtalsgen.pipeline.build.build import write
from avtalsgen.pipeline.workspace.documents import document_of
from avtalsgen.readers.identity import identity_of
from avtalsgen.readers.pdf.ours import printed_text as pdf_text
from avtalsgen.writers.render import Render

THIN = "beroendemottagningen@2021:2021-04-01"
DRAFT = "vald-i-nara-relation@2026:2028-01-01"
texts = pytest.mark.parametrize("name", [THIN, DRAFT])


@cache
def consolidated(name: str) -> Document:
    """Both as drafts: the one base is not signed yet, of the other only a tillägg is known."""
    slug, _, edition = name.partition("@")
    found, problems = document_of(project(), slug, edition, draft=True)
    assert problems == ()
    return found


@cache
def written(name: str) -> dict[str, bytes]:
    house = project().house_of((name,))
    render = Render(house.profile, project().shell(house))
    return write(consolidated(name), render, ("docx", "pdf", "html"))


@texts
def test_its_words_are_the_same_in_every_format(name: str) -> None:
    words = plain.words(consolidated(name))
    assert reading.words(written(name)["docx"]) == words
    assert pdf_text.words(written(name)["pdf"]) == words
    assert page_reader.words(page_reader.parse(written(name)["html"])) == words


@texts
def test_it_has_its_own_name_and_no_place_to_sign(name: str) -> None:
    assert identity_of(written(name)["docx"]) == name
    assert identity_of(written(name)["pdf"]) == name
    assert consolidated(name).signatures is None
    with pikepdf.open(io.BytesIO(written(name)["pdf"])) as pdf:
        assert "/AcroForm" not in pdf.Root
    assert pdf_validator.breaches(written(name)["pdf"]) == []


def test_a_number_with_a_letter_is_typed_in_word_and_referred_to() -> None:
    """As LibreOffice shows the file."""
    shown = "\n".join(libreoffice.paragraphs(written(DRAFT)["docx"]))
    spaced = shown.replace("\N{NO-BREAK SPACE}", " ")
    assert "3.11 a\tLokaler och utrustning" in spaced or "3.11 a Lokaler och utrustning" in spaced
    assert "Stödet ges i de lokaler som beskrivs i avsnitt 3.11 a." in spaced
    referred = [
        leaf.text
        for section in sections(consolidated(DRAFT))
        for block in section.blocks
        for content in runs(block)
        for leaf in leaves(content)
        if isinstance(leaf, Reference) and leaf.anchor == "lokaler"
    ]
    assert referred == ["3.11\N{NO-BREAK SPACE}a"]


def test_a_base_that_is_not_signed_holds_for_nobody() -> None:
    slug, _, edition = THIN.partition("@")
    _, problems = document_of(project(), slug, edition)
    assert [problem.code for problem in problems] == ["TI08"]


def test_a_tillagg_has_the_words_that_are_worked_in() -> None:
    tillagg = document("beroendemottagningen@2021-tillagg")
    worked_in = plain.words(consolidated(THIN))
    texts_ = [
        plain.text(content).split()
        for section in sections(tillagg)
        if section.anchor not in {"verksamhetsuppdrag", "underskrifter"}
        for block in section.blocks
        for content in runs(block)
    ]
    assert len(texts_) > 30
    joined = " ".join(worked_in)
    assert all(" ".join(words) in joined for words in texts_)


def test_a_text_that_nobody_signs_does_not_say_how_it_is_signed() -> None:
    signed, made = document("vald-i-nara-relation@2026"), consolidated(DRAFT)
    said = "Parterna undertecknar handlingen elektroniskt."
    assert said in " ".join(plain.words(signed))
    assert said not in " ".join(plain.words(made))
    assert "underskrifter" not in {section.anchor for section in sections(made)}


def test_a_section_has_one_mark_of_each_tillagg() -> None:
    for section in sections(consolidated(DRAFT)):
        texts_ = [plain.text(content) for block in section.blocks for content in runs(block)]
        marks = [text for text in texts_ if " genom tillägg " in text]
        assert len(marks) <= 1, marks
