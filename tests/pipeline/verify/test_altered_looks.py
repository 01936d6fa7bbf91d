"""The law of `verify`: what changes a word, a number or a look on a rendered page is told.

Files are altered at random in any part, the same each time. Where nothing is told the pages are
printed, and their pictures are those of the file as it was built.
"""

import random
from collections.abc import Callable
from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, String
from tests import libreoffice, mutations
from tests.readers.hostile_sample import sample

from avtalsgen.ooxml.intake.untrusted import UnfitError
from avtalsgen.problems import AvtalsgenError
from avtalsgen.readers.docx.altered import altered
from avtalsgen.readers.pdf.beside import beside

ROUNDS = 24
Change = Callable[[pikepdf.Pdf], object]
D, S, N = "word/document.xml", "word/styles.xml", "word/numbering.xml"
P, R = "<w:p>", "<w:r>"
_DEFAULT, _HEADING = "<w:rPrDefault><w:rPr>", 'w:styleId="Rubrik1">'


def _pictures(pdf: bytes) -> list[bytes]:
    with pypdfium2.PdfDocument(pdf) as file:
        return [bytes(page.render(scale=0.7).buffer) for page in file]


@cache
def _as_built(format_: str) -> list[bytes]:
    data = sample(format_)
    return _pictures(libreoffice.to_pdf(data) if format_ == "docx" else data)


def test_what_changes_a_page_of_a_word_file_is_told() -> None:
    silent = 0
    for number in range(ROUNDS):
        data = mutations.xml_of(sample("docx"), random.Random(number))
        try:
            told = altered(data, sample("docx"))
        except UnfitError:
            continue
        if not told.parts and not told.anew and silent < 3:
            silent += 1
            assert _pictures(libreoffice.to_pdf(data)) == _as_built("docx"), number


def test_what_changes_a_page_of_a_pdf_is_told() -> None:
    told = 0
    for number in range(ROUNDS):
        try:
            data = mutations.pdf_of(sample("pdf"), random.Random(number))
            found = beside(data, sample("pdf"))
        except (AvtalsgenError, pikepdf.PdfError, ValueError, TypeError):
            continue
        told += bool(found)
        if not found:
            assert _pictures(data) == _as_built("pdf"), number
    assert told > ROUNDS / 3


