"""The rows of a table, and the letters of a row."""

from collections.abc import Iterator

from lxml import etree

from avtalsgen.ooxml.names import W
from avtalsgen.readers.docx.returned.sheet import SheetLine, SheetStretch

CELL = "\t"
"""Between the cells of a row."""
_ROWS = {f"{W}sdt": f"{W}sdtContent", f"{W}customXml": "", f"{W}ins": "", f"{W}del": ""}


def inside(node: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Yield the rows of a table or cells of a row, also those in content controls."""
    for child in node:
        if child.tag == tag:
            yield child
        elif child.tag in _ROWS:
            inner = child.find(_ROWS[child.tag]) if _ROWS[child.tag] else child
            if inner is not None:
                yield from inside(inner, tag)


def letters_of(cells: list[list[SheetLine]]) -> Iterator[SheetStretch]:
    """Yield the letters of a row: tabs between cells, a space between paragraphs."""
    for place, cell in enumerate(cells):
        if place:
            yield SheetStretch(CELL)
        written = False
        for line in cell:
            if written and line.stretches:
                yield SheetStretch(" ")
            written = written or bool(line.stretches)
            yield from line.stretches
