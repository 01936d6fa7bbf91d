"""The old outline beside the new as a drawing, with a line for each section that lives on.

Shown are the chapters, and every section that moved, came or went.
"""

from collections.abc import Iterable, Iterator

from avtalsgen.model.comparison import Face, SectionPair
from avtalsgen.records import dataclass
from avtalsgen.writers.comparison import vocabulary
from avtalsgen.writers.markup import Markup, block, element, escape

_ROW = 24
_BETWEEN = 150
"""How long the lines are from side to side; the names stand outside."""
_CHARACTER = 9.2
"""How wide a character is at most, on average, in the widest font that a page may fall back to."""
_LONGEST = 40
"""How many characters of a name there is room for."""
_ASIDE = 14
"""From the end of a line to the name."""


@dataclass(frozen=True, slots=True)
class _MapName:
    """A name in one of the two columns."""

    pair: SectionPair
    face: Face
    row: int
    """Counted from 1, below the heads of the columns."""


def outline_map(pairs: Iterable[SectionPair]) -> Markup:
    """Return the drawing; what it shows stands in words in the list of sections."""
    shown = [pair for pair in pairs if is_on_map(pair)]
    old = _places((pair, pair.old) for pair in old_order(shown))
    new = _places((pair, pair.new) for pair in shown)
    left, right = _width(old), _width(new)
    ends = (left, left + _BETWEEN)
    width, height = left + _BETWEEN + right, _ROW * (1 + max(len(old), len(new)))
    return block(
        "svg",
        element("g", _text("Förut", ends[0] - _ASIDE, 0, "end"), class_="side"),
        element("g", _text("Nu", ends[1] + _ASIDE, 0, "start"), class_="side"),
        *_links(old, new, ends),
        *(_name(place, ends[0], -_ASIDE) for place in old),
        *(_name(place, ends[1], _ASIDE) for place in new),
        viewBox=f"0 0 {width} {height}",
        width=str(width),
        height=str(height),
        role="img",
        aria_label="Den gamla dispositionen till vänster, den nya till höger, "
        "med streck mellan avsnitt som svarar mot varandra. Listan över avsnitt säger samma sak.",
    )


def old_order(pairs: Iterable[SectionPair]) -> list[SectionPair]:
    """Return the pairs that have an old side in the order of the old version."""
    return sorted((pair for pair in pairs if pair.old), key=_old_place)


def _old_place(pair: SectionPair) -> int:
    return pair.old.place if pair.old else 0


def is_on_map(pair: SectionPair) -> bool:
    """Return whether `pair` is a chapter, or a section that moved, came or went."""
    face = pair.new or pair.old
    top = face is not None and not face.path
    return pair.part == "body" and (top or pair.moved or pair.old is None or pair.new is None)


def _places(faces: Iterable[tuple[SectionPair, Face | None]]) -> list[_MapName]:
    held = [(pair, face) for pair, face in faces if face]
    return [_MapName(pair, face, row) for row, (pair, face) in enumerate(held, start=1)]


def _width(places: list[_MapName]) -> int:
    return int(_CHARACTER * max((len(_short(place.face)) for place in places), default=0)) + _ASIDE


def _links(old: list[_MapName], new: list[_MapName], ends: tuple[int, int]) -> Iterator[Markup]:
    """Yield the lines, those of what moved last and so on top."""
    rows = {id(place.pair): place.row for place in new}
    for moved in (False, True):
        for place in old:
            if id(place.pair) in rows and place.pair.moved == moved:
                yield _link(place.row, rows[id(place.pair)], ends, moved=moved)


def _link(before: int, after: int, ends: tuple[int, int], *, moved: bool) -> Markup:
    (left, right), start, end = ends, _middle(before), _middle(after)
    middle = (left + right) // 2
    path = f"M{left} {start} C{middle} {start} {middle} {end} {right} {end}"
    return element("path", d=path, class_="link moved" if moved else "link")


def _name(place: _MapName, x: int, aside: int) -> Markup:
    pair = place.pair
    fate = "came" if pair.old is None else "went" if pair.new is None else ""
    fate = fate or ("moved" if pair.moved else "stayed")
    return element(
        "g",
        element("circle", cx=str(x), cy=str(_middle(place.row)), r="4"),
        _text(_short(place.face), x + aside, place.row, "end" if aside < 0 else "start"),
        class_=f"{fate} deep" if place.face.path else fate,
    )


def _text(text: str, x: int, row: int, anchor: str) -> Markup:
    return element("text", escape(text), x=str(x), y=str(_middle(row) + 5), text_anchor=anchor)


def _short(face: Face) -> str:
    text = vocabulary.called(face)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"


def _middle(row: int) -> int:
    return row * _ROW + _ROW // 2
