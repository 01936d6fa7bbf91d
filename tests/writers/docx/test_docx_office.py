"""The Word file as LibreOffice sees it, which is the only other eye we have."""

import io
import re
from dataclasses import replace

import pypdfium2
import pytest
from tests import sample
from tests.battery import BATTERY
from tests.libreoffice import paragraphs, to_pdf, to_pdf_by_itself, without_dashes
from tests.writers.docx.rendering import written, written_anew

from avtalsgen.model import plain, walk
from avtalsgen.model.nodes import Document, List, Paragraph, Section, Text
from avtalsgen.writers.pdf import set_pages

SIGN = re.compile(r"\s*(?:[•◦▪]|\d+\.)\s+")


@pytest.mark.parametrize("document", [sample.document(), sample.draft(), BATTERY])
def test_libreoffice_sees_the_words_of_the_document(document: Document) -> None:
    """Without the contents, which it sees too, and the signs of lists; a held dash is a hyphen."""
    seen = paragraphs(written(replace(document, contents=None)))
    expected = [one for line in plain.lines(document) for one in line.split("\n") if one.split()]
    rows = _without_signs(seen, document), _on_rows_of_their_own(expected, document)
    lines, wanted = ([without_dashes(line).split() for line in side] for side in rows)
    assert lines == wanted


def test_libreoffice_counts_every_list_from_one() -> None:
    seen = paragraphs(written(sample.document()))
    counted = [int(found[1]) for line in seen if (found := re.match(r"\s*(\d+)\.\s", line))]
    assert counted == [1, 2, 3, 4, 1, 2, 3, 5, 1, 2, 3, 4, 1, 2, 3]


def test_every_heading_stands_on_the_page_that_the_contents_says() -> None:
    document = sample.document()
    _, layout = set_pages(document, sample.PROFILE)
    pages = _pages(to_pdf(written_anew(document, layout)))
    assert len(pages) == layout.page_count
    for section in walk.sections(document):
        if section.heading:
            heading = " ".join(plain.heading(section).split())
            assert heading in pages[layout.pages[section.anchor] - 1]


def test_the_font_comes_from_the_file_itself() -> None:
    pdf = to_pdf_by_itself(written(sample.document()))
    names = set(re.findall(rb"/FontName\s*/[A-Z]{6}\+([A-Za-z-]+)", pdf))
    assert names == {b"Lato-Regular", b"Lato-Bold", b"Lato-Italic"}


def test_every_page_but_the_cover_has_its_number_and_a_draft_says_so_on_all() -> None:
    pages = _pages(to_pdf(written(sample.draft())))
    count = len(pages)
    assert all("UTKAST" in page.replace(" ", "") for page in pages)
    assert "Sida" not in pages[0]
    for number, page in enumerate(pages[1:], start=2):
        assert f"Sida {number} ({count})" in page


def _pages(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(io.BytesIO(pdf)) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def _without_signs(seen: list[str], document: Document) -> list[str]:
    """Take away the sign of a line that is the first of an item."""
    items = {
        plain.text(content).split("\n")[0].strip()
        for section in walk.sections(document)
        for block in section.blocks
        if isinstance(block, List)
        for content in walk.runs(block)
    }
    result = []
    for line in seen:
        bare = SIGN.sub("", line, count=1)
        result.append(bare if bare.strip() in items else line)
    return result


def _on_rows_of_their_own(lines: list[str], document: Document) -> list[str]:
    """Join a label of the cover with its fact, which stand on one row."""
    labels = {row.label for row in document.cover.rows}
    result: list[str] = []
    for line in lines:
        if result and result[-1] in labels:
            result[-1] += " " + line
        else:
            result.append(line)
    return result


def test_no_line_ends_within_an_interval_or_a_number_that_has_room() -> None:
    """Lines of forty lengths, so that each is met by the end of one."""
    wholes = ("2022–2025", "1–2\u00a0§§", "SON\u00a02019-755", "KS-2026/14", "2026-11-30")
    lines = [
        f"{'x' * place} {'ord ' * 15}{whole} och mera text."
        for whole in wholes
        for place in range(1, 41)
    ]
    blocks = tuple(Paragraph((Text(line),)) for line in lines)
    document = replace(
        sample.document(), contents=None, sections=(Section("a", (Text("A"),), 1, blocks=blocks),)
    )
    with pypdfium2.PdfDocument(io.BytesIO(to_pdf(written(document)))) as pdf:
        rows = [row for page in pdf for row in page.get_textpage().get_text_range().splitlines()]
    assert len(rows) > len(lines)
    assert not [row for row in rows if re.search(r"[-–\u2011\ufffe\x02]$", row.strip())]
