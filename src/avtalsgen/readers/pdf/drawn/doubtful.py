"""Words of a PDF that are struck, that nobody sees, or that lie across the text of a page.

A page is painted in the order of its objects: what is under a letter tells whether it is seen, and
what is painted over it whether it still is. What is drawn inside a form is not looked at, and a
line is looked for through letters that stand upright on the page alone.
"""

import ctypes
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from itertools import groupby
from typing import Any, Final, NamedTuple

import pypdfium2
from pypdfium2 import raw

from avtalsgen.readers.doubtful import ACROSS, DRAWN, STRUCK, UNSEEN, Doubtful
from avtalsgen.readers.pdf.drawn.looks import LetterLook, ObjectLooks
from avtalsgen.records import dataclass

_Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""
_Ink = tuple[int, int, int]

_PAPER: Final = (255, 255, 255)
_ALIKE: Final = 15
"""Steps of each colour between letters and ground that nobody tells apart."""
_TINY: Final = 4.0
"""Points of letters that nobody reads."""
_NARROW: Final = 0.2
"""The share of their width at which letters are a line."""
_THIN: Final = 0.2
"""Of the size of its letters: how thick a line through them is at most."""
_LOW, _HIGH = 0.12, 0.6
"""Of the size of its letters: between where a line goes through them."""
_BODY: Final = 0.5
"""Of the size of a letter: how much above its line hides it when it is painted over."""
_ALMOST: Final = 1.0
"""Points above its line that an area may begin that a letter stands on."""
_CLEAR: Final = 16
"""The least opacity, of 255, that shows."""
_SOLID: Final = 255
_INVISIBLE: Final = frozenset({3, 7})
"""Ways of drawing letters that leave no ink (9.3.6)."""
_STROKED: Final = frozenset({1, 5})
_POINTS: Final = 24
"""Points of a drawing that is more than a box, one with round corners too."""
_LARGE: Final = 30.0
"""Points that a drawing is wide and high at least that lies across a text."""
_CROSSED: Final = 3
"""Letters that such a drawing lies across at least."""
_MOST: Final = 20_000
"""Objects of a page that are looked at."""
_MOST_LETTERS: Final = 100_000
"""Letters of a page."""
_MOST_LOOKS: Final = 50_000_000
"""Looks from letters at what is painted, in a file; a page full of ruled tables takes 100 000."""


class _Painted(NamedTuple):
    """What is painted on a page beside letters; `ink` is None where it has many colours."""

    order: int
    box: _Box
    ink: _Ink | None
    solid: bool
    points: int


@dataclass(slots=True)
class _LooksLeft:
    """How many looks at what is painted are left to a file: few things take all that there are."""

    left: int = _MOST_LOOKS


@dataclass(slots=True)
class _PaintedPage:
    """What is painted on a page, in order, and when each text was, by its address."""

    things: tuple[_Painted, ...]
    order: dict[int, int]
    looks: _LooksLeft
    _band: tuple[float, float] = (0.0, 0.0)
    _in_band: tuple[_Painted, ...] = ()

    def between(self, low: float, high: float) -> tuple[_Painted, ...]:
        """Return what is painted between two heights; the letters of a line ask for the same."""
        if (low, high) != self._band:
            self.looks.left -= len(self.things)
            self._band = (low, high)
            self._in_band = tuple(
                thing
                for thing in self.things
                if thing.box[1] <= low + _ALMOST and thing.box[3] >= high
            )
        self.looks.left -= len(self._in_band)
        return self._in_band


class _PageLetter(NamedTuple):
    text: str
    kinds: tuple[str, ...]
    spaced: bool


def doubtful(data: bytes) -> Doubtful:
    """Return the words of the PDF `data` that do not hold or are not seen; nothing of broken pages.

    `data` is a copy that `plain_copy` wrote.
    """
    said: dict[str, Counter[str]] = {}
    looks = _LooksLeft()
    with closing(pypdfium2.PdfDocument(data)) as file:
        for index in range(len(file)):
            with suppress(pypdfium2.PdfiumError), closing(file[index]) as page:
                for kind, words in _of_page(page, looks):
                    said.setdefault(kind, Counter())[words] += 1
    for kind in (ACROSS, DRAWN):  # they lie on every page, and once is enough to say it
        if kind in said:
            said[kind] = Counter(dict.fromkeys(said[kind], 1))
    return said


