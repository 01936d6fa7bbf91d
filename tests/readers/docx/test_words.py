"""What is read of the running text of a Word file from anybody, and what is told of."""

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from tests.read import read_docx
from tests.readers.docx.making import STYLES, file, lines, p, packed, r, read

from avtalsgen.model import plain
from avtalsgen.model.nodes import Aside, Emphasis, LineBreak, Link, Paragraph, Strong, Text

_H1 = p("Krav", style="Rubrik1")


def _first(body: str, **more: Any) -> tuple[object, ...]:
    """Return the content of the paragraph below the heading."""
    (section,) = read(_H1 + body, **more).document.sections
    (block,) = section.blocks
    assert isinstance(block, Paragraph)
    return block.content


def _codes(body: str, parts: dict[str, str] | None = None) -> list[str]:
    return [problem.code for problem in read(_H1 + body, parts).problems]


def _field(code: str, result: str) -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{code}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_runs_of_one_look_are_one_text() -> None:
    body = p(r("Ut") + r("föraren ") + r("ska", "<w:b/>") + r(" alltid", "<w:i/>"))
    assert _first(body) == (
        Text("Utföraren "),
        Strong((Text("ska"),)),
        Emphasis((Text(" alltid"),)),
    )


@pytest.mark.parametrize(
    ("before", "digits", "where", "text"),
    [
        ("10", "3", "superscript", "10³"),
        ("10", "12", "subscript", "10₁₂"),
        ("10", "3", "baseline", "103"),
        ("10 m", "2", "superscript", "10 m2"),
        ("10", "x", "superscript", "10x"),
    ],
)
def test_digits_raised_behind_a_digit_are_read_so(
    before: str, digits: str, where: str, text: str
) -> None:
    """Else 10³ is 103; on m² nothing hangs, and a page that is printed has it as m2."""
    assert _first(p(r(before) + r(digits, f'<w:vertAlign w:val="{where}"/>'))) == (Text(text),)


def test_a_character_style_gives_weight_and_a_property_takes_it_away() -> None:
    style = (
        '<w:style w:type="character" w:styleId="Stark"><w:name w:val="Strong"/>'
        "<w:rPr><w:b/></w:rPr></w:style>"
    )
    named = '<w:rStyle w:val="Stark"/>'
    body = p(r("fet", named) + r(" mager", named + '<w:b w:val="0"/>'))
    assert _first(body, parts={"styles": STYLES + style}) == (
        Strong((Text("fet"),)),
        Text(" mager"),
    )


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a b"),
        ("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t></w:r>", "a-b"),
        ("<w:r><w:t>a</w:t><w:softHyphen/><w:t>b</w:t></w:r>", "ab"),
        ("<w:r><w:t>a\u00adb\u0085c</w:t></w:r>", "abc"),
        ("<w:r><w:t>a\u00a0–\u2009b</w:t></w:r>", "a\u00a0–\u2009b"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', "≥"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "✓"),
        ('<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>\uf0e0</w:t></w:r>', "→"),
        ("<w:smartTag><w:r><w:t>Linköping</w:t></w:r></w:smartTag>", "Linköping"),
        ("<w:customXml><w:r><w:t>dnr</w:t></w:r></w:customXml>", "dnr"),
        ("<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>val</w:t></w:r></w:sdtContent></w:sdt>", "val"),
        ("<w:bdo><w:r><w:t>åt höger</w:t></w:r></w:bdo>", "åt höger"),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>uttal</w:t></w:r></w:rt>"
            "<w:rubyBase><w:r><w:t>ord</w:t></w:r></w:rubyBase></w:ruby></w:r>",
            "ord (uttal)",
        ),
        (
            "<mc:AlternateContent><mc:Choice Requires='wps'><w:r><w:t>ny</w:t></w:r></mc:Choice>"
            "<mc:Fallback><w:r><w:t>gammal</w:t></w:r></mc:Fallback></mc:AlternateContent>",
            "ny",
        ),
        (
            "<mc:AlternateContent xmlns:zz='urn:x'><mc:Choice Requires='zz'><w:r><w:t>ny</w:t>"
            "</w:r></mc:Choice><mc:Choice Requires='wps'><w:r><w:t>senare</w:t></w:r></mc:Choice>"
            "<mc:Fallback><w:r><w:t>gammal</w:t></w:r></mc:Fallback></mc:AlternateContent>",
            "senare",
        ),
        (
            "<mc:AlternateContent xmlns:zz='urn:x'><mc:Choice Requires='wps zz'><w:r><w:t>ny</w:t>"
            "</w:r></mc:Choice><mc:Fallback><w:r><w:t>gammal</w:t></w:r></mc:Fallback>"
            "</mc:AlternateContent>",
            "gammal",
        ),
        (_field("REF tvist", "<w:r><w:t>8.2</w:t></w:r>"), "8.2"),
        (_field(f"IF {_field('DATE', r('2020'))} x", r("svar")), "svar"),
        ('<w:fldSimple w:instr="SEQ Tabell"><w:r><w:t>3</w:t></w:r></w:fldSimple>', "3"),
        (
            '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox>'
            "</w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r>"
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            "☒",
        ),
    ],
)
def test_what_word_shows_is_read(xml: str, text: str) -> None:
    assert plain.text(_first(p(xml))) == text  # type: ignore[arg-type]


