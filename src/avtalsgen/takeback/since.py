"""What of a difference is ours: made in the workspace since the file was built.

The file says of each section what was printed of it, as a digest, and not the words. Where our
text of today is another one, every difference from it is either ours or theirs. The one way to
share them out that gives the digest is the right one:

    printed      Uppsägningen ska vara skriftlig.          known by its digest alone
    ours, now    En uppsägning ska vara skriftlig.
    theirs       Uppsägningen ska vara muntlig.
    differences  En uppsägning → Uppsägningen, skriftlig → muntlig
    shared out   the first is ours, the second theirs:  Uppsägningen ska vara skriftlig.

Where two changed the same words, no way gives the digest, and nobody can tell.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import combinations
from typing import Final

from avtalsgen.model.returned.changes import ReturnedChange
from avtalsgen.readers.docx.returned.sheet import Sheet, SheetLine
from avtalsgen.takeback.paper.lines import paper
from avtalsgen.takeback.paper.sections import PaperSection
from avtalsgen.takeback.undo import Undo, letters_gone, undone

_MOST: Final = 12
"""Differences of one section that are shared out; 4 096 ways."""


def ours_since(
    sheet: Sheet,
    section: PaperSection,
    changes: Sequence[ReturnedChange],
    undos: Sequence[Undo],
    told: str,
    number: str,
) -> frozenset[int] | None:
    """Return which of `changes`, by their places, are ours; None if nobody can tell.

    `told` is the digest of what was printed of `section`; its number was that which it has in
    the file, or `number` if it was moved there.
    """
    numbers = {number, section.heading.number if section.heading else ""}
    sources = [source for line in section.every_line for source in line.sources]
    within = range(min(sources, default=0), max(sources, default=-1) + 1)
    able = [place for place, change in enumerate(changes) if change.undo]
    if len(able) > _MOST:
        return None
    for count in range(len(able) + 1):
        for theirs in combinations(able, count):
            taken_back = (undos[undo] for place in theirs for undo in changes[place].undo)
            lines = undone(sheet, taken_back, within).lines
            if any(_digest(sheet, lines, each) == told for each in numbers):
                return frozenset(able) - frozenset(theirs)
    return None


def _digest(sheet: Sheet, lines: Sequence[SheetLine], number: str) -> str:
    said = paper(replace(sheet, lines=tuple(lines)))
    words = " ".join((number, *(line.text for line in said))).split()
    return sha256(" ".join(words).encode()).hexdigest()


def clashing(
    sheet: Sheet,
    changes: Iterable[ReturnedChange],
    undos: Sequence[Undo],
    always: Sequence[Undo],
) -> frozenset[int]:
    """Return the places of tracked changes of words that were changed here since."""
    taken = letters_gone(sheet, always)
    lines = {place for undo in always for place in undo.drop}
    return frozenset(
        place
        for place, change in enumerate(changes)
        if change.tracked
        and any(
            taken & undos[undo].letters
            or lines & {line for line, _ in undos[undo].letters}
            or lines & undos[undo].ends
            for undo in change.undo
        )
    )
