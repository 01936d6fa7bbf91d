"""Links in a redline: PDF/UA lets words have one line, and the mark of a change is the one."""

from dataclasses import replace

import pytest
from tests import pdf_validator, sample
from tests.writers.pdf.test_pdf_letterhead import letter

from avtalsgen.model.nodes import (
    Deleted,
    Document,
    Inline,
    Inserted,
    Link,
    Paragraph,
    Revision,
    Section,
    Text,
)
from avtalsgen.writers.pdf import set_pages

WORDS = (Text("kommunens webbplats"),)
ADDRESS = "https://www.linkoping.se/"
LINKS: dict[str, Inline] = {
    "in words that came": Inserted((Link(WORDS, ADDRESS),)),
    "in words that went": Deleted((Link(WORDS, ADDRESS),)),
    "around words that came": Link((Inserted(WORDS),), ADDRESS),
    "around words that went": Link((Deleted(WORDS), Text(" i dag")), ADDRESS),
}


def _document(*content: Inline, revision: Revision | None = None) -> Document:
    block = Paragraph((Text("Läs mer på "), *content), revision=revision)
    section = Section("lank", (Text("Länk"),), 1, "1", (block,))
    return replace(letter(), sections=(section,), signatures=None)


@pytest.mark.parametrize("where", LINKS)
def test_a_link_beside_a_mark_can_be_read_by_everyone(where: str) -> None:
    pdf, _ = set_pages(_document(LINKS[where]), sample.PROFILE, to_sign=False)
    assert pdf_validator.breaches(pdf) == []


@pytest.mark.parametrize("kind", ["inserted", "deleted"])
def test_a_link_that_moved_can_be_read_by_everyone(kind: str) -> None:
    moved = Revision(kind, move="m1")  # type: ignore[arg-type]
    document = _document(Link(WORDS, ADDRESS), revision=moved)
    pdf, _ = set_pages(document, sample.PROFILE, to_sign=False)
    assert pdf_validator.breaches(pdf) == []


@pytest.mark.parametrize(("kind", "mark"), [("inserted", Inserted), ("deleted", Deleted)])
def test_a_word_that_did_not_come_along_can_be_read_by_everyone(
    kind: str, mark: type[Inserted | Deleted]
) -> None:
    moved = Revision(kind, move="m1")  # type: ignore[arg-type]
    document = _document(mark(WORDS), revision=moved)
    pdf, _ = set_pages(document, sample.PROFILE, to_sign=False)
    assert pdf_validator.breaches(pdf) == []