def _of_page(page: pypdfium2.PdfPage, looks: _LooksLeft) -> Iterator[tuple[str, str]]:
    painted = _painted(page, looks)
    letters: list[_PageLetter] = []
    boxes: list[_Box] = []
    with closing(page.get_textpage()) as text:
        for letter, box in _letters(text, painted):
            letters.append(letter)
            boxes.append(box)
    for kind in (STRUCK, UNSEEN, ACROSS):
        yield from ((kind, words) for words in _stretches(letters, kind))
    if _is_drawn_across(painted.things, boxes):
        yield DRAWN, ""


def _painted(page: pypdfium2.PdfPage, looks: _LooksLeft) -> _PaintedPage:
    things: list[_Painted] = []
    order: dict[int, int] = {}
    for place, drawn in enumerate(page.get_objects(max_depth=1)):
        if place >= _MOST:  # what comes after may cover any word
            looks.left = -1
            break
        if drawn.type == raw.FPDF_PAGEOBJ_TEXT:
            order[ctypes.addressof(drawn.raw.contents)] = place
            continue
        with suppress(pypdfium2.PdfiumError):
            things.append(_thing(place, drawn))
    return _PaintedPage(tuple(things), order, looks)


def _thing(place: int, drawn: pypdfium2.PdfObject) -> _Painted:
    box = drawn.get_bounds()
    if drawn.type != raw.FPDF_PAGEOBJ_PATH:
        return _Painted(place, box, None, solid=False, points=_points_inside(drawn.raw))
    filled, stroked = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(drawn, filled, stroked)
    points = max(raw.FPDFPath_CountSegments(drawn), 0)
    if not filled.value:
        return _Painted(place, box, _PAPER, solid=False, points=points)
    ink, opacity = _colour(drawn.raw)
    whole = opacity == _SOLID and not raw.FPDFPageObj_HasTransparency(drawn)
    return _Painted(place, box, ink, solid=whole and ink is not None, points=points)


def _points_inside(form: Any) -> int:
    """Return how many points are drawn in a form; none of one that has letters, or is a picture."""
    points = 0
    for index in range(max(raw.FPDFFormObj_CountObjects(form), 0)):
        drawn = raw.FPDFFormObj_GetObject(form, index)
        kind = raw.FPDFPageObj_GetType(drawn)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            return 0
        if kind == raw.FPDF_PAGEOBJ_PATH:
            points += max(raw.FPDFPath_CountSegments(drawn), 0)
    return points


def _colour(drawn: Any, *, stroked: bool = False) -> tuple[_Ink | None, int]:
    """Return the colour that something is painted with, and how opaque it is, to 255."""
    red, green, blue, opacity = (ctypes.c_uint() for _ in range(4))
    ask = raw.FPDFPageObj_GetStrokeColor if stroked else raw.FPDFPageObj_GetFillColor
    if not ask(drawn, red, green, blue, opacity):
        return None, _SOLID
    return (red.value, green.value, blue.value), opacity.value


