"""What moved is the same in the comparison, in the redline of nodes and in the Word redline."""

import io
import zipfile
from functools import cache
from pathlib import Path

import pytest
from lxml import etree
from tests.compare.outlines import KINDS, outline_file
from tests.compared import compare_sections
from tests.documents.every import document, written
from tests.read import read_docx

from avtalsgen.compare.align.alignment import Alignment, aligned
from avtalsgen.compare.marks.move_names import blocks_of
from avtalsgen.compare.marks.node_redline import redline
from avtalsgen.compare.words.tokens import tokens
from avtalsgen.compare.words.word_diff import word_diff
from avtalsgen.model import plain, walk
from avtalsgen.model.nodes import Document
from avtalsgen.redline import Options, Redlined, word_redline

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FILES = Path(__file__).parents[1] / "redline" / "same_moves"
BESIDE_THE_BODY = ("Innehall", "Omslag", "Underskrift")
"""Styles of contents, cover and places to sign, in files of ours."""
PAIRS = ("renamed", "chapters", "editions", *(kind for kind in KINDS if KINDS[kind][2]))


@cache
def sides(name: str) -> tuple[tuple[Document, bytes], tuple[Document, bytes]]:
    """Return both documents of a pair with their Word files."""
    if name == "editions":
        editions = ("vald-i-nara-relation@2019", "vald-i-nara-relation@2026")
        old, new = ((document(each), written(each)["docx"]) for each in editions)
    elif name in KINDS:
        data = [outline_file(row) for row in KINDS[name][:2]]
        old, new = ((read_docx(each, "a.docx", "accept").document, each) for each in data)
    else:
        data = [(FILES / f"{name}-{side}.docx").read_bytes() for side in ("old", "new")]
        old, new = ((read_docx(each, "a.docx", "accept").document, each) for each in data)
    return old, new


@cache
def alignment(name: str) -> Alignment:
    (old, _), (new, _) = sides(name)
    return aligned(old, new)


@cache
def in_word(name: str) -> Redlined:
    (_, old_file), (_, new_file) = sides(name)
    return word_redline(old_file, new_file, Options(alignment=alignment(name)))


@cache
def in_nodes(name: str) -> Document:
    (old, _), (new, _) = sides(name)
    return redline(old, new, alignment(name)).document


@cache
def printed(name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(in_word(name).docx)) as file:
        return etree.fromstring(file.read("word/document.xml"))


def moved_in_comparison(name: str) -> list[str]:
    (old, _), (new, _) = sides(name)
    return [
        pair.new.heading for pair in compare_sections(old, new).sections if pair.moved and pair.new
    ]


def moved_in_nodes(name: str) -> list[str]:
    (_, _), (new, _) = sides(name)
    names = {section.anchor: plain.text(section.heading) for section in walk.sections(new)}
    return [
        names[section.anchor]
        for section in walk.sections(in_nodes(name))
        if section.revision and section.revision.move and section.revision.kind == "inserted"
    ]


def moved_in_word(name: str) -> list[str]:
    """Return what stands first in each range that something moved to, if it is a heading."""
    (_, _), (new, _) = sides(name)
    headings = {plain.text(section.heading) for section in walk.sections(new)}
    firsts = []
    for start in printed(name).iter(W + "moveToRangeStart"):
        paragraph = next(above for above in start.iterancestors() if above.tag == W + "p")
        gone = {id(text) for run in paragraph.iter(W + "moveFrom") for text in run.iter(W + "t")}
        texts = [text.text or "" for text in paragraph.iter(W + "t") if id(text) not in gone]
        firsts.append("".join(texts))
    return [first for first in firsts if first in headings]


@pytest.mark.parametrize("name", PAIRS)
def test_the_same_sections_have_moved_in_every_view(name: str) -> None:
    moved = moved_in_comparison(name)
    assert moved
    assert moved_in_nodes(name) == moved
    assert moved_in_word(name) == moved


@pytest.mark.parametrize("name", PAIRS)
def test_no_more_has_moved_in_word_than_those_sections_and_the_lines_that_moved(name: str) -> None:
    body = alignment(name)
    lines = blocks_of(match for match in body.matches if match not in body.staying)
    moved = len(body.moves.moved) + len(set(lines.values()))
    assert in_word(name).moves == moved
    names = {
        mark.move
        for section in walk.sections(in_nodes(name))
        for mark in (section.revision, *(m for b in section.blocks for m in walk.revisions(b)))
        if mark and mark.move.startswith("flytt-")
    }
    assert len(names) == moved


@pytest.mark.parametrize("name", PAIRS)
def test_text_that_the_alignment_keeps_is_not_marked_in_word(name: str) -> None:
    body = alignment(name)
    heads = [
        ((body.old.sections[i].heading,), (body.new.sections[j].heading,))
        for i, j in body.sections.items()
    ]
    changed = sum(len(unit.text) for side in (body.old, body.new) for unit in side.units)
    for olds, news in (*heads, *map(body.units, body.matches)):
        changed -= 2 * kept("\n".join(u.text for u in olds), "\n".join(u.text for u in news))
    marked = sum(
        len(text.text or "")
        for paragraph in printed(name).iter(W + "p")
        if not style(paragraph).startswith(BESIDE_THE_BODY)
        for mark in paragraph.iter(W + "ins", W + "del")
        for text in mark.iter(W + "t", W + "delText")
    )
    assert in_word(name).by_sections
    assert marked <= changed + len(body.matches)


def style(paragraph: etree._Element) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    name = "" if found is None else str(found.get(W + "val"))
    return "Omslag" if name in ("Rubrik", "Underrubrik") else name


def kept(old: str, new: str) -> int:
    olds, news = tokens(old), tokens(new)
    same = (edit for edit in word_diff(olds, news) if edit.kind == "same")
    return sum(len(token) for edit in same for token in olds[edit.old_from : edit.old_to])
