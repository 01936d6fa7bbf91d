"""How people type lists, numbers and headings in Word: each way is what a reader sees."""

from collections.abc import Callable
from io import BytesIO

import docx
import pytest
from docx.document import Document as WordFile
from tests.read import read_docx

from avtalsgen.model import plain, walk
from avtalsgen.model.nodes import Document, List

_SAID = "Leverantören ska utföra uppdraget enligt avtalet och de bilagor som hör till det."


def _read(write: Callable[[WordFile], None]) -> Document:
    word, data = docx.Document(), BytesIO()
    write(word)
    word.save(data)
    return read_docx(data.getvalue(), "avtal.docx").document


def _outline(document: Document) -> list[tuple[str, str]]:
    return [(each.number, plain.text(each.heading)) for each in walk.sections(document)]


def _items(document: Document) -> list[str]:
    blocks = (block for section in walk.sections(document) for block in section.blocks)
    lists = [block for block in blocks if isinstance(block, List)]
    return [plain.text(run) for block in lists for run in walk.runs(block)]


@pytest.mark.parametrize("sign", ["{})", "({})", "{}.", "{}) ", "{})\t"])
@pytest.mark.parametrize("counted", ["ab", "12"])
def test_signs_that_count_make_items(sign: str, counted: str) -> None:
    def write(word: WordFile) -> None:
        word.add_heading("Uppsägning", 1)
        word.add_paragraph("Kommunen får säga upp avtalet om:")
        for each, text in zip(counted, ("tillståndet upphör", "avtalet bryts"), strict=True):
            glued = sign == "{})" and counted == "ab"
            word.add_paragraph(sign.format(each) + ("" if glued else " ") + text)

    assert _items(_read(write)) == ["tillståndet upphör", "avtalet bryts"]


@pytest.mark.parametrize("signs", [("a) ", "b) "), ("1. ", "2. "), ("- ", "- "), ("(a) ", "(b) ")])
@pytest.mark.parametrize("lead", ["Kommunen får säga upp avtalet om:", ""])
def test_a_list_broken_by_hand_in_one_paragraph_is_a_list(
    signs: tuple[str, str], lead: str
) -> None:
    def write(word: WordFile) -> None:
        word.add_heading("Uppsägning", 1)
        paragraph = word.add_paragraph(lead)
        for sign, text in zip(signs, ("tillståndet upphör", "avtalet bryts"), strict=True):
            if paragraph.text:
                paragraph.add_run().add_break()
            paragraph.add_run(sign + text)

    assert _items(_read(write)) == ["tillståndet upphör", "avtalet bryts"]


@pytest.mark.parametrize(
    "number", ["17 a §", "17a §", "§ 17 a", "§ 17a", "§17 a", "17 A §", "17\u00a0a\u00a0§"]
)
def test_a_paragraph_put_in_has_its_letter(number: str) -> None:
    def write(word: WordFile) -> None:
        word.add_heading("Uppgifter", 1)
        for text in ("16 §", _SAID, number, _SAID, "18 §", _SAID):
            word.add_paragraph(text)

    assert [number for number, _ in _outline(_read(write))[1:]] == ["16 §", number, "18 §"]


@pytest.mark.parametrize(
    ("written", "number", "words"),
    [
        ("3.2Typ av insats", "3.2", "Typ av insats"),
        ("3.10Typ av insats", "3.10", "Typ av insats"),
        ("3.2.1Typ av insats", "3.2.1", "Typ av insats"),
        ("3.2ÖVRIGT", "3.2", "ÖVRIGT"),
        ("3.2\u00a0Typ av insats", "3.2", "Typ av insats"),
        ("4.Typ av insats", "4.", "Typ av insats"),
        ("§4Typ av insats", "§4", "Typ av insats"),
        ("§ 4 B Typ av insats", "§ 4 B", "Typ av insats"),
    ],
)
def test_a_number_typed_close_to_its_heading_is_its_number(
    written: str, number: str, words: str
) -> None:
    def write(word: WordFile) -> None:
        for heading in ("3.1 Bakgrund", written):
            word.add_heading(heading, 1)
            word.add_paragraph(_SAID)

    assert _outline(_read(write)) == [("3.1", "Bakgrund"), (number, words)]


@pytest.mark.parametrize(
    ("written", "is_heading"),
    [
        ("Avtalet gäller från den 1 mars 2027 till och med den 28 februari 2030.", False),
        ("Parterna är överens om följande villkor:", False),
        ("Kommunen betalar för varje dygn som har beslutats;", False),
        ("Får leverantören anlita en underleverantör?", True),
        ("Allmänt m.m.", True),
        ("Leverantören ska:", True),
    ],
)
def test_a_sentence_in_the_style_of_a_heading_is_text(written: str, is_heading: bool) -> None:
    def write(word: WordFile) -> None:
        word.add_heading("Tid", 1)
        word.add_heading(written, 2)
        word.add_paragraph(_SAID)

    assert (("", written) in _outline(_read(write))) is is_heading


@pytest.mark.parametrize("empty", ["", " ", "\u00a0", "\t", "\u200b", "___", "."])
def test_a_heading_that_says_nothing_is_no_section(empty: str) -> None:
    def write(word: WordFile) -> None:
        for heading in ("Tid", empty, "Pris"):
            word.add_heading(heading, 1)
            word.add_paragraph(_SAID)

    assert _outline(_read(write)) == [("", "Tid"), ("", "Pris")]


@pytest.mark.parametrize(
    ("lead", "number"),
    [
        *(
            ("4.1 Tider", "4.1"),
            ("§ 4.1 Tider", "§ 4.1"),
            ("4.1. Tider", "4.1."),
            ("4 § Tid", "4 §"),
        ),
        *(("4 a § Tid", "4 a §"), ("4.1\tTider", "4.1"), ("1 250 kronor", ""), ("2027-03-01", "")),
        *(("den 1 mars 2027", ""), ("31 dagar", "")),
    ],
)
def test_a_bold_lead_with_a_number_is_a_heading_and_an_amount_is_not(
    lead: str, number: str
) -> None:
    def write(word: WordFile) -> None:
        word.add_heading("Avtal", 1)
        paragraph = word.add_paragraph()
        run = paragraph.add_run(lead)
        run.bold = True
        run.add_break()
        paragraph.add_run(_SAID)

    assert [each for each, _ in _outline(_read(write))[1:]] == ([number] if number else [])
