"""Heads and feet of pages."""

from tests.readers.docx.making import p, r, read

from avtalsgen.model import plain
from avtalsgen.model.nodes import Aside, Running

_H1 = p("Krav", style="Rubrik1")
_TAB = "<w:r><w:tab/></w:r>"


def _field(code: str) -> str:
    return f'<w:fldSimple w:instr="{code}"><w:r><w:t>7</w:t></w:r></w:fldSimple>'


def _section(*references: str, more: str = "") -> str:
    inner = "".join(
        f'<w:{part}Reference w:type="{kind}" r:id="{name}"/>'
        for part, kind, name in (own.split() for own in references)
    )
    return f"<w:sectPr>{inner}{more}</w:sectPr>"


def _said(asides: tuple[Aside, ...]) -> list[tuple[str, str, list[str]]]:
    return [
        (own.part, own.name, [plain.text(block.content) for block in own.blocks])  # type: ignore[union-attr]
        for own in asides
    ]


def test_a_head_and_foot_of_one_line_are_the_document_s_and_pages_are_left_out() -> None:
    parts = {
        "header1": p(r("Linköpings kommun") + _TAB + r("Dnr SON 1")),
        "footer1": p(
            r("Uppdrag")
            + _TAB
            + r("Sida ")
            + _field("PAGE")
            + r(" (")
            + _field("NUMPAGES")
            + r(")")
        ),
    }
    document = read(
        _H1 + _section("header default header1", "footer default footer1"), parts
    ).document
    assert document.running == Running("Linköpings kommun", "Dnr SON 1", "Uppdrag")
    assert document.asides == ()


def test_other_heads_stand_beside_once_each_and_those_not_printed_do_not() -> None:
    parts = {
        "header1": p("Ett") + p("Två"),
        "header2": p("Först"),
        "header3": p("Ett") + p("Två"),
        "header4": p("Jämn sida"),
        "footer1": p(r("s. ") + _field("PAGE") + r(" av avtalet")),
    }
    first = p("text", properties=_section("header default header1", "header even header4"))
    last = _section(
        "header default header3",
        "header first header2",
        "footer default footer1",
        more="<w:titlePg/>",
    )
    document = read(_H1 + first + last, parts).document
    assert _said(document.asides) == [
        ("header", "default", ["Ett", "Två"]),
        ("header", "first", ["Först"]),
        ("footer", "default", ["s. x av avtalet"]),
    ]


def test_even_pages_have_their_own_when_the_file_says_so() -> None:
    parts = {"header1": p("Jämn sida"), "settings": "<w:evenAndOddHeaders/>"}
    document = read(_H1 + _section("header even header1"), parts).document
    assert _said(document.asides) == [("header", "even", ["Jämn sida"])]


def test_a_foot_with_only_the_page_says_nothing() -> None:
    code = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + r("12")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    document = read(_H1 + _section("footer default footer1"), {"footer1": p(code)}).document
    assert (document.running, document.asides) == (Running("", "", ""), ())


def test_the_number_of_a_page_is_left_out_of_a_foot_of_two_lines_too() -> None:
    last = r("Sida ") + _field("PAGE") + r(" av ") + _field("NUMPAGES") + r(".")
    parts = {"footer1": p("Box 22, Norrviken") + p(r("Ring 0300. ") + last) + p(last)}
    document = read(_H1 + _section("footer default footer1"), parts).document
    assert _said(document.asides) == [("footer", "default", ["Box 22, Norrviken", "Ring 0300."])]
