"""Whatever a Word file may have in its text is either read, known to show nothing, or told."""

from io import BytesIO
from zipfile import ZipFile

import docx
import pytest

from avtalsgen.ooxml.package import Package
from avtalsgen.readers.docx.beside.apart import apart
from avtalsgen.readers.docx.beside.links import led_elsewhere, links_inside
from avtalsgen.readers.docx.beside.unread import unread

IN_RUNS = [
    "br",
    "t",
    "contentPart",
    "delText",
    "instrText",
    "delInstrText",
    "noBreakHyphen",
    "softHyphen",
    "dayShort",
    "monthShort",
    "yearShort",
    "dayLong",
    "monthLong",
    "yearLong",
    "annotationRef",
    "footnoteRef",
    "endnoteRef",
    "separator",
    "continuationSeparator",
    "sym",
    "pgNum",
    "cr",
    "tab",
    "object",
    "pict",
    "fldChar",
    "ruby",
    "footnoteReference",
    "endnoteReference",
    "commentReference",
    "drawing",
    "ptab",
    "lastRenderedPageBreak",
]
IN_PARAGRAPHS = [
    "r",
    "ins",
    "del",
    "moveFrom",
    "moveTo",
    "hyperlink",
    "fldSimple",
    "subDoc",
    "customXml",
    "smartTag",
    "sdt",
    "dir",
    "bdo",
    "proofErr",
    "permStart",
    "permEnd",
    "bookmarkStart",
    "bookmarkEnd",
    "commentRangeStart",
    "commentRangeEnd",
    "moveFromRangeStart",
    "moveFromRangeEnd",
    "moveToRangeStart",
    "moveToRangeEnd",
    "customXmlInsRangeStart",
]
IN_BODIES = ["p", "tbl", "sdt", "customXml", "altChunk", "sectPr", "bookmarkStart", "permStart"]
IN_SECTIONS = [
    "footnotePr",
    "endnotePr",
    "type",
    "pgSz",
    "pgMar",
    "paperSrc",
    "pgBorders",
    "lnNumType",
    "pgNumType",
    "cols",
    "formProt",
    "vAlign",
    "noEndnote",
    "titlePg",
    "textDirection",
    "bidi",
    "rtlGutter",
    "docGrid",
    "printerSettings",
]
"""All that ECMA-376 part 1 lets stand there: 17.3.3, 17.3.2, 17.2.2 and 17.6."""
TOLD = {
    "contentPart": "annat innehåll",
    **dict.fromkeys(["dayShort", "dayLong", "monthShort", "monthLong"], "datum som Word skriver"),
    **dict.fromkeys(["yearShort", "yearLong"], "datum som Word skriver"),
    "pgNum": "sidnumrering",
    "permStart": "undantag från skydd",
    **dict.fromkeys(["footnotePr", "endnotePr"], "noternas numrering"),
    "lnNumType": "radnumrering",
    **dict.fromkeys(["pgBorders", "titlePg", "vAlign", "textDirection"], "sidans utformning"),
}
"""What is told, and as what. All else is read, drawn, looks, or shows nothing."""
NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:x="urn:x"'


def plain_parts() -> dict[str, bytes]:
    held = BytesIO()
    docx.Document().save(held)
    with ZipFile(held) as file:
        return {name: file.read(name) for name in file.namelist()}


PLAIN = plain_parts()


def package(body: str) -> Package:
    """Return a Word file with `body` for its text."""
    held = BytesIO()
    text = f"<w:document {NS}><w:body>{body}</w:body></w:document>".encode()
    with ZipFile(held, "w") as file:
        for name, data in {**PLAIN, "word/document.xml": text}.items():
            file.writestr(name, data)
    return Package(held.getvalue())


_OF_FILES = {"egenskap"}
"""What is of the file, whatever stands in it."""


def kinds(body: str) -> set[str]:
    read = package(body)
    return {kind for kind, _ in unread(read)} | {kind for kind, *_ in apart(read)} - _OF_FILES


def in_a_run(inner: str) -> str:
    return f"<w:p><w:r><w:t>den </w:t>{inner}</w:r></w:p>"


def expected(name: str) -> set[str]:
    return {TOLD[name]} if name in TOLD else set()