WORD = {
    "indented": (D, P, '<w:p><w:pPr><w:ind w:left="9000"/></w:pPr>'),
    "on the next page": (D, P, "<w:p><w:pPr><w:pageBreakBefore/></w:pPr>"),
    "in a frame": (D, P, '<w:p><w:pPr><w:framePr w:w="1" w:h="1"/></w:pPr>'),
    "aligned": (D, P, '<w:p><w:pPr><w:jc w:val="right"/></w:pPr>'),
    "in lines of no height": (
        D,
        P,
        '<w:p><w:pPr><w:spacing w:line="1" w:lineRule="exact"/></w:pPr>',
    ),
    "in a border": (D, P, '<w:p><w:pPr><w:pBdr><w:top w:val="single" w:sz="90"/></w:pBdr></w:pPr>'),
    "in capitals": (D, R, "<w:r><w:rPr><w:caps/></w:rPr>"),
    "in small capitals": (D, R, "<w:r><w:rPr><w:smallCaps/></w:rPr>"),
    "spaced": (D, R, '<w:r><w:rPr><w:spacing w:val="-200"/></w:rPr>'),
    "in Greek letters": (D, R, '<w:r><w:rPr><w:rFonts w:hAnsi="Symbol" w:cs="Symbol"/></w:rPr>'),
    "underlined": (D, R, '<w:r><w:rPr><w:u w:val="single"/></w:rPr>'),
    "animated": (D, R, '<w:r><w:rPr><w:effect w:val="lights"/></w:rPr>'),
    "by a theme": (D, R, '<w:r><w:rPr><w:color w:themeColor="background1"/></w:rPr>'),
    "with a page break": (D, R, '<w:r><w:br w:type="page"/></w:r><w:r>'),
    "with a tab": (D, R, "<w:r><w:tab/></w:r><w:r>"),
    "with an empty paragraph": (D, "<w:sectPr", "<w:p/><w:sectPr"),
    "landscape": (D, "<w:pgSz ", '<w:pgSz w:orient="landscape" '),
    "on other paper": (D, 'w:w="11906"', 'w:w="5000"'),
    "with other margins": (D, 'w:gutter="0"', 'w:gutter="4000"'),
    "a merged cell": (D, "<w:tcPr>", '<w:tcPr><w:gridSpan w:val="2"/>'),
    "a cell merged downward": (D, "<w:tcPr>", "<w:tcPr><w:vMerge/>"),
    "a cell turned": (D, "<w:tcPr>", '<w:tcPr><w:textDirection w:val="btLr"/>'),
    "a normal style of one point": (
        S,
        "<w:rPrDefault><w:rPr>",
        '<w:rPrDefault><w:rPr><w:sz w:val="2"/>',
    ),
    "headings hidden": (
        S,
        'w:styleId="Rubrik1">',
        'w:styleId="Rubrik1"><w:rPr><w:vanish/></w:rPr>',
    ),
    "a style for another": (S, 'w:styleId="Rubrik2"', 'w:styleId="Rubrik9"'),
    "numbers in Roman": (N, 'w:numFmt w:val="decimal"', 'w:numFmt w:val="upperRoman"'),
    "numbers from zero": (N, '<w:start w:val="1"/>', '<w:start w:val="0"/>'),
    "without numbers": (N, 'w:lvlText w:val="%1', 'w:lvlText w:val="'),
    "numbers after a level": (N, "<w:lvlJc ", "<w:isLgl/><w:lvlJc "),
    "a background": (D, "<w:body>", '<w:background w:color="000000"/><w:body>'),
    "updated on opening": ("word/settings.xml", "<w:zoom", '<w:updateFields w:val="true"/><w:zoom'),
    "tracking": ("word/settings.xml", "<w:zoom", "<w:trackRevisions/><w:zoom"),
    "even heads": ("word/settings.xml", "<w:zoom", "<w:evenAndOddHeaders/><w:zoom"),
    "protected": ("word/settings.xml", "<w:zoom", '<w:documentProtection w:edit="forms"/><w:zoom'),
    "another stand-in": ("word/fontTable.xml", "Calibri", "Wingdings"),
    "another title in the window": ("docProps/core.xml", "</dc:title>", " 2</dc:title>"),
    "another type of a part": ("[Content_Types].xml", "footer+xml", "header+xml"),
}


@pytest.mark.parametrize("name", WORD)
def test_each_change_of_a_word_file_has_a_part(name: str) -> None:
    part, old, new = WORD[name]
    parts = mutations.parts_of(sample("docx"))
    text = parts[part].decode()
    if old not in text:
        pytest.fail(f"{part} has not {old}")
    parts[part] = text.replace(old, new, 1).encode()
    told = altered(mutations.packed(parts), sample("docx"))
    assert part in [where for where, _ in told.parts]
    assert not told.anew


def test_what_an_office_saves_is_written_anew_and_its_look_is_not_proven() -> None:
    told = altered(libreoffice.saved(sample("docx")), sample("docx"))
    assert (told.parts, told.anew) == ((), True)


def _content(page: pikepdf.Page, more: bytes) -> None:
    page.contents_add(more, prepend=False)


def _annotation(page: pikepdf.Page, kind: str, **more: Any) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=[60, 300, 540, 600], **more)
    page.obj.Annots = Array([*page.obj.get("/Annots", []), note])


def _attach(file: pikepdf.Pdf) -> None:
    file.attachments["tillägg.txt"] = b"Utan verkan."


def _swap(file: pikepdf.Pdf) -> None:
    second = file.pages[1]
    del file.pages[1]
    file.pages.insert(0, second)


def _root(key: str, value: object) -> Change:
    return lambda file: file.Root.__setitem__(key, value)


