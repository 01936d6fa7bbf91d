import os
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import etree
from tests import sample
from tests.battery import BATTERY
from tests.readers.pictures import logo
from tests.strategies import documents
from tests.writers.docx.reading import NS, W, lines, part, parts, said, words
from tests.writers.docx.rendering import shell, written, written_anew

from avtalsgen.model import plain, walk
from avtalsgen.model.nodes import Document, List, Paragraph, Section, Table
from avtalsgen.writers.docx import write_docx
from avtalsgen.writers.render import Render

OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
SCHEMAS = os.environ.get("AVTALSGEN_XSD")


@given(documents())
def test_the_words_of_the_file_are_those_of_the_document(document: Document) -> None:
    assert words(written(document)) == plain.words(document)


@given(documents())
def test_equal_input_gives_equal_bytes(document: Document) -> None:
    assert written_anew(document) == written_anew(document)


@given(documents())
def test_bookmarks_and_fields_begin_and_end_as_word_wants_them(document: Document) -> None:
    body = part(written(document), "word/document.xml")
    _check_bookmarks(list(body.iter(W + "bookmarkStart", W + "bookmarkEnd")))
    _check_fields(list(body.iter(W + "fldChar")))
    names = [mark.get(W + "name") for mark in body.iter(W + "bookmarkStart")]
    printed = [own for own in walk.sections(document) if own.heading or own.blocks]
    assert len([name for name in names if name.startswith("_ag_")]) == len(printed)


@given(documents())
def test_what_leads_somewhere_leads_to_what_is_there(document: Document) -> None:
    file = written(document)
    body = part(file, "word/document.xml")
    names = {mark.get(W + "name") for mark in body.iter(W + "bookmarkStart")}
    codes = " ".join(node.text for node in body.iter(W + "instrText"))
    fields = set(re.findall(r"(?:PAGEREF|REF) (\S+)", codes))
    links = {link.get(W + "anchor") for link in body.iter(W + "hyperlink")} - {None}
    assert fields | links <= names
    rows = part(file, "word/_rels/document.xml.rels")
    outward = {link.get(f"{OFFICE}id") for link in body.iter(W + "hyperlink")} - {None}
    assert outward <= {row.get("Id") for row in rows}
    for row in rows:
        if row.get("TargetMode") == "External":
            assert re.fullmatch(r"(https?|mailto):[!-~]+", row.get("Target"))


@given(documents())
def test_the_contents_has_the_sections_down_to_its_depth(document: Document) -> None:
    file = written(document)
    styles = _toc_styles(file)
    entries = []
    for paragraph in part(file, "word/document.xml").iter(W + "p"):
        style = paragraph.find("w:pPr/w:pStyle", NS).get(W + "val")
        if style in styles:
            printed = "".join(_with_tabs(paragraph)).rpartition("\t")[0]
            entries.append((styles[style], printed.split()))
    depth = document.contents.depth if document.contents else 0
    shown = [own for own in walk.sections(document) if own.heading and own.level <= depth]
    assert entries == [(own.level, plain.heading(own).split()) for own in shown]


@given(documents())
def test_two_tables_never_touch_and_a_cell_always_ends_in_a_paragraph(document: Document) -> None:
    body = part(written(document), "word/document.xml").find("w:body", NS)
    for table in body.iter(W + "tbl"):
        after = [own for own in table.itersiblings() if own.tag in {W + "p", W + "tbl"}]
        assert after, "Word vill ha ett stycke efter en tabell"
        assert after[0].tag == W + "p"
    for cell in body.iter(W + "tc"):
        assert cell[-1].tag == W + "p"


@pytest.mark.skipif(not SCHEMAS, reason="AVTALSGEN_XSD pekar inte ut mappen med wml.xsd")
@given(documents())
@settings(max_examples=20)
def test_every_part_is_valid_by_the_published_schema(document: Document) -> None:
    _validate(written(document))


