"""Where the parties sign: at most two to a row, and never split over two pages.

The table is there for the look of it. It has no header and is read cell by cell, one
signatory at a time, which is the order in which the document has them.
"""

from collections.abc import Iterator
from itertools import cycle

from avtalsgen.model.nodes import Inline, Signatory, Signatures
from avtalsgen.ooxml.elements import Element, run, t, w
from avtalsgen.ooxml.paragraphs import paragraph, put
from avtalsgen.ooxml.units import twips
from avtalsgen.writers.docx.body.inline import runs
from avtalsgen.writers.docx.body.surroundings import Surroundings
from avtalsgen.writers.docx.styling import style_names as names
from avtalsgen.writers.seats import COLUMNS, seats

_BETWEEN = twips(24)
_ABOVE = twips(20)
_FIRST_LINE = twips(29.5)
"""Above the first line to write on, below the name of the party; from there they part as in PDF."""
_ROOM = twips(57)
"""For what a signature service shows, where there is no line to write on: 20 mm, as in PDF."""
_LINE_COLOURS = ("000000", "000001")
"""Two paragraphs on end with the same borders share them, and one of the lines would be lost
(ECMA-376 part 1, 17.3.1.24; LibreOffice looks at the lines alone, not at their distance)."""
_PURPOSE = "Uppställning i spalter för parternas underskrifter; inga data"


def signatures(content: Signatures, around: Surroundings) -> list[Element]:
    """Return the table of signatories; nothing where there are none."""
    signatories = content.signatories
    if not signatories:
        return []
    width = around.text_width // COLUMNS
    rows = [_row(row, width, around) for row in seats(signatories)]
    return [w("tbl", _properties(width), w("tblGrid", *_grid(width)), *rows)]


def _grid(width: int) -> Iterator[Element]:
    for _ in range(COLUMNS):
        yield w("gridCol", w=width)


def _properties(width: int) -> Element:
    return w(
        "tblPr",
        w("tblW", w=width * COLUMNS, type="dxa"),
        w("tblInd", w=0, type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblCellMar", w("left", w=0, type="dxa"), w("right", w=_BETWEEN, type="dxa")),
        w("tblLook", val="0000"),
        w("tblCaption", val="Underskrifter"),
        w("tblDescription", val=_PURPOSE),
    )


def _row(signatories: tuple[Signatory, ...], width: int, around: Surroundings) -> Element:
    cells = [w("tc", _cell(width), *_signatory(own, around)) for own in signatories]
    while len(cells) < COLUMNS:
        cells.append(w("tc", _cell(width), paragraph(around.styles[names.SIGNATORY_TEXT])))
    return w("tr", w("trPr", w("cantSplit")), *cells)


def _cell(width: int) -> Element:
    return w("tcPr", w("tcW", w=width, type="dxa"))


def _signatory(content: Signatory, around: Surroundings) -> Iterator[Element]:
    role = paragraph(around.styles[names.SIGNATORY_ROLE], run(t(content.role)))
    put(role, "spacing", before=_ABOVE)
    yield role
    yield from _words(content.organisation, around)
    ruled = [
        _ruled(line, colour, around)
        for colour, line in zip(cycle(_LINE_COLOURS), content.lines, strict=False)
    ]
    for first in ruled[:1]:
        put(first, "spacing", before=_FIRST_LINE)
    yield from ruled
    below = [*_words(content.name, around), *_words(content.title, around)]
    if below and not content.lines:
        put(below[0], "spacing", before=_ROOM)
    yield from below


def _words(content: tuple[Inline, ...], around: Surroundings) -> Iterator[Element]:
    if content:
        yield paragraph(around.styles[names.SIGNATORY_TEXT], *runs(content, around))


def _ruled(label: str, colour: str, around: Surroundings) -> Element:
    """Return a line to write on with `label` below it."""
    line = w("top", val="single", sz=6, space=3, color=colour)
    return paragraph(
        around.styles[names.SIGNATORY_LINE], run(t(label)), properties=(w("pBdr", line),)
    )
