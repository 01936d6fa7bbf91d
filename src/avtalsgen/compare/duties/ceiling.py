"""How alike two bags can be at most, told without a look at their pieces.

Nearly all sections have little in common, and it takes long to learn how little: each has many
hundred pieces. A bit for each piece tells in one step how many two of them share, k. Whichever
those are, they weigh at most what the k heaviest weigh:

    first    1 0 1 1 0 1 0 0      squared, heaviest first   .40 .30 .20 .10
    second   1 1 0 1 0 0 1 0                                .50 .30 .10 .10
    both     1 0 0 1 0 0 0 0      k = 2:   at most   √(.40 + .30) · √(.50 + .30)

(Cauchy and Schwarz.) Pieces are counted apart by how many bags they are in, for those that are in
equally many weigh about the same, and the heaviest k are then hardly more than any k.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from math import sqrt
from typing import NamedTuple

from avtalsgen.compare.duties.likeness import Bag


class _Equals(NamedTuple):
    """The pieces of a bag that are in about equally many bags."""

    bits: int
    heaviest: Sequence[float]
    """The sum of the squares of the k heaviest, by k."""


Outlined = Mapping[int, _Equals]
"""A bag by how common its pieces are."""


def outlined(bags: Sequence[Bag]) -> tuple[Outlined, ...]:
    """Return each bag as `ceiling` takes it; only bags outlined together can be compared."""
    spread = Counter(piece for bag in bags for piece in bag)
    place = {piece: number for number, piece in enumerate(spread)}
    return tuple(_outlined(bag, spread, place) for bag in bags)


def ceiling(first: Outlined, second: Outlined) -> float:
    """Return what `cosine` of the two bags is at most, but for how floating numbers are rounded."""
    most = 0.0
    for common, here in first.items():
        if there := second.get(common):
            shared = (here.bits & there.bits).bit_count()
            most += sqrt(here.heaviest[shared] * there.heaviest[shared])
    return most


def _outlined(bag: Bag, spread: Mapping[str, int], place: Mapping[str, int]) -> Outlined:
    pieces: dict[int, list[str]] = defaultdict(list)
    for piece in bag:
        pieces[spread[piece].bit_length()].append(piece)
    return {
        common: _Equals(
            bits=_bits(place[piece] for piece in alike),
            heaviest=_sums(bag[piece] for piece in alike),
        )
        for common, alike in pieces.items()
    }


def _bits(places: Iterable[int]) -> int:
    bits = 0
    for place in places:
        bits |= 1 << place
    return bits


def _sums(weights: Iterable[float]) -> Sequence[float]:
    squares = sorted((weight * weight for weight in weights), reverse=True)
    return tuple(accumulate(squares, initial=0.0))
