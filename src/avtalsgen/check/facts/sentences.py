"""A passage parted into sentences, and the parts of it that are not its author's words."""

import re
from collections.abc import Iterator
from typing import Final

from avtalsgen.check.facts.passage import Stretch, TextPassage
from avtalsgen.swedish.abbreviations import GOES_ON

_END: Final = re.compile(r"[.!?:][”\"’)]*\s+(?=[”\"(]?[A-ZÅÄÖ])|\n")
_ABBREVIATED: Final = re.compile(
    rf"""
    (?:
          \b (?: {"|".join(map(re.escape, GOES_ON))} )
        | :
        | \b[A-ZÅÄÖ]    # an initial
    )$
    """,
    re.VERBOSE,
)
_LONGEST_ABBREVIATION: Final = max(map(len, GOES_ON))
_NOT_OURS: Final = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+|”[^”]{0,200}”|\"[^\"]{0,200}\"|’[^’]{1,80}’"
)


def sentences(passage: TextPassage) -> Iterator[Stretch]:
    """Yield the sentences of a passage, without the space around them."""
    text, start = passage.text, 0
    for match in _END.finditer(text):
        if text[match.start()] != "\n" and _is_abbreviated(text, match.start()):
            continue
        yield from _stripped(passage, start, match.end())
        start = match.end()
    yield from _stripped(passage, start, len(text))


def _is_abbreviated(text: str, end: int) -> bool:
    # the letter before the longest of them says whether it begins a word
    return bool(_ABBREVIATED.search(text[max(0, end - _LONGEST_ABBREVIATION - 1) : end]))


def own_words(text: str) -> str:
    """Return `text` with addresses and quoted words as spaces, of the same length."""
    return _NOT_OURS.sub(lambda match: " " * len(match.group()), text)


def _stripped(passage: TextPassage, start: int, end: int) -> Iterator[Stretch]:
    words = passage.text[start:end]
    left = len(words) - len(words.lstrip())
    if words.strip():
        yield Stretch(passage, start + left, start + left + len(words.strip()))
