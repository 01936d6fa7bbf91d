"""The overview drawn on an axis of time: where everything stands, in the units of the picture.

├── 2024 ──┼── 2025 ──┼── 2026 ─┃─┼── 2027 ──┤     ┃ today
Boendestöd ████████████████████████ 2024          ◆ a tillägg, ▼ a day
"""

from collections.abc import Iterable
from datetime import date
from typing import Final

from avtalsgen.pipeline.overview.rows import OverviewRow, SpanKind
from avtalsgen.records import dataclass

WIDTH: Final = 1200
LEFT: Final = 250
"""Where the axis begins, right of the names."""
_TOP, _ROW = 40, 52
_BACK, _AHEAD = 3, 4
"""Years before and after the year of today."""
_LONGEST: Final = 27
"""Characters of a name that there is room for."""
_A_CHARACTER: Final = 8.2


@dataclass(frozen=True, slots=True)
class AxisMark:
    """Something drawn: a bar from `x`, or a sign at `x` where `width` is 0."""

    kind: SpanKind
    x: float
    width: float
    label: str
    """What there is room for."""
    whole: str
    """All of it, for a tip."""


@dataclass(frozen=True, slots=True)
class AxisRow:
    """A row of the picture."""

    title: str
    y: int
    marks: tuple[AxisMark, ...]
    due: tuple[float, ...]
    """Where something is to be done."""


@dataclass(frozen=True, slots=True)
class Axis:
    """The whole picture."""

    years: tuple[tuple[int, float], ...]
    rows: tuple[AxisRow, ...]
    today: float
    height: int

    @property
    def first_and_last(self) -> tuple[int, int]:
        """The years that it reaches over."""
        return self.years[0][0], self.years[-1][0]


def axis(rows: Iterable[OverviewRow], today: date) -> Axis:
    """Return the picture of `rows`; what has no day that is known is not in it."""
    first, last = date(today.year - _BACK, 1, 1), date(today.year + _AHEAD, 12, 31)
    scale = (WIDTH - LEFT) / (last - first).days

    def place(day: str | date) -> float:
        given = date.fromisoformat(day) if isinstance(day, str) else day
        return round(LEFT + scale * (min(max(given, first), last) - first).days, 1)

    drawn = [row for row in rows if row.spans]
    made = []
    for number, row in enumerate(drawn):
        marks = []
        for span in row.spans:
            start, end = place(span.start), place(span.end or last)
            if span.kind == "tillägg":
                marks.append(AxisMark(span.kind, start, 0, "", f"{span.label}, {span.start}"))
            elif end > start:
                room = int((end - start - 14) / _A_CHARACTER)
                label = span.label if len(span.label) <= room else ""
                whole = f"{span.label}, {span.start}–{span.end or 'tills vidare'}"
                marks.append(AxisMark(span.kind, start, round(end - start, 1), label, whole))
        due = tuple(place(row.next.day) for _ in (1,) if row.next)
        title = row.title if len(row.title) <= _LONGEST else f"{row.title[: _LONGEST - 1]}…"
        marks.sort(key=lambda mark: mark.kind == "tillägg")  # which are drawn over the bars
        made.append(AxisRow(title, _TOP + number * _ROW, tuple(marks), due))
    years = tuple((year, place(date(year, 1, 1))) for year in range(first.year, last.year + 1))
    return Axis(years, tuple(made), place(today), _TOP + len(drawn) * _ROW)
