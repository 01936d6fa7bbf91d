"""Changes drawn as a person would draw them: whole phrases, at the borders of sentences."""

from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Final

from avtalsgen.compare.words.token_weights import is_content, is_slight, weight
from avtalsgen.records import dataclass

# One change may be drawn in many ways that all say the same. Three steps make it a person's:
#
#     trimmed   [-den 1 maj-]{+den 2 maj+}           ->  den [-1-]{+2+} maj
#     joined    [-Bolaget-]{+Nämnden+} ska [-betala-]{+pröva+}
#               "ska" weighs less than what changed on either side of it
#                                                    ->  [-Bolaget ska betala-]{+Nämnden ska pröva+}
#     shifted   A. [+B. +]C.                         and not   A[+. B+]. C.
#               what only one side has may slide while the token it leaves at one end is the one
#               that it takes in at the other:   a [b c] b d   is   a b [c b] d
#
# A place for a change to begin or end is the better the more of a break it is to a reader; the sum
# of both ends decides, so only the order of these numbers and their sums matter.
_AT_THE_EDGE: Final = 10
_AFTER_SENTENCE, _AT_SENTENCE_END = 9, 8
_AFTER_CLAUSE, _AT_CLAUSE_END = 5, 4
_AFTER_SPACE, _BEFORE_SPACE, _WITHIN = 3, 2, 1
_SENTENCE_WEIGHT: Final = 12
"""What the end of a sentence adds to the weight of an island: three words that say something."""
_SENTENCE_END: Final = frozenset(".!?:")
_CLAUSE_END: Final = frozenset(",;)”\N{EN DASH}")
_CONTENT_ISLAND: Final = 3
"""How many times heavier than a word that stays both changes around it must be to take it."""


@dataclass(frozen=True, slots=True)
class ChangedRange:
    """Tokens of either side that do not answer to each other."""

    old_from: int
    old_to: int
    new_from: int
    new_to: int


def tidied(
    old: Sequence[str], new: Sequence[str], gaps: Iterable[ChangedRange]
) -> list[ChangedRange]:
    """Return `gaps` of tokens as a person would have marked them; empty ones are left out.

    What is between them stays the same on both sides. Alike whichever side is the old one.
    """
    trimmed = [part for gap in gaps for part in _trimmed(old, new, gap)]
    shifted = _shifted(old, new, _touching(trimmed))
    return _shifted(old, new, _touching(_joined(old, new, shifted)))


def _trimmed(old: Sequence[str], new: Sequence[str], gap: ChangedRange) -> list[ChangedRange]:
    """Return what is left of `gap` without what both ends of it have in common."""
    i, j, k, m = gap.old_from, gap.old_to, gap.new_from, gap.new_to
    while i < j and k < m and old[i] == new[k]:
        i, k = i + 1, k + 1
    while i < j and k < m and old[j - 1] == new[m - 1]:
        j, m = j - 1, m - 1
    return [ChangedRange(i, j, k, m)] if i < j or k < m else []


def _touching(gaps: Iterable[ChangedRange]) -> list[ChangedRange]:
    """Return `gaps` with those made one that nothing parts."""
    result: list[ChangedRange] = []
    for gap in gaps:
        last = result[-1] if result else None
        if last and last.old_to == gap.old_from and last.new_to == gap.new_from:
            result[-1] = ChangedRange(last.old_from, gap.old_to, last.new_from, gap.new_to)
        else:
            result.append(gap)
    return result


def _joined(old: Sequence[str], new: Sequence[str], gaps: list[ChangedRange]) -> list[ChangedRange]:
    """Return `gaps` with each pair made one that only an island too small to see parts."""
    if len(gaps) < 2:
        return gaps
    texts = _Weighed(old), _Weighed(new)
    joined: list[ChangedRange] = []
    for gap in gaps:
        joined.append(gap)
        while len(joined) > 1 and _swallows(texts, joined[-2], joined[-1]):
            last = joined.pop()
            first = joined.pop()
            joined.append(ChangedRange(first.old_from, last.old_to, first.new_from, last.new_to))
    return joined


