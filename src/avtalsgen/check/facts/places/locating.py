"""Where the words of a document stand in the text that it was read from.

A reader joins rows, drops signs and leaves out page numbers; the words that are left come in the
order of the file. Each is looked for a short way ahead of the one before it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from avtalsgen.check.facts.passage import Places
from avtalsgen.records import dataclass
from avtalsgen.source import Origin

_WORD: Final = re.compile(r"\S+")
_SIGNS: Final = re.compile(r"[^\w§&%/.,:-]+")
_CONTENTS: Final = frozenset({"innehåll", "innehållsförteckning"})
_PAGED: Final = re.compile(r"(?:\t| {2}|[.…·_]{2,})\s*\d{1,4}\s*$")
_NUMBERED: Final = re.compile(r"\s*\d+(?:\.\d+)*\.?\s+[A-ZÅÄÖ][^.:;]{1,80}")
_FEWEST: Final = 3
_WITHIN: Final = 400
"""Lines into a file in which its contents stand."""
_AHEAD: Final = 60
"""Words that may stand in the file and not in the document: an address, a running head."""
_SHORT: Final = 20_000
"""Signs; longer is no clause, and its words are not kept."""
_ALIKE: Final = 3
"""Words that must follow one another where a passage begins."""


@dataclass(frozen=True, slots=True)
class WrittenWord:
    """A word of the file: what it is known by, and where it stands."""

    key: str
    text: str
    line: int
    column: int


class _WordIndex:
    """The words of a text by what they are known by: alike for all who look for words in it."""

    def __init__(self, text: str) -> None:
        self.lines: tuple[str, ...] = tuple(text.replace("\f", " ").split("\n"))
        self.contents: frozenset[int] = frozenset(_contents(self.lines))
        self.words: tuple[WrittenWord, ...] = tuple(
            word for word in _words(self.lines) if word.line not in self.contents
        )
        self.by_key: dict[str, list[int]] = {}
        for place, word in enumerate(self.words):
            self.by_key.setdefault(word.key, []).append(place)
        self.line_starts = [word.line for word in self.words]


_words_of = lru_cache(maxsize=128)(_WordIndex)
"""A clause is in every document of a kind, and taken apart once for them all."""


class WrittenText:
    """The words of a text, found one after another."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        known = _words_of(text) if len(text) <= _SHORT else _WordIndex(text)
        self.lines = known.lines
        self.contents = known.contents
        """The lines of a table of contents, which say what headings say."""
        self.words = known.words
        self.used: set[int] = set()
        """The lines that some passage has words on."""
        self._by_key = known.by_key
        self._line_starts = known.line_starts
        self._cursor = 0

    def places(self, text: str, from_line: int = 0) -> Places:
        """Return where the words of `text` stand; the search goes on behind what was found last."""
        said = [(match.start(), match.group()) for match in _WORD.finditer(text)]
        keys = [_key(word) for _, word in said]
        reached = self._start(keys, from_line)
        if reached is None:
            return ()
        places: list[tuple[int, Origin]] = []
        for (offset, word), key in zip(said, keys, strict=True):
            place = self._next(key, reached)
            if place is None:
                continue
            written = self.words[place]
            shift = max(0, written.text.find(word[:3]))
            origin = Origin(self.file, written.line, written.column + shift)
            places.append((offset, origin))
            self.used.add(written.line)
            reached = place + 1
        self._cursor = reached
        return tuple(places)

    def _start(self, keys: Sequence[str], from_line: int) -> int | None:
        if not keys:
            return None
        floor = bisect_left(self._line_starts, from_line) if from_line else self._cursor
        candidates = self._by_key.get(keys[0], [])
        behind = candidates[bisect_left(candidates, floor) :]
        before = [] if from_line else candidates[: len(candidates) - len(behind)]
        for place in (*behind, *before):
            wanted = keys[:_ALIKE]
            if [word.key for word in self.words[place : place + len(wanted)]] == wanted:
                return place
        return floor if from_line and floor < len(self.words) else None

    def _next(self, key: str, reached: int) -> int | None:
        for place in range(reached, min(reached + _AHEAD, len(self.words))):
            if self.words[place].key == key:
                return place
        return None


def _words(lines: Sequence[str]) -> Iterable[WrittenWord]:
    for number, line in enumerate(lines, start=1):
        for match in _WORD.finditer(line):
            key = _key(match.group())
            if key:
                yield WrittenWord(key, match.group(), number, match.start() + 1)


def _contents(lines: Sequence[str]) -> Iterable[int]:
    """Yield the rows of a table of contents: below its heading, each ends in a page number.

    Without page numbers they are the numbered rows up to the first empty line.
    """
    below, bare = False, list[int]()
    for number, line in enumerate(lines[:_WITHIN], start=1):
        if line.strip().strip("#").strip().casefold() in _CONTENTS:
            below = True
        elif below and _PAGED.search(line):
            yield number
        elif below and _NUMBERED.fullmatch(line):
            bare.append(number)
        elif below and (line.strip() or bare):
            break
    if len(bare) >= _FEWEST:
        yield from bare


def _key(word: str) -> str:
    """Return what a word is known by: without markup, quotation marks and brackets."""
    if word.isalnum():
        return word.casefold()
    return _SIGNS.sub("", word.replace("_", "")).strip("-.,:").casefold() or word
