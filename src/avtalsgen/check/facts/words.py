"""Word lists as patterns."""

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import lru_cache
from typing import Final

from avtalsgen.records import dataclass

_SPACE: Final = r"[ \u00a0]+"
_WORD: Final = re.compile(r"\w+")
_SHOUTED: Final = 0.6
"""The share of its letters that are great in a text that is set in great letters."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """Whole phrases, the longest that fits; letters of any size count alike."""

    pattern: re.Pattern[str]
    words: tuple[frozenset[str], ...]
    """The words of each phrase, in small letters."""

    def may_stand_among(self, words: Set[str]) -> bool:
        """Return whether all words of some phrase are among those of a text."""
        return any(phrase <= words for phrase in self.words)

    def search(self, text: str) -> re.Match[str] | None:
        """Return where the first of them stands."""
        return self.pattern.search(text)

    def match(self, text: str) -> re.Match[str] | None:
        """Return which of them a text begins with."""
        return self.pattern.match(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield where they stand."""
        return self.pattern.finditer(text)


def phrases(of: Iterable[str]) -> Phrases:
    """Return whole phrases, to be looked for."""
    return _phrases(tuple(of))


def replacements(of: Mapping[str, tuple[str, ...]]) -> Mapping[str, str]:
    """Return what each phrase in the lists of `of` is written as instead."""
    return {phrase.casefold(): right for right, wrong in of.items() for phrase in wrong}


def words_of(text: str) -> frozenset[str]:
    """Return each run of letters and digits of a text, in small letters."""
    return frozenset(_WORD.findall(text.casefold()))


def is_shouted(text: str) -> bool:
    """Return whether a text is set in great letters."""
    return sum(map(str.isupper, text)) > sum(map(str.isalpha, text)) * _SHOUTED


@lru_cache(maxsize=256)
def _phrases(of: tuple[str, ...]) -> Phrases:
    longest = sorted(of, key=len, reverse=True)
    parts = "|".join(map(_pattern, longest)) or "(?!)"
    pattern = re.compile(rf"(?<![\w/.-])(?:{parts})(?!\w)", re.IGNORECASE)
    return Phrases(pattern, tuple(map(words_of, of)))


def _pattern(phrase: str) -> str:
    """Return a phrase as a pattern; an abbreviation without its last point is no other's start."""
    words = _SPACE.join(re.escape(word) for word in phrase.split())
    return words if phrase.endswith(".") or "." not in phrase else rf"{words}(?!\.)"
