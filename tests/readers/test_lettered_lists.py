"""Lists that are counted in letters keep them in every form: a text says ”fall b)”."""

from dataclasses import replace

import pytest
from tests.read import read_docx, read_markdown_document, read_pdf, read_plain_text
from tests.sample import PROFILE
from tests.writers.docx.rendering import written as write_docx

from avtalsgen.model.nodes import Document, List
from avtalsgen.writers.html import write_html
from avtalsgen.writers.markdown import write_markdown
from avtalsgen.writers.pdf import write_pdf
from avtalsgen.writers.render import Render
from avtalsgen.writers.text import write_text

TEXT = """\
1 Hävning

Beställaren får häva avtalet om någon av dessa grunder är för handen:

a) utföraren försätts i konkurs,

b) utföraren bryter mot tystnadsplikten, eller

c) utföraren saknar tillstånd.

Vid fall b) gäller hävningen omedelbart.
"""


def _typed() -> Document:
    document = read_plain_text(TEXT, "avtal.txt").document
    return replace(document, identity=replace(document.identity, title="Avtal"))


def _grounds(document: Document) -> List:
    (grounds,) = (block for block in document.sections[0].blocks if isinstance(block, List))
    return grounds


def _again(form: str) -> Document:
    document, render = _typed(), Render(PROFILE)
    match form:
        case "docx":
            return read_docx(write_docx(document), "avtal.docx").document
        case "pdf":
            return read_pdf(write_pdf(document, render), "avtal.pdf").document
        case "md":
            return read_markdown_document(
                write_markdown(document, render).decode(), "a.md"
            ).document
        case _:
            return read_plain_text(write_text(document, render).decode(), "a.txt").document


def test_typed_letters_are_a_list_in_letters() -> None:
    assert (len(_grounds(_typed()).items), _grounds(_typed()).letters) == (3, True)


@pytest.mark.parametrize("form", ["docx", "pdf", "md", "txt"])
def test_letters_are_written_and_read_again(form: str) -> None:
    grounds = _grounds(_again(form))
    assert (len(grounds.items), grounds.ordered, grounds.letters) == (3, True, True)


def test_a_page_of_the_web_counts_in_letters() -> None:
    assert b'<ol type="a">' in write_html(_typed(), Render(PROFILE))
