"""Every writer is a writer of redlines: what came and went is told apart without colour."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from tests import pdf_validator
from tests.cases import check_golden
from tests.redline_battery import REDLINE
from tests.redline_strategies import redlines
from tests.writers import page_reader

from avtalsgen.model.marks import settled
from avtalsgen.model.nodes import Document
from avtalsgen.model.profile import Profile
from avtalsgen.readers.pdf.ours import printed_text as pdf_text
from avtalsgen.writers import WRITERS
from avtalsgen.writers.pdf import set_pages
from avtalsgen.writers.render import Render

PROFILE = Profile("Provkommunen")
RENDER = Render(PROFILE)
DOCUMENT = REDLINE.document


def written(name: str, document: Document = DOCUMENT) -> str:
    """Return `document` in a format that is text."""
    return WRITERS[name].write(document, RENDER).decode()


@pytest.mark.parametrize("name", ["txt", "md"])
def test_the_redline_reads_as_it_should(name: str, rewrite: bool) -> None:
    golden = Path(__file__).parent / "golden" / f"redline.{name}"
    check_golden(golden, written(name), rewrite=rewrite)


def test_text_has_brackets_round_what_came_and_went() -> None:
    assert "en sak [-bör-]{+ska+} göras." in written("txt")


def test_markdown_has_elements_round_what_came_and_went() -> None:
    assert "- en sak <del>bör</del><ins>ska</ins> göras." in written("md")


def test_markdown_inside_a_mark_is_whole() -> None:
    assert "**skriftligt**<ins> **och i god tid**</ins>" in written("md")


def test_the_page_says_aloud_what_came_and_went() -> None:
    page = page_reader.parse(written("html").encode())
    said = re.sub(r"\s+", " ", page.text())
    assert "en sak borttaget: bör slut på borttaget tillagt: ska slut på tillagt göras." in said


def test_what_moved_links_to_its_other_place() -> None:
    page = page_reader.parse(written("html").encode())
    links = {
        link.attributes["href"]: link.text()
        for part in page.all("p")
        if part.attributes.get("class", "").startswith("moved")
        for link in part.all("a")
    }
    assert links["#barn"] == "avsnitt\u00a03.0"


def test_the_page_of_an_ordinary_document_has_no_style_for_marks() -> None:
    assert "moved-from" in written("html")
    assert "moved-from" not in written(
        "html", Document(DOCUMENT.identity, REDLINE.old_frame.cover, ())
    )


@given(redlines())
@settings(max_examples=40)
def test_every_page_is_whole(document: Document) -> None:
    page = page_reader.parse(written("html", document).encode())
    ids = [each.attributes["id"] for each in page.all() if "id" in each.attributes]
    assert len(set(ids)) == len(ids)
    for link in page.one("main").all("a"):
        href = link.attributes["href"]
        assert not href.startswith("#") or href[1:] in ids or href == "#ankare"


@given(redlines())
@settings(max_examples=40)
def test_text_and_markdown_print_any_redline(document: Document) -> None:
    for name in ("txt", "md"):
        assert written(name, document) == written(name, settled(document))


@given(redlines())
@settings(max_examples=8, deadline=None)
def test_every_redline_can_be_set_in_pages(document: Document) -> None:
    pdf, layout = set_pages(document, PROFILE, to_sign=False)
    assert pdf.startswith(b"%PDF")
    assert layout.page_count


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return set_pages(DOCUMENT, PROFILE, to_sign=False)[0]


def test_a_printed_redline_is_fit_for_the_archive_and_for_everybody(pdf: bytes) -> None:
    assert pdf_validator.breaches(pdf) == []


def test_the_margin_says_once_where_text_went_and_came_from(pdf: bytes) -> None:
    words = " ".join(pdf_text.words(pdf))
    assert len(re.findall("Flyttat till avsnitt 3.0", words)) == 1
    assert words.count("Flyttat från") == 1
