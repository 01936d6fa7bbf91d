"""What differs between the words that are locked and those that would be printed now.

    locked    a  b  c     e          lines that answer to each other: the longest common
    now       a  b' c  d  e          subsequence; what stands between two of them differs

Only words count, so where the lines are parted otherwise and say the same nothing differs.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final

from avtalsgen.compare.words.subsequence import common
from avtalsgen.model.trace import MADE, Source, SourcedLine
from avtalsgen.pipeline.lock.printed import PrintedLine, folded
from avtalsgen.records import dataclass

_BEFORE: Final = 3
"""Words that are shown before the first that differs, and after the last."""
_DOTTED: Final = re.compile(r"\.{5,}")
_LONGEST: Final = 24
"""Words that are shown of either wording; of longer ones the ends."""


@dataclass(frozen=True, slots=True)
class LockDifference:
    """Words of a section as they were and as they would be; either may be empty."""

    section: str
    """The anchor; empty on the cover and at the signatures."""
    was: str
    now: str
    source: Source | None
    """What brought it, as far as the words now tell."""

    @property
    def follows(self) -> bool:
        """Whether it only follows from another: a number, or a reference to one."""
        return self.source is not None and self.source.kind == MADE

    @property
    def fills(self) -> bool:
        """Whether it is that a dotted line has got what was left to say: nothing else differs."""
        parts = _DOTTED.split(self.was)
        pattern = ".+?".join(map(re.escape, parts))
        return len(parts) > 1 and bool(re.fullmatch(pattern, self.now))


def differences(
    old: Sequence[PrintedLine], new: Sequence[SourcedLine]
) -> tuple[LockDifference, ...]:
    """Return what differs, what only follows from something else last."""
    texts = [folded(line.text) for line in new]
    names: dict[str, int] = {}
    numbered = [
        [names.setdefault(text, len(names)) for text in side]
        for side in ([line.text for line in old], texts)
    ]
    every: list[LockDifference] = []
    at_old = at_new = 0
    for place, place_new in (*common(*numbered), (len(old), len(new))):
        every += _between(old[at_old:place], new[at_new:place_new])
        at_old, at_new = place + 1, place_new + 1
    return tuple(sorted(every, key=lambda difference: difference.follows))


def _between(old: Sequence[PrintedLine], new: Sequence[SourcedLine]) -> Iterator[LockDifference]:
    if " ".join(line.text for line in old) == folded(" ".join(line.text for line in new)):
        return
    for was, now in zip_longest(old, new):
        if now is None:
            yield LockDifference(was.section, _shown(was.text.split(), 0, 0), "", None)
        elif was is None:
            yield LockDifference(
                now.section, "", _shown(folded(now.text).split(), 0, 0), _first(now)
            )
        else:
            yield from _line(was, now)


def _line(was: PrintedLine, now: SourcedLine) -> Iterator[LockDifference]:
    """Yield the one difference of a line that is on both sides, from its first word to its last."""
    old, new = was.text.split(), folded(now.text).split()
    shorter = min(len(old), len(new))
    first = next((i for i in range(shorter) if old[i] != new[i]), shorter)
    rest = shorter - first
    last = next((i for i in range(rest) if old[-i - 1] != new[-i - 1]), rest)
    if first == len(old) == len(new):
        return
    source = _of_words(now, first, len(new) - last)
    yield LockDifference(now.section, _shown(old, first, last), _shown(new, first, last), source)


def _shown(words: Sequence[str], first: int, last: int) -> str:
    """Return the words between `first` and the `last` ones, with some around, at most so many."""
    start, end = max(0, first - _BEFORE), min(len(words), len(words) - last + _BEFORE)
    shown = list(words[start:end])
    if len(shown) > _LONGEST:
        half = _LONGEST // 2
        shown = [*shown[:half], "…", *shown[-half:]]
    return " ".join((*(["…"] if start else []), *shown, *(["…"] if end < len(words) else [])))


def _of_words(line: SourcedLine, first: int, end: int) -> Source | None:
    """Return the source of the words from `first` to `end`, of one that is no program's if any."""
    touched: list[Source] = []
    counted = 0
    open_word = False
    for piece in line.pieces:
        words = piece.text.split()
        joined = open_word and bool(piece.text) and not piece.text[0].isspace()
        start = counted - joined
        counted = start + len(words) if words else counted
        if words and start < max(end, first + 1) and counted > first:
            touched.append(piece.source)
        open_word = bool(piece.text) and not piece.text[-1].isspace()
    return _most_telling(touched) or _first(line)


def _first(line: SourcedLine) -> Source | None:
    return _most_telling([piece.source for piece in line.pieces if piece.text.strip()])


def _most_telling(sources: Sequence[Source]) -> Source | None:
    facts = [source for source in sources if source.kind in ("faktum", "register", "lucka")]
    others = [source for source in sources if source.kind != MADE]
    return next(iter((*facts, *others, *sources)), None)
