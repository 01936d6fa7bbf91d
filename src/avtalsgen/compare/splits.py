"""Paragraphs that were made several, and several that were made one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from avtalsgen.compare.likeness import Bag, likeness, shared
from avtalsgen.compare.outline import Outline, Unit

_INSIDE = 0.5
"""How much of a paragraph stands in another that it was a part of."""


@dataclass(frozen=True, slots=True)
class Match:
    """Lines that answer to each other, by their places; several on one side at most."""

    olds: tuple[int, ...]
    news: tuple[int, ...]


Bags = Mapping[int, Bag]


def with_splits(
    old: Outline, new: Outline, matches: Sequence[Match], old_bags: Bags, new_bags: Bags
) -> Iterator[Match]:
    """Yield `matches`, each with the lines beside it that were a part of what it answers to."""
    free_olds = set(old_bags) - {place for match in matches for place in match.olds}
    free_news = set(new_bags) - {place for match in matches for place in match.news}
    for match in matches:
        (i,), (j,) = match.olds, match.news
        if i not in old_bags or j not in new_bags:
            yield match
            continue
        news = _grown(j, old_bags[i], new.units, new_bags, free_news)
        olds = (i,) if len(news) > 1 else _grown(i, new_bags[j], old.units, old_bags, free_olds)
        yield Match(olds, news)


def _grown(
    first: int, whole: Bag, units: Sequence[Unit], bags: Bags, free: set[int]
) -> tuple[int, ...]:
    """Return `first` with the lines near it that make it more like `whole`; takes them."""
    found, so_far = [first], bags[first]
    for step in (1, -1, 2, -2, 3, -3):
        place = first + step
        if place not in free or not _beside(units[first], units[place]):
            continue
        joined = _together(so_far, bags[place])
        inside = shared(bags[place], whole) >= _INSIDE * bags[place].total
        if inside and likeness(joined, whole) > likeness(so_far, whole):
            so_far = joined
            free.discard(place)
            found.append(place)
    return tuple(sorted(found))


def _beside(first: Unit, other: Unit) -> bool:
    return first.section == other.section and "row" not in (first.kind, other.kind)


def _together(first: Bag, second: Bag) -> Bag:
    words = dict(first.words)
    for word, weight in second.words.items():
        words[word] = words.get(word, 0.0) + weight
    return Bag(words, first.total + second.total)
