"""Characters that programs swap are one remark of the whole, whatever else differs."""

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from tests.read import read_plain_text
from tests.strategies import documents

from avtalsgen.compare.normal_form import alike, letter_remarks
from avtalsgen.model import plain
from avtalsgen.model.nodes import Document, Gap, Paragraph, Strong, Text

TEXT = (
    "1 Hyra\n\nHyran är 3\u00a0900 kronor enligt ”bilaga 2”, och den betalas den 1\u00a0april.\n\n"
    "2 Plats\n\nFråga enhet\u00a07 om plats\u00a012 för barn på Åsgården.\n"
)


def _read(text: str) -> Document:
    return read_plain_text(text, "avtal.txt").document


@pytest.mark.parametrize(
    ("changed", "remark"),
    [
        (TEXT.replace("\u00a0", " "), "4 hårda mellanslag är vanliga"),
        (TEXT.replace("1\u00a0april", "1 april"), "1 hårt mellanslag är ett vanligt"),
        (TEXT.replace("”", '"'), "2 typografiska citattecken är raka"),
        (TEXT.replace("om plats", "om\u202fplats"), "1 vanligt mellanslag är hårt"),
        (TEXT.replace(", och", ",  och"), "1 enkelt mellanslag är dubbelt"),
    ],
)
def test_one_habit_is_one_remark(changed: str, remark: str) -> None:
    pair = alike(_read(TEXT), _read(changed))
    assert pair.remarks == (remark,)
    assert list(plain.lines(pair.old)) == list(plain.lines(pair.new))


def test_two_habits_are_two_remarks() -> None:
    changed = TEXT.replace("\u00a0", " ").replace("”", '"')
    assert len(alike(_read(TEXT), _read(changed)).remarks) == 2


def test_words_that_differ_stay_different() -> None:
    pair = alike(_read(TEXT), _read(TEXT.replace("\u00a0", " ").replace("3 900", "4 100")))
    assert "4 100" in " ".join(plain.lines(pair.new))
    assert "3 900" in " ".join(plain.lines(pair.old))
    assert pair.remarks == ("2 hårda mellanslag är vanliga",)


def test_double_spaces_are_no_change_among_other_words() -> None:
    old = "1 Tid\n\nAvtalet gäller tre år.  Det löper sedan på ett år.\n\n"
    pair = alike(_read(old), _read(old.replace(".  Det", ". Det").replace("ett år", "två år")))
    before, after = ("\n".join(plain.lines(each)) for each in (pair.old, pair.new))
    assert before.replace("ett år", "två år") == after


def test_two_spaces_of_which_one_is_bold_are_double() -> None:
    document = _read(TEXT)
    old, new = (
        replace(document, sections=(replace(document.sections[0], blocks=(Paragraph(words),)),))
        for words in (
            (Text("Tiden är "), Strong((Text(" tre"),)), Text(" år.")),
            (Text("Tiden är "), Strong((Text("tre"),)), Text(" år.")),
        )
    )
    pair = alike(old, new)
    assert pair.old == pair.new
    assert pair.remarks == ("1 dubbelt mellanslag är enkelt",)


def test_letters_in_two_parts_are_read_as_one() -> None:
    assert list(plain.lines(_read(unicodedata.normalize("NFD", TEXT)))) == list(
        plain.lines(_read(TEXT))
    )


@given(documents())
def test_a_document_is_alike_itself(document: Document) -> None:
    pair = alike(document, document)
    assert (pair.old, pair.new, pair.remarks) == (document, document, ())


def test_the_space_after_a_blank_stays_where_double_spaces_go() -> None:
    sides = _read(TEXT), _read(TEXT.replace(", och", ",  och"))
    (section, *others) = sides[0].sections
    blank = Gap("." * 24, "fält", "inte känt")
    content = (Text("Fråga "), blank, Text(" om plats."))
    with_blank = replace(section, blocks=(*section.blocks, Paragraph(content)))
    pair = alike(replace(sides[0], sections=(with_blank, *others)), sides[1])
    assert f"Fråga {blank.text} om plats." in list(plain.lines(pair.old))


def test_a_habit_that_readers_fold_away_is_told_by_which_side_has_it() -> None:
    whole, parted = (unicodedata.normalize(form, "Råd på ö").encode() for form in ("NFC", "NFD"))
    assert letter_remarks(parted, whole) == ("3 tecken i två delar är hela",)
    assert letter_remarks(whole, parted) == ("3 hela tecken är i två delar",)
    soft = "verk\u00adsamhet".encode()
    assert letter_remarks(soft, b"verksamhet") == ("1 mjukt bindestreck är borta",)
    assert letter_remarks(b"verksamhet", soft) == ("1 mjukt bindestreck har kommit till",)
    assert letter_remarks(parted, parted) == ()
