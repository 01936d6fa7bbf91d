"""The old outline beside the new as a drawing, with a line for each section that lives on.

Shown are the chapters, and every section that moved, came or went.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from avtalsgen.model.comparison import Face, SectionPair
from avtalsgen.writers.comparison import vocabulary
from avtalsgen.writers.markup import Markup, block, element, escape, void

_ROW = 24
_WIDTH = 860
_LEFT, _RIGHT = 350, 510
"""Where the lines begin and end; the names stand outside."""
_LONGEST = 44
"""How many characters of a name there is room for."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A name in one of the two columns."""

    pair: SectionPair
    face: Face
    row: int


def outline_map(pairs: Iterable[SectionPair]) -> Markup:
    """Return the drawing; what it shows stands in words in the list of sections."""
    shown = [pair for pair in pairs if pair.part == "body" and _is_shown(pair)]
    old = _places((pair, pair.old) for pair in old_order(shown))
    new = _places((pair, pair.new) for pair in shown)
    height = _ROW * max(len(old), len(new), 1)
    return block(
        "svg",
        *_links(old, new),
        *(_name(place, _LEFT - 14, "end", "old") for place in old),
        *(_name(place, _RIGHT + 14, "start", "new") for place in new),
        viewBox=f"0 0 {_WIDTH} {height}",
        role="img",
        aria_label="Den gamla dispositionen till vänster, den nya till höger, "
        "med streck mellan avsnitt som svarar mot varandra. Listan över avsnitt säger samma sak.",
    )


def old_order(pairs: Iterable[SectionPair]) -> list[SectionPair]:
    """Return the pairs that have an old side in the order of the old version.

    A pair that moved is put before the first that stayed and has a higher number; one without
    a number to go by stays where it is.
    """
    waiting = [pair for pair in pairs if pair.old]
    ordered = [pair for pair in waiting if not pair.moved or not _key(pair)]
    for pair in waiting:
        if pair.moved and _key(pair):
            later = (n for n, other in enumerate(ordered) if _key(other) > _key(pair))
            ordered.insert(next(later, len(ordered)), pair)
    return ordered


def _key(pair: SectionPair) -> tuple[int, ...]:
    """Return the parts of the old number, without the zero that ends that of a chapter."""
    number = pair.old.number if pair.old else ""
    return tuple(int(part) for part in re.findall(r"\d+", number.removesuffix(".0")))


def _is_shown(pair: SectionPair) -> bool:
    face = pair.new or pair.old
    top = face is not None and not face.path
    return top or pair.moved or pair.old is None or pair.new is None


def _places(faces: Iterable[tuple[SectionPair, Face | None]]) -> list[_Place]:
    held = [(pair, face) for pair, face in faces if face]
    return [_Place(pair, face, row) for row, (pair, face) in enumerate(held)]


def _links(old: list[_Place], new: list[_Place]) -> Iterator[Markup]:
    """Yield the lines, those of what moved last and so on top."""
    rows = {id(place.pair): place.row for place in new}
    for moved in (False, True):
        for place in old:
            if id(place.pair) in rows and place.pair.moved == moved:
                yield _link(place.row, rows[id(place.pair)], moved=moved)


def _link(before: int, after: int, *, moved: bool) -> Markup:
    start, end, middle = _middle(before), _middle(after), (_LEFT + _RIGHT) // 2
    path = f"M{_LEFT} {start} C{middle} {start} {middle} {end} {_RIGHT} {end}"
    return void("path", d=path, class_="link travelled" if moved else "link")


def _name(place: _Place, x: int, side: str, column: str) -> Markup:
    text = vocabulary.called(place.face)
    short = text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
    pair = place.pair
    fate = "came" if pair.old is None else "went" if pair.new is None else ""
    fate = fate or ("travelled" if pair.moved else "stayed")
    dot = _LEFT if column == "old" else _RIGHT
    deep = " deep" if place.face.path else ""
    return element(
        "g",
        void("circle", cx=str(dot), cy=str(_middle(place.row)), r="4"),
        element("text", escape(short), x=str(x), y=str(_middle(place.row) + 5), text_anchor=side),
        class_=f"{fate}{deep}",
    )


def _middle(row: int) -> int:
    return row * _ROW + _ROW // 2
