"""How much two documents may say to be compared: what takes a minute or half a gigabyte is refused.

Lines are weighed against lines and words against words, so both are counted, and how long one
line is. A line that both have costs next to nothing, so of those that differ fewer letters are let
in than of all. Of what anybody has agreed on in writing, three hundred pages is much; this is
1 000, also with eighteen paragraphs a page, as a cell of a table is a line too.
"""

from collections import Counter
from typing import Final

from avtalsgen.model import plain
from avtalsgen.model.nodes import Document
from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.records import dataclass
from avtalsgen.swedish.numbers import digits

MOST_LINES: Final = 20_000
MOST_LETTERS: Final = 3_500_000
MOST_DIFFERING: Final = 2_500_000
LONGEST_LINE: Final = 100_000
_HINT: Final = "dela upp det, och jämför delarna var för sig"


@dataclass(frozen=True, slots=True)
class Measured:
    """A document that may be compared with some other, and how many letters it has."""

    document: Document
    source: str
    letters: int


def measured(document: Document, source: str) -> Measured:
    """Return how much a document says.

    Raises:
        AvtalsgenError: JF25 it says too much to be compared with any.
    """
    lines = letters = longest = 0
    for line in plain.lines(document):
        lines, letters, longest = lines + 1, letters + len(line), max(longest, len(line))
    _refuse(source, lines, MOST_LINES, "stycken")
    _refuse(source, letters, MOST_LETTERS, "tecken")
    _refuse(source, longest, LONGEST_LINE, "tecken i ett stycke")
    return Measured(document, source, letters)


def refuse_too_different(old: Measured, new: Measured) -> None:
    """Refuse two large documents that have too little in common to be weighed line by line.

    Raises:
        AvtalsgenError: JF25 they have.
    """
    if max(old.letters, new.letters) <= MOST_DIFFERING:
        return
    olds, news = (Counter(plain.lines(side.document)) for side in (old, new))
    for side, alone in ((old, olds - news), (new, news - olds)):
        letters = sum(len(line) * times for line, times in alone.items())
        _refuse(side.source, letters, MOST_DIFFERING, "tecken i stycken som skiljer sig")


def _refuse(source: str, number: int, most: int, what: str) -> None:
    if number > most:
        said = f"{digits(number)} {what}, och högst {digits(most)} jämförs"
        raise AvtalsgenError([Problem("JF25", f"{source} har {said}", hint=_HINT)])
