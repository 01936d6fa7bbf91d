"""What is tied in a gap: blocks between two that stay, of which none has its like elsewhere."""

from collections.abc import Sequence

from avtalsgen.redline.align.block import Block, likeness, may_pair, shared
from avtalsgen.redline.align.groups import Pair

_NEAR = 0.3
"""The least part of two blocks at the same place that both have."""
_CONTAINED = 0.75
"""The least part of the shorter of two blocks that must be in both for one to be in the other."""
_FEW_LETTERS = 24
"""A block with fewer letters is in another by chance."""
_ALONE = 0.1
"""What two that are no paragraphs are worth as a pair, alone in their gap, with no like word."""
_BAND = 64
_CELLS = 60_000
"""How many pairs of blocks of one gap are weighed against each other, a word at a time: 245 times
245. In a larger gap those are weighed that stand at about the same place, `_BAND` at the least."""


def most_alike(old: Sequence[Block], new: Sequence[Block]) -> list[Pair]:
    """Return the pairs, in order, that share the most text.

    The best of what is left, from the end: a pair is taken, or one side is passed over. Of a
    large gap only a band along its diagonal is weighed.

            news →                 best[a][b] = the larger of
        o  ░░▒▒                       worth[a][b] + best[a+1][b+1]   a and b are a pair
        l  ░▒▒▒░                      best[a+1][b]                   a is passed over
        d   ▒▒▒░░                     best[a][b+1]                   b is passed over
        s    ░▒▒▒
    """
    if not old or not new:
        return []
    alone = len(old) == len(new) == 1
    width = max(_BAND, _CELLS // (2 * len(old)))
    worth: dict[Pair, float] = {}
    best: dict[Pair, float] = {}
    bands = [_band(a, len(old), len(new), width) for a in range(len(old))]
    for a in range(len(old) - 1, -1, -1):
        for b in reversed(bands[a]):
            pair_worth = _worth(old[a], new[b], alone=alone)
            with_it = 0.0
            if pair_worth:
                worth[a, b] = pair_worth
                with_it = pair_worth + best.get((a + 1, b + 1), 0.0)
            best[a, b] = max(best.get((a + 1, b), 0.0), best.get((a, b + 1), 0.0), with_it)
    pairs: list[Pair] = []
    a, b = 0, 0
    while a < len(old) and b < len(new):
        here = best.get((a, b), 0.0)
        if (a, b) in worth and here == worth[a, b] + best.get((a + 1, b + 1), 0.0):
            pairs.append((a, b))
            a, b = a + 1, b + 1
        elif b >= bands[a].stop or here == best.get((a + 1, b), 0.0):
            a += 1
        else:
            b += 1
    return pairs


def _band(place: int, olds: int, news: int, width: int) -> range:
    """Return the places of the newer side that stand at about the same place as `place`."""
    middle = place * news // olds
    return range(max(0, middle - width), min(news, middle + width + 1))


def _worth(old: Block, new: Block, *, alone: bool) -> float:
    """Return how much it is worth that two blocks are a pair, 0 if they cannot be."""
    if old.form == new.form:
        return old.said.size + 1.0
    if not may_pair(old, new):
        return 0.0
    was, now = old.said, new.said
    like = likeness(was, now)
    if not was.is_paragraph and alone:
        return like + _ALONE
    least = min(was.size, now.size)
    both = shared(was.words, now.words)
    near = 2 * both >= _NEAR * (was.size + now.size)
    if near or (least >= _FEW_LETTERS and both >= _CONTAINED * least):
        return both + like
    return 0.0
