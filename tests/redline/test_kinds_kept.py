"""Eva's marks are kept whatever kind of file she sends: Strict, a template, protected, with more.

The laws are those of `test_earlier_marks`; what cannot be marked is told of in Word's own words.
"""

import re
from collections.abc import Callable

import pytest
from tests.redline.judge import said
from tests.redline.marked_files import EVA, KEEP, with_a_word_more
from tests.redline.pairs import PAIRS
from tests.redline.strict import strict
from tests.redline.wordfile import unzipped, word, zipped

from avtalsgen.redline import word_redline

Change = Callable[[bytes], bytes]
MAIN = b"vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
SETTINGS = b"application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"
THEME = b"application/vnd.openxmlformats-officedocument.theme+xml"
RELATIONS = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
A = b'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


def as_it_is(data: bytes) -> bytes:
    return data


def called(content_type: bytes) -> Change:
    """Return what makes the file a template or one with macros by what it says of itself."""

    def change(data: bytes) -> bytes:
        parts = unzipped(data)
        types = parts["[Content_Types].xml"].replace(MAIN, content_type)
        return zipped(parts | {"[Content_Types].xml": types})

    return change


def with_part(data: bytes, name: str, content: bytes, kind: bytes, content_type: bytes) -> bytes:
    """Return the file with one more part, which its text points at."""
    parts = unzipped(data)
    relation = b'<Relationship Id="rIdMore" Type="%s/%s" Target="%s"/></Relationships>'
    kept = b'<Override PartName="/word/%s" ContentType="%s"/></Types>'
    added = {
        f"word/{name}": content,
        "word/_rels/document.xml.rels": parts["word/_rels/document.xml.rels"].replace(
            b"</Relationships>", relation % (RELATIONS, kind, name.encode())
        ),
        "[Content_Types].xml": parts["[Content_Types].xml"].replace(
            b"</Types>", kept % (name.encode(), content_type)
        ),
    }
    return zipped(parts | added)


def protected(kind: bytes) -> Change:
    protection = b'<w:documentProtection w:edit="%s" w:enforcement="1"/>' % kind

    def change(data: bytes) -> bytes:
        parts = unzipped(data)
        if (known := parts.get("word/settings.xml")) is None:
            made = b"<w:settings %s>%s</w:settings>" % (W, protection)
            return with_part(data, "settings.xml", made, b"settings", SETTINGS)
        opened = re.sub(rb"(<w:settings[^>]*[^/])/>", rb"\1></w:settings>", known)
        put = re.sub(rb"(<w:settings[^>]*>)", rb"\1" + protection, opened, count=1)
        return zipped(parts | {"word/settings.xml": put})

    return change


def set_in(face: bytes) -> Change:
    fonts = b'<a:latin typeface="%s"/><a:ea typeface=""/><a:cs typeface=""/>' % face
    theme = (
        b'<a:theme %s name="T"><a:themeElements><a:clrScheme name="c"/><a:fontScheme name="f">'
        b"<a:majorFont>%s</a:majorFont><a:minorFont>%s</a:minorFont></a:fontScheme>"
        b'<a:fmtScheme name="o"/></a:themeElements></a:theme>'
    ) % (A, fonts, fonts)

    def change(data: bytes) -> bytes:
        return with_part(data, "theme1.xml", theme, b"theme", THEME)

    return change


def with_a_file_put_in(text: str) -> Change:
    chunk = b'<w:altChunk xmlns:r="%s" r:id="rIdMore"/>' % RELATIONS

    def change(data: bytes) -> bytes:
        more = with_part(data, "infogad.docx", word(text), b"aFChunk", b"application/" + MAIN)
        parts = unzipped(more)
        before, end, after = parts["word/document.xml"].rpartition(b"<w:sectPr")
        return zipped(parts | {"word/document.xml": before + chunk + end + after})

    return change


TEMPLATE = b"vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
MACROS = b"vnd.ms-word.document.macroEnabled.main+xml"
KINDS: dict[str, tuple[Change, Change, set[str], list[str]]] = {
    "both Strict": (strict, strict, set(), []),
    "ours Strict": (strict, as_it_is, set(), []),
    "hers Strict": (as_it_is, strict, set(), []),
    "hers with macros": (as_it_is, called(MACROS), set(), []),
    "ours a template": (called(TEMPLATE), as_it_is, set(), []),
    "hers may only be read": (as_it_is, protected(b"readOnly"), {"JF05"}, []),
    "both to be marked in": (protected(b"trackedChanges"),) * 2 + ({"JF05"}, []),
    "another font in the theme": (
        set_in(b"Lato"),
        set_in(b"Arial"),
        set(),
        ["temats typsnitt är Lato i den äldre filen, Arial i den nyare"],
    ),
    "the same font in the theme": (set_in(b"Lato"), set_in(b"Lato"), set(), []),
    "a file put in": (
        as_it_is,
        with_a_file_put_in("Ja."),
        set(),
        ["en infogad fil är ny; den kan inte visas som ändring; jämför den för hand"],
    ),
    "another file put in": (
        with_a_file_put_in("Nej."),
        with_a_file_put_in("Ja."),
        set(),
        ["en infogad fil har ändrats; den kan inte visas som ändring; jämför den för hand"],
    ),
    "the same file put in": (with_a_file_put_in("Ja."),) * 2 + (set(), []),
}


@pytest.mark.parametrize(
    "pair", ["clause_moved_unchanged", "list_item_level_changed", "header_text_changed"]
)
@pytest.mark.parametrize("kind", KINDS)
def test_marks_are_kept_and_the_laws_hold(kind: str, pair: str) -> None:
    of_ours, of_hers, codes, told = KINDS[kind]
    base, changed = PAIRS[pair]()
    ours, hers = with_a_word_more(base), word_redline(base, changed, EVA).docx
    made = word_redline(of_ours(ours), of_hers(hers), KEEP)
    assert {problem.code for problem in made.problems} == {"JF03"} | codes
    messages = [one.message for one in made.listed]
    assert [one for one in messages if re.search("temat|infogad", one)] == told
    before = ours if of_ours is strict else of_ours(ours)
    now = hers if of_hers is strict else of_hers(hers)
    assert said(made.docx, "accept") == said(now, "accept")
    assert said(made.docx, "reject") == said(before, "reject")
    assert said(made.docx, "accept", {"vi": "accept"}) == said(now, "accept")
    assert said(made.docx, "reject", {"vi": "accept"}) == said(now, "reject")
    assert said(made.docx, "reject", {"vi": "reject"}) == said(before, "reject")
