"""A whole document, set in pages."""

import hashlib
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pikepdf
import pytest
from tests import pdf_validator, sample
from tests.writers.pdf.printed import POINTS_PER_MM, letters, pages

from avtalsgen.model import metrics, plain
from avtalsgen.model.nodes import (
    Document,
    LineBreak,
    Paragraph,
    Section,
    Signatures,
    Table,
    Text,
)
from avtalsgen.model.walk import sections
from avtalsgen.readers.pdf.ours import printed_text as pdf_text
from avtalsgen.writers.pdf import set_pages


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return set_pages(sample.document(), sample.PROFILE)[0]


@pytest.mark.parametrize("document", [sample.document(), sample.draft()])
def test_nothing_is_lost_and_nothing_is_added(document: Document) -> None:
    pdf, _ = set_pages(document, sample.PROFILE)
    assert pdf_text.words(pdf) == plain.words(document)
    assert pdf_validator.breaches(pdf) == []


def test_another_process_gives_the_same_bytes(pdf: bytes) -> None:
    code = (
        "import hashlib\n"
        "from tests import sample\n"
        "from avtalsgen.writers.pdf import set_pages\n"
        "set_pages(sample.draft(), sample.PROFILE)\n"
        "pdf, _ = set_pages(sample.document(), sample.PROFILE)\n"
        "print(hashlib.sha256(pdf).hexdigest())\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": ":".join(sys.path), "TZ": "Asia/Tokyo", "SOURCE_DATE_EPOCH": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.strip() == hashlib.sha256(pdf).hexdigest()


def test_every_heading_is_printed_on_the_page_that_the_layout_says() -> None:
    pdf, layout = set_pages(sample.document(), sample.PROFILE)
    printed = pages(pdf)
    for section in sections(sample.document()):
        if section.heading:
            assert plain.heading(section) in printed[layout.pages[section.anchor] - 1]
    assert layout.page_count == len(printed)


def test_the_contents_gives_number_heading_and_page_and_leads_there() -> None:
    pdf, layout = set_pages(sample.document(), sample.PROFILE)
    entries = pages(pdf)[1].replace(". ", "").replace(".", "")
    for section in sections(sample.document()):
        if section.heading:
            entry = plain.heading(section).replace(".", "")
            assert f"{entry} {layout.pages[section.anchor]}" in entries
    with pikepdf.open(BytesIO(pdf)) as file:
        links = [link for link in file.pages[1].Annots if link.Subtype == "/Link"]
        headed = [section for section in sections(sample.document()) if section.heading]
        assert len(links) == len(headed)


def test_the_contents_stops_at_its_depth_and_is_not_there_when_not_asked_for() -> None:
    contents = sample.document().contents
    assert contents is not None
    shallow = replace(sample.document(), contents=replace(contents, depth=1))
    assert "Bakgrund" not in pages(set_pages(shallow, sample.PROFILE)[0])[1]
    _, without = set_pages(replace(shallow, contents=None), sample.PROFILE)
    _, with_contents = set_pages(shallow, sample.PROFILE)
    assert without.page_count == with_contents.page_count - 1
    assert without.pages["inledning"] == 2


def test_the_bookmarks_are_the_numbered_headings(pdf: bytes) -> None:
    with pikepdf.open(BytesIO(pdf)) as file, file.open_outline() as outline:
        found = [item.title for item in outline.root]
        below = [item.title for item in outline.root[2].children]
        deepest = [item.title for item in outline.root[2].children[1].children]
    assert found[0] == "1.0 Inledning"
    assert found[-1] == "Bilagor"
    assert below[1] == "3.2 Personal och kompetens"
    assert deepest == ["3.2.1 Utbildning", "3.2.2 Ledning"]


def test_the_file_says_what_it_is(pdf: bytes) -> None:
    identity = sample.document().identity
    with pikepdf.open(BytesIO(pdf)) as file:
        with file.open_metadata() as metadata:
            assert metadata["dc:title"] == identity.title
            assert metadata["dc:creator"] == [identity.author]
            assert metadata["dc:description"] == identity.subject
            assert metadata["dc:identifier"] == identity.dnr
            assert metadata["pdf:Keywords"] == ", ".join(identity.keywords)
            assert metadata["xmp:CreateDate"] == "2026-11-20T00:00:00+00:00"
        assert file.Root.Lang == "sv-SE"
        assert file.Root.ViewerPreferences.DisplayDocTitle == True  # noqa: E712


def test_only_the_fonts_of_the_package_are_in_the_file(pdf: bytes) -> None:
    with pikepdf.open(BytesIO(pdf)) as file:
        fonts = {str(font.BaseFont) for page in file.pages for font in page.Resources.Font.values()}
    assert {name.split("+")[1].split("-")[0] for name in fonts} == {"Lato"}


def test_head_and_foot_are_on_every_page_but_the_cover(pdf: bytes) -> None:
    cover, *others = pages(pdf)
    assert "Sida" not in cover
    assert cover.startswith("Björkviks kommun")
    assert cover.endswith("www.bjorkvik.example · 0123-45 67 89")
    for number, page in enumerate(others, 2):
        assert page.startswith("Björkviks kommun Dnr SN 2026-118")
        assert page.endswith(f"Sida {number} ({len(others) + 1})")


def test_a_draft_says_so_on_every_page_without_disturbing_the_reading() -> None:
    pdf, layout = set_pages(sample.draft(), sample.PROFILE)
    printed = pages(pdf)
    seen = "".join(letter.character for letter in letters(pdf))
    assert seen.count("UTKAST") == 2 * layout.page_count - 1
    assert all("Björkviks kommun UTKAST Dnr SN" in page for page in printed[1:])
    assert "UTKAST" not in pdf_text.words(pdf)


def _with_end(lines: int, signatures: Signatures | None) -> Document:
    """Return a document of `lines` short paragraphs, a closing sentence and `signatures`."""
    blocks = tuple(Paragraph((Text("rad"),)) for _ in range(lines))
    closing = Section("slut", (), 1, blocks=(Paragraph((Text("Slutord"),)),))
    chapter = Section("fyllnad", (Text("Fyllnad"),), 1, "1", blocks)
    return replace(
        sample.document(), sections=(chapter, closing), signatures=signatures, contents=None
    )


@pytest.mark.parametrize("lines", [15, 18, 19, 20, 21, 25, 28, 29, 30])
def test_signatures_are_never_split_and_never_alone(lines: int) -> None:
    document = _with_end(lines, sample.document().signatures)
    printed = pages(set_pages(document, sample.PROFILE)[0])
    together = [page for page in printed if "Slutord" in page]
    assert together == [page for page in printed if "För beställaren" in page]
    assert together == [page for page in printed if "Enhetschef" in page]


def test_signatures_that_no_page_can_hold_are_split_between_parties() -> None:
    signatures = sample.document().signatures
    assert signatures is not None
    one = signatures.signatories[0]
    many = Signatures("papper", (replace(one, lines=("Ort och datum", "Underskrift") * 3),) * 8)
    document = _with_end(0, many)
    pdf, layout = set_pages(document, sample.PROFILE)
    assert pdf_text.words(pdf) == plain.words(document)
    assert layout.page_count > 2
    assert all(page.count("För") == page.count("Ordförande") for page in pages(pdf))


def test_lines_and_headings_stand_as_far_apart_as_the_measures_say() -> None:
    paragraph = Paragraph((Text("rad"), LineBreak(), Text("rad")))
    below = Section("b", (Text("Rubrik"),), 2, blocks=(paragraph,))
    chapter = Section("a", (Text("Rubrik"),), 1, blocks=(paragraph, paragraph), sections=(below,))
    document = replace(sample.document(), sections=(chapter,), contents=None, signatures=None)
    pdf, _ = set_pages(document, sample.PROFILE)
    body, first, second = metrics.body(10.5), metrics.heading(1, 10.5), metrics.heading(2, 10.5)
    above, under = metrics.ASCENT, 1 - metrics.ASCENT
    assert _distances(pdf) == pytest.approx(
        [
            34 * POINTS_PER_MM + above * first.line,
            under * first.line + first.after + above * body.line,
            body.line,
            body.line + body.after,
            body.line,
            under * body.line + body.after + second.before + above * second.line,
            under * second.line + second.after + above * body.line,
            body.line,
        ],
        abs=0.01,
    )


def _distances(pdf: bytes) -> list[float]:
    """Return how far the lines of page 2 are apart, the first from the top of the page."""
    found = [letter for letter in letters(pdf) if letter.page == 2 and letter.character in "dk"]
    text = [297 * POINTS_PER_MM, *(x.baseline for x in found if 80 < x.baseline < 740)]
    return [high - low for high, low in pairwise(text)]


def test_a_row_taller_than_a_page_is_split_and_the_header_repeated_unread() -> None:
    cell = tuple(part for _ in range(60) for part in (Text("Lång cell"), LineBreak()))
    table = Table(((Text("Kolumn"),), (Text("Övrigt"),)), ((cell, ()),))
    chapter = Section("a", (Text("Tabell"),), 1, blocks=(table,))
    document = replace(sample.document(), sections=(chapter,), contents=None, signatures=None)
    pdf, layout = set_pages(document, sample.PROFILE)
    assert pdf_text.words(pdf) == plain.words(document)
    assert layout.page_count == 3
    assert all("Kolumn" in page for page in pages(pdf)[1:])
    assert sum(page.count("Lång cell") for page in pages(pdf)) == 60
