"""Tables."""

from dataclasses import replace
from itertools import pairwise

from avtalsgen.model import metrics
from avtalsgen.model.nodes import Cell, Inline, Table, Text, Value
from avtalsgen.model.plain import text
from avtalsgen.model.walk import Mark, names_rows, rewrite
from avtalsgen.ooxml.elements import Element, w
from avtalsgen.ooxml.paragraphs import paragraph
from avtalsgen.ooxml.units import eighths, twips, twips_of_mm
from avtalsgen.swedish.together import loosened
from avtalsgen.writers.docx.body.inline import runs
from avtalsgen.writers.docx.body.surroundings import Surroundings
from avtalsgen.writers.docx.styling import style_names as names
from avtalsgen.writers.docx.styling.looks import hexadecimal

LINE, HEAD_LINE = 0.5, 0.9
"""How thick the lines are, in points. Word makes room for them above each row and below the
last; the measures have none, so the room is taken from the padding."""


def table(content: Table, around: Surroundings, indent: int = 0) -> Element:
    """Return a table that fills the line from `indent` twips on.

    The header row is marked as one and comes again on every page (ECMA-376 part 1,
    17.4.49); no row is split over two pages, nor is a low table, and no row is alone on one.
    """
    whole = metrics.is_kept_whole(content)
    kept = range(len(content.rows) - 1) if whole else metrics.held_items(len(content.rows))
    width = around.text_width - indent
    widths = _widths(metrics.column_shares(content), width)
    rooms = metrics.rooms(content)
    header, *rows = (
        tuple(_in_column(cell, room) for cell, room in zip(row, rooms, strict=True))
        for row in (content.header, *content.rows)
    )
    return w(
        "tbl",
        _properties(content, around, width, indent),
        w("tblGrid", *(w("gridCol", w=column) for column in widths)),
        _row(header, content, widths, rooms, around),
        *(
            _row(row, content, widths, rooms, around, place=place, held=place in kept)
            for place, row in enumerate(rows)
        ),
    )


def _in_column(cell: Cell, room: int) -> Cell:
    """Return `cell` with breaks in what is kept together and has no room: Word makes its own."""

    def loose(inline: Inline, _mark: Mark) -> tuple[Inline, ...]:
        if isinstance(inline, Text | Value):
            return (replace(inline, text=loosened(inline.text, room)),)
        return (inline,)

    return rewrite(cell, inline=loose)


def _is_parted(cell: Cell, room: int) -> bool:
    """Return whether a cell has a word that is to be hyphenated; none is that has room."""
    return any(len(word) > room for word in text(cell).split(" "))


def _properties(content: Table, around: Surroundings, width: int, indent: int) -> Element:
    usual = content.letters == "usual"
    side = twips_of_mm(metrics.CELL_PADDING_MM if usual else metrics.CLOSE_PADDING_MM)
    padding = {"top": side - twips(LINE), "left": side, "bottom": side, "right": side}
    rule = around.profile.colours.rule
    return w(
        "tblPr",
        w("tblStyle", val=around.styles[names.TABLE]),
        w("tblW", w=width, type="dxa"),
        w("tblInd", w=indent, type="dxa"),
        w("tblBorders", *(_line(place, rule) for place in ("bottom", "insideH"))),
        w("tblLayout", type="fixed"),
        w("tblCellMar", *(w(place, w=room, type="dxa") for place, room in padding.items())),
        _look(row_heads=names_rows(content)),
    )


def _look(*, row_heads: bool) -> Element:
    """Return which parts of the table are headings; Word tells a screen reader of them so."""
    bits = 0x0020 | (0x0080 if row_heads else 0)
    return w(
        "tblLook",
        val=f"{bits:04X}",
        firstRow=1,
        lastRow=0,
        firstColumn=int(row_heads),
        lastColumn=0,
        noHBand=1,
    )


def _line(place: str, colour: str, width: float = LINE) -> Element:
    return w(place, val="single", sz=eighths(width), space=0, color=hexadecimal(colour))


def _row(
    cells: tuple[Cell, ...],
    content: Table,
    widths: tuple[int, ...],
    rooms: tuple[int, ...],
    around: Surroundings,
    *,
    place: int = -1,
    held: bool = False,
) -> Element:
    """Return a row; the head has no place, and stands above the one whose place is 0."""
    head = place < 0
    repeated = (w("tblHeader"),) if head else ()
    style = around.styles[names.table(content.letters, head=head)]
    sides = content.align or ("left",) * len(cells)
    written = []
    for cell, width, side, room in zip(cells, widths, sides, rooms, strict=True):
        justified = (w("jc", val="right"),) if side == "right" else ()
        kept = (w("keepNext"),) if held else ()
        look = _head_look(around) if head else _below_the_head(around) if place == 0 else ()
        whole = () if _is_parted(cell, room) else (w("suppressAutoHyphens"),)
        properties = (*kept, *whole, *justified)
        words = paragraph(style, *runs(cell, around, room), properties=properties)
        written.append(w("tc", w("tcPr", w("tcW", w=width, type="dxa"), *look), words))
    return w("tr", w("trPr", w("cantSplit"), *repeated), *written)


def _head_look(around: Surroundings) -> tuple[Element, ...]:
    below = w("tcBorders", _line("bottom", around.profile.colours.accent, HEAD_LINE))
    return below, w("shd", val="clear", color="auto", fill=hexadecimal(metrics.TABLE_HEAD_FILL))


def _below_the_head(around: Surroundings) -> tuple[Element, ...]:
    """Return the rule of the head once more: LibreOffice draws the one of the row below it."""
    return (w("tcBorders", _line("top", around.profile.colours.accent, HEAD_LINE)),)


def _widths(shares: tuple[float, ...], width: int) -> tuple[int, ...]:
    """Return whole widths that add up to `width`."""
    edges = [round(width * sum(shares[:place])) for place in range(len(shares) + 1)]
    return tuple(right - left for left, right in pairwise(edges))