def _first(key: str, value: object) -> Change:
    return lambda file: file.pages[0].obj.__setitem__(key, value)


PDF: dict[str, tuple[str, Change]] = {
    "a box": ("sidan 1:", lambda f: _content(f.pages[0], b"q 1 g 60 300 480 300 re f Q")),
    "a stroke": ("sidan 2:", lambda f: _content(f.pages[1], b"0 0 m 500 800 l S")),
    "a clip": ("sidan 1:", lambda f: f.pages[0].contents_add(b"0 0 9 9 re W n", prepend=True)),
    "moved": ("sidan 1:", lambda f: f.pages[0].contents_add(b"1 0 0 1 900 0 cm", prepend=True)),
    "invisible": ("sidan 1:", lambda f: f.pages[0].contents_add(b"3 Tr", prepend=True)),
    "a stamp": ("sidan 1:", lambda f: _annotation(f.pages[0], "Stamp", Contents=String("OGILTIG"))),
    "a note": ("sidan 1:", lambda f: _annotation(f.pages[0], "FreeText", Contents=String("9"))),
    "struck": ("sidan 1:", lambda f: _annotation(f.pages[0], "StrikeOut")),
    "a redaction": ("sidan 1:", lambda f: _annotation(f.pages[0], "Redact")),
    "a film": ("sidan 1:", lambda f: _annotation(f.pages[0], "Screen")),
    "a link": ("sidan 1:", lambda f: _annotation(f.pages[0], "Link")),
    "cropped": ("sidan 1:", _first("/CropBox", [0, 0, 9, 9])),
    "larger": ("sidan 1:", _first("/MediaBox", [0, 0, 9999, 9999])),
    "turned": ("sidan 1:", _first("/Rotate", 180)),
    "another unit": ("sidan 1:", _first("/UserUnit", 9)),
    "a page gone": ("filen har", lambda f: f.pages.__delitem__(1)),
    "a page twice": ("filen har", lambda f: f.pages.append(f.pages[0])),
    "an empty page": ("filen har", lambda f: f.add_blank_page()),
    "pages in another order": ("sidorna 1, 2", _swap),
    "a script": ("något görs", _root("/OpenAction", Dictionary(S=Name.JavaScript, JS=String("1")))),
    "a script on a page": ("sidan 1:", _first("/AA", Dictionary(O=Dictionary(S=Name.JavaScript)))),
    "scripts by name": (
        "filen har ett program",
        _root("/Names", Dictionary(JavaScript=Dictionary(Names=[]))),
    ),
    "an attachment": ("filen har andra bifogade", _attach),
    "layers": ("filen har lager", _root("/OCProperties", Dictionary(OCGs=[]))),
    "another title": (
        "filens uppgifter",
        lambda f: f.docinfo.__setitem__("/Title", String("Annat")),
    ),
    "another metadata": ("filens uppgifter om", lambda f: f.Root.Metadata.write(b"<x/>")),
    "another language": ("språket", _root("/Lang", String("en"))),
    "no tags": ("den ordning", lambda f: f.Root.__delitem__("/StructTreeRoot")),
    "no bookmarks": ("bokmärkena", lambda f: f.Root.__delitem__("/Outlines")),
    "a form": ("fälten", _root("/AcroForm", Dictionary(Fields=[], NeedAppearances=True))),
}


@pytest.mark.parametrize("name", PDF)
def test_each_change_of_a_pdf_is_told_with_its_place(name: str) -> None:
    place, change = PDF[name]
    written = BytesIO()
    with pikepdf.open(BytesIO(sample("pdf"))) as file:
        change(file)
        file.save(written)
    told = beside(written.getvalue(), sample("pdf"))
    assert any(each.startswith(place) for each in told), told


def test_a_pdf_that_is_saved_again_says_the_same() -> None:
    written = BytesIO()
    with pikepdf.open(BytesIO(sample("pdf"))) as file:
        file.save(written, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert written.getvalue() != sample("pdf")
    assert beside(written.getvalue(), sample("pdf")) == ()
