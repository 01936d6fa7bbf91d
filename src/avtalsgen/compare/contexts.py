"""What a line that was moved is read with, where it stood and where it stands."""

from avtalsgen.compare.align.alignment import Alignment
from avtalsgen.compare.align.outline import Outline, Unit
from avtalsgen.compare.align.splits import Match
from avtalsgen.compare.meaning.words import POINTING


def says_something_else(alignment: Alignment, match: Match) -> bool:
    """Return whether the lines of `match` may mean something else where they now stand.

    Under another heading they may: who is to pay is said by the clause. So may an item under
    another sentence than before, such a sentence itself, and one that points at what stands
    before it.
    """
    olds, news = alignment.units(match)
    if alignment.sections.get(olds[0].section) != news[0].section:
        return True
    first, last = olds[0], news[0]
    if first.kind == last.kind == "paragraph":
        sides = ((alignment.old, olds[-1]), (alignment.new, news[-1]))
        return any(_is_part_of_more(*side) for side in sides)
    leads = _lead(alignment.old, first), _lead(alignment.new, last)
    return not _same(alignment, *leads)


def _is_part_of_more(side: Outline, unit: Unit) -> bool:
    """Return whether `unit` points at what is before it, is pointed at, or has items under it."""
    following = side.units[unit.place + 1 : unit.place + 2]
    return _points(unit) or any(
        each.kind in ("item", "row") or (each.kind == "paragraph" and _points(each))
        for each in following
    )


def _points(unit: Unit) -> bool:
    return unit.text.partition(" ")[0].casefold() in POINTING


def _lead(side: Outline, unit: Unit) -> Unit | None:
    """Return the sentence that the items around `unit` stand under, if any."""
    for place in range(unit.place - 1, -1, -1):
        before = side.units[place]
        if before.kind not in ("item", "row"):
            return before if before.kind == "paragraph" else None
    return None


def _same(alignment: Alignment, old: Unit | None, new: Unit | None) -> bool:
    if not old or not new:
        return old is new
    return any(old.place in match.olds and new.place in match.news for match in alignment.matches)
