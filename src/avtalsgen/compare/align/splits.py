"""Paragraphs that were made several, and several that were made one."""

from collections.abc import Iterator, Mapping, Sequence

from avtalsgen.compare.align.likeness import Bag, likeness, shared
from avtalsgen.compare.align.outline import Outline, Unit
from avtalsgen.records import dataclass

_INSIDE, _INSIDE_BESIDE = 0.5, 0.3
"""How much of a paragraph stands in another that it was a part of, and of one beside it."""


@dataclass(frozen=True, slots=True)
class Match:
    """Lines that answer to each other, by their places; several on one side at most."""

    olds: tuple[int, ...]
    news: tuple[int, ...]


Bags = Mapping[int, Bag]


def with_splits(
    old: Outline, new: Outline, matches: Sequence[Match], old_bags: Bags, new_bags: Bags
) -> Iterator[Match]:
    """Yield `matches`, each with the lines near it that were a part of what it answers to.

    Those that answer best come first, and may take what has less in common with what it answers
    to. A match of which something was taken is none any more.
    """
    sure = [match for match in matches if match.olds[0] not in old_bags]
    likely = [match for match in matches if match.olds[0] in old_bags]
    alike = {m: likeness(old_bags[m.olds[0]], new_bags[m.news[0]]) for m in likely}
    common = {m: shared(old_bags[m.olds[0]], new_bags[m.news[0]]) for m in likely}
    free_olds = dict.fromkeys(old_bags, 0.0) | {m.olds[0]: common[m] for m in likely}
    free_news = dict.fromkeys(new_bags, 0.0) | {m.news[0]: common[m] for m in likely}
    yield from sure
    for match in sorted(likely, key=lambda match: (-alike[match], match.news)):
        (i,), (j,) = match.olds, match.news
        if i not in free_olds or j not in free_news:
            continue
        del free_olds[i], free_news[j]
        news = _grown(j, old_bags[i], new.units, new_bags, free_news)
        olds = (i,) if len(news) > 1 else _grown(i, new_bags[j], old.units, old_bags, free_olds)
        yield Match(olds, news)


def _grown(
    first: int, whole: Bag, units: Sequence[Unit], bags: Bags, free: dict[int, float]
) -> tuple[int, ...]:
    """Return `first` with the lines near it that make it more like `whole`; takes them.

    `free` says for each line what it has in common with what it answers to alone.
    """
    grown, so_far = [first], bags[first]
    has = shared(so_far, whole)
    for step in (1, -1, 2, -2, 3, -3):
        place = first + step
        if place not in free or not _beside(units[first], units[place]):
            continue
        least = (_INSIDE_BESIDE if abs(step) == 1 else _INSIDE) * bags[place].total
        at_most = shared(bags[place], whole)  # nothing is gained that it has not
        if at_most < least or at_most <= free[place]:
            continue
        joined = _together(so_far, bags[place])
        would_have = shared(joined, whole)
        gain = would_have - has
        better = likeness(joined, whole) > likeness(so_far, whole)
        if better and gain >= least and gain > free[place]:
            so_far, has = joined, would_have
            del free[place]
            grown.append(place)
    return tuple(sorted(grown))


def _beside(first: Unit, other: Unit) -> bool:
    return first.section == other.section and "row" not in (first.kind, other.kind)


def _together(first: Bag, second: Bag) -> Bag:
    words = dict(first.words)
    for word, weight in second.words.items():
        words[word] = words.get(word, 0.0) + weight
    return Bag(words, first.total + second.total)
