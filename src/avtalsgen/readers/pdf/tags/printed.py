"""What an element of a tagged PDF says, as its letters are printed.

How a font of another program is to be read is for pdfium to say, and whether two letters are of
one word for where they stand: many programs draw no spaces.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from itertools import pairwise
from typing import Literal

from avtalsgen.model.nodes import Inline
from avtalsgen.readers.figures import raised
from avtalsgen.readers.pdf.drawn.drawn_rows import between, is_raised, is_twice, rows, same_line
from avtalsgen.readers.pdf.drawn.glyph import Glyph, PageGlyphs
from avtalsgen.readers.pdf.tags.inlines import TextRun, inlines, signed
from avtalsgen.readers.pdf.tags.tree import Element, MarkedContent, pieces
from avtalsgen.readers.rows.characters import composed
from avtalsgen.readers.rows.hyphens import Hyphens, hyphens
from avtalsgen.readers.rows.row import Row
from avtalsgen.records import dataclass

_LOOKED_AT = 200
"""Signs of a row that tell how it goes on from the one before."""
_STEP = 2.0
"""Points that rows of one column may begin apart."""
_FIRST_WORDS = 12
"""Letters at the beginning of a row that no program keeps together, as it does an amount."""
_SECOND = 0.45
"""The part of a page behind which a second column begins; it may reach as far as the page does."""
_REFERRING = frozenset(("Link", "Reference"))
_SMALL, _SIGNS = 0.9, 4
"""Of the usual size, and how many signs a figure that refers to a note has fewer than."""
_SLACK = 1.0
"""Em of a space, and of what a program may be in doubt about."""


@dataclass(frozen=True, slots=True)
class RowPlace:
    """Where the first row of a text stands, as in a `Glyph`."""

    page: int
    line: float
    left: float
    right: float
    size: float


@dataclass(frozen=True, slots=True)
class PrintedWords:
    """Running text; a tab in `text` is room that parts two columns."""

    content: tuple[Inline, ...]
    text: str
    page: int
    bold: bool
    size: float
    """Beside that of most letters."""
    place: RowPlace | None = None
    """Nothing where there are no words."""


@dataclass(frozen=True, slots=True)
class PrintedPages:
    """The letters of a document by page and number, both as in a `MarkedContent`."""

    letters: Mapping[tuple[int, int], Sequence[Glyph]]
    hyphens: Hyphens
    usual: float
    edges: Mapping[int, float] = field(default_factory=dict)
    """How far to the right the rows reach that begin at a place, in steps of `_STEP`."""
    read: set[tuple[int, int]] = field(default_factory=set)
    """The pieces that somebody has asked for."""
    noted: bool = False
    """Whether the document has notes, which small numbers in its text refer to."""

    def words(self, element: Element, *, broken: bool = False) -> PrintedWords:
        """Return what `element` and all below it say.

        If it may be `broken`, a row that has room for what comes next ends with a line break; but
        not in words that are all bold, which are a heading.
        """
        drawn = list(self._drawn(element, TextRun("")))
        rows = list(_rows(drawn))
        bold = bool(drawn) and all(each.glyph.bold for each in drawn)
        runs: list[TextRun] = []
        for place, row in enumerate(rows):
            row_runs = list(_runs(row))
            if runs:
                ends = broken and not bold and self._has_room(rows[place - 1], row)
                row_runs = self._joined(runs, row_runs, "\n" if ends else " ")
            runs.extend(row_runs)
        runs = list(signed(runs))
        size = Counter(each.glyph.size for each in drawn).most_common(1)
        return PrintedWords(
            inlines(runs),
            "".join(run.text for run in runs).strip(),
            drawn[0].page if drawn else 0,
            bold,
            round(size[0][0] / self.usual, 2) if size else 1.0,
            _place(rows[0]) if rows else None,
        )

    def _drawn(self, element: Element, look: TextRun) -> Iterator["_DrawnText"]:
        inner = replace(
            look,
            strong=look.strong or element.name == "Strong",
            emphasis=look.emphasis or element.name == "Em",
            address=look.address or element.address,
            noted=look.noted or self._note_sign(element),
        )
        for kid in element.kids:
            if isinstance(kid, MarkedContent):
                self.read.add((kid.page, kid.number))
                for glyph in self.letters.get((kid.page, kid.number), ()):
                    yield _DrawnText(kid.page, glyph, inner)
            else:
                yield from self._drawn(kid, inner)

    def _note_sign(self, element: Element) -> int:
        """Return a number of its own for a link that is a small figure: it leads to a note."""
        if not self.noted or element.kind not in _REFERRING:
            return 0
        held = tuple(pieces(element))
        glyphs = [glyph for kid in held for glyph in self.letters.get((kid.page, kid.number), ())]
        figure = "".join(glyph.text for glyph in glyphs).strip()
        small = all(glyph.size < _SMALL * self.usual for glyph in glyphs)
        return held[0].number + 1 if figure.isdecimal() and len(figure) < _SIGNS and small else 0

    def _has_room(self, row: Sequence["_DrawnText"], below: Sequence["_DrawnText"]) -> bool:
        """Return whether what `below` begins with had fitted on `row`: somebody broke it there."""
        size, step = row[-1].glyph.size, round(row[0].glyph.left / _STEP)
        edge = max(self.edges.get(step + near, 0.0) for near in (-1, 0, 1))
        letters, end = 0, below[-1]
        for drawn, after in pairwise(below):
            letters += not drawn.glyph.text.isspace()
            if letters >= _FIRST_WORDS and (after.glyph.spaced or after.glyph.text.isspace()):
                end = drawn
                break
        width = end.glyph.right - below[0].glyph.left
        return row[-1].glyph.right + width + _SLACK * size < edge

    def _joined(
        self, before: list[TextRun], after: list[TextRun], seam: Literal[" ", "\n"]
    ) -> list[TextRun]:
        """Return `after` as it goes on from `before`, from which a hyphen may be dropped."""
        ends = "".join(run.text for run in before[-_LOOKED_AT:])
        begins = "".join(run.text for run in after)[:_LOOKED_AT]
        dropped, between_them = self.hyphens.seam(ends, begins)
        if dropped:
            before[-1] = replace(before[-1], text=before[-1].text[:-dropped])
        between_them = seam if between_them == " " else between_them
        first, *rest = after
        return [replace(first, text=between_them + first.text), *rest]


def printed(pages: Sequence[PageGlyphs]) -> PrintedPages:
    """Return the letters of `pages` that have a number."""
    by_content: dict[tuple[int, int], list[Glyph]] = {}
    for page, content in enumerate(pages, start=1):
        for glyph in content.glyphs:
            if glyph.number >= 0:
                by_content.setdefault((page, glyph.number), []).append(glyph)
    sizes = Counter(glyph.size for own in by_content.values() for glyph in own)
    usual = sizes.most_common(1)[0][0] if sizes else 1.0
    placed = rows(pages)
    edges: dict[int, float] = {}
    margins = _margins(placed)
    for row in placed:
        first, last = margins.get(row.page, (0.0, 0.0))
        for place, (left, right) in enumerate(row.spans, start=1):
            ends = place == len(row.spans) and left > first + _SECOND * (last - first)
            step = round(left / _STEP)
            edges[step] = max(right, last if ends else 0.0, edges.get(step, 0.0))
    return PrintedPages(by_content, hyphens(row.text for row in placed), usual or 1.0, edges)


def _margins(placed: Sequence[Row]) -> dict[int, tuple[float, float]]:
    """Return between where the rows of each page stand."""
    margins: dict[int, tuple[float, float]] = {}
    for row in placed:
        left, right = margins.get(row.page, (row.left, row.right))
        margins[row.page] = min(left, row.left), max(right, row.right)
    return margins


@dataclass(frozen=True, slots=True)
class _DrawnText:
    page: int
    glyph: Glyph
    look: TextRun


def _place(row: Sequence["_DrawnText"]) -> RowPlace:
    glyphs = [drawn.glyph for drawn in row]
    left, right = min(each.left for each in glyphs), max(each.right for each in glyphs)
    return RowPlace(row[0].page, glyphs[0].line, left, right, glyphs[0].size)


def _rows(drawn: Sequence[_DrawnText]) -> Iterator[list[_DrawnText]]:
    """Yield the letters of each row; one that is drawn twice to look bold once."""
    row = list(drawn[:1])
    for before, after in pairwise(drawn):
        if is_twice(before.glyph, after.glyph):
            continue
        if before.page != after.page or not same_line(before.glyph, after.glyph):
            yield row
            row = []
        row.append(after)
    if row:
        yield row


def _runs(row: Sequence[_DrawnText]) -> Iterator[TextRun]:
    usual = max(row, key=lambda drawn: drawn.glyph.size).glyph
    said = composed(row[0].glyph.text)
    yield replace(row[0].look, text=said)
    for before, after in pairwise(row):
        room = between(before.glyph, after.glyph, after.glyph.size)
        letter, last = composed(after.glyph.text), room or said
        is_number = not after.look.noted and is_raised(after.glyph, usual.size, usual.line)
        said = raised(letter, last) if is_number else letter
        yield replace(after.look, text=room + said)
