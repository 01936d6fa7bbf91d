"""Documents as pictures of their pages, and a file of somebody else's as text."""

import re
import struct
import zlib
from html import unescape
from pathlib import Path

import pytest
from tests.sample import document
from tests.web.conftest import AxeCheck, Client, SiteInBrowser, pictures

from avtalsgen.model import plain
from avtalsgen.pipeline.shown import text
from avtalsgen.pipeline.shown.page_pictures import SetPages, page_picture, pages_of_pdf
from avtalsgen.problems import AvtalsgenError
from avtalsgen.readers.pdf.pictures import PageLook
from avtalsgen.web import shown_pages
from avtalsgen.web.shown_pages import PageShelf

TINY = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R>>endobj
4 0 obj<</Length 26>>stream
1 0 0 rg 0 0 100 100 re f
endstream endobj
trailer<</Root 1 0 R>>
"""


def test_a_page_is_drawn_as_it_is() -> None:
    """The left half of the page is red."""
    png = page_picture(TINY, 0, 40)
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    wide, tall, depth, colours = struct.unpack(">IIBB", png[16:26])
    assert (wide, tall, depth, colours) == (40, 20, 8, 2)
    length = struct.unpack(">I", png[33:37])[0]
    rows = zlib.decompress(png[41 : 41 + length])
    row = rows[: 1 + 40 * 3]
    assert row[0] == 0
    assert row[1 + 3 * 5 :][:3] == b"\xff\0\0"
    assert row[1 + 3 * 35 :][:3] == b"\xff\xff\xff"


def test_a_picture_is_bounded() -> None:
    wide = struct.unpack(">I", page_picture(TINY, 0, 99_999)[16:20])[0]
    assert wide == 1600
    roll = TINY.replace(b"200 100", b"1 14400")
    wide, tall = struct.unpack(">II", page_picture(roll, 0, 100)[16:24])
    assert tall <= 400


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4 trasig", b"PK"])
def test_what_is_no_pdf_is_told(data: bytes) -> None:
    with pytest.raises(AvtalsgenError, match="PF01"):
        pages_of_pdf(data)
    with pytest.raises(AvtalsgenError, match="PF01"):
        page_picture(TINY, 1, 40)


def test_the_shelf_forgets_what_nobody_looks_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shown_pages, "_MOST", 100)
    shelf = PageShelf()
    names = [shelf.put(SetPages(bytes([n]) * 60, (PageLook(1, ""),))).name for n in range(3)]
    assert [name in shelf._pages for name in names] == [False, False, True]
    assert shelf.picture(names[0], 0, 480) is None


def test_text_keeps_every_word_of_a_document() -> None:
    whole = text.shown_text(document())
    shown = unescape(re.sub(r"<[^>]+>", " ", f"{whole.title} {whole.markup}"))
    words = [word.strip(".,:") for line in plain.lines(document()) for word in line.split()]
    assert len(words) > 10
    assert [word for word in words if word not in shown] == []


def test_a_foreign_file_is_text_in_its_structure(tmp_path: Path) -> None:
    file = tmp_path / "avtal.md"
    file.write_text("# Avtal\n\n## Pris\n\nPriset är <b>5</b> kronor.\n\n- ett\n- två\n", "utf-8")
    shown = text.text_of_file(file, tmp_path)
    assert '<section id="d-' in shown.markup
    assert "<li>ett</li>" in shown.markup
    assert "<b>" not in shown.markup


def test_an_edition_is_shown_by_its_pages(
    site_in_browser: SiteInBrowser, whole_client: Client, axe: AxeCheck
) -> None:
    page = site_in_browser.open("/sidor/familjeradgivning/2021")
    first = page.get_by_role("img").first
    assert first.evaluate("image => image.complete && image.naturalWidth > 0")
    page.get_by_text("Orden på sidan 1", exact=True).click()
    axe(page)
    pictures(page, "sidor")
    assert whole_client.get("/bild/finns-inte/1").status_code == 404
    gone = whole_client.get("/bild/finns-inte/x").text
    assert "WE05" in gone
    assert "adda om sidan" in gone
    again = re.search(
        r"/bild/[^\"?]+\?b=800", whole_client.get("/sidor/familjeradgivning/2021").text
    )
    assert again
    assert whole_client.get(again[0]).status_code == 200
    assert whole_client.get("/sidor/finns-inte/2021").status_code == 404
