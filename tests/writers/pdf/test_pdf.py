"""What holds for the PDF of any document."""

from io import BytesIO

import pikepdf
from hypothesis import given
from tests import pdf_validator
from tests.sample import PROFILE
from tests.strategies import documents, made_once
from tests.writers.pdf.printed import outside_margins

from avtalsgen.model import plain
from avtalsgen.model.nodes import Document
from avtalsgen.model.walk import sections
from avtalsgen.readers.pdf.ours import printed_text as pdf_text
from avtalsgen.writers import pdf as pdf_writer
from avtalsgen.writers.render import Layout


@made_once
def set_pages(document: Document) -> tuple[bytes, Layout]:
    """Return the PDF of `document` and where its sections are, made once for all laws."""
    return pdf_writer.set_pages(document, PROFILE)


@given(documents())
def test_a_screen_reader_reads_the_words_of_the_document(document: Document) -> None:
    pdf, _ = set_pages(document)
    assert pdf_text.words(pdf) == plain.words(document)


@given(documents())
def test_the_file_can_be_kept_in_an_archive_and_read_by_everyone(document: Document) -> None:
    pdf, _ = set_pages(document)
    assert pdf_validator.breaches(pdf) == []


@given(documents())
def test_no_letter_is_lost_outside_the_margins(document: Document) -> None:
    pdf, _ = set_pages(document)
    assert outside_margins(pdf) == []


@given(documents())
def test_every_section_is_on_the_page_that_the_layout_says(document: Document) -> None:
    pdf, layout = set_pages(document)
    with pikepdf.open(BytesIO(pdf)) as file:
        places = {page.obj.objgen: number for number, page in enumerate(file.pages, 1)}
        found = (
            {
                name.removeprefix("avsnitt:"): places[destination[0].objgen]
                for name, destination in pikepdf.NameTree(file.Root.Names.Dests).items()
            }
            if "/Names" in file.Root
            else {}
        )
        assert layout.page_count == len(file.pages)
    headed = {section.anchor for section in sections(document) if section.heading}
    assert {anchor: layout.pages[anchor] for anchor in headed} == {
        anchor: page for anchor, page in found.items() if anchor in headed
    }
    assert list(layout.pages) == [section.anchor for section in sections(document)]
    assert list(layout.pages.values()) == sorted(layout.pages.values())
