"""The lines that are drawn on a page, and the grids that they make: tables that nobody tagged.

A program draws a line as a path or as a thin area, whole or a piece for each cell. Round a grid it
is drawn all the way; inside it no line is drawn between cells that are joined.
"""

from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

import pypdfium2
from pypdfium2 import raw

from avtalsgen.records import dataclass

_THIN: Final = 2.5
"""Points that a line is thick at most."""
_LONG: Final = 8.0
"""And that it is long at least."""
_NEAR: Final = 3.0
"""Points that two lines are apart at most that are one, or that meet."""
_COVERED: Final = 0.9
"""The share of a line of a grid that is drawn."""
_MOST: Final = 5_000
"""Lines of a page that are looked at; a page of forms has some hundred."""
_MOST_WHOLE: Final = 300
"""Lines, when their pieces are put together, that a page of tables has at most."""
_FEWEST: Final = 3
"""Lines that two rows or columns have."""


class DrawnLine(NamedTuple):
    """A line across a page or down it: where it stands, and where it begins and ends."""

    down: bool
    place: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the lines of a table stand: those down from the left, those across from below."""

    lefts: tuple[float, ...]
    levels: tuple[float, ...]

    open_to_left: frozenset[tuple[int, int]] = frozenset()
    """Cells without a line to their left: row from the top, and column."""
    open_above: frozenset[tuple[int, int]] = frozenset()

    def cell(self, x: float, y: float) -> tuple[int, int] | None:
        """Return the row, from the top, and the column that a place is in; nothing outside.

        Of cells that are joined it is the first.
        """
        column, level = bisect(self.lefts, x) - 1, bisect(self.levels, y) - 1
        if not (0 <= column < len(self.lefts) - 1 and 0 <= level < len(self.levels) - 1):
            return None
        row = len(self.levels) - 2 - level
        while (row, column) in self.open_to_left:
            column -= 1
        while (row, column) in self.open_above:
            row -= 1
        return row, column


def rules(page: pypdfium2.PdfPage) -> tuple[DrawnLine, ...]:
    """Return the lines of a page, before it is turned."""
    drawn = page.get_objects(filter=(raw.FPDF_PAGEOBJ_PATH,), max_depth=1)
    lines: list[DrawnLine] = []
    for _, path in zip(range(_MOST), drawn, strict=False):
        left, bottom, right, top = path.get_bounds()
        if right - left <= _THIN and top - bottom >= _LONG:
            lines.append(DrawnLine(True, (left + right) / 2, bottom, top))
        elif top - bottom <= _THIN and right - left >= _LONG:
            lines.append(DrawnLine(False, (top + bottom) / 2, left, right))
    return tuple(lines)


def upright(
    lines: Iterable[DrawnLine], turn: int, width: float, height: float
) -> tuple[DrawnLine, ...]:
    """Return `lines` on a page turned so that letters which stand `turn` quarters stand upright.

    `width` and `height` are those of the page before it is turned.
    """
    return tuple(_upright(line, turn, width, height) for line in lines)


def _upright(line: DrawnLine, turn: int, width: float, height: float) -> DrawnLine:
    """Return a line where its letters go: (x, y) to (y, width - x), and so a quarter at a time."""
    for _ in range(turn):
        down, place, start, end = line
        if down:
            line = DrawnLine(False, width - place, start, end)
        else:
            line = DrawnLine(True, place, width - end, width - start)
        width, height = height, width
    return line


def grids(lines: Sequence[DrawnLine]) -> tuple[Grid, ...]:
    """Return the grids that `lines` make, each of two rows and two columns at least."""
    whole = [*_merged(lines, down=True), *_merged(lines, down=False)]
    if len(whole) > _MOST_WHOLE:
        return ()
    return tuple(grid for group in _met(whole) if (grid := _grid(group)) is not None)


def _merged(lines: Sequence[DrawnLine], *, down: bool) -> Iterator[DrawnLine]:
    """Yield the lines of one way, the pieces that go on in each other as one."""
    for place, parts in _places(line for line in lines if line.down is down).items():
        pieces = sorted(parts, key=lambda each: each.start)
        start, end = pieces[0].start, pieces[0].end
        for piece in pieces[1:]:
            if piece.start > end + _NEAR:
                yield DrawnLine(down, place, start, end)
                start = piece.start
            end = max(end, piece.end)
        yield DrawnLine(down, place, start, end)


def _met(lines: Sequence[DrawnLine]) -> Iterator[list[DrawnLine]]:
    """Yield the lines that meet each other, together."""
    left = sorted(lines)
    while left:
        group, waiting = [left[0]], [left.pop(0)]
        while waiting:
            line = waiting.pop()
            meeting = [each for each in left if _meet(line, each)]
            left = [each for each in left if each not in meeting]
            group += meeting
            waiting += meeting
        yield group


def _meet(line: DrawnLine, other: DrawnLine) -> bool:
    if line.down == other.down:
        along = line.start - _NEAR <= other.end and other.start - _NEAR <= line.end
        return along and abs(line.place - other.place) <= _NEAR
    return (
        line.start - _NEAR <= other.place <= line.end + _NEAR
        and other.start - _NEAR <= line.place <= other.end + _NEAR
    )


def _grid(group: Sequence[DrawnLine]) -> Grid | None:
    downs = _places(line for line in group if line.down)
    across = _places(line for line in group if not line.down)
    if len(downs) < _FEWEST or len(across) < _FEWEST:
        return None
    lefts, levels = tuple(downs), tuple(across)
    edges = (
        *((downs[place], levels[0], levels[-1]) for place in (lefts[0], lefts[-1])),
        *((across[place], lefts[0], lefts[-1]) for place in (levels[0], levels[-1])),
    )
    if not all(_is_drawn(*edge) for edge in edges):
        return None
    bands = tuple(enumerate(pairwise(reversed(levels))))
    open_to_left = {
        (row, column)
        for column, place in enumerate(lefts[1:-1], start=1)
        for row, (top, bottom) in bands
        if not _is_drawn(downs[place], bottom, top)
    }
    open_above = {
        (row, column)
        for row, place in enumerate(tuple(reversed(levels))[1:-1], start=1)
        for column, (left, right) in enumerate(pairwise(lefts))
        if not _is_drawn(across[place], left, right)
    }
    return Grid(lefts, levels, frozenset(open_to_left), frozenset(open_above))


def _is_drawn(lines: Sequence[DrawnLine], start: float, end: float) -> bool:
    """Return whether most of a line is drawn between two places."""
    drawn = (max(0.0, min(line.end, end) - max(line.start, start)) for line in lines)
    return sum(drawn) >= _COVERED * (end - start)


def _places(lines: Iterable[DrawnLine]) -> dict[float, list[DrawnLine]]:
    """Return the lines by where they stand, those that are one line together."""
    places: dict[float, list[DrawnLine]] = {}
    for line in sorted(lines, key=lambda each: each.place):
        last = next(reversed(places), None)
        if last is not None and line.place - last <= _NEAR:
            places[last].append(line)
        else:
            places[line.place] = [line]
    return places
