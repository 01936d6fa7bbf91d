"""Annexes that LibreOffice has written."""

from io import BytesIO

import docx
import pypdfium2
import pytest
from tests import libreoffice, pdf_validator, sample
from tests.pdf_marks import strays

from avtalsgen.problems import AvtalsgenError
from avtalsgen.writers.pdf import set_pages
from avtalsgen.writers.pdf.annexes import Annex, append_annexes, merged

MAIN = set_pages(sample.document(), sample.PROFILE)[0]


def _written(*, bullet: bool) -> bytes:
    """Return a document as LibreOffice writes PDF/A-2b and PDF/UA-1."""
    document, word = docx.Document(), BytesIO()
    document.core_properties.title = "Kontaktpersoner"
    document.add_heading("Kontaktpersoner", 1)
    document.add_paragraph("Parterna meddelar varandra ändringar.")
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ("Part", "Namn", "Beställare", "Åsa"), strict=True):
        cell.text = text
    if bullet:
        document.add_paragraph("en punkt", style="List Bullet")
    document.add_page_break()  # type: ignore[no-untyped-call]
    document.add_heading("Andra sidan", 2)
    document.add_paragraph("Sista ordet.")
    document.save(word)
    return libreoffice.to_pdf(word.getvalue(), archive=True)


def test_an_annex_of_an_office_program_keeps_the_whole_an_archive() -> None:
    data = _written(bullet=False)
    whole = append_annexes(MAIN, [Annex(n, "Kontaktpersoner", "k.pdf", data) for n in (1, 2)])
    assert pdf_validator.breaches(whole) == []
    assert strays(whole) == []
    assert _pages(whole) == [*_pages(MAIN), *_pages(data), *_pages(data)]
    assert _headings(whole)[-3:] == ["Bilaga 2: Kontaktpersoner", "Kontaktpersoner", "Andra sidan"]


def test_a_bullet_that_means_nothing_is_told_of() -> None:
    """The list font of LibreOffice has its bullets where no character is (PDF/A-2, 6.2.11.7)."""
    annex = Annex(1, "Kontaktpersoner", "k.pdf", _written(bullet=True))
    assert strays(merged(MAIN, [annex])) == []
    with pytest.raises(AvtalsgenError, match=r"BI09 bilagan k\.pdf håller inte PDF/A-2a"):
        append_annexes(MAIN, [annex])


def _pages(pdf: bytes) -> list[tuple[str, bytes]]:
    """Return the text of each page, and how it looks."""
    with pypdfium2.PdfDocument(pdf) as file:
        return [
            (page.get_textpage().get_text_range(), bytes(page.render(scale=0.5).buffer))
            for page in file
        ]


def _headings(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as file:
        return [mark.get_title() for mark in file.get_toc()]
