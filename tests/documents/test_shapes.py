"""One invented document in Word, its own PDF, Markdown and text is one document."""

from collections.abc import Iterator
from functools import cache

import pytest
from tests import libreoffice, printed
from tests.compared import compare_sections
from tests.documents import shapes
from tests.read import read_docx, read_markdown_document, read_pdf, read_plain_text

from avtalsgen.model import plain
from avtalsgen.model.nodes import Document

PRINTED = [
    (name, font, tagged)
    for name in shapes.SHAPES
    for font in libreoffice.FONTS
    for tagged in (True, False)
    if tagged or name != "prices"
]


@cache
def _word(name: str, font: str) -> bytes:
    return shapes.word(shapes.SHAPES[name], font)


def printed_files() -> Iterator[tuple[bytes, printed.How]]:
    """Yield each Word file that is printed here, and how."""
    for name, font, tagged in PRINTED:
        yield _word(name, font), "tagged" if tagged else "untagged"
    for font in libreoffice.FONTS:
        yield _word("prices", font), "untagged"


@cache
def _expected(name: str) -> Document:
    return read_docx(_word(name, libreoffice.NARROW), "avtal.docx").document


@pytest.mark.parametrize(("name", "font", "tagged"), PRINTED)
def test_its_own_pdf_is_the_document(name: str, font: str, tagged: bool) -> None:
    word = _word(name, font)
    data = printed.pdf(word, "tagged" if tagged else "untagged")
    assert compare_sections(_expected(name), read_pdf(data, "avtal.pdf").document, paged=False).same


@pytest.mark.parametrize("font", libreoffice.FONTS)
def test_a_table_without_tags_or_rules_keeps_its_words(font: str) -> None:
    data = printed.pdf(_word("prices", font), "untagged")
    found = read_pdf(data, "avtal.pdf").document
    assert plain.words(found) == plain.words(_expected("prices"))


@pytest.mark.parametrize("name", shapes.SHAPES)
def test_markdown_is_the_document(name: str) -> None:
    written = shapes.markdown(shapes.SHAPES[name])
    found = read_markdown_document(written, "avtal.md").document
    assert compare_sections(_expected(name), found, paged=False).same


@pytest.mark.parametrize("name", shapes.SHAPES)
def test_text_is_the_document(name: str) -> None:
    found = read_plain_text(shapes.text(shapes.SHAPES[name]), "avtal.txt").document
    assert compare_sections(_expected(name), found, paged=False).same
