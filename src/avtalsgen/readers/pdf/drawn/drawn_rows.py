"""Letters to rows: what stands on one line of a page, from left to right."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from avtalsgen.readers.figures import raised
from avtalsgen.readers.pdf.drawn.glyph import Glyph, PageGlyphs
from avtalsgen.readers.pdf.drawn.ruled_tables import GridLetters, parted, table, texts
from avtalsgen.readers.rows.characters import composed
from avtalsgen.readers.rows.row import Row

_SAME_LINE = 0.45
"""Of the size of the letters: how far a raised figure may stand above its line."""
_SMALL, _RAISED = 0.85, 0.15
"""Of the size of its row: of a raised figure, and how far it stands above the others."""
_SPACE = 0.17
"""Em between letters that are of two words."""
_TAB = 1.8
"""Em between words that stand in two columns."""
_HEADING = 1.12
"""Of the usual size, letters that no cell of a table has."""
_TWICE = 0.2
"""Em between the same letter drawn twice, to look bold."""
_ROOM = 1.18
"""Times the distance between the rows of a paragraph."""
_USUAL = 1.3
"""Times the size, the distance between rows where no paragraph tells it."""


def rows(pages: Iterable[PageGlyphs], *, ruled: bool = False) -> tuple[Row, ...]:
    """Return the rows of `pages` from the top of each page; sizes are beside the usual one.

    With `ruled`, what has lines drawn round its cells is a single row that has its table.
    """
    placed = [
        (page, line, grid)
        for page, content in enumerate(pages, start=1)
        for line, grid in _placed(content, ruled=ruled)
    ]
    usual = _usual_size(line for _, line, _ in placed)
    pitch = _pitch([(page, line) for page, line, grid in placed if grid is None])
    made: list[Row] = []
    above: tuple[int, list[Glyph]] | None = None
    for number, (page, line, grid) in enumerate(placed, start=1):
        if grid is not None:
            made += _of_grid(grid, page, number, usual)
        else:
            gap = above is None or above[0] != page or _parted(above[1], line, pitch / usual)
            row = _row(line, page, number, gap=gap)
            made.append(replace(row, size=round(row.size / usual, 2)))
        above = (page, line)
    return tuple(row for row in made if row.text)


def _placed(page: PageGlyphs, *, ruled: bool) -> Sequence[tuple[list[Glyph], GridLetters | None]]:
    """Return the lines of a page and the grids on it, from the top."""
    if not (ruled and page.grids):
        return [(line, None) for line in _lines(page.glyphs)]
    outside, inside = parted(page.glyphs, page.grids)
    lines: list[tuple[list[Glyph], GridLetters | None]]
    lines = [(line, None) for line in _lines(outside)]
    lines += [(sorted(grid.letters, key=lambda drawn: -drawn.line), grid) for grid in inside]
    return sorted(lines, key=lambda placed: -placed[0][0].line)


def _of_grid(grid: GridLetters, page: int, number: int, usual: float) -> Iterator[Row]:
    """Yield the table of a grid as one row; with a heading in it, it only lays out a text."""
    inside = tuple(_in_grid(grid.letters, page, number, usual))
    if any(row.size >= _HEADING for row in inside):
        yield from inside
        return
    cells = {
        place: tuple(_in_grid(letters, page, number, usual))
        for place, letters in grid.cells.items()
    }
    made = table(grid.grid, cells)
    yield Row(
        "\t".join(texts(made)).strip() or " ",
        grid.grid.lefts[0],
        grid.grid.lefts[-1],
        True,
        page,
        number,
        1.0,
        table=made,
        inside=inside,
    )


def _in_grid(letters: Sequence[Glyph], page: int, number: int, usual: float) -> Iterator[Row]:
    for line in _lines(letters):
        row = _row(line, page, number, gap=False)
        yield replace(row, text=_lifted(row), size=round(row.size / usual, 2), raised=())


def _lifted(row: Row) -> str:
    """Return the text of a row in a cell, where a raised figure behind a digit is no note."""
    text, last = "", 0
    for start, end in row.raised:
        text += row.text[last:start]
        text += raised(row.text[start:end], text)
        last = end
    return text + row.text[last:]


def _lines(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Yield the letters of each line, sorted."""
    line: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda drawn: -drawn.line):
        if line and line[0].line - glyph.line > _SAME_LINE * max(line[0].size, glyph.size):
            yield _sorted(line)
            line = []
        line.append(glyph)
    if line:
        yield _sorted(line)