@pytest.mark.parametrize("names", [IN_RUNS, IN_PARAGRAPHS, IN_BODIES, IN_SECTIONS])
def test_each_element_of_the_format_is_known_or_told(names: list[str]) -> None:
    around = {
        id(IN_RUNS): in_a_run("{}"),
        id(IN_PARAGRAPHS): "<w:p>{}</w:p>",
        id(IN_BODIES): "{}",
        id(IN_SECTIONS): "<w:p/><w:sectPr>{}</w:sectPr>",
    }[id(names)]
    for name in names:
        assert kinds(around.format(f"<w:{name}/>")) == expected(name), name


@pytest.mark.parametrize(
    "body",
    [
        in_a_run("<x:new>2</x:new>"),
        in_a_run("<w:notYetInvented/>"),
        "<w:p><x:new/></w:p>",
        "<w:p/><x:new>2</x:new>",
        "<w:tbl><w:tr><w:tc><x:new/><w:p/></w:tc></w:tr></w:tbl>",
        in_a_run(
            "<w:pict><x:shape><w:txbxContent><w:p><x:new/></w:p></w:txbxContent></x:shape></w:pict>"
        ),
    ],
)
def test_what_nobody_knows_is_told_wherever_it_stands(body: str) -> None:
    assert kinds(body) == {"annat innehåll"}


@pytest.mark.parametrize(
    ("less", "more"),
    [
        ("<w:lnNumType w:countBy='1'/>", "<w:lnNumType w:countBy='5'/>"),
        ("<w:titlePg w:val='0'/>", "<w:titlePg/>"),
        ("<w:cols w:num='1' w:space='708'/>", "<w:cols w:num='2'/>"),
        ("<w:vAlign w:val='top'/>", "<w:vAlign w:val='center'/>"),
    ],
)
def test_what_a_thing_says_tells_it_from_others(less: str, more: str) -> None:
    sides = [[*unread(package(f"<w:p/><w:sectPr>{said}</w:sectPr>"))] for said in (less, more)]
    assert sides[0] != sides[1]


def place(name: str, words: str = "Villkor gäller.") -> str:
    return f'<w:p><w:bookmarkStart w:name="{name}"/><w:r><w:t>{words}</w:t></w:r></w:p>'


def field(code: str) -> str:
    signs = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate")]
    return (
        f"<w:p>{signs[0]}<w:r><w:instrText> {code} </w:instrText></w:r>{signs[1]}"
        '<w:r><w:t>här</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


LINKS = {
    "link": '<w:p><w:hyperlink w:anchor="{}"><w:r><w:t>här</w:t></w:r></w:hyperlink></w:p>',
    "simple field": '<w:p><w:fldSimple w:instr=" REF {} \\h "><w:r><w:t>här</w:t></w:r>'
    "</w:fldSimple></w:p>",
    "reference": field("REF {} \\h"),
    "page": field("PAGEREF {}"),
    "link field": field('HYPERLINK \\l "{}"'),
}


def led(old: str, new: str, *, same: bool) -> list[str]:
    return [*led_elsewhere(links_inside(package(old)), links_inside(package(new)), same=same)]


@pytest.mark.parametrize("link", LINKS)
def test_a_link_that_leads_to_another_place_is_told(link: str) -> None:
    alike = place("a") + place("b")
    there = led(alike + LINKS[link].format("a"), alike + LINKS[link].format("b"), same=True)
    assert there == ["”här” leder till ”Villkor gäller.” på ett annat ställe"]
    unlike = place("a") + place("b", "Priset är 10 kr.")
    moved = led(unlike + LINKS[link].format("a"), unlike + LINKS[link].format("b"), same=False)
    assert moved == ["”här” leder till ”Priset är 10 kr.” i den nya, ”Villkor gäller.” i den gamla"]


def test_another_name_of_the_same_place_is_nothing() -> None:
    link = LINKS["link"]
    renamed = led(place("a") + link.format("a"), place("_Ref1") + link.format("_Ref1"), same=True)
    rewritten = led(
        place("a") + link.format("a"), place("a", "Villkor gällde.") + link.format("a"), same=False
    )
    left_out = led(place("a") + link.format("a"), place("b") + link.format("a"), same=True)
    assert [renamed, rewritten, left_out] == [[], [], []]


def test_a_link_to_another_place_that_is_nowhere_is_told() -> None:
    link = LINKS["link"]
    lost = led(link.format("a"), link.format("b"), same=True)
    assert lost == ["”här” leder till ett annat ställe, som ingen av filerna har"]
