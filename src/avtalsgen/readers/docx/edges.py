"""The heads and feet of the pages: what stands on every page, and what on some."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from lxml import etree

from avtalsgen.model.nodes import Aside, Paragraph, Running
from avtalsgen.ooxml.names import R, W
from avtalsgen.ooxml.text import text_of
from avtalsgen.readers.docx.around import Around
from avtalsgen.readers.docx.formats.values import is_on, value
from avtalsgen.readers.docx.own import DRAFT
from avtalsgen.readers.docx.text.fields import OF_PAGES, PAGE
from avtalsgen.readers.docx.text.story import Story
from avtalsgen.readers.recognise.cutting import worded
from avtalsgen.readers.recognise.line import Line
from avtalsgen.readers.recognise.lists import blocks
from avtalsgen.records import dataclass

_KINDS: dict[str, Literal["header", "footer"]] = {
    f"{W}headerReference": "header",
    f"{W}footerReference": "footer",
}
_MOST = 200
"""Parts; a file may have three of each kind for every section."""
_PAGES = re.compile(
    rf"""
    [ \t]*(sidan?|sid\.?|s\.|page)?[ \t]*
    {PAGE}[ \t]*([(/]|av|of)?[ \t]*{OF_PAGES}?[ \t]*\)?\.?\s*$    # 3 (12), 3/12, 3 av 12.
    """,
    re.IGNORECASE | re.VERBOSE,
)
_NAMED = str.maketrans({PAGE: "x", OF_PAGES: "y"})
"""What stands for the numbers, which differ from page to page."""


@dataclass(frozen=True, slots=True)
class SectionEdges:
    """`running` is what stands on every page but the cover; all else stands in `asides`."""

    running: Running
    asides: tuple[Aside, ...]
    draft: bool


@dataclass(frozen=True, slots=True)
class _Edge:
    kind: Literal["header", "footer"]
    name: str
    lines: tuple[Line, ...]

    @property
    def key(self) -> tuple[str, str, tuple[str, ...]]:
        return self.kind, self.name, tuple(_text(line) for line in self.lines)


def edges(body: etree._Element, around: Around) -> SectionEdges:
    """Return the heads and feet of the pages, those that say the same once.

    A head and a foot of a single line, alike in all sections, are what a document has of its own:
    `Running`. Numbers of pages are left out there, since every format writes its own.
    """
    every = tuple({own.key: own for own in _shown(body, around)}.values())
    heads = [own for own in every if own.kind == "header" and own.name == "default"]
    feet = [own for own in every if own.kind == "footer" and own.name == "default"]
    left, right = _sides(heads)
    foot = _foot(feet)
    running = Running(left, right, foot)
    carried = {own.key for own in (*(heads if left or right else ()), *(feet if foot else ()))}
    asides = tuple(_aside(own) for own in every if own.key not in carried and _says(own))
    return SectionEdges(running, asides, _is_draft(around))


def _shown(body: etree._Element, around: Around) -> Iterator[_Edge]:
    """Yield the heads and feet that are printed, section by section."""
    relations = around.file.relations(around.file.main)
    even = _even_differs(around)
    read: dict[str, tuple[Line, ...]] = {}
    for section in body.iter(f"{W}sectPr"):
        if section.getparent().tag == f"{W}sectPrChange":
            continue
        first = is_on(section.find(f"{W}titlePg"))
        for node in section:
            name = node.get(f"{W}type", "default")
            hidden = (name == "first" and not first) or (name == "even" and not even)
            relation = relations.get(node.get(f"{R}id", ""))
            if node.tag not in _KINDS or hidden or relation is None or relation.outside:
                continue
            if relation.part not in read and len(read) < _MOST:
                read[relation.part] = _lines(relation.part, around)
            if relation.part in read:
                yield _Edge(_KINDS[node.tag], name, read[relation.part])


def _lines(name: str, around: Around) -> tuple[Line, ...]:
    root = around.story(name)
    return () if root is None else tuple(Story(around, name, edge=True).lines(root))


def _even_differs(around: Around) -> bool:
    root = around.file.related_part("settings")
    return root is not None and bool(is_on(root.find(f"{W}evenAndOddHeaders")))


def _says(edge: _Edge) -> bool:
    return any(text and not _PAGES.fullmatch(text) for text in map(_text, edge.lines))


def _sides(heads: Sequence[_Edge]) -> tuple[str, str]:
    """Return what stands left and right in a head of one line; nothing of any other."""
    if len(heads) != 1 or len(heads[0].lines) != 1 or not _is_plain(heads[0].lines[0]):
        return "", ""
    parts = [_squeezed(part) for part in _PAGES.sub("", heads[0].lines[0].text).split("\t")]
    said = [part for part in parts if part]
    match said:
        case [head]:
            return (head, "") if parts[0] else ("", head)
        case [left, right]:
            return left, right
        case _:
            return "", ""


def _foot(feet: Sequence[_Edge]) -> str:
    if len(feet) != 1 or len(feet[0].lines) != 1 or not _is_plain(feet[0].lines[0]):
        return ""
    parts = [_squeezed(part) for part in _PAGES.sub("", feet[0].lines[0].text).split("\t")]
    said = [part for part in parts if part]
    return said[0] if len(said) == 1 else ""


def _is_plain(line: Line) -> bool:
    counted = PAGE in (left := _PAGES.sub("", line.text)) or OF_PAGES in left
    return isinstance(line.block, Paragraph) and not (line.item or counted or "\n" in left)


def _squeezed(text: str) -> str:
    return " ".join(word for word in text.split(" ") if word)


def _text(line: Line) -> str:
    if isinstance(line.block, Paragraph):
        return line.text.strip()
    return repr(line.block)


def _aside(edge: _Edge) -> Aside:
    lines = [worded(line, _unpaged) for line in edge.lines]
    return Aside(edge.kind, edge.name, tuple(blocks(lines)))


def _unpaged(text: str) -> str:
    """Return a line without the number of its page, which every format writes its own."""
    return _PAGES.sub("", text).replace("\t", " ").translate(_NAMED)


def _is_draft(around: Around) -> bool:
    """Return whether a file of ours says UTKAST at the head of its pages."""
    if not around.own.ours:
        return False
    names = {own.part for own in around.file.relations(around.file.main).values()}
    for name in sorted(each for each in names if "header" in each):
        root = around.file.part(name)
        for paragraph in () if root is None else root.iter(f"{W}p"):
            style = around.styles.paragraph(value(paragraph, "pPr/pStyle"))
            if style.name == DRAFT and text_of(paragraph):
                return True
    return False
