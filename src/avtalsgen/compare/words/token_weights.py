"""How much a token says: a word of its own more than one that any sentence has."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

_SMALL_WORDS: Final = (
    "alla allt andra att av bland blir bli båda de dem den denna deras dess dessa det detta "
    "där då efter ej eller en enligt ett finns från får för genom ha han har hos hur i inom "
    "inte kan kommer kring med mellan men mm mot ned ni nu när och om på samt sig sin "
    "sina sitt ska skall som så t ex till under upp ut utan vad var vara vid vilka vilken "
    "vilket vår är än även åt över bör måste ge ges via per "
)
SMALL_WORDS: Final = frozenset(_SMALL_WORDS.split())
"""Words that any Swedish sentence may have: alone they do not make two sentences alike."""

_SPACE, _MARK, _SMALL, _CONTENT = 0, 1, 1, 4
_REMEMBERED: Final = 4096
"""Of how many tokens the weight is remembered: the words of a text come again and again."""


@lru_cache(_REMEMBERED)
def weight(token: str) -> int:
    """Return what `token` weighs: nothing for a space, little for a mark or a small word."""
    if token.isspace():
        return _SPACE
    if len(token) == 1 and not token.isalnum():
        return _MARK
    return _SMALL if token.casefold() in SMALL_WORDS else _CONTENT


def total(tokens: Iterable[str]) -> int:
    """Return what `tokens` weigh together."""
    return sum(map(weight, tokens))


def is_content(token: str) -> bool:
    """Return whether `token` says something alone: a number, or a word that is not small."""
    return weight(token) == _CONTENT


def is_slight(tokens: Iterable[str]) -> bool:
    """Return whether `tokens` are only spaces and marks."""
    return all(not any(map(str.isalnum, token)) for token in tokens)
