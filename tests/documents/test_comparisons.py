"""Agreements that people have, compared in whatever form they have them."""

import io
import zipfile

import pytest
from lxml import etree
from tests.compare.test_real_agreements import LIVES_ON
from tests.compared import compare_sections
from tests.documents.every import AGREEMENTS, NAMES, document, written
from tests.documents.unlike_forms import FORMS, NEW, OLD, read, styled, text_of
from tests.read import read_docx, read_markdown_document, read_pdf, read_plain_text

from avtalsgen.model.comparison import Comparison
from avtalsgen.model.nodes import Document
from avtalsgen.redline import word_redline

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def differences(found: Comparison) -> list[object]:
    """Return what differs, for a failing test to show."""
    return [
        (pair.part, pair.status, pair.moved, pair.old, pair.new, pair.changes)
        for pair in found.sections
        if pair.differs
    ]


@pytest.mark.parametrize("name", AGREEMENTS)
def test_unlike_formats_of_an_agreement_of_ours_show_no_change(name: str) -> None:
    made = written(name)
    word = read_docx(made["docx"], "a.docx", "accept").document
    pdf = read_pdf(made["pdf"], "a.pdf").document
    markdown = read_markdown_document(made["md"].decode(), "a.md").document
    typed = read_plain_text(made["txt"].decode(), "a.txt").document
    assert differences(compare_sections(document(name), word)) == []
    assert differences(compare_sections(word, pdf)) == []
    for old, new in ((document(name), markdown), (pdf, typed), (word, markdown), (typed, markdown)):
        assert differences(compare_sections(old, new, paged=False)) == []


@pytest.mark.parametrize("name", sorted(set(NAMES) - set(AGREEMENTS)))
def test_a_letter_of_ours_is_in_word_what_it_was(name: str) -> None:
    there = read_docx(written(name)["docx"], "a.docx", "accept").document
    assert differences(compare_sections(document(name), there)) == []


def lives_on(old: Document, new: Document) -> dict[str, tuple[str, bool]]:
    return {
        pair.old.heading.casefold(): (pair.new.heading.casefold(), pair.moved)
        for pair in compare_sections(old, new).sections
        if pair.part == "body" and pair.old and pair.new and pair.old.heading
    }


@pytest.mark.parametrize("form", FORMS)
def test_each_clause_of_2019_that_lives_on_is_found_in_every_form(form: str) -> None:
    assert lives_on(read(form, OLD), read(form, NEW)) == LIVES_ON


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("untagged PDF of plain", "styled Word"),
        ("tagged PDF of styled", "text"),
        ("text", "untagged PDF of styled"),
        ("plain Word", "tagged PDF of plain"),
        ("styled Word", "plain Word"),
    ],
)
def test_each_clause_that_lives_on_is_found_across_forms(before: str, after: str) -> None:
    assert lives_on(read(before, OLD), read(after, NEW)) == LIVES_ON


@pytest.mark.parametrize("name", [OLD, NEW])
@pytest.mark.parametrize(
    "form", ["styled Word", "plain Word", "tagged PDF of plain", "tagged PDF of styled"]
)
def test_unlike_forms_of_one_agreement_show_no_change(name: str, form: str) -> None:
    assert differences(compare_sections(read("text", name), read(form, name), paged=False)) == []


def test_nine_tenths_of_barnkonventionen_is_kept_or_moved_in_word() -> None:
    """The clause went from chapter 2.3 to chapter 6, from one paragraph to three."""
    told = text_of(OLD).rpartition("Barnkonventionen\n")[2].partition("Systematiskt milj")[0]
    clause = [row for row in told.split("\n") if row.strip()]
    marked = word_redline(styled(OLD), styled(NEW)).docx
    with zipfile.ZipFile(io.BytesIO(marked)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    kept = gone = 0
    for paragraph in root.iter(W + "p"):
        was = [each for each in paragraph.iter(W + "t", W + "delText") if not _is_new(each)]
        text = "".join(each.text or "" for each in was).strip()
        if text and any(text in row for row in clause):
            lengths = [(each.tag == W + "delText", len(each.text or "")) for each in was]
            gone += sum(length for is_gone, length in lengths if is_gone)
            kept += sum(length for is_gone, length in lengths if not is_gone)
    whole = sum(map(len, clause))
    assert kept + gone >= 0.95 * whole
    assert kept >= 0.9 * whole


def _is_new(element: etree._Element) -> bool:
    return any(above.tag in (W + "ins", W + "moveTo") for above in element.iterancestors())