def test_a_line_break_is_one_and_a_page_break_at_the_end_is_none() -> None:
    body = p("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:br w:type='page'/></w:r>")
    assert _first(body) == (Text("a"), LineBreak(), Text("b"))


def test_links_lead_outside_and_a_dangerous_one_is_left_as_words() -> None:
    body = p(
        f'<w:hyperlink r:id="a">{r("dit")}</w:hyperlink>'
        f'<w:hyperlink r:id="b">{r("hit")}</w:hyperlink>'
    )
    found = _first(body, links={"a": "https://exempel.se", "b": "javascript:alert(1)"})
    assert found == (Link((Text("dit"),), "https://exempel.se"), Text("hit"))


def test_a_field_may_be_a_link() -> None:
    body = p(_field(' HYPERLINK "https://exempel.se/a" ', r("dit")))
    assert _first(body) == (Link((Text("dit"),), "https://exempel.se/a"),)


def test_hidden_text_is_left_out_and_told_of() -> None:
    reading = read(_H1 + p(r("syns ") + r("syns inte", "<w:vanish/>")))
    assert lines(reading.document) == ["Krav", "syns "]
    (problem,) = reading.problems
    assert (problem.code, "syns inte" in problem.message) == ("DX13", True)


@pytest.mark.parametrize(
    ("xml", "code", "text"),
    [
        (
            "<w:r><w:drawing><wp:inline><wp:docPr id='1' name='x' descr='Karta över länet'/>"
            "<a:graphic><a:graphicData uri='u/picture'><a:blip/></a:graphicData></a:graphic>"
            "</wp:inline></w:drawing></w:r>",
            "DX10",
            "ord[bild: Karta över länet]",
        ),
        (
            "<w:r><w:drawing><wp:inline><wp:docPr id='1' name='x'/><a:graphic>"
            "<a:graphicData uri='http://x/2006/chart'/></a:graphic></wp:inline></w:drawing></w:r>",
            "DX12",
            "ord",
        ),
        ("<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>", "DX11", "ord[formel: a+b]"),
        ("<w:r><w:object><o:OLEObject/></w:object></w:r>", "DX12", "ord"),
        ('<w:r><w:sym w:font="Webdings" w:char="F0XX"/></w:r>', "DX15", "ord□"),
    ],
)
def test_what_has_no_place_is_told_of(xml: str, code: str, text: str) -> None:
    reading = read(_H1 + p(r("ord") + xml))
    assert [problem.code for problem in reading.problems] == [code]
    assert lines(reading.document) == ["Krav", text]


