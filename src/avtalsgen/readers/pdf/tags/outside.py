"""What stands on the pages of a tagged PDF and has no tag: running heads, page numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from avtalsgen.readers.pdf.drawn.drawn_rows import rows
from avtalsgen.readers.pdf.drawn.glyph import PageGlyphs
from avtalsgen.readers.rows.row import Row
from avtalsgen.readers.rows.running import Edge


def outside(pages: Sequence[PageGlyphs]) -> tuple[tuple[Edge, Row], ...]:
    """Return the rows that no tag has, above and below all text that has one.

    What stands between is decoration: bullets, the dots of a contents.
    """
    heads = _outermost(rows(_above(page) for page in pages))
    feet = _outermost(rows(_below(page) for page in pages)[::-1])
    return (*(("header", row) for row in heads), *(("footer", row) for row in feet))


def _outermost(rows_outside: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows that stand together at the edge; the head of a table may follow further in."""
    for _, page_rows in groupby(rows_outside, lambda row: row.page):
        edge, *further = page_rows
        yield edge
        before = edge
        for row in further:
            if max(row, before, key=lambda row_: row_.line).gap:
                break
            yield row
            before = row


def _above(page: PageGlyphs) -> PageGlyphs:
    top = max((glyph.line for glyph in page.glyphs if glyph.number >= 0), default=page.height / 2)
    return replace(page, glyphs=tuple(each for each in page.glyphs if each.line > top))


def _below(page: PageGlyphs) -> PageGlyphs:
    foot = min((glyph.line for glyph in page.glyphs if glyph.number >= 0), default=page.height / 2)
    return replace(page, glyphs=tuple(each for each in page.glyphs if each.line < foot))
