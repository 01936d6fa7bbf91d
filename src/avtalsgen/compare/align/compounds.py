"""Swedish compounds taken apart by the words that stand elsewhere.

    verksamhetsbeskrivning   =   verksamhet(en)  s  beskrivning

There is no dictionary: a part is a word that some heading has by itself, as it is said there.
"""

from collections.abc import Iterable
from typing import Final

_SHORTEST: Final = 4
"""Letters of a part at least: `vård`, `plan`. Shorter ones are found inside any word."""
_ENDING: Final = 3
"""Letters that a word may have beyond what it is in a compound: `verksamhet-en`, `barn-et`."""
_LINK: Final = "s"
"""What joins the parts of many compounds: `verksamhet-s-beskrivning`."""


class Compounds:
    """The words that compounds may be made of."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_beginning: dict[str, list[str]] = {}
        for word in sorted(set(words)):
            if len(word) >= _SHORTEST:
                self._by_beginning.setdefault(word[:_SHORTEST], []).append(word)

    def parts(self, word: str) -> tuple[str, ...]:
        """Return the words that `word` is made of, two at most, or itself if it is of none."""
        for cut in range(len(word) - _SHORTEST, _SHORTEST - 1, -1):
            first = self._known(word[:cut]) or self._known(word[:cut].removesuffix(_LINK))
            last = self._known(word[cut:])
            if first and last:
                return first, last
        return (word,)

    def _known(self, part: str) -> str:
        """Return the word that `part` is, but for an ending of either; empty if there is none."""
        alike = (
            known
            for known in self._by_beginning.get(part[:_SHORTEST], ())
            if _differs_by(part, known) <= _ENDING
        )
        return min(alike, key=lambda known: (_differs_by(part, known), known), default="")


def _differs_by(part: str, known: str) -> int:
    """Return how many letters the longer of two has after what both begin with."""
    alike = 0
    for letter, known_letter in zip(part, known, strict=False):
        if letter != known_letter:
            break
        alike += 1
    return max(len(part), len(known)) - alike
