"""Word files that are broken, or made to do harm: refused in plain words, or read within bounds."""

import gc
import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.mutations import light
from tests.read import read_docx
from tests.readers.docx.making import STYLES, file, lines, p, packed, r, read
from tests.readers.hostile_sample import sample

from avtalsgen.ooxml.package import Package
from avtalsgen.problems import AvtalsgenError

_H1 = p("Krav", style="Rubrik1")


def _refused(data: bytes) -> str:
    with pytest.raises(AvtalsgenError) as error:
        read_docx(data, "prov.docx")
    (problem,) = error.value.problems
    assert problem.hint
    return problem.code


def _doc(body: str, before: str = "") -> str:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    inner = f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'
    return f'<?xml version="1.0"?>{before}{inner}'


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"hej",
        b"%PDF-1.7",
        b"{\\rtf1 hej}",
        packed({"a.txt": "hej"}),
        packed({"word/document.xml": "<w:document"}),
        packed({"word/document.xml": "<html/>"}),
        file(_H1)[:-40],
        file(_H1)[: len(file(_H1)) // 2],
    ],
)
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    assert _refused(data) == "DX01"


def test_an_old_word_file_and_one_with_a_password_are_told_apart() -> None:
    compound = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000)
    assert _refused(compound) == "DX02"
    with pytest.raises(AvtalsgenError, match="lösenord"):
        read_docx(compound + "EncryptedPackage".encode("utf-16-le"), "prov.docx")


def test_a_member_that_is_encrypted_is_refused() -> None:
    whole = bytearray(file(_H1))
    for sign, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = whole.find(sign)
        while at >= 0:
            struct.pack_into("<H", whole, at + flags, 1)
            at = whole.find(sign, at + 4)
    assert _refused(bytes(whole)) == "DX01"


@pytest.mark.parametrize(
    "before",
    [
        '<!DOCTYPE a [<!ENTITY b "ccc">]>',
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd" [<!ENTITY b "c">]>',
        "<!DOCTYPE a [<!ENTITY b 'c'><!ENTITY d '"
        + "&b;" * 100
        + "'><!ENTITY e '"
        + "&d;" * 100
        + "'>]>",
    ],
)
def test_entities_are_refused(before: str) -> None:
    assert _refused(packed({"word/document.xml": _doc(p("a"), before)})) == "DX01"


def test_a_part_that_unfolds_into_too_much_is_refused_at_once() -> None:
    bomb = packed({"word/document.xml": _doc("<w:p/>" + " " * 60_000_000)})
    assert len(bomb) < 100_000
    assert _refused(bomb) == "DX03"


def test_a_small_file_of_very_many_elements_is_refused_before_a_tree_is_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bomb = packed({"word/document.xml": _doc("<w:p/>" * 6_000_000)})
    assert len(bomb) < 300_000
    monkeypatch.setattr("avtalsgen.ooxml.intake.untrusted.etree.fromstring", None)
    assert _refused(bomb) == "DX03"


def test_elements_of_all_parts_together_are_counted() -> None:
    references = "".join(
        f'<w:headerReference w:type="default" r:id="header{n}"/>' for n in range(5)
    )
    parts = {f"header{n}": "<w:r/>" * 60_000 for n in range(5)}
    assert _refused(file(_H1 + f"<w:sectPr>{references}</w:sectPr>", parts)) == "DX03"


def test_paragraphs_are_counted_apart_as_each_costs_more() -> None:
    assert _refused(packed({"word/document.xml": _doc("<w:p/>" * 60_001)})) == "DX03"


@pytest.mark.parametrize("encoding", ["cp500", "utf-7"])
def test_an_encoding_in_which_elements_cannot_be_counted_is_refused(encoding: str) -> None:
    text = _doc(p("a"), "").replace('version="1.0"', f'version="1.0" encoding="{encoding}"')
    assert _refused(packed({"word/document.xml": text.encode(encoding)})) == "DX01"


def test_parts_that_together_unfold_into_too_much_are_refused() -> None:
    filler = "<!--" + " " * 4_000_000 + "-->"
    references = "".join(
        f'<w:headerReference w:type="default" r:id="header{n}"/>' for n in range(12)
    )
    parts = {f"header{n}": p(str(n)) + filler for n in range(12)}
    assert _refused(file(_H1 + f"<w:sectPr>{references}</w:sectPr>", parts)) == "DX03"


def test_pictures_and_the_like_are_never_unfolded() -> None:
    members: dict[str, str | bytes] = {
        "word/document.xml": _doc(p("a")),
        "word/media/bild.png": bytes(200_000_000),
    }
    assert lines(read_docx(packed(members), "prov.docx").document) == ["a"]


