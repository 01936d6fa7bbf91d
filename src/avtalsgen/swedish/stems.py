"""Words without their endings, so that one form of a word is met by another.

    egenkontroll  egenkontrollen  egenkontroller  egenkontrollernas     all are  egenkontroll
    beslutar  beslutade  beslutades  besluta                            all are  beslut

Endings are taken off the part of a word after its first syllable, the longest first: those of
nouns, verbs and adjectives, then what doubling leaves (vuxet, vuxen), then -lig, -ig and -els. Some
words that are not of each other meet too; who searches sees the words and judges.
"""

import re
from functools import lru_cache
from typing import Final

_VOWELS: Final = "aeiouyåäö"
_BEGINNING: Final = re.compile(rf"[^{_VOWELS}]*[{_VOWELS}]+[^{_VOWELS}]")
_SHORTEST: Final = 3
"""Letters that are left of every word."""
_ENDINGS: Final = sorted(
    (
        *("heterna", "hetens", "heter", "heten", "het"),
        *("arnas", "ernas", "ornas", "erna", "arna", "orna"),
        *("anden", "andet", "andes", "ande", "arens", "aren", "arne", "are"),
        *("ades", "ade", "ad", "ats", "at", "aste", "ast", "as", "ar", "a"),
        *("ernas", "ern", "ers", "er", "ens", "en", "ets", "et", "es", "e"),
        *("or", "na", "ns", "n"),
    ),
    key=len,
    reverse=True,
)
_BEFORE_S: Final = "bcdfghjklmnoprtvy"
"""Letters after which an s is a genitive or a passive, and no part of the word."""
_DOUBLED: Final = ("dd", "gd", "nn", "dt", "gt", "kt", "tt")
_LATER: Final = ("lig", "els", "ig")
WORD: Final = re.compile(r"[^\W_]+(?:[-:][^\W_]+)*")
"""A word, with what is joined to it: `lex`, `IVO:s`, `e-post`."""


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Return `word` in small letters without its endings; `stem(stem(w))` may be shorter still."""
    folded = word.casefold().partition(":")[0]
    beginning = _BEGINNING.match(folded)
    if beginning is None:
        return folded
    keep = max(beginning.end(), _SHORTEST)
    folded = _without_ending(folded, keep)
    if folded.endswith(_DOUBLED) and len(folded) > keep:
        folded = folded[:-1]
    later = next((e for e in _LATER if folded.endswith(e) and len(folded) - len(e) >= keep), "")
    return folded[: len(folded) - len(later)]


def _without_ending(word: str, keep: int) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= keep:
            return word[: -len(ending)]
    if word.endswith("s") and len(word) > keep and word[-2] in _BEFORE_S:
        return word[:-1]
    return word
