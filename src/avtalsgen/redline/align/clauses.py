"""Which clauses of two files answer to each other: a heading, and what stands under it.

A clause that was written anew may have no paragraph that is alike, and be the same clause all
the same: by its heading and the words it shares. Then its paragraphs are compared with each
other, and it has moved if it stands elsewhere.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from avtalsgen.redline.align.block import Block, shared
from avtalsgen.redline.align.groups import Pair

_RARE = 12
"""A word that stands in more clauses than this does not help to find one."""
_CANDIDATES = 3
_HEADING = 0.6
"""How alike two headings must be for clauses that share little to be the same."""
_LITTLE = 0.15
_MUCH = 0.5
"""How much of the shorter must be in both if the headings are not alike."""
_FEW_LETTERS = 60


@dataclass(frozen=True, slots=True)
class _Clause:
    at: int
    heading: Counter[str]
    words: Counter[str]
    size: int


def clauses_alike(old: Sequence[Block], new: Sequence[Block]) -> dict[Pair, float]:
    """Return the places of headings whose clauses answer to each other, and how much they share.

    Law: each heading is in at most one pair.
    """
    olds, news = list(_clauses(old, new)), list(_clauses(new, old))
    found: dict[Pair, float] = {}
    used_old, used_new = set[int](), set[int]()
    for score, one, other in sorted(_scored(olds, news), key=lambda it: (-it[0], it[1:])):
        if one not in used_old and other not in used_new:
            used_old.add(one)
            used_new.add(other)
            found[one, other] = score
    return found


def _clauses(side: Sequence[Block], other: Sequence[Block]) -> Iterator[_Clause]:
    """Yield the clauses of one side, but those of which the other says every word."""
    known = {block.form for block in other}
    starts = [at for at, block in enumerate(side) if block.is_heading]
    for start, stop in pairwise([*starts, len(side)]):
        if all(block.form in known for block in side[start:stop]):
            continue
        words = sum((block.words for block in side[start:stop]), Counter[str]())
        size = sum(block.size for block in side[start:stop])
        heading = Counter(word for word in side[start].words if not word.isdecimal())
        yield _Clause(start, heading, words, size)


def _scored(olds: list[_Clause], news: list[_Clause]) -> Iterator[tuple[float, int, int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for at, clause in enumerate(news):
        for word in clause.words:
            places[word].append(at)
    for clause in olds:
        votes: Counter[int] = Counter()
        for word in clause.words:
            where = places.get(word, ())
            if len(where) <= _RARE:
                for at in where:
                    votes[at] += len(word)
        for at, _ in votes.most_common(_CANDIDATES):
            score = _score(clause, news[at])
            if score:
                yield score, clause.at, news[at].at


def _score(one: _Clause, other: _Clause) -> float:
    both, least = shared(one.words, other.words), min(one.size, other.size)
    sizes = (sum(map(len, clause.heading)) for clause in (one, other))
    named = shared(one.heading, other.heading) / max(1, *sizes)
    if (named >= _HEADING and both >= _LITTLE * least) or (
        least >= _FEW_LETTERS and both >= _MUCH * least
    ):
        return both * (1 + named)
    return 0.0
