"""A deletion that nobody tracked and that runs out of one section into the next.

Word takes the heading between them with it, and what is left of the second section stands in the
first:

    1.2 Syfte                          1.2 Syfte
    Par ska få hjälp [tidigt.          Par ska få hjälp och tills vidare.
    1.3 Tid                    ─►      Uppsägningstiden är ett år.
    Uppdraget gäller från] och
    tills vidare.
    Uppsägningstiden är ett år.

It is one change of each section, and both are decided together.
"""

from collections.abc import Iterator
from typing import Final

from avtalsgen.records import dataclass
from avtalsgen.takeback.paper.beside import PARAGRAPH, LineSide, WordEdit, differing, side
from avtalsgen.takeback.paper.sections import PaperSection
from avtalsgen.takeback.undo import Undo, lines_back

TOGETHER: Final = "strykningen går in i nästa avsnitt: ändringarna i båda avgörs ihop"
_MOST_KEPT: Final = 0.5
"""How much of what stood below the heading must be left for it to have flown."""


@dataclass(frozen=True, slots=True)
class Flowed:
    """What a section of theirs has of two of ours."""

    old: LineSide
    new: LineSide
    edits: tuple[WordEdit, ...]
    second: int
    """Where the heading of the second begins in `old`."""
    undo: Undo

    def parts(self) -> Iterator[tuple[bool, WordEdit]]:
        """Yield each edit of one section, and whether it is of the second one."""
        for edit in self.edits:
            if edit.old_from < self.second < edit.old_to:
                here = edit.new_to
                yield False, WordEdit(edit.old_from, self.second, edit.new_from, here)
                yield True, WordEdit(self.second, edit.old_to, here, here)
            else:
                yield edit.old_from >= self.second, edit


def flowed(first: PaperSection, second: PaperSection, theirs: PaperSection) -> Flowed | None:
    """Return how `second` flowed into what `theirs` has of `first`; nothing if it did not.

    Where nothing but the heading went, two sections were joined, and the second was struck.
    """
    if second.heading is None or not (first.lines and second.lines and theirs.lines):
        return None
    olds = [*first.lines, second.heading, *second.lines]
    old, new = side(olds), side(theirs.lines)
    edits = differing(old, new)
    begins = old.starts[len(first.lines)]
    body = old.starts[len(first.lines) + 1]
    over = [edit for edit in edits if edit.old_from < body and edit.old_to >= body - 1]
    gone = sum(max(0, edit.old_to - max(edit.old_from, body)) for edit in edits)
    if gone > (1 - _MOST_KEPT) * (len(old.text) - body) or not over:
        return None
    before = old.text[min(edit.old_from for edit in over) : begins]
    behind = old.text[body : max(edit.old_to for edit in over)]
    if not (before.strip(f" {PARAGRAPH}") and behind.strip(f" {PARAGRAPH}")):
        return None
    undo = lines_back(theirs.lines, theirs.lines[0].sources[0], olds)
    return Flowed(old, new, tuple(edits), begins, undo)
