"""Where the parties sign: at most two to a row, and never split over two pages.

The table is there for the look of it. It has no header and is read cell by cell, one
signatory at a time, which is the order in which the document has them.
"""

from collections.abc import Iterator, Sequence
from itertools import cycle, zip_longest

from avtalsgen.model.nodes import Inline, Signatory, Signatures
from avtalsgen.ooxml.elements import Element, run, t, w
from avtalsgen.ooxml.paragraphs import paragraph, put
from avtalsgen.ooxml.units import twips, twips_of_mm
from avtalsgen.writers.docx.body.inline import runs
from avtalsgen.writers.docx.body.surroundings import Surroundings
from avtalsgen.writers.docx.styling import style_names as names
from avtalsgen.writers.seats import COLUMNS, seats

_BETWEEN = twips_of_mm(14)
"""Between two columns, as in PDF."""
_ABOVE = twips(20)
_ABOVE_NEXT = twips(36.5)
"""Above a row that is not the first, whose role stands where it does in PDF."""
_FIRST_LINE = twips(29.5)
"""Above the first line to write on, below the name of the party; from there they part as in PDF."""
_ROOM = twips_of_mm(20 + 3)
"""For what a signature service shows, where there is no line to write on, and the distance from
it to the name, as in PDF."""
_LINE_COLOURS = ("000000", "000001")
"""Two paragraphs on end with the same borders share them, and one of the lines would be lost
(ECMA-376 part 1, 17.3.1.24; LibreOffice looks at the lines alone, not at their distance)."""
_PURPOSE = "Uppställning i spalter för parternas underskrifter; inga data"


def signatures(content: Signatures, around: Surroundings) -> list[Element]:
    """Return the table of signatories; nothing where there are none."""
    signatories = content.signatories
    if not signatories:
        return []
    widths = _widths(around.text_width)
    rows = [
        _row(row, widths, _ABOVE_NEXT if place else _ABOVE, around)
        for place, row in enumerate(seats(signatories))
    ]
    grid = [w("gridCol", w=width) for width in widths]
    return [w("tbl", _properties(sum(widths)), w("tblGrid", *grid), *rows)]


def _widths(text_width: int) -> list[int]:
    """Return how wide the columns are: the lines as long in all, room after all but the last."""
    line = (text_width - _BETWEEN * (COLUMNS - 1)) // COLUMNS
    return [line + _BETWEEN] * (COLUMNS - 1) + [line]


def _properties(width: int) -> Element:
    return w(
        "tblPr",
        w("tblW", w=width, type="dxa"),
        w("tblInd", w=0, type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblCellMar", w("left", w=0, type="dxa"), w("right", w=_BETWEEN, type="dxa")),
        w("tblLook", val="0000"),
        w("tblCaption", val="Underskrifter"),
        w("tblDescription", val=_PURPOSE),
    )


def _row(
    signatories: tuple[Signatory, ...], widths: Sequence[int], above: int, around: Surroundings
) -> Element:
    cells = [
        w("tc", _cell(width, width == widths[-1]), *_content(signatory, above, around))
        for width, signatory in zip_longest(widths, signatories)
    ]
    return w("tr", w("trPr", w("cantSplit")), *cells)


def _cell(width: int, last: bool) -> Element:
    edge = [w("tcMar", w("right", w=0, type="dxa"))] if last else []
    return w("tcPr", w("tcW", w=width, type="dxa"), *edge)


def _content(signatory: Signatory | None, above: int, around: Surroundings) -> Iterator[Element]:
    if signatory is None:
        yield paragraph(around.styles[names.SIGNATORY_TEXT])
    else:
        yield from _signatory(signatory, above, around)


def _signatory(content: Signatory, above: int, around: Surroundings) -> Iterator[Element]:
    role = paragraph(around.styles[names.SIGNATORY_ROLE], run(t(content.role)))
    put(role, "spacing", before=above)
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
