"""Which lines answer to each other: within sections that do, and what went elsewhere."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter

from avtalsgen.compare.align.assignment import best
from avtalsgen.compare.align.likeness import Bag, bags, candidates, likeness, phrases
from avtalsgen.compare.align.outline import Outline, Unit
from avtalsgen.compare.align.splits import Match, with_splits
from avtalsgen.compare.words.subsequence import common
from avtalsgen.model import plain

_LEAST, _LEAST_ELSEWHERE = 0.2, 0.6
"""How alike two lines are that answer to each other, in one section and in different ones."""
_LEAST_MOVED = 40
"""How many characters a line has at least that is recognised in another section."""
_SAME_SECTION = 0.2
_LABEL = 0.5
"""How alike two rows are at least that begin with the same cell."""
_LONG = 300
"""Letters of a line that is known by its words, in whatever form some of them are."""
_FEW = 900
"""How many pairs of lines of one section are all looked at."""


Said = Callable[[str], str]
"""What a text says, however it is written: `kl. 8` and `08:00` say the same."""


def as_written(text: str) -> str:
    """Return `text`, for who knows of no other ways to write it."""
    return text


def matched_lines(
    old: Outline, new: Outline, pairs: Mapping[int, int], said: Said = as_written
) -> tuple[Match, ...]:
    """Return which lines answer to which, headings left out, in the order of the new version.

    No line is in two matches. One that was split answers to several that follow each other. Of
    lines that are not written alike, those answer to each other that say the same.
    """
    exact = dict(_equal(_sections(old.units, new.units, pairs), lambda unit: unit.text))
    olds, news = _left(old, new, exact)
    if olds and news:
        says = {
            unit.text: said(unit.text) if len(unit.text) <= _LONG else unit.text
            for unit in (*olds, *news)
        }
        exact |= _equal(_sections(olds, news, pairs), lambda unit: says[unit.text])
        olds, news = _left(old, new, exact)
    else:
        says = {}
    every = bags(phrases(says.get(unit.text, "")) for unit in (*olds, *news))
    old_bags = {unit.place: bag for unit, bag in zip(olds, every, strict=False)}
    new_bags = {unit.place: bag for unit, bag in zip(news, every[len(olds) :], strict=True)}
    likely = best(_worth(olds, news, old_bags, new_bags, pairs))
    matches = [Match((i,), (j,)) for i, j in {**exact, **likely}.items()]
    split = with_splits(old, new, matches, old_bags, new_bags)
    return tuple(sorted(split, key=lambda match: match.news))


def _left(old: Outline, new: Outline, exact: Mapping[int, int]) -> tuple[list[Unit], list[Unit]]:
    """Return the lines of both sides that answer to none yet, headings left out."""
    taken = set(exact.values())
    return (
        [unit for unit in old.units if unit.kind != "heading" and unit.place not in exact],
        [unit for unit in new.units if unit.kind != "heading" and unit.place not in taken],
    )


def _sections(
    olds: Iterable[Unit], news: Iterable[Unit], pairs: Mapping[int, int]
) -> Iterator[tuple[Sequence[Unit], Sequence[Unit]]]:
    """Yield the lines of sections that answer to each other, without their headings."""
    there = _by_section(news)
    for section, units in _by_section(olds).items():
        others = there.get(pairs.get(section, -1))
        if others:
            yield units, others


def _by_section(units: Iterable[Unit]) -> dict[int, list[Unit]]:
    by_section: dict[int, list[Unit]] = {}
    for unit in units:
        if unit.kind != "heading":
            by_section.setdefault(unit.section, []).append(unit)
    return by_section


def _equal(
    sections: Iterable[tuple[Sequence[Unit], Sequence[Unit]]], key: Callable[[Unit], str]
) -> Iterator[tuple[int, int]]:
    """Yield the lines that are equal by `key`, in order."""
    for sides in sections:
        names: dict[tuple[bool, str], int] = {}
        named = [
            [names.setdefault((unit.kind == "row", key(unit)), len(names)) for unit in side]
            for side in sides
        ]
        yield from ((sides[0][at].place, sides[1][to].place) for at, to in common(*named))


def _worth(
    olds: Sequence[Unit],
    news: Sequence[Unit],
    old_bags: Mapping[int, Bag],
    new_bags: Mapping[int, Bag],
    pairs: Mapping[int, int],
) -> dict[int, dict[int, float]]:
    candidate = candidates([old_bags[u.place] for u in olds], [new_bags[u.place] for u in news])
    met = {(olds[i].place, news[j].place): (olds[i], news[j]) for i, j in candidate}
    met |= {(old.place, new.place): (old, new) for old, new in _neighbours(olds, news, pairs)}
    worth_of: dict[int, dict[int, float]] = {}
    for _, (old, new) in sorted(met.items(), key=itemgetter(0)):
        alike = likeness(old_bags[old.place], new_bags[new.place])
        if _same_label(old, new):
            alike = max(alike, _LABEL)
        worth = _above(old, new, alike, together=pairs.get(old.section) == new.section)
        if worth > 0 and _fit(old, new):
            worth_of.setdefault(old.place, {})[new.place] = worth
    return worth_of


def _above(old: Unit, new: Unit, alike: float, *, together: bool) -> float:
    """Return how much better than the least the two answer to each other, 0 if not at all."""
    if together:
        return alike - _LEAST + _SAME_SECTION if alike > _LEAST else 0.0
    if min(len(old.text), len(new.text)) < _LEAST_MOVED:
        return 0.0
    return alike - _LEAST_ELSEWHERE


def _fit(old: Unit, new: Unit) -> bool:
    if old.kind == "row" or new.kind == "row":
        return old.kind == new.kind and len(old.cells) == len(new.cells)
    return True


def _same_label(old: Unit, new: Unit) -> bool:
    """Return whether two rows say something of the same: the date, the price."""
    if old.kind != "row" or new.kind != "row" or len(old.cells) < 2:
        return False
    labels = plain.text(old.cells[0]), plain.text(new.cells[0])
    return bool(labels[0]) and labels[0] == labels[1]


def _neighbours(
    olds: Iterable[Unit], news: Iterable[Unit], pairs: Mapping[int, int]
) -> Iterator[tuple[Unit, Unit]]:
    """Yield all pairs of lines in sections that answer to each other, where they are few."""
    for units, others in _sections(olds, news, pairs):
        if len(units) * len(others) <= _FEW:
            yield from ((unit, other) for unit in units for other in others)
