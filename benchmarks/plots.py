"""Tables of Markdown whose first column grows, as curves in SVG on scales that double."""

import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

_WIDTH, _HEIGHT, _EDGE = 640, 400, 60
_COLOURS = ("#005b8f", "#b3261e", "#2e7d32", "#7b1fa2", "#a15c00", "#37474f")
_FEWEST = 3
_NUMBER = re.compile(r"[\d.]+")


@dataclass(frozen=True, slots=True)
class Curves:
    """What grows along, and a curve for each column of numbers."""

    title: str
    along: tuple[float, ...]
    columns: tuple[tuple[str, tuple[float, ...]], ...]


def curves(markdown: str) -> Iterator[Curves]:
    """Yield the tables with at least three rows whose first column is a growing number."""
    title = ""
    for block in re.split(r"\n\s*\n", markdown):
        lines = block.strip().splitlines()
        if lines and lines[0].startswith("#"):
            title = lines[0].lstrip("# ")
        tabled = (line.strip("|").split("|") for line in lines if line[:1] == "|")
        heads, *rows = [[cell.strip() for cell in cells] for cells in tabled] or [[]]
        drawn = _drawn(title, heads, rows[1:])
        if drawn:
            yield drawn


def _drawn(title: str, heads: list[str], rows: list[list[str]]) -> Curves | None:
    numbers = [[_value(cell) for cell in row] for row in rows]
    along = tuple(row[0] for row in numbers)
    grows = all(0 < a < b for a, b in pairwise(along))
    if len(rows) < _FEWEST or not grows:
        return None
    columns = ((name, tuple(row[n] for row in numbers)) for n, name in enumerate(heads))
    whole = tuple((name, values) for name, values in columns if all(values))[1:]
    return Curves(f"{title}: {heads[0]}", along, whole) if whole else None


def _value(cell: str) -> float:
    """Return the number that a cell begins with; none is nothing."""
    number = _NUMBER.match(cell)
    return float(number[0]) if number else 0.0


def svg(drawn: Curves) -> str:
    """Return the curves; both scales are logarithmic, so that what is linear is straight."""
    every = [value for _, values in drawn.columns for value in values]
    x, y = _scale(drawn.along, _EDGE, _WIDTH - 150), _scale(every, _HEIGHT - _EDGE, _EDGE)
    view = f'viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif" font-size="11"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {view} role="img">',
        f"<title>{escape(drawn.title)}</title>",
        f'<text x="{_EDGE}" y="24" font-size="14">{escape(drawn.title)}</text>',
    ]
    for value in drawn.along:
        place = f'x="{x(value):.0f}" y="{_HEIGHT - 36}" text-anchor="middle"'
        parts.append(f"<text {place}>{value:g}</text>")
    for number, (name, values) in enumerate(drawn.columns):
        colour = _COLOURS[number % len(_COLOURS)]
        pairs = zip(drawn.along, values, strict=True)
        points = " ".join(f"{x(a):.1f},{y(b):.1f}" for a, b in pairs)
        line = f'fill="none" stroke="{colour}" stroke-width="2"'
        parts.append(f'<polyline points="{points}" {line}/>')
        place = f'x="{_WIDTH - 145}" y="{y(values[-1]) + 4:.0f}" fill="{colour}"'
        parts.append(f"<text {place}>{escape(name)}: {values[-1]:g}</text>")
    return "\n".join((*parts, "</svg>\n"))


def _scale(values: Sequence[float], start: float, end: float) -> Callable[[float], float]:
    """Return where a value stands between `start` and `end`."""
    low, high = math.log(min(values)), math.log(max(values))
    step = (end - start) / ((high - low) or 1)
    return lambda value: start + (math.log(value) - low) * step