def _sorted(line: list[Glyph]) -> list[Glyph]:
    """Return a line from left to right, a letter that is drawn twice once."""
    ordered = sorted(line, key=lambda drawn: drawn.left)
    kept = ordered[:1]
    for glyph in ordered[1:]:
        last = kept[-1]
        if not is_twice(last, glyph):
            kept.append(glyph)
    return kept


def _row(line: Sequence[Glyph], page: int, number: int, *, gap: bool) -> Row:
    size = Counter(glyph.size for glyph in line).most_common(1)[0][0]
    text, starts, ends = line[0].text, [line[0].left], list[float]()
    base = median(glyph.line for glyph in line if glyph.size == size)
    high = [(0, len(text))] if is_raised(line[0], size, base) else []
    for before, glyph in pairwise(line):
        room = between(before, glyph, size)
        text += room + glyph.text
        if is_raised(glyph, size, base):
            high.append((len(text) - len(glyph.text), len(text)))
        if room == "\t":
            starts.append(glyph.left)
            ends.append(before.right)
    spans = tuple(zip(starts, (*ends, line[-1].right), strict=True))
    whole = composed(text)
    return Row(
        whole,
        line[0].left,
        line[-1].right,
        gap,
        page,
        number,
        size,
        all(glyph.bold for glyph in line),
        raised=_merged(high) if whole == text else (),
        spans=spans,
    )


def is_raised(glyph: Glyph, size: float, base: float) -> bool:
    """Return whether a letter is a small figure that stands higher than its row."""
    small = glyph.size < _SMALL * size and glyph.line > base + _RAISED * size
    return small and glyph.text.isdecimal()


def _merged(figures: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return `figures` with those that stand right after each other as one."""
    merged: list[tuple[int, int]] = []
    for start, end in figures:
        if merged and merged[-1][1] == start:
            merged[-1] = merged[-1][0], end
        else:
            merged.append((start, end))
    return tuple(merged)


def is_twice(before: Glyph, after: Glyph) -> bool:
    """Return whether a letter is drawn again in the same place, to look bold."""
    apart = abs(after.left - before.left) + abs(after.line - before.line)
    return before.text == after.text and apart <= _TWICE * after.size


def same_line(before: Glyph, after: Glyph) -> bool:
    """Return whether two letters stand on one line; a raised figure does."""
    return abs(before.line - after.line) <= _SAME_LINE * max(before.size, after.size)


def between(before: Glyph, after: Glyph, size: float) -> str:
    """Return what parts two letters of one line: nothing, a space or a tab."""
    room = (after.left - before.right) / (size or 1.0)
    if room > _TAB:
        return "\t"
    return " " if after.spaced or room > _SPACE else ""


def _usual_size(lines: Iterable[Sequence[Glyph]]) -> float:
    counted = Counter(glyph.size for line in lines for glyph in line)
    return (counted.most_common(1)[0][0] if counted else 1.0) or 1.0


def _pitch(placed: Sequence[tuple[int, list[Glyph]]]) -> float:
    """Return the distance between rows of a paragraph: where the next has a small letter first."""
    gaps = [
        _distance(above, below)
        for (page, above), (other, below) in pairwise(placed)
        if page == other and below[0].text.islower() and above[0].size == below[0].size
    ]
    if gaps:
        return median(gaps)
    return _USUAL * _usual_size(line for _, line in placed)


def _parted(above: Sequence[Glyph], below: Sequence[Glyph], pitch: float) -> bool:
    """Return whether there is more room between two rows than between those of a paragraph."""
    return _distance(above, below) > pitch * max(above[0].size, below[0].size) * _ROOM


def _distance(above: Sequence[Glyph], below: Sequence[Glyph]) -> float:
    return above[0].line - below[0].line
