"""Word lists as patterns."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

_SPACE: Final = r"[ \u00a0]+"


def phrases(of: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of whole phrases, the longest that fits; letters of any size count alike."""
    return _phrases(tuple(of))


def replacements(of: Mapping[str, tuple[str, ...]]) -> Mapping[str, str]:
    """Return what each phrase in the lists of `of` is written as instead."""
    return {phrase.casefold(): right for right, wrong in of.items() for phrase in wrong}


@lru_cache(maxsize=256)
def _phrases(of: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(of, key=len, reverse=True)
    parts = "|".join(map(_pattern, longest)) or "(?!)"
    return re.compile(rf"(?<![\w/.-])(?:{parts})(?!\w)", re.IGNORECASE)


def _pattern(phrase: str) -> str:
    """Return a phrase as a pattern; an abbreviation without its last point is no other's start."""
    words = _SPACE.join(re.escape(word) for word in phrase.split())
    return words if phrase.endswith(".") or "." not in phrase else rf"{words}(?!\.)"
