"""Which sections are new, gone, moved or kept is the same in the comparison, in nodes and in Word.

Tried by hand on every ordered pair; here stand some of each kind.
"""

import io
import os
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest
from lxml import etree
from tests.compared import compare_sections
from tests.documents.every import document, project, written
from tests.read import read_plain_text

from avtalsgen.compare.align.alignment import Alignment, aligned
from avtalsgen.compare.marks.node_redline import redline
from avtalsgen.model import plain, walk
from avtalsgen.model.comparison import SectionPair
from avtalsgen.model.nodes import Document, Revision, Section
from avtalsgen.pipeline.build.build import write
from avtalsgen.redline import Options, word_redline
from avtalsgen.writers.render import Render

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OWN = (
    ("vald-i-nara-relation@2019", "vald-i-nara-relation@2026"),
    ("vald-i-nara-relation@2026", "familjeradgivning@2021"),
    ("familjeradgivning@2021", "beroendemottagningen@2021-tillagg"),
    ("beroendemottagningen@2021-tillagg", "korttidsboende@2026"),
    ("vald-i-nara-relation@2027-tillagg", "vald-i-nara-relation@2019"),
)
SOURCES = (
    ("vald-i-nara-relation-2019", "familjeradgivning-2021"),
    ("familjeradgivning@2026", "beroendemottagningen-2021"),
)
PAIRS = (*OWN, *SOURCES)
SIGNED = "Underskrifter"
"""What the place to sign is called, beside the body; a section of it may have the name too."""
Drawn = dict[str, Counter[str]]


@cache
def side(name: str) -> tuple[Document, bytes]:
    """Return a document with its Word file; one of the sources as we write it."""
    if "@" in name:
        return document(name), written(name)["docx"]
    folder = os.environ.get("AVTALSGEN_UNDERLAG")
    if not folder:
        pytest.skip("AVTALSGEN_UNDERLAG säger inte var källorna finns; de får inte publiceras")
    text = (Path(folder) / f"{name}.txt").read_text(encoding="utf-8")
    source = read_plain_text(text, f"{name}.txt").document
    house = project().house_of((OWN[0][0],))
    made = write(source, Render(house.profile, project().shell(house)), ("docx",))
    return source, made["docx"]


def headings(*documents: Document) -> set[str]:
    return {
        plain.text(section.heading)
        for one in documents
        for section in walk.sections(one)
        if section.heading
    }


def drawn() -> Drawn:
    return {kind: Counter() for kind in ("moved", "new", "gone")}


def in_comparison(pairs: Sequence[SectionPair], of_bodies: set[str]) -> Drawn:
    told = drawn()
    for pair in pairs:
        face = pair.new or pair.old
        kind = {"added": "new", "removed": "gone"}.get(pair.status, "moved" if pair.moved else "")
        if kind and face and face.heading in of_bodies and (face.place or face.heading != SIGNED):
            told[kind][face.heading] += 1
    return told


def headings_alone(pairs: Sequence[SectionPair], of_bodies: set[str]) -> Drawn:
    """Return the headings that a kept section has got or lost: in Word a new or gone paragraph."""
    told = drawn()
    for pair in pairs:
        if pair.old and pair.new and bool(pair.old.heading) != bool(pair.new.heading):
            heading = pair.new.heading or pair.old.heading
            if heading in of_bodies:
                told["new" if pair.new.heading else "gone"][heading] += 1
    return told


def in_nodes(old: Document, new: Document, body: Alignment) -> Drawn:
    told = drawn()
    named = {section.anchor: plain.text(section.heading) for section in walk.sections(new)}
    for section, mark in marked(redline(old, new, body).document.sections, None):
        heading = plain.text(section.heading)
        if mark is None or not heading:
            continue
        if not mark.move:
            told["new" if mark.kind == "inserted" else "gone"][heading] += 1
        elif mark.kind == "inserted" and section.revision:
            told["moved"][named[section.anchor]] += 1
    return told


def marked(
    sections: tuple[Section, ...], above: Revision | None
) -> Iterator[tuple[Section, Revision | None]]:
    """Yield each section with its mark, or that of what it stands in."""
    for section in sections:
        mark = section.revision or above
        yield section, mark
        yield from marked(section.sections, mark)


def in_word(redlined: bytes, of_bodies: set[str]) -> Drawn:
    told = drawn()
    with zipfile.ZipFile(io.BytesIO(redlined)) as file:
        body = etree.fromstring(file.read("word/document.xml"))
        styles = etree.fromstring(file.read("word/styles.xml"))
    of_headings = {
        style.get(f"{W}styleId")
        for style in styles.iter(f"{W}style")
        if style.find(f"{W}pPr/{W}outlineLvl") is not None
    }
    for paragraph in body.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if style is None or style.get(f"{W}val") not in of_headings:
            continue
        ends = paragraph.find(f"{W}pPr/{W}rPr")
        marks = {str(mark.tag).removeprefix(W) for mark in (() if ends is None else ends)}
        for mark, kind in (("moveTo", "moved"), ("ins", "new"), ("del", "gone")):
            words = said(paragraph, new=mark != "del")
            if mark in marks and words in of_bodies:
                told[kind][words] += 1
                break
    return told


def said(paragraph: etree._Element, *, new: bool) -> str:
    """Return what a paragraph says on one side of its marks."""
    other = {f"{W}{tag}" for tag in (("del", "moveFrom") if new else ("ins", "moveTo"))}
    return "".join(
        text.text or ""
        for text in paragraph.iter(f"{W}t", f"{W}delText")
        if not other & {above.tag for above in text.iterancestors()}
    )


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_the_same_sections_are_new_gone_moved_and_kept(first: str, second: str) -> None:
    (old, old_file), (new, new_file) = side(first), side(second)
    pairs, of_bodies = compare_sections(old, new).sections, headings(old, new)
    expected = in_comparison(pairs, of_bodies)
    assert sum(expected["new"].values()) + sum(expected["gone"].values())
    body = aligned(old, new)
    assert in_nodes(old, new, body) == expected
    made = word_redline(old_file, new_file, Options(alignment=body))
    assert made.by_sections
    alone = headings_alone(pairs, of_bodies)
    assert in_word(made.docx, of_bodies) == {
        kind: expected[kind] + alone[kind] for kind in expected
    }
