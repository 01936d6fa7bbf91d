"""Plain text: the same document whoever broke its rows, and every word in one of its parts."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.documents.every import AGREEMENTS, document, written
from tests.read import read_plain_text
from tests.readers.layers import OUTLINE, TEXT, in_pages, wrapped

from avtalsgen.model import plain, walk
from avtalsgen.model.nodes import Document, List, Paragraph


def _read(text: str) -> Document:
    return read_plain_text(text, "avtal.txt").document


def _outline(found: Document) -> tuple[tuple[str, str, int], ...]:
    return tuple((s.number, plain.text(s.heading), s.level) for s in walk.sections(found))


def _said(found: Document) -> list[str]:
    return [plain.text(run) for s in walk.sections(found) for b in s.blocks for run in walk.runs(b)]


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def test_a_typed_agreement_has_a_cover_contents_and_sections() -> None:
    found = _read(TEXT)
    assert plain.text(found.cover.title) == "Stöd i hemmet"
    rows = [(row.label, plain.text(row.content)) for row in found.cover.rows]
    assert rows == [("Diarienummer", "SON 2030-12"), ("Datum", "2030-03-01")]
    assert found.contents is not None
    assert _outline(found) == OUTLINE


def test_items_with_bullets_are_a_list() -> None:
    requirements = next(s for s in walk.sections(_read(TEXT)) if s.number == "2.0")
    assert [type(block) for block in requirements.blocks] == [Paragraph, List, Paragraph]


@given(st.integers(45, 110))
def test_wrapped_rows_are_the_paragraphs_they_were(width: int) -> None:
    assert _said(_read(wrapped(width))) == _said(_read(TEXT))
    assert _outline(_read(wrapped(width))) == OUTLINE


@given(st.integers(60, 100), st.integers(12, 40), st.booleans())
def test_pages_break_no_sentence(width: int, rows: int, feeds: bool) -> None:
    found = _read(in_pages(wrapped(width), rows, feeds=feeds))
    assert " ".join(_said(found)) == " ".join(_said(_read(TEXT)))
    assert all(text.endswith((".", ":")) for text in _said(found)[-3:])
    assert _outline(found) == OUTLINE
    assert (found.running.left, found.running.right) == ("Exempels kommun", "Dnr SON 2030-12")


def test_a_page_number_in_the_middle_of_a_sentence_is_taken_out() -> None:
    text = "Avtalets del {0} fortsätter på {1}nästa sida och slutar där."
    pages = [text.format(number, f"{number} (9) ") for number in (3, 4, 5)]
    whole = [text.format(number, "") for number in (3, 4, 5)]
    assert _said(_read("\n\n".join(pages))) == whole


def test_a_number_in_words_and_digits_is_no_page_number() -> None:
    text = "Avtalet är upprättat i två 2 (2) exemplar, och tiden är tre 3 (3) månader från dagen."
    assert _said(_read(text)) == [text]


def test_addresses_repeated_at_the_foot_of_a_page_are_set_aside() -> None:
    addresses = ("www.exempel.se/ett", "www.exempel.se/tva")
    pages = [f"Rutinen finns på {each} och gäller alla.\n\n{each}" for each in addresses]
    found = _read("\f".join(pages))
    assert [text.count("www") for text in _said(found)] == [1, 1]
    assert len(found.asides) == 2


def test_bullets_from_word_are_bullets() -> None:
    found = _read("Krav på verksamheten\n\n\uf0b7 samtal\n\uf0b7 stöd\n")
    assert _said(found)[-2:] == ["samtal", "stöd"]
    assert "\uf0b7" not in "".join(plain.lines(found))


def test_bullets_in_rows_of_their_own_belong_to_the_items_after_them() -> None:
    text = "Verksamheten ska erbjuda:\n\n•\n\n•\n\nsamtal med den enskilde\n\nstöd i vardagen\n"
    (section,) = _read(text).sections
    assert isinstance(section.blocks[-1], List)
    assert _said(_read(text))[-2:] == ["samtal med den enskilde", "stöd i vardagen"]


@pytest.mark.parametrize("count", range(272, 280))
def test_a_long_paragraph_behind_the_contents_is_text_whatever_stands_far_into_it(
    count: int,
) -> None:
    said = f"Nämnden {'x' * (count - 9)} omfattar 12 årsarbetare i huset och fler utanför det."
    listed = "Stöd\n\nInnehåll\n\n1. UPPDRAGET\t3\n2. TID\t3\n\n1. UPPDRAGET\n\n"
    found = _read(f"{listed}{said}\n\n2. TID\n\nTills vidare.\n")
    assert said in _said(found)
    assert _outline(found) == (("1.", "UPPDRAGET", 1), ("2.", "TID", 1))


def test_a_contents_torn_into_columns_is_no_text() -> None:
    torn = re.sub(r"(?m)^([\d.]*)\t(.+)\t(\d)$", r"\1\n\n\2 \3", TEXT)
    assert _said(_read(torn)) == _said(_read(TEXT))
    assert _outline(_read(torn)) == OUTLINE


def test_what_no_document_can_hold_is_told_of() -> None:
    reading = read_plain_text("Ett avtal\x07 om stöd.\nTvå\ue000.", "a.txt")
    assert [(p.code, str(p.origin)) for p in reading.problems] == [
        ("TX01", "a.txt:1:10"),
        ("TX01", "a.txt:2:4"),
    ]


def test_letters_in_two_characters_are_one() -> None:
    assert _said(_read("A\u030a och o\u0308 ska vara en bokstav."))[0].startswith("Å och ö")


@given(st.text(st.sampled_from("aÅ1.-•\t \n\f()\uf0b7\u00ad─═§,:"), max_size=200))
def test_any_text_is_read_and_no_word_lost(text: str) -> None:
    found = _read(text)
    kept = "".join((*plain.lines(found), repr(found.asides), repr(found.running)))
    for letter in "aÅ":
        # What stands at the head of every page is kept once.
        once = found.contents is not None or letter in repr((found.running, found.asides))
        assert once or kept.count(letter) >= text.count(letter) > 0 or not text.count(letter)


@pytest.mark.parametrize("name", AGREEMENTS)
def test_our_own_text_has_the_same_sections(name: str) -> None:
    expected, found = document(name), _read(written(name)["txt"].decode())
    headed = [entry[:2] for entry in _outline(expected) if entry[1]]
    assert [entry[:2] for entry in _outline(found) if entry[1]] == headed
    assert _words(" ".join(_said(found))) == _words(" ".join(_said(expected)))


def test_a_heading_stands_below_an_amount_out_of_a_table() -> None:
    rows = (
        "Policy\n1 Mat\nMaten ska vara enkel.\nMiddag\n500 kronor\n2 Jäv\nDen som är jävig går ut."
    )
    assert ("2", "Jäv") in [(number, heading) for number, heading, _ in _outline(_read(rows))]


@pytest.mark.parametrize("number", ["2 ", ""])
def test_a_heading_stands_above_a_few_words_that_lead_to_a_list(number: str) -> None:
    rows = (
        "Föreskrifter för städning",
        f"{'1 ' if number else ''}Allmänt",
        "Kommunen upphandlar städning av skolor under fyra år.",
        f"{number}Krav på anbudsgivaren",
        "Anbudsgivaren ska ha:",
        "  • tre referenser",
        "  • ett system för kvalitet",
    )
    found = _outline(_read("\n".join(rows)))
    assert (number.strip(), "Krav på anbudsgivaren") in [(n, heading) for n, heading, _ in found]
