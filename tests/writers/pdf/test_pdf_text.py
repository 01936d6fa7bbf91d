"""Text that is code, that no font has, or that is wider than the page."""

from dataclasses import replace

import pytest
from tests import pdf_validator, sample
from tests.writers.pdf.printed import outside_margins, pages

from avtalsgen.model import nodes as n
from avtalsgen.model import plain
from avtalsgen.problems import AvtalsgenError, Exit, Problem
from avtalsgen.readers.pdf.ours import printed_text as pdf_text
from avtalsgen.source import Origin
from avtalsgen.writers.pdf import set_pages
from avtalsgen.writers.pdf.inlines import inlines

CODE = (
    '#eval("1")',
    "#read(sys.inputs.data)",
    "$x^2$",
    "<layout>",
    "<avsnitt:a>",
    "@avsnitt:a",
    r"\u{2603}",
    "*/ // /*",
    "*fet* _kursiv_ `kod`",
    "= Rubrik",
    "- punkt",
    "\"citat\" 'citat'",
    "-- --- ... ~",
    r"\ \n \\",
    "https://exempel.se",
    "#{}[]()",
    "]] #[ {{ }} {% %}",
)


def _document(*content: n.Inline | str) -> n.Document:
    text = tuple(n.Text(part) if isinstance(part, str) else part for part in content)
    section = n.Section("a", (n.Text("Rubrik"),), 1, "1", (n.Paragraph(text),))
    return replace(sample.document(), sections=(section,), signatures=None)


def _problem(document: n.Document) -> Problem:
    with pytest.raises(AvtalsgenError) as caught:
        set_pages(document, sample.PROFILE)
    (problem,) = caught.value.problems
    return problem


@pytest.mark.parametrize("code", CODE)
def test_code_is_printed_as_it_stands_everywhere(code: str) -> None:
    text = (n.Text(code),)
    document = _document(*text)
    (section,) = document.sections
    table = n.Table((text,), ((text,),))
    document = replace(
        document,
        identity=replace(document.identity, title=code, author=code, subject=code, dnr=code),
        cover=replace(document.cover, kicker=code, title=text, rows=(n.CoverRow(code, text),)),
        sections=(replace(section, heading=text, number=code, blocks=(*section.blocks, table)),),
        running=n.Running(code, code, code),
    )
    pdf, _ = set_pages(document, sample.PROFILE)
    assert pdf_text.words(pdf) == plain.words(document)
    assert pdf_validator.breaches(pdf) == []
    assert pages(pdf)[2].count(code) >= 3


@pytest.mark.parametrize("word", ["a" * 400, "https://exempel.se/" + "mapp" * 60, "." * 200])
def test_a_word_wider_than_the_page_is_broken(word: str) -> None:
    pdf, _ = set_pages(_document("före ", word, " efter ", n.Value(word, "x")), sample.PROFILE)
    assert outside_margins(pdf) == []
    assert pdf_text.words(pdf)[-4:] == ["före", word, "efter", word]


def test_a_long_address_is_parted_after_a_slash() -> None:
    address = "www.exempel.se/kommun-och-politik/fakta/regler-och-styrande-dokument"
    steps = ["www.exempel.se/", "kommun-och-politik/", "fakta/", "regler-och-styrande-dokument"]
    assert inlines((n.Text(f"se {address}"),)) == ["se ", ["long", steps]]
    assert inlines((n.Text("mapp/" + "o" * 60),)) == [["long", ["mapp/", *"o" * 60]]]


@pytest.mark.parametrize("word", ["Överenskommelsedokumentation", "o" * 60])
def test_a_long_word_has_room_wherever_it_stands(word: str) -> None:
    text = (n.Text(word[:20]), n.Strong((n.Text(word[20:]),)))
    table = n.Table((text, text, text), ((text, text, text),))
    deep = n.Paragraph(text), n.List((n.ListItem((n.Paragraph(text),)),))
    party = n.Signatory("x", word, text, (word,), text, text)
    section = n.Section("a", text, 1, "1", (table, n.List((n.ListItem(deep),), ordered=True)))
    document = replace(
        sample.document(),
        cover=n.Cover(word, text, text, (n.CoverRow(word, text),)),
        sections=(section,),
        running=n.Running(word, word, word),
        signatures=n.Signatures("papper", (party, party)),
    )
    pdf, _ = set_pages(document, sample.PROFILE)
    assert outside_margins(pdf) == []
    assert pdf_text.words(pdf) == plain.words(document)


@pytest.mark.parametrize(
    "text", ["COVID\u201119", "a → b", "10\u202f000", "Łódź och Češka", "☐ ja"]
)
def test_a_character_that_lato_lacks_is_shown_with_another_font(text: str) -> None:
    pdf, _ = set_pages(_document(text), sample.PROFILE)
    assert pdf_text.lines(pdf)[-1] == text
    assert pdf_validator.breaches(pdf) == []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("漢", "”漢” (U+6F22 CJK UNIFIED IDEOGRAPH-6F22)"),
        ("🙂", "”🙂” (U+1F642 SLIGHTLY SMILING FACE)"),
        ("\ue000", "(U+E000)"),
        ("\x07", "(U+0007)"),
        ("\x00", "(U+0000)"),
    ],
)
def test_a_character_that_no_font_has_is_named_with_its_place(text: str, named: str) -> None:
    origin = Origin("uppdrag/x/2026.yaml", 7, 3)
    problem = _problem(_document("Vi skriver ", n.Value(f"här {text}", "x", origin)))
    assert problem.code == "PD01"
    assert f"tecknet {named} under rubriken ”1 Rubrik”" in problem.message
    assert problem.origin == origin


def test_a_character_on_the_cover_is_named_too() -> None:
    document = _document("text")
    problem = _problem(replace(document, cover=replace(document.cover, kicker="漢")))
    assert problem.code == "PD01"
    assert "på omslaget" in problem.message


def test_a_reference_that_leads_nowhere_is_a_problem() -> None:
    problem = _problem(_document(n.Reference("borta", "avsnitt\u00a0", "9", "number")))
    assert problem.code == "PD02"
    assert "”borta”" in problem.message


def test_a_font_that_is_not_there_is_a_problem() -> None:
    with pytest.raises(AvtalsgenError, match="PD03 typsnittet ”comic sans” finns inte"):
        set_pages(_document("text"), replace(sample.PROFILE, font="Comic Sans"))


def test_a_document_without_title_is_a_problem() -> None:
    document = _document("text")
    problem = _problem(replace(document, identity=replace(document.identity, title="")))
    assert problem.code == "PD04"
    assert problem.exit is Exit.DATA


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "", "#a", "//b"])
def test_an_address_that_is_not_of_the_web_is_no_link(address: str) -> None:
    pdf, _ = set_pages(_document(n.Link((n.Text("hit"),), address)), sample.PROFILE)
    assert b"/URI" not in pdf
    assert pdf_text.words(pdf)[-1] == "hit"


def test_an_address_that_is_too_long_is_a_problem() -> None:
    problem = _problem(_document(n.Link((n.Text("hit"),), "https://exempel.se/" + "x" * 9000)))
    assert problem.code == "PD05"


def test_a_document_of_hardly_anything_is_a_document() -> None:
    bare = n.Document(n.Identity("", "", "", "", "Titel"), sample.document().cover, ())
    pdf, layout = set_pages(bare, sample.PROFILE)
    assert pdf_validator.breaches(pdf) == []
    assert layout.pages == {}
