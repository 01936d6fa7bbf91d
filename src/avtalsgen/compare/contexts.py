"""What a line that was moved is read with, where it stood and where it stands."""

from collections.abc import Iterator
from typing import Final

from avtalsgen.compare.align.alignment import Alignment
from avtalsgen.compare.align.outline import Outline, Unit
from avtalsgen.compare.align.splits import Match
from avtalsgen.register.meaning_words import WordLists

_MARKS: Final = '.,;:()”"–-'


def is_ranked(alignment: Alignment, match: Match, words: WordLists) -> bool:
    """Return whether the lines of `match` stand in a list where the place of an item is content.

    In one with numbers, or under a sentence that speaks of order, steps or precedence.
    """
    olds, news = alignment.units(match)
    sides = ((alignment.old, olds[0]), (alignment.new, news[-1]))
    return all(unit.kind == "item" for _, unit in sides) and any(
        unit.ordered or any(_speaks_of(words.order, lead) for lead in _leads(side, unit))
        for side, unit in sides
    )


def says_something_else(alignment: Alignment, match: Match, words: WordLists) -> bool:
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
        exceptions = [_exception(*side, words.exceptions) for side in sides]
        return not _same(alignment, *exceptions) or any(
            _is_part_of_more(*side, words.pointing) for side in sides
        )
    leads = _lead(alignment.old, first), _lead(alignment.new, last)
    return not _same(alignment, *leads) or _leaves_items(alignment, first, last)


def _leaves_items(alignment: Alignment, old: Unit, new: Unit) -> bool:
    """Return whether an item that moved had items under it that it has not now, or got some."""
    had = {unit.place for unit in _below(alignment.old, old)}
    has = {unit.place for unit in _below(alignment.new, new)}
    if not (had or has):
        return False
    return any(
        had.isdisjoint(match.olds) != has.isdisjoint(match.news) for match in alignment.matches
    )


def _below(side: Outline, unit: Unit) -> Iterator[Unit]:
    """Yield the items that stand under an item."""
    for after in side.units[unit.place + 1 :]:
        if after.kind != "item" or after.depth <= unit.depth:
            return
        yield after


def _exception(side: Outline, unit: Unit, exceptions: frozenset[str]) -> Unit | None:
    """Return the paragraph above `unit` in its section that takes something out, if any."""
    for before in reversed(side.units[: unit.place]):
        if before.section != unit.section:
            return None
        if before.kind == "paragraph" and _speaks_of(exceptions, before):
            return before
    return None


def _speaks_of(words: frozenset[str], unit: Unit | None) -> bool:
    return bool(unit) and not words.isdisjoint(_words(unit.text if unit else ""))


def _words(text: str) -> list[str]:
    return [word.strip(_MARKS).casefold() for word in text.split()]


def _is_part_of_more(side: Outline, unit: Unit, pointing: frozenset[str]) -> bool:
    """Return whether `unit` points at what is before it, is pointed at, or has items under it."""
    following = side.units[unit.place + 1 : unit.place + 2]
    return _points(unit, pointing) or any(
        each.kind in ("item", "row") or (each.kind == "paragraph" and _points(each, pointing))
        for each in following
    )


def _points(unit: Unit, pointing: frozenset[str]) -> bool:
    return bool({*_words(unit.text)[:1]} & pointing)


def _lead(side: Outline, unit: Unit) -> Unit | None:
    """Return the sentence or the item that the items around `unit` stand under, if any."""
    return next(_leads(side, unit), None)


def _leads(side: Outline, unit: Unit) -> Iterator[Unit]:
    """Yield all that `unit` stands under, from the item nearest above to the sentence."""
    depth = unit.depth
    for place in range(unit.place - 1, -1, -1):
        before = side.units[place]
        if before.kind == "paragraph":
            yield before
        if before.kind not in ("item", "row"):
            return
        if before.kind == "item" and before.depth < depth:
            depth = before.depth
            yield before


def _same(alignment: Alignment, old: Unit | None, new: Unit | None) -> bool:
    if not old or not new:
        return old is new
    return any(old.place in match.olds and new.place in match.news for match in alignment.matches)
