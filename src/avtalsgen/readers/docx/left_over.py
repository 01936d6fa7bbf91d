"""Headings that somebody emptied: paragraphs of a heading style that print nothing at all."""

from typing import Final

from avtalsgen.ooxml.elements import Element
from avtalsgen.ooxml.names import W
from avtalsgen.ooxml.package import Package
from avtalsgen.ooxml.text import TEXT
from avtalsgen.readers.docx.formats.styles import Styles
from avtalsgen.readers.docx.formats.values import value

_SILENT: Final = frozenset(
    f"{W}{name}" for name in ("pPr", "r", "bookmarkStart", "bookmarkEnd", "proofErr")
)
_SILENT_IN_RUN: Final = frozenset((f"{W}rPr", TEXT, f"{W}lastRenderedPageBreak"))
_OF_STYLE: Final = frozenset(f"{W}{name}" for name in ("pStyle", "keepNext", "keepLines", "rPr"))
"""What such a paragraph may say of its looks; a number or an edge would be seen."""
_TABLE: Final = f"{W}tbl"


def without_emptied_headings(data: bytes) -> bytes:
    """Return a Word file without the headings in its body that print nothing; as it is if none.

    Raises:
        UnfitError: it cannot be read.
    """
    package = Package(data)
    styles = Styles(package.related_part("styles"))
    body = package.document().find(f"{W}body")
    paragraphs = () if body is None else tuple(body.iterchildren(f"{W}p"))
    emptied = [each for each in paragraphs if _is_emptied(each, styles)]
    if not emptied or len(emptied) == len(paragraphs):
        return data
    for paragraph in emptied:
        paragraph.getparent().remove(paragraph)
    return package.written()


def _is_emptied(paragraph: Element, styles: Styles) -> bool:
    properties = paragraph.find(f"{W}pPr")
    if properties is None or not {each.tag for each in properties} <= _OF_STYLE:
        return False
    style = styles.paragraph(value(properties, "pStyle"))
    beside = {
        each.tag for each in (paragraph.getprevious(), paragraph.getnext()) if each is not None
    }
    if not style.heading or style.numbering or _TABLE in beside:
        return False
    runs = tuple(paragraph.iterchildren(f"{W}r"))
    silent = {each.tag for each in paragraph} <= _SILENT
    silent = silent and {each.tag for run in runs for each in run} <= _SILENT_IN_RUN
    return silent and not "".join(node.text or "" for node in paragraph.iter(TEXT)).strip()
