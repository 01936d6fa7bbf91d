"""A Word file that reads otherwise than the workspace says is told of, whatever was done to it.

One build is manipulated in every way; what another editor does without changing anything that a
reader sees is told of in no way.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path

import pytest
from tests import libreoffice
from tests.cli.library import ROOT
from tests.mutations import packed, parts_of

from avtalsgen.pipeline.verify import docx
from avtalsgen.pipeline.verify.received import BuiltFrom, source
from avtalsgen.pipeline.verify.verdict import Verdict
from avtalsgen.pipeline.workspace.documents import document_of
from avtalsgen.readers.docx.document import read_docx
from avtalsgen.readers.docx.foreign import foreign
from avtalsgen.readers.reading import Reading
from avtalsgen.readers.recognise.page_words import PageWords

NAME = "vald-i-nara-relation@2026"
D, S, N, T = "word/document.xml", "word/styles.xml", "word/numbering.xml", "[Content_Types].xml"
RELS = "word/_rels/document.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SUM = '<w:r><w:t xml:space="preserve">4\N{NO-BREAK SPACE}561\N{NO-BREAK SPACE}220'
Parts = dict[str, bytes]
Change = Callable[[Parts], None]


@cache
def made_of() -> BuiltFrom:
    """Return the uppdrag with its builds remembered: every test holds its file against them."""
    from avtalsgen.pipeline.workspace.project import open_project

    project = open_project(ROOT)
    documents = tuple(
        document_of(project, *NAME.split("@"), draft=draft)[0] for draft in (False, True)
    )
    return BuiltFrom(NAME, Path("finns-inte"), documents, project)


@cache
def built(place: int) -> bytes:
    return made_of().fresh(made_of().documents[place], "docx")


@pytest.fixture(autouse=True)
def remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    known = made_of().documents
    built(0)
    built(1)
    monkeypatch.setattr(BuiltFrom, "fresh", lambda _, document, __: built(known.index(document)))
    monkeypatch.setattr(docx, "read_docx", _read)


@lru_cache(maxsize=4)
def _read(data: bytes, name: str, page: PageWords) -> Reading:
    """Return what is read of a file; what is held against is the same in every test."""
    return read_docx(data, name, page)


def replaced(part: str, old: str, new: str) -> Change:
    def change(parts: Parts) -> None:
        text = parts[part].decode()
        assert old in text, f"{part} har inte {old!r}"
        parts[part] = text.replace(old, new, 1).encode()

    return change


def look(properties: str) -> Change:
    return replaced(D, SUM, SUM.replace("<w:r>", f"<w:r><w:rPr>{properties}</w:rPr>"))


def before_sum(xml: str) -> Change:
    return replaced(D, SUM, xml + SUM)


def related(kind: str, target: str, *, outside: bool = False) -> Change:
    mode = ' TargetMode="External"' if outside else ""
    relation = f'<Relationship Id="rIdX" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'
    return replaced(RELS, "</Relationships>", f"{relation}</Relationships>")


def both(*changes: Change) -> Change:
    def change(parts: Parts) -> None:
        for each in changes:
            each(parts)

    return change


def part(name: str, data: bytes) -> Change:
    def change(parts: Parts) -> None:
        parts[name] = data
        replaced(T, "</Types>", f'<Override PartName="/{name}" ContentType="text/xml"/></Types>')(
            parts
        )

    return change


def manipulated(change: Change) -> bytes:
    parts = parts_of(built(0))
    change(parts)
    return packed(parts)


def verified(data: bytes) -> Verdict:
    return docx.verify_docx(data, made_of())


def footer(parts: Parts) -> str:
    return next(name for name in sorted(parts) if re.fullmatch(r"word/footer\d\.xml", name))


def in_footer(xml: str) -> Change:
    return lambda parts: replaced(footer(parts), "</w:ftr>", f"{xml}</w:ftr>")(parts)


WORDS = "<w:p><w:r><w:t>Utföraren får lämna uppdraget.</w:t></w:r></w:p>"
STYLE = '<w:style w:type="character" w:styleId="X"><w:name w:val="X"/><w:rPr>{}</w:rPr></w:style>'
VML = "urn:schemas-microsoft-com:vml"
PICT = f'<w:p><w:r><w:pict><v:shape xmlns:v="{VML}">{{}}</v:shape></w:pict></w:r></w:p>'
BULLET = re.compile(r'w:lvlText w:val="[^%"\w]"')
TEXT = re.compile(r">[^<]+</w:t>")
TOLD: Mapping[str, Change] = {
    "another sum": replaced(D, "561", "999"),
    "a space less in a sum": replaced(D, SUM, SUM.replace("4\N{NO-BREAK SPACE}561", "4561")),
    "hidden": look("<w:vanish/>"),
    "hidden by a style": both(
        look('<w:rStyle w:val="X"/>'),
        replaced(S, "</w:styles>", STYLE.format("<w:vanish/>") + "</w:styles>"),
    ),
    "struck by a style on a style": both(
        look('<w:rStyle w:val="Y"/>'),
        replaced(
            S,
            "</w:styles>",
            STYLE.format("<w:strike/>")
            + '<w:style w:type="character" w:styleId="Y"><w:basedOn w:val="X"/></w:style>'
            + "</w:styles>",
        ),
    ),
    "white": look('<w:color w:val="FFFFFF"/>'),
    "nearly white": look('<w:color w:val="FEFEFE"/>'),
    "black on black": look('<w:shd w:val="clear" w:fill="000000"/>'),
    "highlighted": look('<w:highlight w:val="black"/>'),
    "one point": look('<w:sz w:val="2"/>'),
    "squeezed": look('<w:w w:val="1"/>'),
    "struck": look("<w:strike/>"),
    "struck twice": look("<w:dstrike/>"),
    "off the line": look('<w:position w:val="-3000"/>'),
    "raised": look('<w:vertAlign w:val="superscript"/>'),
    "another font": look('<w:rFonts w:ascii="Symbol"/>'),
    "the other way": look("<w:rtl/>"),
    "a symbol": before_sum('<w:r><w:sym w:font="Symbol" w:char="F02D"/></w:r>'),
    "a field": before_sum('<w:fldSimple w:instr=" QUOTE &quot;tio&quot; "/>'),
    "a picture from outside": before_sum(
        '<w:fldSimple w:instr=" INCLUDEPICTURE &quot;http://x/y.png&quot; "/>'
    ),
    "a formula": before_sum(
        '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">'
        "<m:r><m:t>×10</m:t></m:r></m:oMath>"
    ),
    "a text box": replaced(D, "<w:p>", PICT.format("") + "<w:p>"),
    "tracked": before_sum('<w:ins w:id="9" w:author="K"><w:r><w:t>inte </w:t></w:r></w:ins>'),
    "words in the foot": in_footer(WORDS),
    "a watermark": in_footer(
        PICT.format('<v:textpath xmlns:v="urn:schemas-microsoft-com:vml" string="OGILTIG"/>')
    ),
    "text from another file": both(
        replaced(D, "<w:sectPr", f'<w:altChunk xmlns:r="{OFFICE}" r:id="rIdX"/><w:sectPr'),
        related("aFChunk", "alt.html"),
        part("word/alt.html", b"<p>text</p>"),
    ),
    "a template from outside": related("attachedTemplate", "http://x/y.dotm", outside=True),
    "a program": part("word/vbaProject.bin", b"x"),
    "an object": both(related("oleObject", "o.bin"), part("word/o.bin", b"x")),
    "a word as a bullet": lambda parts: parts.__setitem__(
        N, BULLET.sub('w:lvlText w:val="utom"', parts[N].decode(), count=1).encode()
    ),
    "a font of other letters": lambda parts: parts.__setitem__(
        "word/fonts/font1.odttf", parts["word/fonts/font2.odttf"]
    ),
    "another heading in the contents": replaced(D, ">Ersättning<", ">Gratis<"),
    "a bound control": before_sum(
        '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/x"/></w:sdtPr><w:sdtContent/></w:sdt>'
    ),
    "a comment": both(
        related("comments", "comments.xml"),
        part(
            "word/comments.xml",
            b'<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
            b'<w:comment w:id="1" w:author="Robin"><w:p><w:r><w:t>Nej.</w:t></w:r></w:p>'
            b"</w:comment></w:comments>",
        ),
        before_sum('<w:r><w:commentReference w:id="1"/></w:r>'),
    ),
}


@pytest.mark.parametrize("change", TOLD.values(), ids=TOLD.keys())
def test_what_changes_what_is_read_is_told(change: Change) -> None:
    data = manipulated(change)
    assert data != built(0)
    assert verified(data).problems


def decomposed(parts: Parts) -> None:
    """Write every letter of the text as some editors do."""
    text = TEXT.sub(lambda match: unicodedata.normalize("NFD", match[0]), parts[D].decode())
    parts[D] = text.encode()


UNCHANGED: Mapping[str, Change] = {
    "as built": lambda _: None,
    "in another order": lambda parts: parts.update(
        {name: parts.pop(name) for name in sorted(parts, reverse=True)}
    ),
    "letters in two characters": decomposed,
    "without hard spaces": lambda parts: parts.__setitem__(
        D, parts[D].replace("\N{NO-BREAK SPACE}".encode(), b" ")
    ),
    "without bookmarks": lambda parts: parts.__setitem__(
        D, re.sub(rb"<w:bookmark(Start|End)[^>]*/>", b"", parts[D])
    ),
    "with marks of its editor": lambda parts: parts.__setitem__(
        D, parts[D].replace(b"<w:r>", b'<w:r w:rsidR="00AB12CD">')
    ),
}


@pytest.mark.parametrize("change", UNCHANGED.values(), ids=UNCHANGED.keys())
def test_what_other_editors_do_is_no_change(change: Change) -> None:
    assert verified(manipulated(change)).problems == ()


def test_a_digest_in_the_file_proves_nothing() -> None:
    """A sum is changed, and the digest of its section in the properties with it."""

    def forged(parts: Parts) -> None:
        replaced(D, "561", "999")(parts)
        name = "docProps/custom.xml"
        zeros = sha256(b"x").hexdigest().encode()
        parts[name] = re.sub(rb"tryckt=[0-9a-f]{64}", b"tryckt=" + zeros, parts[name])

    assert {problem.code for problem in verified(manipulated(forged)).problems} == {"VE09"}


def test_nothing_is_foreign_in_a_file_beside_itself() -> None:
    assert foreign(built(0), built(0)) == ()


def test_a_file_says_what_it_is_made_of() -> None:
    assert source(built(0), ROOT).name == NAME


def test_a_comment_is_named_with_who_made_it_and_is_no_text() -> None:
    (problem,) = verified(manipulated(TOLD["a comment"])).problems
    assert problem.code == "VE16"
    assert "Robin" in problem.message
    assert "”Nej.”" in problem.message


def test_another_look_is_told_with_its_words() -> None:
    (problem,) = verified(manipulated(TOLD["white"])).problems
    assert problem.code == "VE15"
    assert "kronor” ser annorlunda ut (färg)" in problem.message


def test_another_layout_is_told_with_its_part_and_words() -> None:
    (problem,) = verified(manipulated(replaced(D, "<w:ind ", '<w:ind w:right="7000" '))).problems
    assert problem.code == "VE17"
    assert D in problem.message


def test_what_hard_spaces_became_is_one_note() -> None:
    found = verified(manipulated(UNCHANGED["without hard spaces"]))
    assert found.notes == ("hårda mellanslag har blivit vanliga; orden är desamma",)
    assert verified(manipulated(UNCHANGED["in another order"])).notes == ()


def test_a_file_that_an_office_saved_says_the_same_and_its_look_is_not_proven() -> None:
    found = verified(libreoffice.saved(built(0)))
    assert found.problems == ()
    assert found.notes[0].startswith("utseendet går inte att bevisa")
