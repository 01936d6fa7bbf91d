"""A section that begins a page does so in each format that has pages."""

from dataclasses import replace

from tests import sample
from tests.writers.docx import reading
from tests.writers.docx.rendering import shell

from avtalsgen.model.nodes import Block, Document, Paragraph, Section, Table, Text
from avtalsgen.writers.docx import write_docx
from avtalsgen.writers.html import write_html
from avtalsgen.writers.pdf import lay_out
from avtalsgen.writers.render import Render

SAID = Paragraph((Text("Ord."),))
TABLE = Table(((Text("Vad"),),), (((Text("Ett"),),),))


def _section(name: str, *blocks: Block, heading: bool = True, new_page: bool = True) -> Section:
    words = (Text(name.capitalize()),) if heading else ()
    return Section(name, words, 1, "", blocks, new_page=new_page)


DOCUMENT: Document = replace(
    sample.document(),
    contents=None,
    signatures=None,
    sections=(
        _section("först", SAID),
        _section("samma", SAID, new_page=False),
        _section("egen", SAID),
        _section("utan", SAID, heading=False),
        _section("tabell", TABLE, heading=False),
    ),
)


def test_a_section_begins_a_page_of_the_pdf() -> None:
    """The first one does so anyhow, and has no empty page before it."""
    pages = lay_out(DOCUMENT, sample.PROFILE).pages
    assert pages == {"först": 2, "samma": 2, "egen": 3, "utan": 4, "tabell": 5}


def test_a_section_begins_a_page_in_word() -> None:
    body = reading.part(write_docx(DOCUMENT, Render(sample.PROFILE, shell())), "word/document.xml")
    begun = [
        "".join(text.text or "" for text in paragraph.iter(f"{reading.W}t"))
        for paragraph in body.iter(f"{reading.W}p")
        if paragraph.find(f"{reading.W}pPr/{reading.W}pageBreakBefore") is not None
    ]
    assert begun == ["Först", "Egen", "Ord.", "Vad"]


def test_a_section_begins_a_page_when_a_web_page_is_printed() -> None:
    html = write_html(DOCUMENT, Render(sample.PROFILE)).decode()
    assert html.count('class="page"') == sum(section.new_page for section in DOCUMENT.sections)
