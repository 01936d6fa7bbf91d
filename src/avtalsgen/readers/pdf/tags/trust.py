"""Whether the tags of a PDF tell what a person reads on its pages.

Tags are made by programs, and many make them badly: text without any, headings before all text,
subheadings nowhere. So a file is read both by its tags and by its looks, and the tags are kept
only if they

    cover     every letter that is no artifact and no running head or foot,
    follow    the page from the top to its foot, but for a few steps back,
    head      what has a number of two places or more and looks like a heading.
"""

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from avtalsgen.model import plain, walk
from avtalsgen.model.nodes import Document
from avtalsgen.readers.pdf.drawn.drawn_rows import rows
from avtalsgen.readers.pdf.drawn.glyph import PageGlyphs
from avtalsgen.readers.pdf.tags.printed import RowPlace
from avtalsgen.readers.recognise.numbers import Path, path
from avtalsgen.readers.rows.row import Row
from avtalsgen.swedish.phrases import fold

_STEPS_BACK = 0.02
"""Of the paragraphs, that may stand above one that the tree has before them: a text box, a note in
the margin."""
_REMEMBERED = 200
"""Paragraphs of a page that one is held against."""
_MISSING, _OF_HEADINGS = 1, 0.1
"""So many headings, and so large a share, may look like some and be items or cells."""


def covers(pages: Sequence[PageGlyphs], read: Set[tuple[int, int]], running: Sequence[Row]) -> bool:
    """Return whether all letters of `pages` are in the pieces `read`, artifacts or `running`."""
    outside = (
        replace(
            content,
            glyphs=tuple(
                glyph
                for glyph in content.glyphs
                if glyph.text.isalnum() and not glyph.artifact and (page, glyph.number) not in read
            ),
        )
        for page, content in enumerate(pages, start=1)
    )
    told: dict[int, str] = {}
    for row in running:
        told[row.page] = told.get(row.page, "") + _squeezed(row.text)
    return all(_squeezed(row.text) in told.get(row.page, "") for row in rows(outside))


def follows_page(places: Sequence[RowPlace]) -> bool:
    """Return whether `places` go down the pages, but for a few steps."""
    return sum(_steps_back(places)) <= len(places) * _STEPS_BACK


def heads(tagged: Document, seen: Document) -> bool:
    """Return whether `tagged` has the headings with deep numbers that were `seen` in the looks."""
    looked = _numbered(seen)
    missing = looked - _numbered(tagged)
    return missing.total() <= max(_MISSING, looked.total() * _OF_HEADINGS)


def _steps_back(places: Sequence[RowPlace]) -> Iterator[bool]:
    """Yield for each place whether it is above one before it, in the same column.

    1 ─────        columns do not overlap:         1 ────   3 ────
    3 ─────  back  2 is above nothing before it    2 ────   4 ────
    2 ─────
    """
    page, before = 0, list[RowPlace]()
    for place in places:
        if place.page > page:
            page, before = place.page, []
        above = any(
            place.line > each.line + each.size / 2
            and place.left < each.right
            and each.left < place.right
            for each in before[-_REMEMBERED:]
        )
        yield place.page < page or above
        before.append(place)


def _numbered(document: Document) -> Counter[tuple[Path, str]]:
    keys = (
        (path(section.number), fold(plain.text(section.heading)))
        for section in walk.sections(document)
    )
    return Counter(key for key in keys if len(key[0]) > 1)


def _squeezed(text: str) -> str:
    return "".join(filter(str.isalnum, text))