def test_relationships_to_the_outside_are_not_followed_and_names_do_not_climb() -> None:
    links = {"styles2": "http://127.0.0.1:9/styles.xml"}
    assert lines(read(_H1 + p("a"), links=links).document) == ["Krav", "a"]
    climbing = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="a" Type="http://x/officeDocument" Target="../../../etc/passwd"/>'
        "</Relationships>"
    )
    assert _refused(packed({"_rels/.rels": climbing, "word/document.xml": _doc("")})) == "DX01"


def test_macros_are_told_of_and_not_run() -> None:
    members: dict[str, str | bytes] = {
        "word/document.xml": _doc(p("a")),
        "word/vbaProject.bin": b"\xd0\xcf\x11\xe0",
    }
    reading = read_docx(packed(members), "prov.docm")
    assert [problem.code for problem in reading.problems] == ["DX14"]
    assert lines(reading.document) == ["a"]


@pytest.mark.parametrize("depth", [1, 20, 60, 100, 10_000])
@pytest.mark.parametrize(
    ("begin", "end"),
    [
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        ("<w:p><w:smartTag>", "</w:smartTag></w:p>"),
    ],
)
def test_text_deep_inside_other_text_is_read_or_refused(depth: int, begin: str, end: str) -> None:
    inner = r("ord") if "smartTag" in begin else p("ord")
    more = "<w:smartTag>" * (depth - 1) if "smartTag" in begin else begin * (depth - 1)
    body = begin + more + inner + end.replace("</w:p>", "") * depth
    body += "</w:p>" if "smartTag" in begin else ""
    codes, found = _outcome(file(_H1 + body))
    assert (codes, found) in [([], ["Krav", "ord"]), (["DX01"], [])]
    assert bool(codes) or depth < 10_000
    assert not codes or depth > 20


def _outcome(data: bytes) -> tuple[list[str], list[str]]:
    """Return the codes of what stopped the reading, or what was read."""
    try:
        return [], lines(read_docx(data, "prov.docx").document)
    except AvtalsgenError as error:
        return [problem.code for problem in error.problems], []


def test_styles_that_are_based_on_each_other_end() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="a"/><w:basedOn w:val="b"/>'
        "</w:style>"
        '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="b"/><w:basedOn w:val="a"/>'
        '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    )
    document = read(p("Krav", style="a") + p("text"), {"styles": styles}).document
    assert [len(section.blocks) for section in document.sections] == [1]


@pytest.mark.parametrize("number", ["99999999999999999999", "-5", "tio", "", "1e9", "٣"])
def test_numbers_without_sense_do_no_harm(number: str) -> None:
    numbers = f'<w:numPr><w:ilvl w:val="{number}"/><w:numId w:val="1"/></w:numPr>'
    numbering = (
        f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="{number}"/>'
        '<w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="{number}"/></w:tcPr>{p("cell")}</w:tc>'
    more = f'<w:outlineLvl w:val="{number}"/><w:ind w:left="{number}"/>'
    body = _H1 + p("a", properties=numbers) + p("b", properties=more)
    table = (
        f'<w:tbl><w:tr><w:trPr><w:gridBefore w:val="{number}"/></w:trPr>{cell}{cell}</w:tr></w:tbl>'
    )
    words = " ".join(lines(read(body + table, {"numbering": numbering}).document))
    assert words.split()[-2:] == ["cell", "cell"]


def test_a_file_that_was_read_is_let_go_at_once() -> None:
    data = file("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>A</w:t></w:r></w:p></w:tc></w:tr></w:tbl>")
    gc.collect()
    before = sum(isinstance(thing, Package) for thing in gc.get_objects())
    gc.disable()
    try:
        read_docx(data, "fil.docx")
        assert sum(isinstance(thing, Package) for thing in gc.get_objects()) == before
    finally:
        gc.enable()


def test_twenty_thousand_paragraphs_are_read() -> None:
    document = read(_H1 + p("ord") * 20_000).document
    assert len(document.sections[0].blocks) == 20_000


def test_many_headings_items_and_fields_that_never_end_are_read() -> None:
    numbers = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    for body in (
        p("Krav", style="Rubrik1") * 2_000,
        _H1 + p("punkt", properties=numbers) * 2_000,
        _H1 + p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + r("x")) * 2_000,
        p("1.1 Krav") * 2_000,
        p("Linköping 2019") * 2_000,
        p("För beställaren") * 2_000 + p("slut på texten."),
        p("Innehåll") * 2_000,
        _H1 + p("x", properties="<w:rPr><w:del w:id='1'/></w:rPr>") * 2_000,
    ):
        assert read(body, {"numbering": numbering, "styles": STYLES}).document


@given(st.data())
@settings(max_examples=60)
def test_a_word_file_with_a_byte_changed_is_read_or_refused(data: st.DataObject) -> None:
    whole = bytearray(light(sample("docx")))
    whole[data.draw(st.integers(0, len(whole) - 1))] ^= data.draw(st.integers(1, 255))
    codes, _ = _outcome(bytes(whole))
    assert set(codes) <= {"DX01", "DX03"}
