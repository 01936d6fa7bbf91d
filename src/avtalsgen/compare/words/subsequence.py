"""What two sequences have in common in the same order."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence

Pairs = list[tuple[int, int]]

_MOST_CELLS = 40_000_000
"""How large a table may be that is filled at once; 64 cells are one machine word."""


def common(old: Sequence[int], new: Sequence[int]) -> Pairs:
    """Return the places of a longest common subsequence, in order.

    Of sequences too long to be compared whole, what stands once on either side is paired first
    and the rest between. Near-linear where the two are alike, and never more than the table.
    """
    pairs: Pairs = []
    for old_from, new_from, olds, news in _rooms(old, new):
        pairs += ((old_from + i, new_from + j) for i, j in _within(olds, news))
    return pairs


def increasing(values: Sequence[int], weights: Sequence[float]) -> set[int]:
    """Return where the heaviest strictly increasing subsequence of distinct `values` stands."""
    best: list[tuple[int, float, int]] = []
    """Ends so far, by value, each heavier than those before it: value, weight, place."""
    before: list[int] = []
    for place, value in enumerate(values):
        position = bisect_left(best, value, key=lambda end: end[0])
        weight = weights[place] + (best[position - 1][1] if position else 0.0)
        before.append(best[position - 1][2] if position else -1)
        lighter = position
        while lighter < len(best) and best[lighter][1] <= weight:
            lighter += 1
        best[position:lighter] = [(value, weight, place)]
    kept, place = set[int](), best[-1][2] if best else -1
    while place >= 0:
        kept.add(place)
        place = before[place]
    return kept


def common_ends(old: Sequence[Hashable], new: Sequence[Hashable]) -> tuple[int, int]:
    """Return how many elements are alike at the beginning, and of the rest at the end."""
    shorter = min(len(old), len(new))
    first = 0
    while first < shorter and old[first] == new[first]:
        first += 1
    last = 0
    while last < shorter - first and old[-last - 1] == new[-last - 1]:
        last += 1
    return first, last


def _fits(old: Sequence[int], new: Sequence[int]) -> bool:
    ends = sum(common_ends(old, new))
    return (len(old) - ends) * (len(new) - ends) <= _MOST_CELLS


def _rooms(
    old: Sequence[int], new: Sequence[int]
) -> Iterator[tuple[int, int, Sequence[int], Sequence[int]]]:
    """Yield where parts that answer to each other begin, and the parts."""
    old_from = new_from = 0
    for i, j in [] if _fits(old, new) else _anchors(old, new):
        yield old_from, new_from, old[old_from:i], new[new_from:j]
        old_from, new_from = i, j
    yield old_from, new_from, old[old_from:], new[new_from:]


def _within(old: Sequence[int], new: Sequence[int]) -> Iterator[tuple[int, int]]:
    first, last = common_ends(old, new)
    yield from ((n, n) for n in range(first))
    if _fits(old, new):
        inner = _longest(old[first : len(old) - last], new[first : len(new) - last])
        yield from ((first + i, first + j) for i, j in inner)
    yield from ((len(old) - n, len(new) - n) for n in range(last, 0, -1))


def _anchors(old: Sequence[int], new: Sequence[int]) -> Pairs:
    """Return pairs of what stands exactly once on either side, as many as keep their order."""
    olds, news = Counter(old), Counter(new)
    place = {item: at for at, item in enumerate(new) if news[item] == 1}
    once = [(at, place[item]) for at, item in enumerate(old) if olds[item] == 1 and item in place]
    kept = increasing([j for _, j in once], [1.0] * len(once))
    return [pair for at, pair in enumerate(once) if at in kept]


#     old = a b c a,  new = b a          L[i][j]: how long the longest is of old[:i] and new[:j]
#
#              a  b  c  a
#           0  0  0  0  0
#      b    0  0  1  1  1        b goes up by one at old[1]:  bit 1 is 0    row  1101
#      a    0  1  1  1  2        a at old[0], again at old[3]: bits 0, 3    row  0110
#
# Each row rises by one at most from one place to the next, so a bit a place says all of it, and a
# row is worked out of the one before in a few operations on whole numbers. The pairs are read
# back from the last corner: left where the bit is 1, up where the row above has the rise too.


def _longest(old: Sequence[int], new: Sequence[int]) -> Pairs:
    """Return a longest common subsequence by whole rows of bits (Hyyrö, 2004).

    A bit that is 0 in the row of `new[j]` says that the subsequence of `old[:i + 1]` and
    `new[:j + 1]` is one longer than that of `old[:i]`.
    """
    where: dict[int, int] = {}
    for i, item in enumerate(old):
        where[item] = where.get(item, 0) | 1 << i
    row = all_ones = (1 << len(old)) - 1
    rows = []
    for item in new:
        matches = where.get(item, 0)
        meeting = row & matches
        row = ((row + meeting) | (row - meeting)) & all_ones
        rows.append(row)
    pairs = []
    i, j = len(old) - 1, len(new) - 1
    while i >= 0 and j >= 0:
        if rows[j] >> i & 1:
            i -= 1
        elif j and not rows[j - 1] >> i & 1:
            j -= 1
        else:
            pairs.append((i, j))
            i, j = i - 1, j - 1
    pairs.reverse()
    return pairs