class _Weighed:
    """What the tokens of one side weigh up to each place, so that any range is weighed at once."""

    def __init__(self, tokens: Sequence[str]) -> None:
        self._weight = list(accumulate(map(weight, tokens), initial=0))
        self._content = list(accumulate(map(is_content, tokens), initial=0))
        ends = (token in _SENTENCE_END for token in tokens)
        self._sentences = list(accumulate(ends, initial=0))
        said = (not is_slight((token,)) for token in tokens)
        self._said = list(accumulate(said, initial=0))

    def weight(self, start: int, end: int) -> int:
        return self._weight[end] - self._weight[start]

    def has_content(self, start: int, end: int) -> bool:
        return self._content[end] > self._content[start]

    def sentences(self, start: int, end: int) -> int:
        return self._sentences[end] - self._sentences[start]

    def is_slight(self, start: int, end: int) -> bool:
        return self._said[end] == self._said[start]


def _swallows(texts: tuple[_Weighed, _Weighed], first: ChangedRange, last: ChangedRange) -> bool:
    old, new = texts
    if any(
        old.is_slight(gap.old_from, gap.old_to) and new.is_slight(gap.new_from, gap.new_to)
        for gap in (first, last)
    ):
        return False
    around = min(
        max(old.weight(gap.old_from, gap.old_to), new.weight(gap.new_from, gap.new_to))
        for gap in (first, last)
    )
    island = first.old_to, last.old_from
    if old.has_content(*island):
        return old.weight(*island) * _CONTENT_ISLAND <= around
    return old.weight(*island) + _SENTENCE_WEIGHT * old.sentences(*island) <= around


def _shifted(
    old: Sequence[str], new: Sequence[str], gaps: Sequence[ChangedRange]
) -> list[ChangedRange]:
    """Return `gaps`, each where it stands best of all places that say the same.

    `a b c b` instead of `a b` has got `b c` or `c b`. Only what one side alone has can move,
    and no further than to its neighbour.
    """
    shifted: list[ChangedRange] = []
    for place, gap in enumerate(gaps):
        left = gap.old_from - (shifted[-1].old_to if shifted else 0)
        right = (gaps[place + 1].old_from if place + 1 < len(gaps) else len(old)) - gap.old_to
        by = 0
        if gap.old_from == gap.old_to:
            by = _best_shift(new, gap.new_from, gap.new_to, left, right)
        elif gap.new_from == gap.new_to:
            by = _best_shift(old, gap.old_from, gap.old_to, left, right)
        moved = ChangedRange(gap.old_from + by, gap.old_to + by, gap.new_from + by, gap.new_to + by)
        shifted.append(moved)
    return _touching(shifted)


def _best_shift(tokens: Sequence[str], start: int, end: int, left: int, right: int) -> int:
    """Return how far the range goes to stand best; of places as good, the last."""
    least = 0
    while -least < left and tokens[start + least - 1] == tokens[end + least - 1]:
        least -= 1
    most = 0
    while most < right and tokens[start + most] == tokens[end + most]:
        most += 1
    return max(
        range(least, most + 1),
        key=lambda by: (_border(tokens, start + by) + _border(tokens, end + by), by),
    )


def _border(tokens: Sequence[str], place: int) -> int:
    """Return how good a `place` is for a change to begin or end."""
    if place in (0, len(tokens)):
        return _AT_THE_EDGE
    before, after = tokens[place - 1], tokens[place]
    if before.isspace():
        ended = tokens[place - 2] if place > 1 else before
        if ended in _SENTENCE_END:
            return _AFTER_SENTENCE
        return _AFTER_CLAUSE if ended in _CLAUSE_END else _AFTER_SPACE
    if before in _SENTENCE_END:
        return _AT_SENTENCE_END
    if after in _CLAUSE_END or after in _SENTENCE_END:
        return _AT_CLAUSE_END
    return _BEFORE_SPACE if after.isspace() else _WITHIN
