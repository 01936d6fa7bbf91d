"""Where on a page two files differ: beside which line, below which heading of the one we know.

What a page draws is followed until the two part, and from the end back until they part; what is
pinned on it has a place of its own.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import field

from pikepdf import Array, Dictionary, Object, Page, Pdf

from avtalsgen.readers.pdf.drawn.drawn_rows import rows
from avtalsgen.readers.pdf.drawn.glyph import PageGlyphs
from avtalsgen.readers.pdf.drawn.glyphs import page_glyphs
from avtalsgen.readers.pdf.ours.destinations import destinations
from avtalsgen.readers.pdf.pen import FAULTS, Pen, Step, numbers_of, steps_of
from avtalsgen.records import dataclass

_SHOWN = 40
_SAME_LINE = 3.0
"""Points between baselines of one line."""
_FARTHEST = 150.0
"""Points that a line may stand away and still say where something is."""


@dataclass(slots=True)
class KnownPages:
    """The pages of the file that we know, read when somebody asks where something is."""

    file: Pdf
    data: bytes
    read: dict[int, PageGlyphs] = field(default_factory=dict)

    def near(self, number: int, heights: Sequence[float]) -> str:
        """Return the lines of page `number`, from 1, at the first and the last of `heights`.

        Heights are in points from the lower edge. Nothing where no line stands near.
        """
        if not heights or number > len(self.file.pages):
            return ""
        first, last = (self._line(number, height) for height in (max(heights), min(heights)))
        if not first and not last:
            return ""
        said = f"vid ”{first or last}”"
        if first and last and first != last:
            said = f"från ”{first}” till ”{last}”"
        heading = self._heading(number, max(heights))
        return f"{said} ({heading})" if heading else said

    def _line(self, number: int, height: float) -> str:
        page = self._page(number)
        glyphs = page.glyphs
        nearest = min(glyphs, key=lambda glyph: abs(glyph.line - height), default=None)
        if nearest is None or abs(nearest.line - height) > _FARTHEST:
            return ""
        line = tuple(g for g in glyphs if abs(g.line - nearest.line) <= _SAME_LINE)
        read = rows([PageGlyphs(line, page.height)])
        said = " ".join(row.text.replace("\t", " ") for row in read)
        return f"{said[:_SHOWN]} …" if len(said) > _SHOWN else said

    def _page(self, number: int) -> PageGlyphs:
        if number not in self.read:
            self.read[number] = page_glyphs(self.data, number)
        return self.read[number]

    def _heading(self, number: int, height: float) -> str:
        """Return the heading above, as the page has it: where a section of ours begins."""
        try:
            starts = [(each.page, each.below) for each in destinations(self.file)]
        except FAULTS:
            return ""
        above = [start for start in starts if start <= (number, -height)]
        if not above:
            return ""
        page, below = max(above)
        line = self._line(page, -below - _HEADING)
        return f"under ”{line}”" if line else ""


_HEADING = 14.0
"""Points from the place that a link leads to down to the baseline of the heading there."""


def draws_alike(page: Page, known: Page) -> bool:
    """Return whether two pages draw the same step by step, in whatever pieces it is written."""
    try:
        return steps_of(page) == steps_of(known)
    except FAULTS:
        return False


def parting(page: Page, known: Page) -> tuple[float, ...]:
    """Return the heights at which what two pages draw first and last parts, in points."""
    try:
        steps, were = steps_of(page), steps_of(known)
        first = _alike(steps, were)
        last = len(steps) - _alike(steps[first:][::-1], were[first:][::-1])
        return tuple(_heights(steps, first, max(first + 1, last)))
    except FAULTS:
        return ()


def pinned(page: Page, known: Page, digest: Callable[[object], bytes]) -> tuple[float, ...]:
    """Return the heights of what is pinned on the one page and not on the other."""
    try:
        told = Counter(digest(each) for each in _annotations(known))
        kept = Counter(digest(each) for each in _annotations(page))
        new = [each for each in _annotations(page) if digest(each) not in told]
        gone = [each for each in _annotations(known) if digest(each) not in kept]
        return tuple(_middle(each) for each in (*new, *gone) if isinstance(each, Dictionary))
    except FAULTS:
        return ()


def _annotations(page: Page) -> list[Object]:
    pinned_on = page.obj.get("/Annots")
    return list(pinned_on.as_list()) if isinstance(pinned_on, Array) else []


def _middle(annotation: Dictionary) -> float:
    box = [float(each) for each in annotation.Rect.as_list()]
    return (box[1] + box[3]) / 2


def _alike(steps: Sequence[Step], were: Sequence[Step]) -> int:
    """Return how many steps the two have in common at the beginning."""
    pairs = enumerate(zip(steps, were, strict=False))
    shorter = min(len(steps), len(were))
    return next((place for place, (step, was) in pairs if step != was), shorter)


def _heights(steps: Sequence[Step], first: int, last: int) -> Iterator[float]:
    """Yield how high each step draws from the first to the last, or the next that draws."""
    pen, drawn = Pen(), False
    for place, (operator, operands) in enumerate(steps):
        numbers = numbers_of(operands)
        heights = pen.follow(operator, numbers)
        if place >= first and heights and (place < last or not drawn):
            drawn = True
            yield from heights
        if place >= last and drawn:
            return
