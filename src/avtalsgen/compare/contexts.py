"""What a line that was moved is read with, where it stood and where it stands."""

from collections.abc import Iterator
from typing import Final

from avtalsgen.compare.align.alignment import Alignment
from avtalsgen.compare.align.outline import Outline, Unit
from avtalsgen.compare.align.splits import Match
from avtalsgen.compare.meaning.facts import BindingFacts
from avtalsgen.register.meaning_words import WordLists

_MARKS: Final = '.,;:()”"–-'
_ORDER: Final = "ordning"


def is_ranked(alignment: Alignment, match: Match, facts: BindingFacts) -> bool:
    """Return whether the lines of `match` stand in a list where the place of an item is content.

    In one with numbers, or under a sentence or a heading that speaks of order, steps or precedence.
    """
    olds, news = alignment.units(match)
    sides = ((alignment.old, olds[0]), (alignment.new, news[-1]))
    return all(unit.kind == "item" for _, unit in sides) and any(
        unit.ordered
        or speaks_of_order(side.sections[unit.section].face.heading, facts)
        or any(speaks_of_order(lead.text, facts) for lead in _leads(side, unit))
        for side, unit in sides
    )


def speaks_of_order(text: str, facts: BindingFacts) -> bool:
    """Return whether `text` has what stands under it in an order: `säger emot varandra`."""
    said = _words(text)
    in_order = not facts.words.order.isdisjoint(said)
    return in_order or any(reason == _ORDER for reason, _ in facts.phrases.facts(said))


def hanging(alignment: Alignment) -> frozenset[Match]:
    """Return the lines that stay, and came into a list, left one, or hang on another item.

    `- kost` under `Detta ingår inte:`, `- skor` under `- kläder`. A line that is an item in one of
    two versions counts only in a list with one that is an item in both, so that both tell of it.
    """
    answers = {i: j for match in alignment.matches for i in match.olds for j in match.news}
    sides = alignment.old, alignment.new
    lists = _lists(sides[0]), _lists(sides[1])
    both = [(i, j) for i, j in answers.items() if i in lists[0] and j in lists[1]]
    kept = {lists[0][i] for i, _ in both}, {lists[1][j] for _, j in both}
    hanging_matches = set()
    for match in alignment.staying:
        if len(match.olds) > 1 or len(match.news) > 1:
            continue
        old, new = (units[0] for units in alignment.units(match))
        kinds = old.kind, new.kind
        if kinds == ("item", "item") and old.depth != new.depth:
            leads = _lead(sides[0], old), _lead(sides[1], new)
            hangs = all(leads) and not _same(alignment, *leads)
        elif kinds == ("item", "paragraph"):
            hangs = lists[0][old.place] in kept[0] and _lead(sides[0], old) is not None
        elif kinds == ("paragraph", "item"):
            hangs = lists[1][new.place] in kept[1] and _lead(sides[1], new) is not None
        else:
            continue
        if hangs:
            hanging_matches.add(match)
    return frozenset(hanging_matches)


def _lists(side: Outline) -> dict[int, int]:
    """Return for each item the place of the first of those that follow on each other with it."""
    firsts: dict[int, int] = {}
    for unit in side.units:
        if unit.kind == "item":
            firsts[unit.place] = firsts.get(unit.place - 1, unit.place)
    return firsts


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
        scopes = [_scope(*side, words) for side in sides]
        return not _same(alignment, *scopes) or any(
            _opens_scope(side[1], words) or _is_part_of_more(*side, words.pointing)
            for side in sides
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


def _scope(side: Outline, unit: Unit, words: WordLists) -> Unit | None:
    """Return the paragraph above `unit` in its section that it may come under, if any."""
    for before in reversed(side.units[: unit.place]):
        if before.section != unit.section:
            return None
        if before.kind == "paragraph" and _opens_scope(before, words):
            return before
    return None


def _opens_scope(unit: Unit, words: WordLists) -> bool:
    """Return whether a paragraph takes something out, or says when what follows it applies."""
    said = _words(unit.text)
    text = f" {' '.join(said)} "
    return not words.exceptions.isdisjoint(said) or any(
        f" {lead} " in text for lead in words.leading
    )


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