def _letters(
    text: pypdfium2.PdfTextPage, painted: _PaintedPage
) -> Iterator[tuple[_PageLetter, _Box]]:
    looks = ObjectLooks()
    lines = sorted((thing.box for thing in painted.things), key=lambda box: box[1])
    faint: dict[int, bool] = {}
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    spaced = False
    for index in range(min(text.count_chars(), _MOST_LETTERS)):
        sign = chr(raw.FPDFText_GetUnicode(text, index) or 32)
        drawn = raw.FPDFText_GetTextObject(text, index)
        look = looks.of(drawn)
        if sign.isspace() or look is None:
            spaced = True
            continue
        raw.FPDFText_GetLooseCharBox(text, index, box)
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        place = (box.left, box.bottom, box.right, box.top)
        key = ctypes.addressof(drawn.contents)
        if key not in faint:
            faint[key] = _is_faint(drawn, look)
        kinds = []
        if look.turn is None:
            kinds.append(ACROSS)
        elif faint[key] or not _is_seen(drawn, painted, key, place, y.value, look):
            kinds.append(UNSEEN)
        if look.turn == 0 and _is_struck(lines, painted.looks, place, y.value, look.size):
            kinds.append(STRUCK)
        yield _PageLetter(sign, tuple(kinds), spaced), place
        spaced = False


def _is_faint(drawn: Any, look: LetterLook) -> bool:
    """Return whether letters have no ink, or are too small or too narrow, wherever they stand."""
    way = raw.FPDFTextObj_GetTextRenderMode(drawn)
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(drawn, matrix)
    wide, high = abs(matrix.a) + abs(matrix.b), abs(matrix.c) + abs(matrix.d)
    _, opacity = _colour(drawn, stroked=way in _STROKED)
    too_small = 0 < look.size <= _TINY or wide < _NARROW * high
    return way in _INVISIBLE or opacity < _CLEAR or too_small


def _is_seen(
    drawn: Any, painted: _PaintedPage, key: int, box: _Box, line: float, look: LetterLook
) -> bool:
    """Return whether a letter has another colour than what it stands on, and nothing over it.

    Where so much is painted that the looks are at an end nobody knows, and it is no.
    """
    order = painted.order.get(key)
    x = (box[0] + box[2]) / 2
    if painted.looks.left < 0:
        return False
    band = painted.between(line, line + _BODY * look.size)
    over = [thing for thing in band if thing.box[0] <= x <= thing.box[2]]
    if order is not None and any(thing.solid and thing.order > order for thing in over):
        return False
    ink, _ = _colour(drawn, stroked=raw.FPDFTextObj_GetTextRenderMode(drawn) in _STROKED)
    under = [thing for thing in over if order is None or thing.order < order]
    grounds = [thing.ink for thing in under if thing.solid or thing.ink is None]
    ground = grounds[-1] if grounds else _PAPER
    if ink is None or ground is None:
        return True
    return any(abs(mine - its) > _ALIKE for mine, its in zip(ink, ground, strict=True))


def _is_struck(
    boxes: Sequence[_Box], looks: _LooksLeft, box: _Box, line: float, size: float
) -> bool:
    """Return whether a line goes through a letter; `boxes` from below."""
    x = (box[0] + box[2]) / 2
    first = bisect_left(boxes, line + _LOW * size, key=lambda thing: thing[1])
    for place in range(first, len(boxes)):
        left, bottom, right, top = boxes[place]
        looks.left -= 1
        if bottom > line + _HIGH * size or looks.left < 0:
            return False
        if left <= x <= right and top - bottom <= _THIN * size and top <= line + _HIGH * size:
            return True
    return False


def _stretches(letters: Sequence[_PageLetter], kind: str) -> Iterator[str]:
    """Yield the words that stand after each other and look so; a sign alone is none."""
    for has, run in groupby(letters, key=lambda letter: kind in letter.kinds):
        words = "".join(
            f" {letter.text}" if letter.spaced else letter.text for letter in run
        ).strip()
        if has and any(map(str.isalnum, words)):
            yield words


def _is_drawn_across(things: Sequence[_Painted], boxes: Sequence[_Box]) -> bool:
    """Return whether a drawing that is no box, as letters turned to lines are, crosses a text."""
    for thing in things:
        left, bottom, right, top = thing.box
        large = right - left >= _LARGE and top - bottom >= _LARGE
        if thing.points > _POINTS and large:
            crossed = sum(
                left <= (box[0] + box[2]) / 2 <= right and bottom <= (box[1] + box[3]) / 2 <= top
                for box in boxes
            )
            if crossed >= _CROSSED:
                return True
    return False
