"""How alike two duties are, whatever words they are put in.

Words of one stem and compounds of one part are alike by the pieces of five letters that they
share: `verksamhetsberättelse` and `berättelse`, `anmälan` and `anmäla`. A piece counts as it is
rare among all duties of both sides, so that `utföraren ska` makes no two alike.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log, sqrt
from typing import Final, NamedTuple

from avtalsgen.compare.words.token_weights import SMALL_WORDS

_LENGTH: Final = 5
"""Letters of a piece: what a Swedish stem has at least, and most endings have not."""
_FIGURE: Final = 3.0
"""How much more a number says than a piece of a word."""

Bag = Mapping[str, float]


class _Worth(NamedTuple):
    """What a piece is worth among all texts, whichever text it stands in."""

    rarity: float
    figure: float
    """More than 1 for a number."""


class _Pieces(dict[str, Sequence[str]]):
    """The pieces of words; a word that stands in many texts is cut once."""

    def __missing__(self, word: str) -> Sequence[str]:
        self[word] = pieces = _pieces(word)
        return pieces


def bags(texts: Sequence[Iterable[str]]) -> tuple[Bag, ...]:
    """Return the pieces of each text with what they weigh; each bag has the length 1."""
    pieces = _Pieces()
    counted = [_counted(words, pieces) for words in texts]
    spread = Counter(piece for bag in counted for piece in bag)
    worth = {
        piece: _Worth(
            rarity=log(1 + len(texts) / holders),
            figure=_FIGURE if any(map(str.isdigit, piece)) else 1.0,
        )
        for piece, holders in spread.items()
    }
    return tuple(_weighed(bag, worth) for bag in counted)


def cosine(first: Bag, second: Bag) -> float:
    """Return how alike two bags are, 0..1."""
    small, large = (first, second) if len(first) < len(second) else (second, first)
    return sum(weight * large[piece] for piece, weight in small.items() if piece in large)


def shared_part(asked: Bag, said: Bag) -> float:
    """Return the share of what is `asked` that is `said`, 0..1."""
    return sum(weight * weight for piece, weight in asked.items() if piece in said)


def _pieces(word: str) -> Sequence[str]:
    if word in SMALL_WORDS:
        return ()
    if any(map(str.isdigit, word)):
        return (word,)
    if len(word) <= _LENGTH:
        return (word,)
    return [word[at : at + _LENGTH] for at in range(len(word) - _LENGTH + 1)]


def _counted(words: Iterable[str], pieces_of: _Pieces) -> Mapping[str, float]:
    """Return the pieces of `words`; a word counts once, however many pieces it has."""
    count: dict[str, float] = {}
    for word in words:
        if pieces := pieces_of[word]:
            share = 1 / sqrt(len(pieces))
            for piece in pieces:
                count[piece] = count.get(piece, 0.0) + share
    return count


def _weighed(bag: Mapping[str, float], worth: Mapping[str, _Worth]) -> Bag:
    weights = {}
    for piece, count in bag.items():
        rarity, figure = worth[piece]
        weights[piece] = sqrt(count) * rarity * figure
    length = sqrt(sum(weight * weight for weight in weights.values()))
    return {piece: weight / length for piece, weight in weights.items()} if length else {}
