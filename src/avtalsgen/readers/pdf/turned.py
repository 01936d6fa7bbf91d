"""Whether a page that is drawn turned, and turned back by its /Rotate, looks as another does.

Each step is followed to where it is drawn on the page as a viewer shows it. What cannot be followed
so, as a pattern, which lies in the page and not in what is drawn, is not said to be alike.
"""

from collections.abc import Iterator, Sequence
from math import isclose
from typing import Final, NamedTuple

from pikepdf import Array, Matrix, Page

from avtalsgen.readers.pdf.file import inherited
from avtalsgen.readers.pdf.pen import FAULTS, Pen, Step, numbers_of, steps_of

_NEAR: Final = 0.002
"""Points that two places are apart at most that are one."""
_MOVES: Final = frozenset({"cm", "Tm", "Td", "TD", "T*", "TL"})
"""What only moves the pen: where it has moved to is told when something is drawn."""
_PATHS: Final = frozenset({"m", "l", "c", "v", "y"})
_STATES: Final = frozenset(
    {"q", "Q", "BT", "ET", "BMC", "BDC", "EMC", "MP", "DP", "h", "n", "f", "F", "f*", "W", "W*"}
    | {"w", "d", "J", "j", "M", "i", "ri", "Tf", "Tc", "Tw", "Tz", "Ts", "Tr"}
    | {"g", "G", "rg", "RG", "k", "K", "cs", "CS", "sc", "SC", "scn", "SCN"}
)
"""What says the same wherever the pen stands."""
_STROKES: Final = frozenset({"S", "s", "B", "B*", "b", "b*"})
_SHOWS: Final = frozenset({"Tj", "TJ", "'", '"'})
_COLOURS: Final = frozenset({"scn", "SCN"})


class _ShownStep(NamedTuple):
    """A step, and the places and measures that it has on the page as it is shown."""

    operator: str
    said: tuple[bytes, ...]
    places: tuple[float, ...]


def is_turned_back(page: Page, known: Page) -> bool:
    """Return whether two pages with another /Rotate are of one size and draw the same places.

    A page that has notes, links or fields is not said to be: they have places of their own.
    """
    try:
        if _rotation(page) == _rotation(known) or any(map(_has_notes, (page, known))):
            return False
        alike = inherited(page.obj, "/UserUnit") == inherited(known.obj, "/UserUnit")
        (size, turn), (known_size, known_turn) = _shown(page), _shown(known)
        if not (alike and _near(size, known_size)):
            return False
        steps, were = list(_steps(page, turn)), list(_steps(known, known_turn))
    except FAULTS:
        return False
    return len(steps) == len(were) and all(map(_is_same, steps, were))


def _is_same(step: _ShownStep, was: _ShownStep) -> bool:
    return step[:2] == was[:2] and _near(step.places, was.places)


def _near(places: Sequence[float], others: Sequence[float]) -> bool:
    return len(places) == len(others) and all(
        isclose(place, other, abs_tol=_NEAR) for place, other in zip(places, others, strict=True)
    )


def _has_notes(page: Page) -> bool:
    notes = page.obj.get("/Annots")
    return notes is not None and not (isinstance(notes, Array) and len(notes) == 0)


def _rotation(page: Page) -> int:
    return int(str(inherited(page.obj, "/Rotate") or 0)) % 360


def _shown(page: Page) -> tuple[tuple[float, float], Matrix]:
    """Return the size of a page as it is shown, and what takes a place on it there (7.7.3.3).

    Raises:
        ValueError: it is turned by no quarters.
    """
    media, crop = ([float(side) for side in box.as_list()] for box in (page.mediabox, page.cropbox))
    left, bottom = max(media[0], crop[0]), max(media[1], crop[1])
    width, height = min(media[2], crop[2]) - left, min(media[3], crop[3]) - bottom
    to_corner = Matrix(1, 0, 0, 1, -left, -bottom)
    match _rotation(page):
        case 0:
            return (width, height), to_corner
        case 90:
            return (height, width), to_corner @ Matrix(0, -1, 1, 0, 0, width)
        case 180:
            return (width, height), to_corner @ Matrix(-1, 0, 0, -1, width, height)
        case 270:
            return (height, width), to_corner @ Matrix(0, 1, -1, 0, height, 0)
        case other:
            raise ValueError(other)


def _steps(page: Page, turn: Matrix) -> Iterator[_ShownStep]:
    """Yield the steps of a page with where they are drawn.

    Raises:
        ValueError: something is drawn that cannot be followed.
    """
    pen = Pen(space=turn)
    for operator, operands in _unwrapped(steps_of(page)):
        numbers = numbers_of(operands)
        pen.follow(operator, numbers)
        if operator in _COLOURS and len(numbers) != len(operands):
            raise ValueError(operator)
        if operator in _MOVES:
            continue
        if operator in _PATHS or operator == "re":
            yield _ShownStep(operator, (), tuple(_points(operator, numbers, pen.space)))
        elif operator in _STATES:
            yield _ShownStep(operator, operands, ())
        elif operator in _STROKES:
            yield _ShownStep(operator, operands, _stretch(pen.space))
        elif operator in _SHOWS:
            placed = (pen.text @ pen.space).shorthand
            yield _ShownStep(operator, operands, (*placed, *_stretch(pen.space)))
        else:
            yield _ShownStep(operator, operands, pen.space.shorthand)


def _points(operator: str, numbers: Sequence[float], space: Matrix) -> Iterator[float]:
    """Yield the places of the points of a path; of a rectangle, its four corners."""
    places = list(zip(numbers[::2], numbers[1::2], strict=True))
    if operator == "re":
        (x, y), (width, height) = places
        places = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
    for place in places:
        yield from space.transform(place)


def _stretch(space: Matrix) -> tuple[float, float, float]:
    """Return how wide a line is drawn each way, whichever way the page is turned."""
    a, b, c, d, *_ = space.shorthand
    return a * a + b * b, a * c + b * d, c * c + d * d


def _unwrapped(steps: Sequence[Step]) -> list[Step]:
    """Return `steps` without a `q` whose `Q` is followed by nothing: it keeps nothing apart."""
    begun: list[int] = []
    ends: dict[int, int] = {}
    for place, (operator, _) in enumerate(steps):
        if operator == "q":
            begun.append(place)
        elif operator == "Q" and begun:
            ends[place] = begun.pop()
    left_out: set[int] = set()
    for place in reversed(range(len(steps))):
        if place not in ends:
            break
        left_out |= {place, ends[place]}
    return [step for place, step in enumerate(steps) if place not in left_out]
