"""Numbers that Word counts by itself: of headings, and of lists.

Heading styles are tied to one multilevel numbering, so that no number is typed (but one
with a letter, `3 a`) and a section that somebody puts in is counted. Every ordered list has a
numbering of its own that begins at 1; all lists with bullets share one.
"""

from collections.abc import Iterable, Sequence

from avtalsgen.model import metrics
from avtalsgen.ooxml.elements import Element, w
from avtalsgen.ooxml.names import W
from avtalsgen.ooxml.units import twips_of_mm
from avtalsgen.writers.docx.styling import style_names as names

UNNUMBERED = 0
"""The numbering that takes a number away (ECMA-376 part 1, 17.9.18)."""
_BULLETS = ("•", "–")


class Numberings:
    """The numberings of one file, beside those that its template has of its own."""

    def __init__(self, part: Element) -> None:
        self._part = part
        self._next_definition = _free(part, "abstractNum", "abstractNumId")
        self._next_instance = max(UNNUMBERED + 1, _free(part, "num", "numId"))
        self._definitions: list[Element] = []
        self._instances: list[Element] = []
        self._ordered: dict[str, int] = {}
        """The definition of the lists that are counted in each form."""
        self._bullets: int | None = None

    def headings(self, patterns: Sequence[str], style_ids: Sequence[str]) -> int:
        """Return the number id of the headings, `patterns[0]` with `style_ids[0]` and so on."""
        pairs = zip(patterns, style_ids, strict=True)
        return self._instance(
            self._define(_heading_level(level, *pair) for level, pair in enumerate(pairs))
        )

    def bullets(self) -> int:
        """Return the number id of every list with bullets."""
        if self._bullets is None:
            levels = (_list_level(depth, "bullet") for depth in range(names.LEVELS))
            self._bullets = self._instance(self._define(levels))
        return self._bullets

    def counted(self, depth: int, *, letters: bool = False, start: int = 1) -> int:
        """Return the number id of a new ordered list whose items stand at `depth`, from 0.

        Its first item is the `start`th.
        """
        form = "lowerLetter" if letters else "decimal"
        if form not in self._ordered:
            levels = (_list_level(depth, form) for depth in range(names.LEVELS))
            self._ordered[form] = self._define(levels)
        restart = w("lvlOverride", w("startOverride", val=start), ilvl=depth)
        return self._instance(self._ordered[form], restart)

    def write(self) -> None:
        """Put all numberings into the part; definitions stand before what refers to them."""
        rest = [own for own in self._part if own.tag != W + "abstractNum"]
        place = len(self._part) - len(rest)
        self._part[place:place] = self._definitions
        instances = len(self._part.findall(W + "num"))
        place += len(self._definitions) + instances
        self._part[place:place] = self._instances

    def _define(self, levels: Iterable[Element]) -> int:
        identity, self._next_definition = self._next_definition, self._next_definition + 1
        kind = w("multiLevelType", val="multilevel")
        self._definitions.append(w("abstractNum", kind, *levels, abstractNumId=identity))
        return identity

    def _instance(self, definition: int, *overrides: Element) -> int:
        identity, self._next_instance = self._next_instance, self._next_instance + 1
        points_at = w("abstractNumId", val=definition)
        self._instances.append(w("num", points_at, *overrides, numId=identity))
        return identity


def number_property(number: int, level: int = 0) -> Element:
    """Return the paragraph property that gives a number of the numbering `number`."""
    return w("numPr", w("ilvl", val=level), w("numId", val=number))


def _heading_level(place: int, pattern: str, style: str) -> Element:
    written = pattern.format("", *(f"%{level}" for level in range(1, names.LEVELS + 1)))
    indent = twips_of_mm(metrics.HEADING_INDENT_MM)
    return w(
        "lvl",
        w("start", val=1),
        w("numFmt", val="decimal"),
        w("pStyle", val=style),
        w("suff", val="tab"),
        w("lvlText", val=written),
        w("lvlJc", val="left"),
        w("pPr", w("ind", left=indent, hanging=indent)),
        ilvl=place,
    )


def _list_level(depth: int, form: str) -> Element:
    step = twips_of_mm(metrics.LIST_INDENT_MM)
    number = f"%{depth + 1}"
    signs = {"decimal": f"{number}.", "lowerLetter": f"{number})"}
    sign = signs.get(form, _BULLETS[depth % len(_BULLETS)])
    return w(
        "lvl",
        w("start", val=1),
        w("numFmt", val=form),
        w("suff", val="tab"),
        w("lvlText", val=sign),
        w("lvlJc", val="left"),
        w("pPr", w("ind", left=step * (depth + 1), hanging=step)),
        ilvl=depth,
    )


def _free(part: Element, tag: str, name: str) -> int:
    taken = (int(own.get(W + name)) for own in part.findall(W + tag))
    return max(taken, default=-1) + 1
