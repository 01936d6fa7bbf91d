"""Small files that were read wrongly once, each one of a kind, and what they say."""

from pathlib import Path

import pytest
from tests.compared import compare_sections
from tests.read import read_docx, read_markdown_document, read_pdf, read_plain_text

from avtalsgen.model import plain, walk
from avtalsgen.model.nodes import Document, List

CASES = Path(__file__).parent / "cases"


def _read(case: str, name: str) -> Document:
    file = CASES / case / name
    data = file.read_bytes()
    match file.suffix:
        case ".docx":
            reading = read_docx(data, name)
        case ".pdf":
            reading = read_pdf(data, name)
        case ".md":
            reading = read_markdown_document(data.decode(), name)
        case _:
            reading = read_plain_text(data.decode(), name)
    assert not reading.problems
    return reading.document


def _outline(document: Document) -> list[tuple[str, str, int]]:
    return [(s.number, plain.text(s.heading), s.level) for s in walk.sections(document)]


def _said(document: Document) -> list[str]:
    blocks = (block for section in walk.sections(document) for block in section.blocks)
    return [plain.text(run) for block in blocks for run in walk.runs(block)]


def _lists(document: Document) -> list[List]:
    blocks = (block for section in walk.sections(document) for block in section.blocks)
    return [block for block in blocks if isinstance(block, List)]


@pytest.mark.parametrize(
    ("case", "one", "other"),
    [
        ("empty-headings", "old.docx", "new.docx"),
        ("pdf-headings-in-layout-tables", "a.docx", "a.pdf"),
        ("pdf-order-of-tags", "a.pdf", "right.pdf"),
        ("txt-markdown-marks", "old.txt", "new.txt"),
        ("txt-page-edge-in-a-sentence", "old.txt", "new.txt"),
        ("txt-signatures-in-columns", "old.txt", "new.txt"),
        ("typed-list-pdf", "a.docx", "a.pdf"),
    ],
)
def test_two_forms_of_one_text_are_one(case: str, one: str, other: str) -> None:
    assert compare_sections(_read(case, one), _read(case, other), paged=False).same


@pytest.mark.parametrize(
    ("case", "name", "outline"),
    [
        ("bold-amounts", "a.docx", [("4.", "Priser", 1)]),
        (
            "bold-heading-and-break",
            "a.docx",
            [
                ("", "Nämndens ansvar", 1),
                ("§ 1", "Uppgifter", 2),
                ("§ 2", "Delegering", 2),
                ("§ 3", "Rapportering", 2),
            ],
        ),
        (
            "bold-heading-and-break",
            "a.md",
            [("", "Nämndens ansvar", 1), ("§ 1", "Uppgifter", 2), ("§ 2", "Delegering", 2)],
        ),
        (
            "lettered-paragraph-sign",
            "a.docx",
            [
                ("", "Uppgifter", 1),
                ("17 §", "", 2),
                ("17 a §", "", 2),
                ("17 b §", "Samråd", 2),
                ("§ 18 a", "Rapport", 2),
            ],
        ),
        (
            "lettered-paragraph-sign",
            "a.md",
            [("", "Uppgifter", 1), ("17 §", "", 2), ("17 a §", "", 2), ("17 b §", "Samråd", 2)],
        ),
        (
            "lettered-paragraph-sign",
            "a.txt",
            [
                ("", "Uppgifter", 1),
                ("17 §", "", 2),
                ("17 a §", "", 2),
                ("17 b §", "Samråd", 2),
                ("18 §", "", 2),
            ],
        ),
        (
            "sentences-in-heading-style",
            "a.docx",
            [("1", "Kontraktstid", 1), ("1.1", "", 2), ("1.2", "", 2)],
        ),
        (
            "typed-number-without-space",
            "a.docx",
            [("3.1", "Bakgrund", 1), ("3.2", "Typ av insats", 1)],
        ),
        (
            "unused-level",
            "a.docx",
            [
                ("1", "Uppdraget", 1),
                ("2", "Bemanning", 1),
                ("2.1.1", "Byte av personal", 2),
                ("2.3", "Fakturor", 2),
                ("2.4", "Rapporter", 2),
            ],
        ),
        (
            "pdf-headings-in-layout-tables",
            "a.pdf",
            [("1.", "Inbjudan", 1), ("1.1", "Om uppdraget", 2), ("1.2", "Avtalstid", 2)],
        ),
    ],
)
def test_sections_are_those_that_a_person_sees(
    case: str, name: str, outline: list[tuple[str, str, int]]
) -> None:
    assert _outline(_read(case, name)) == outline


def test_a_bold_amount_is_text() -> None:
    assert {"1 250 SEK", "1250 kr/timme", "2027-03-01"} <= set(
        _said(_read("bold-amounts", "a.docx"))
    )


def test_a_sentence_in_the_style_of_a_heading_is_the_text_of_its_number() -> None:
    first, second = _said(_read("sentences-in-heading-style", "a.docx"))
    assert first.startswith("Avtalet gäller från den 1 mars 2027")
    assert second == "Parterna träffas varje kvartal för att följa upp uppdraget."


@pytest.mark.parametrize(
    ("case", "name", "items"),
    [
        ("typed-list-word", "old.docx", 3),
        ("typed-list-word", "new.docx", 2),
        ("typed-list-pdf", "a.docx", 3),
        ("typed-list-pdf", "a.pdf", 3),
    ],
)
def test_grounds_with_letters_are_items_that_keep_them(case: str, name: str, items: int) -> None:
    (grounds,) = _lists(_read(case, name))
    assert (len(grounds.items), grounds.ordered, grounds.letters) == (items, True, True)


@pytest.mark.parametrize(
    ("case", "form", "words"),
    [
        ("pdf-rotated-page", "pdf", "Dygnspris 2 {} kronor för plats B."),
        ("pdf-untagged-paragraph", "pdf", "Ersättningen är {} kronor per år."),
    ],
)
def test_what_differs_on_the_page_differs_in_what_is_read(case: str, form: str, words: str) -> None:
    values = {
        "pdf-rotated-page": ("480", "990"),
        "pdf-untagged-paragraph": ("4 100 000", "9 900 000"),
    }
    for name, value in zip(("old", "new"), values[case], strict=True):
        assert words.format(value) in _said(_read(case, f"{name}.{form}"))


def test_a_page_edge_in_a_sentence_hides_no_word() -> None:
    old, new = (_said(_read("txt-page-edge-one-word", f"{name}.txt")) for name in ("old", "new"))
    assert [text.replace("underlåtelse", "underlåtenhet") for text in new] == old
    assert new != old


def test_a_file_that_only_its_owner_has_locked_is_read() -> None:
    assert len(_outline(_read("pdf-owner-password", "a.pdf"))) == 4


def test_a_comment_is_beside_the_text() -> None:
    old, new = (_read("comment", f"{name}.docx") for name in ("old", "new"))
    assert old.sections == new.sections
    (comment,) = new.asides
    assert (comment.part, comment.name) == ("comment", "1 Granskare")
