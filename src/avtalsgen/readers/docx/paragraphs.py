"""The paragraphs of a Word file as they would be printed, with every tracked change accepted.

A paragraph belongs to the section whose hidden bookmark (`_ag_…`) it stands in. What was
written between two sections belongs to the first of them: a new paragraph at the end of a
section often falls outside its bookmark.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from lxml import etree

from avtalsgen.ooxml.names import W
from avtalsgen.ooxml.package import Package
from avtalsgen.ooxml.text import TEXTS, printed, text_of
from avtalsgen.readers.docx.formats.numbering import ParagraphCounter
from avtalsgen.readers.docx.formats.styles import Style, Styles
from avtalsgen.readers.docx.formats.values import value
from avtalsgen.readers.docx.refusals import refusals
from avtalsgen.records import dataclass

_MARK = "_ag_"
_START, _END, _PARAGRAPH = f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}p"
_REMOVED = {f"{W}del", f"{W}moveFrom"}
_ADDED = {f"{W}ins", f"{W}moveTo"}

Kind = Literal["added", "removed"]


@dataclass(frozen=True, slots=True)
class TrackedChange:
    """A tracked change that nobody has accepted or refused yet."""

    kind: Kind
    author: str
    text: str


@dataclass(frozen=True, slots=True)
class PrintedParagraph:
    """What a paragraph prints."""

    mark: str
    """The name of its section; empty before the first section and after the last."""
    text: str
    revisions: tuple[TrackedChange, ...] = ()
    after: bool = False
    """Whether it stands after the last section."""


@dataclass(frozen=True, slots=True)
class _Numbers:
    """The styles of a file, and its counters."""

    styles: Styles
    numbering: ParagraphCounter

    def style_of(self, paragraph: etree._Element) -> Style:
        """Return the style of a paragraph."""
        return self.styles.paragraph(value(paragraph, "pPr/pStyle"))

    def next(self, heading: etree._Element, style: Style) -> str:
        """Return the number printed before the next heading; nothing if it has none."""
        counted = self.numbering.next(heading.find(f"{W}pPr"), style)
        return counted.text if counted else ""


def paragraphs(data: bytes) -> tuple[PrintedParagraph, ...]:
    """Return the paragraphs of a Word file in reading order, without the contents table.

    A heading has its number first. A paragraph that prints nothing is left out, if it has no
    tracked change.

    Raises:
        AvtalsgenError: DX01 it is no Word file, or a broken one.
    """
    with refusals():
        file = Package(data)
        styles = Styles(file.related_part("styles"))
        numbers = _Numbers(styles, ParagraphCounter(file.related_part("numbering"), styles))
        return tuple(_settled(list(_walk(file.document(), numbers))))


def _walk(root: etree._Element, numbers: _Numbers) -> Iterator[PrintedParagraph]:
    """Yield every paragraph; one between two sections has no mark yet."""
    mark, closing = "", ""
    for node in root.iter(_PARAGRAPH, _START, _END):
        if node.tag == _START and _is_ours(node):
            mark, closing = _opened(node)
        elif node.tag == _END and node.get(f"{W}id") == closing:
            mark = ""
        elif node.tag == _PARAGRAPH:
            opened = [_opened(each) for each in node.iter(_START) if _is_ours(each)]
            if opened:
                mark, closing = opened[-1]
            paragraph = _paragraph(node, mark, numbers)
            if paragraph.text or paragraph.revisions:
                yield paragraph


def _settled(unsettled: list[PrintedParagraph]) -> Iterator[PrintedParagraph]:
    """Yield the paragraphs, those between two sections given to the first of them."""
    last = max((place for place, paragraph in enumerate(unsettled) if paragraph.mark), default=-1)
    mark = ""
    for place, paragraph in enumerate(unsettled):
        mark = paragraph.mark or mark
        yield (
            replace(paragraph, mark=mark) if place <= last else replace(paragraph, after=last >= 0)
        )


def _is_ours(start: etree._Element) -> bool:
    return str(start.get(f"{W}name", "")).startswith(_MARK)


def _opened(start: etree._Element) -> tuple[str, str]:
    return str(start.get(f"{W}name")).removeprefix(_MARK), str(start.get(f"{W}id"))


def _paragraph(element: etree._Element, mark: str, numbers: _Numbers) -> PrintedParagraph:
    style = numbers.style_of(element)
    if style.contents or style.heads_contents:
        return PrintedParagraph(mark, "")
    text = printed(element)
    if style.heading and text.strip():
        text = f"{numbers.next(element, style)} {text}"
    return PrintedParagraph(mark, " ".join(text.split()), tuple(_revisions(element)))


def _revisions(element: etree._Element) -> Iterator[TrackedChange]:
    for node in element.iter(*_REMOVED, *_ADDED):
        text = text_of(node, TEXTS)
        if text.strip():
            kind: Kind = "removed" if node.tag in _REMOVED else "added"
            yield TrackedChange(kind, str(node.get(f"{W}author", "")), " ".join(text.split()))
