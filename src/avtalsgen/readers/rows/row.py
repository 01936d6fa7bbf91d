"""A printed row, and where it stands."""

from typing import Literal

from avtalsgen.model.nodes import Table
from avtalsgen.records import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One row of print, from its first sign to its last; never empty.

    `left` and `right` are in characters in a text, in points on a page; they are compared with
    each other only. A tab in `text` is a space so wide that it parts two columns.
    """

    text: str
    left: float
    right: float
    gap: bool
    """Whether there is more room above it than between the rows of a paragraph."""
    page: int
    """From 1."""
    line: int
    """Of the file, from 1, or of the page."""
    size: float = 0.0
    """Of its letters, in points; 0 where nobody knows."""
    bold: bool = False
    """Every letter is."""
    edge: Literal["", "header", "footer"] = ""
    """Where it is known to be the head or the foot of a page."""
    is_title: bool = False
    """A line under it says so."""
    raised: tuple[tuple[int, int], ...] = ()
    """Where in `text` small figures begin and end that stand higher than the rest."""
    spans: tuple[tuple[float, float], ...] = ()
    """Where each column of it begins and ends; nothing where nobody knows."""

    tabbed: bool = False
    """A tab was written between every two of its columns: they need not stand below each other."""
    table: Table | None = None
    """What lines are drawn round the cells of, and that it is the whole of; its text has a tab
    between two cells."""
    inside: tuple["Row", ...] = ()
    """The rows of that table, as they are read without its lines."""

    @property
    def is_placed(self) -> bool:
        """Whether it is known where it was printed, and not reckoned in signs."""
        return self.size > 0

    @property
    def cells(self) -> tuple[str, ...]:
        """What stands in each column."""
        return tuple(cell.strip() for cell in self.text.split("\t"))
