"""A letterhead in pages: in less room, with the text below it on the first page."""

from dataclasses import replace

import pytest
from tests import sample
from tests.writers.docx import reading, rendering
from tests.writers.pdf.printed import pages

from avtalsgen.model import cover, plain
from avtalsgen.model.nodes import Cover, Document, Text
from avtalsgen.writers.pdf import set_pages


def letter() -> Document:
    whole = sample.document()
    return replace(whole, cover=replace(whole.cover, form="letterhead"), contents=None)


@pytest.fixture(scope="module")
def printed() -> list[str]:
    return pages(set_pages(letter(), sample.PROFILE)[0])


def test_the_text_begins_on_the_first_page(printed: list[str]) -> None:
    assert plain.heading(letter().sections[0]) in printed[0]


def test_the_first_page_has_the_sender_and_the_others_the_running_head(
    printed: list[str],
) -> None:
    running = letter().running
    assert sample.PROFILE.organisation in printed[0]
    assert running.right not in printed[0].replace(plain.text(letter().cover.title), "")[:40]
    assert all(running.foot in page for page in printed[1:])
    assert "Sida 2" in printed[1]


def test_contents_stand_below_the_letterhead_and_the_text_below_them() -> None:
    """No page is left empty between them, in the PDF or in Word."""
    whole = replace(letter(), contents=sample.document().contents)
    pdf, layout = set_pages(whole, sample.PROFILE)
    first, second, *_ = pages(pdf)
    assert whole.contents
    assert whole.contents.heading in first
    assert layout.pages[whole.sections[0].anchor] == 2, "the contents end on the second page"
    assert plain.heading(whole.sections[0]) in second
    body = reading.part(rendering.written(whole), "word/document.xml")
    assert body.find(f".//{reading.W}pageBreakBefore") is None


def test_a_page_of_its_own_takes_the_first_page() -> None:
    whole = replace(letter(), cover=replace(letter().cover, form="page"))
    first = letter().sections[0].anchor
    found = [set_pages(each, sample.PROFILE)[1].pages[first] for each in (letter(), whole)]
    assert found == [1, 2]


@pytest.mark.parametrize("form", ["page", "letterhead"])
def test_a_title_with_a_long_word_is_smaller(form: str) -> None:
    def size(words: str) -> float:
        return cover.measures(Cover("", (Text(words),), form=form)).title.size  # type: ignore[arg-type]

    assert size("Kort") > size("Samverkansöverenskommelseförhandling" * 2)


def test_the_first_page_has_its_number_in_pdf_and_word(printed: list[str]) -> None:
    assert f"Sida 1 ({len(printed)})" in printed[0]
    parts = reading.parts(rendering.written(letter()))
    feet = [data.decode() for name, data in parts.items() if name.startswith("word/footer")]
    assert len(feet) == 2
    assert all("Sida" in foot and " PAGE " in foot for foot in feet)


def test_a_cover_of_its_own_has_no_number() -> None:
    first, *_ = pages(set_pages(sample.document(), sample.PROFILE)[0])
    assert "Sida" not in first