def test_text_in_another_file_is_told_of_and_never_fetched() -> None:
    assert _codes('<w:altChunk r:id="x"/>' + p("ord")) == ["DX16"]


def test_a_text_box_is_read_once_beside_the_text() -> None:
    box = f"<w:txbxContent>{p('i rutan')}</w:txbxContent>"
    body = p(
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor>"
        f"<wp:docPr id='1' name='x'/><a:graphic><a:graphicData uri='u'><wps:wsp><wps:txbx>{box}"
        "</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent><w:t>ord</w:t></w:r>"
    )
    reading = read(_H1 + body)
    assert lines(reading.document) == ["Krav", "ord"]
    assert reading.document.asides == (Aside("textbox", "1", (Paragraph((Text("i rutan"),)),)),)
    assert reading.problems == ()


def test_notes_and_comments_stand_beside_with_their_numbers() -> None:
    body = p(
        r("a")
        + '<w:r><w:footnoteReference w:id="7"/></w:r>'
        + r("b")
        + '<w:r><w:endnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="0"/></w:r>'
    )
    parts = {
        "footnotes": '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
        f'<w:footnote w:id="7">{p("<w:r><w:footnoteRef/></w:r>" + r("fotnot"))}</w:footnote>',
        "endnotes": f'<w:endnote w:id="2">{p("slutnot")}</w:endnote>',
        "comments": f'<w:comment w:id="0" w:author="Kim Ek">{p("varför?")}</w:comment>',
    }
    document = read(_H1 + body, parts).document
    assert lines(document) == ["Krav", "a[1]b[i]"]
    assert [(own.part, own.name, plain.text(own.blocks[0].content)) for own in document.asides] == [  # type: ignore[union-attr]
        ("footnote", "1", "fotnot"),
        ("endnote", "i", "slutnot"),
        ("comment", "1 Kim Ek", "varför?"),
    ]


def test_notes_that_refer_to_each_other_are_read_once_each() -> None:
    def note(own: int, other: int) -> str:
        inner = r(f"not {own}") + f'<w:r><w:footnoteReference w:id="{other}"/></w:r>'
        return f'<w:footnote w:id="{own}">{p(inner)}</w:footnote>'

    body = p(r("a") + '<w:r><w:footnoteReference w:id="1"/></w:r>')
    document = read(_H1 + body, {"footnotes": note(1, 2) + note(2, 1)}).document
    assert [own.name for own in document.asides] == ["1", "2"]


def test_the_strict_form_of_the_format_is_read() -> None:
    transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    with ZipFile(BytesIO(file(_H1 + p("ord")))) as own:
        members = {name: own.read(name).decode() for name in own.namelist()}
    changed = {name: text.replace(transitional, strict) for name, text in members.items()}
    assert changed != members
    assert lines(read_docx(packed(changed), "prov.docx").document) == ["Krav", "ord"]


def test_signatures_in_the_columns_of_a_table_are_two_parties() -> None:
    def cell(role: str, name: str) -> str:
        ruled = p("Granvik den") + p("________________")
        return f"<w:tc>{p(role)}{p('Socialnämnden')}{ruled}{p(name)}{p('Direktör')}</w:tc>"

    row = f"<w:tr>{cell('För beställaren', 'Kim Ek')}{cell('För utföraren', 'Robin Al')}</w:tr>"
    document = read(_H1 + p("Ett ord.") + f"<w:tbl>{row}</w:tbl>").document
    assert lines(document) == ["Krav", "Ett ord."]
    assert document.signatures
    assert [
        (own.party, own.lines, plain.text(own.name), plain.text(own.title))
        for own in document.signatures.signatories
    ] == [
        ("beställare", ("Granvik den",), "Kim Ek", "Direktör"),
        ("utförare", ("Granvik den",), "Robin Al", "Direktör"),
    ]
