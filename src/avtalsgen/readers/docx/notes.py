"""What stands beside the text: footnotes, endnotes, comments and text boxes."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from lxml import etree

from avtalsgen.model.nodes import Aside, Paragraph
from avtalsgen.ooxml.names import W
from avtalsgen.ooxml.text import TEXT
from avtalsgen.readers.docx.around import Around
from avtalsgen.readers.docx.formats.number_formats import roman
from avtalsgen.readers.docx.text.story import Story
from avtalsgen.readers.recognise.cutting import stripped, worded
from avtalsgen.readers.recognise.lists import blocks, typed

_Part = Literal["footnote", "endnote", "comment"]
_PARTS: tuple[tuple[_Part, str], ...] = (
    ("footnote", "footnotes"),
    ("endnote", "endnotes"),
    ("comment", "comments"),
)
_SIGNED = ("footnote", "endnote")
_MOST_BOXES = 2_000
_RANGES = (f"{W}commentRangeStart", f"{W}commentRangeEnd")
_MOST_PINNED = 500
"""Characters that a comment is told to be on."""


def asides(around: Around) -> tuple[Aside, ...]:
    """Return the notes that the text refers to, in the order it does, and the text boxes in it.

    The text is read before, and tells which there are. A note may refer to another one; each is
    read once. Boxes may stand in notes, and in boxes.
    """
    notes = [aside for part, kind in _PARTS for aside in _notes(part, kind, around)]
    return (*notes, *_boxes(around))


def _notes(part: _Part, kind: str, around: Around) -> Iterator[Aside]:
    name = around.file.related(kind) or ""
    root = around.story(name)
    if root is None:
        return
    nodes = {node.get(f"{W}id", ""): node for node in root.iterchildren(f"{W}{part}")}
    read: set[str] = set()
    pinned = commented(around.file.document()) if part == "comment" else {}
    known = around.notes.setdefault(part, {})
    while waiting := [key for key in known if key not in read]:
        for key in waiting:
            read.add(key)
            node = nodes.get(key)
            if node is not None:
                aside = _aside(part, _name(part, known[key], node), node, name, around)
                yield replace(aside, on=pinned.get(key, "")) if part == "comment" else aside


def commented(story: etree._Element) -> dict[str, str]:
    """Return the words that each comment in a text is on, by its id (17.13.4.4, 17.13.4.3)."""
    words: dict[str, str] = {}
    open_ranges: set[str] = set()
    for node in story.iter(*_RANGES, TEXT, f"{W}p"):
        key = node.get(f"{W}id", "")
        if node.tag == _RANGES[0]:
            open_ranges.add(key)
        elif node.tag == _RANGES[1]:
            open_ranges.discard(key)
        else:
            text = " " if node.tag == f"{W}p" else node.text or ""
            for range_key in open_ranges:
                if len(said := words.get(range_key, "")) < _MOST_PINNED:
                    words[range_key] = said + text
    return {key: " ".join(text.split()) for key, text in words.items()}


def _name(part: _Part, number: int, node: etree._Element) -> str:
    """Return the number of a note as printed, and of a comment also who wrote it."""
    printed = roman(number).lower() if part == "endnote" else str(number)
    return " ".join(word for word in (printed, node.get(f"{W}author", "")) if word)


def _boxes(around: Around) -> Iterator[Aside]:
    position = 0
    while position < min(len(around.boxes), _MOST_BOXES):
        box, part = around.boxes[position]
        aside = _aside("textbox", str(position + 1), box, part, around)
        behind = around.boxes_behind[position : position + 1]
        if aside.blocks:
            yield replace(aside, behind="".join(behind))
        position += 1


def _aside(
    part: _Part | Literal["textbox"], name: str, node: etree._Element, within: str, around: Around
) -> Aside:
    lines = Story(around, within).lines(node)
    spaced = [typed(worded(line, lambda text: text.replace("\t", " "))) for line in lines]
    if spaced and part in _SIGNED and isinstance(spaced[0].block, Paragraph):
        words = stripped(spaced[0].block.content)  # the room after its number says nothing
        first = replace(spaced[0].block, content=words)
        spaced[0] = replace(spaced[0], block=first, text=spaced[0].text.lstrip())
    return Aside(part, name, tuple(blocks(tuple(spaced))))
