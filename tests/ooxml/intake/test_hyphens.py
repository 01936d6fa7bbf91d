"""A hyphen at which no line ends is read as what it shows, and only who asks has its element."""

import io
import zipfile

import pytest
from lxml import etree
from tests.redline.wordfile import par, run, word

from avtalsgen.ooxml import text
from avtalsgen.ooxml.elements import w
from avtalsgen.ooxml.intake.hyphens import fold, held
from avtalsgen.ooxml.package import Package
from avtalsgen.redline.attempts import word_redline

HELD = "<w:r><w:noBreakHyphen/></w:r>"
WIDE = '<w:r><w:rPr><w:b/><w:w w:val="150"/></w:rPr><w:noBreakHyphen/></w:r>'


def said(data: bytes) -> str:
    return text.lines_of(Package(data).document()).strip()


@pytest.mark.parametrize("sign", ["-", "–"])
@pytest.mark.parametrize("look", [(), ("b", "bCs")])
def test_what_is_held_is_read_as_the_sign_that_was_given(sign: str, look: tuple[str, ...]) -> None:
    paragraph = w("p", held(sign, tuple(w(tag) for tag in look)))
    fold(paragraph)
    assert text.printed(paragraph) == sign
    left = [etree.QName(node).localname for node in paragraph.iter()]
    assert left == ["p", "r", *(("rPr", *look) if look else ()), "t"]


@pytest.mark.parametrize(
    ("inner", "seen"),
    [
        (run("SON 2019") + HELD + run("755"), "SON 2019-755"),
        (run("2024") + WIDE + run("2026"), "2024–2026"),
        ("<w:r><w:t>e</w:t><w:noBreakHyphen/><w:t>post</w:t></w:r>", "e-post"),
        (
            '<w:r><w:rPr><w:w w:val="150"/></w:rPr><w:t>bred </w:t><w:noBreakHyphen/></w:r>',
            "bred -",
        ),
        ('<w:r><w:rPr><w:w w:val="80"/></w:rPr><w:noBreakHyphen/></w:r>', "-"),
        ("<w:r><w:noBreakHyphen/><w:noBreakHyphen/></w:r>", "--"),
    ],
)
def test_a_file_says_what_it_shows(inner: str, seen: str) -> None:
    assert said(word(par(inner))) == seen


def test_what_is_taken_away_is_not_read_as_if_it_stood() -> None:
    gone = (
        '<w:del w:id="1" w:author="A"><w:r><w:delText>1</w:delText><w:noBreakHyphen/></w:r></w:del>'
    )
    root = Package(word(par(gone + run("Kvar.")))).document()
    assert text.text_of(root, (text.DELETED_TEXT,)) == "1-"
    assert text.text_of(root) == "Kvar."


def test_a_redline_keeps_the_elements_of_both_files() -> None:
    old, new = (word(par(run(f"Dnr {year}") + HELD + run("755."))) for year in (2019, 2026))
    made = word_redline(old, new).docx
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        body = archive.read("word/document.xml")
    assert body.count(b"noBreakHyphen") == 1
