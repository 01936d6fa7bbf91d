"""A letter that is drawn on a page, and where it stands."""

from typing import NamedTuple

from avtalsgen.readers.pdf.drawn.rules import Grid
from avtalsgen.records import dataclass


class Glyph(NamedTuple):
    """A letter, in points from the lower left corner of its page; `line` is its baseline.

    Spaces are no letters, but for the no-break space, which nothing else tells. A page has
    thousands, so it is the kind of record that is made the fastest.
    """

    text: str
    number: int
    """Of the marked content that it belongs to; -1 outside."""
    left: float
    right: float
    line: float
    size: float
    bold: bool
    spaced: bool = False
    """A space is drawn before it."""
    artifact: bool = False
    """The file says that it is none of the text: a page head, a decoration (14.8.2.2)."""


@dataclass(frozen=True, slots=True)
class PageGlyphs:
    """The letters of a page in the order they are drawn, and its height as it is read.

    A page is turned so that most of its letters stand upright, as a viewer does by /Rotate
    (7.7.3.3); those that stand on another side are put below the rest.
    """

    glyphs: tuple[Glyph, ...]
    height: float
    leaning: int = 0
    """Letters left out since they stand on no side of the page, as a mark across it does."""
    unknown: int = 0
    """Letters left out since the file does not tell which ones they are."""
    broken: bool = False
    """Whether the page cannot be read at all."""
    grids: tuple[Grid, ...] = ()
    """Where lines are drawn round cells, on the page as it is read."""
