"""A stretch of text that is read as one, and where each of its words stands."""

from bisect import bisect_right
from collections.abc import Callable
from typing import Final, Literal

from avtalsgen.problems import Spot
from avtalsgen.records import dataclass
from avtalsgen.source import Origin

Places = tuple[tuple[int, Origin], ...]
"""From which sign of a text on its words stand at which place, in order."""
Locate = Callable[[], Places]
Kind = Literal[
    "cover", "contents", "heading", "paragraph", "item", "cell", "signature", "edge", "comment"
]
"""`edge` is a page head, foot or note, and a row that the reader has put aside."""
PROSE: Final[tuple[Kind, ...]] = ("paragraph", "item", "cell")
_LONGEST_QUOTE: Final = 80


def standing_at(origin: Origin) -> Locate:
    """Return that all words of a passage stand behind one another from `origin` on."""
    return lambda: ((0, origin),)


@dataclass(frozen=True, slots=True, eq=False)
class TextPassage:
    """A heading, a paragraph, an item, a cell or a row of a cover."""

    kind: Kind
    text: str
    file: str
    place: str = ""
    """`avsnitt 2.1 Målgrupp, stycke 3`."""
    number: str = ""
    """Of a heading; of an item in an ordered list."""
    level: int = 0
    heading: str = ""
    """Of the section that it stands in, without its number."""
    group: int = 0
    """One number for all items of a list, all cells of a table."""
    located: Locate = tuple
    """Finds where the words stand, for the few passages of which something is told."""
    known_gaps: tuple[tuple[int, int], ...] = ()
    """What is printed for a fact that is said not to be known."""
    links: tuple[tuple[int, int, str], ...] = ()
    """Words that lead to an address."""

    @property
    def where(self) -> Places:
        """From which sign of `text` on the words stand at which place, in order."""
        return self.located()

    def spot(self, offset: int = 0) -> Spot:
        """Return where the sign at `offset` stands."""
        where = self.where
        if not where:
            return Spot(self.file, None, None, self.place)
        start, origin = where[max(0, bisect_right(where, offset, key=lambda known: known[0]) - 1)]
        return Spot(origin.file, origin.line, origin.column + max(0, offset - start), self.place)


@dataclass(frozen=True, slots=True, eq=False)
class Stretch:
    """Some words of a passage."""

    passage: TextPassage
    start: int
    end: int

    @property
    def words(self) -> str:
        """The words as they stand."""
        return self.passage.text[self.start : self.end]

    @property
    def quote(self) -> str:
        """The words in one line, at most eighty signs of them."""
        words = " ".join(self.words.split())
        if len(words) <= _LONGEST_QUOTE:
            return words
        return words[:_LONGEST_QUOTE].rpartition(" ")[0] or words[:_LONGEST_QUOTE]

    @property
    def spot(self) -> Spot:
        """Where they stand."""
        return self.passage.spot(self.start)