@pytest.mark.skipif(not SCHEMAS, reason="AVTALSGEN_XSD pekar inte ut mappen med wml.xsd")
@pytest.mark.parametrize("document", [sample.document(), sample.draft(), BATTERY])
def test_whole_documents_are_valid_by_the_published_schema(document: Document) -> None:
    _validate(written(document))


@pytest.mark.skipif(not SCHEMAS, reason="AVTALSGEN_XSD pekar inte ut mappen med wml.xsd")
def test_a_document_with_a_logo_is_valid_by_the_published_schema() -> None:
    profile = replace(sample.PROFILE, logo=logo())
    _validate(write_docx(sample.document(), Render(profile, shell())))


@pytest.mark.parametrize("document", [sample.document(), sample.draft(), BATTERY])
def test_whole_documents_keep_their_words(document: Document) -> None:
    assert words(written(document)) == plain.words(document)


def test_an_item_that_goes_missing_is_noticed() -> None:
    """The reader of these tests must see every kind of block, or the laws prove nothing."""
    document = BATTERY
    whole = words(written(document))
    for section in walk.sections(document):
        for block in section.blocks:
            poorer = _without(document, section.anchor, block)
            assert words(written(poorer)) != whole
            assert words(written(poorer)) == plain.words(poorer)
    assert lines(written(replace(document, sections=()))) != lines(written(document))


def _without(document: Document, anchor: str, gone: Paragraph | List | Table) -> Document:
    def cut(own: Section) -> Section:
        blocks = tuple(one for one in own.blocks if own.anchor != anchor or one is not gone)
        return replace(own, blocks=blocks, sections=tuple(map(cut, own.sections)))

    return replace(document, sections=tuple(map(cut, document.sections)))


def _check_bookmarks(marks: list[etree._Element]) -> None:
    starts = [mark for mark in marks if mark.tag == W + "bookmarkStart"]
    ends = [mark for mark in marks if mark.tag == W + "bookmarkEnd"]
    names = [mark.get(W + "name") for mark in starts]
    assert all(len(name) <= 40 for name in names)
    assert len({name.casefold() for name in names}) == len(names)
    assert len({_id(mark) for mark in starts}) == len(starts) == len(ends)
    places = {_id(mark): place for place, mark in enumerate(marks) if mark in ends}
    assert all(marks.index(start) < places[_id(start)] for start in starts)


def _check_fields(marks: list[etree._Element]) -> None:
    depth = 0
    for mark in marks:
        kind = mark.get(W + "fldCharType")
        depth += {"begin": 1, "separate": 0, "end": -1}[kind]
        assert depth >= (0 if kind == "end" else 1)
        assert mark.get(W + "dirty") is None
    assert depth == 0


def _validate(file: bytes) -> None:
    schema = _schema("wml.xsd")
    for name in parts(file):
        if name.startswith("word/") and name.endswith(".xml"):
            assert schema.validate(part(file, name)), (name, schema.error_log)
    custom = _schema("shared-documentPropertiesCustom.xsd")
    assert custom.validate(part(file, "docProps/custom.xml")), custom.error_log


def _schema(name: str) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(Path(SCHEMAS or "", name)))


def _id(mark: etree._Element) -> str:
    return str(mark.get(W + "id"))


def _toc_styles(file: bytes) -> dict[str, int]:
    found = {}
    for style in part(file, "word/styles.xml").findall("w:style", NS):
        name = style.find("w:name", NS).get(W + "val")
        if re.fullmatch(r"toc \d", name):
            found[style.get(W + "styleId")] = int(name[-1])
    return found


def _with_tabs(paragraph: etree._Element) -> list[str]:
    nodes = paragraph.iter(W + "t", W + "tab", W + "noBreakHyphen")
    in_runs = [node for node in nodes if node.getparent().tag == W + "r"]
    return ["\t" if node.tag == W + "tab" else said(node) for node in in_runs]
