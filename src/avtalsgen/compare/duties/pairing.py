"""Which duty of one side answers to which of the other.

A duty is looked for in the whole other text: most that looks new was moved and put in other
words. What tells is what it says, and less what its section is about.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Final, NamedTuple, Protocol, TypeVar

from avtalsgen.compare.align.alignment import Alignment
from avtalsgen.compare.align.assignment import best
from avtalsgen.compare.align.outline import Outline
from avtalsgen.compare.duties.ceiling import ceiling, outlined
from avtalsgen.compare.duties.likeness import Bag, bags, cosine
from avtalsgen.compare.words.token_weights import SMALL_WORDS
from avtalsgen.swedish.durations import COUNTED
from avtalsgen.swedish.numbers import read_letters

_LEAST: Final = 0.35
"""How alike two duties are at least that are one, of 1 and what their sections add."""
_SECTION: Final = 0.35
"""What two sections about the same add."""


class Said(Protocol):
    """A sentence, and the section that it stands in."""

    @property
    def words(self) -> tuple[str, ...]:
        """Its words in small letters."""
        ...

    @property
    def section(self) -> int:
        """The place of its section in the outline."""
        ...

    @property
    def line(self) -> int:
        """The place of its line in the outline."""
        ...


S = TypeVar("S", bound=Said)


class PairingLimits(NamedTuple):
    """What two duties must reach to be one."""

    least: float
    """Together with what their sections add."""
    own: float
    """By their own words."""
    section: float
    """Their sections, by what they are about."""


_SHARES: Final = frozenset(("procent", "hälften", "halvtid"))
"""What is measured in no number of its own."""
_COMMON: Final = 100
"""How many sentences a piece of a word may be in that makes any two of them alike."""
_MANY: Final = 1500
"""So many sentences are weighed against all others that are alike; of more, each against `_MOST`,
so that the work grows as the text does."""
_MOST: Final = 6
_NEAREST: Final = 4 * _MOST
"""So many are looked at of those, by their words alone, before it is known what stands about."""
_LINE: Final = 0.25
"""What it adds that the two stand in lines that answer to each other."""
_OTHER_PARTY: Final = 0.55
"""How alike the words are at least of one duty that went to another party."""
_UNLIKE: Final = 0.2
"""What one that stayed with its party is worth more."""
_ROUNDING: Final = 1e-6
"""More than sums of floating numbers can be wrong by."""
_ANYWHERE: Final = PairingLimits(least=_LEAST, own=0.08, section=0.0)
_BESIDE: Final = PairingLimits(least=0.20, own=0.10, section=0.25)
"""In sections about the same, once the sure pairs are made."""


def paired(
    body: Alignment,
    olds: Sequence[S],
    news: Sequence[S],
    differ: Callable[[S, S], bool] = lambda _old, _new: False,
    meant: Callable[[S], Hashable] = lambda said: said.words,
) -> dict[int, int]:
    """Return the place of the new sentence for that of the old, where they say the same thing.

    Places in `olds` and `news`. First those that say it in the same words, then those of which the
    same is `meant`, then those that are together the most alike; two that `differ` must be more so.
    """
    same = matched(olds, news, meant, matched(olds, news, lambda said: said.words, {}))
    same |= _same_but_for_measures(
        _left(olds, same.keys()), _left(news, set(same.values())), differ
    )
    left = list(_left(olds, same.keys()))
    right = list(_left(news, set(same.values())))
    alike = _alike(body, [olds[place] for place in left], [news[place] for place in right], differ)
    return {**same, **{left[i]: right[j] for i, j in alike.items()}}


def matched(
    olds: Sequence[S],
    news: Sequence[S],
    key: Callable[[S], Hashable],
    already: Mapping[int, int],
) -> dict[int, int]:
    """Return `already` with each old sentence beside the first new one that has the same key."""
    taken = set(already.values())
    waiting: dict[Hashable, list[int]] = {}
    for place in range(len(news) - 1, -1, -1):
        if place not in taken:
            waiting.setdefault(key(news[place]), []).append(place)
    pairs = dict(already)
    for place, said in enumerate(olds):
        if place not in pairs and (there := waiting.get(key(said))):
            pairs[place] = there.pop()
    return pairs


def _left(said: Sequence[S], taken: Collection[int]) -> dict[int, S]:
    return {place: sentence for place, sentence in enumerate(said) if place not in taken}


def _same_but_for_measures(
    olds: Mapping[int, S], news: Mapping[int, S], differ: Callable[[S, S], bool]
) -> dict[int, int]:
    """Return the sentences whose words are the same but for numbers, units of time and shares.

    What a duty is about is said by its words: `hålla öppet kl. 8–17` and `hålla öppet kl. 7–20`
    share no number. Only where a side says it once, or nobody can tell which answers to which.
    """
    sides = [_by_bare_words(said) for said in (olds, news)]
    answers: dict[int, int] = {}
    for words, here in sides[0].items():
        there = sides[1].get(words, [])
        may = {i: [j for j in there if not differ(olds[i], news[j])] for i in here}
        taken = Counter(chain.from_iterable(may.values()))
        answers |= {i: js[0] for i, js in may.items() if len(js) == 1 and taken[js[0]] == 1}
    return answers


def _by_bare_words(said: Mapping[int, Said]) -> dict[tuple[str, ...], list[int]]:
    """Return where each sentence stands, by its words without numbers and units of time."""
    places: dict[tuple[str, ...], list[int]] = {}
    for place, sentence in said.items():
        words = tuple(word for word in sentence.words if not _measures(word))
        if any(word not in SMALL_WORDS for word in words):
            places.setdefault(words, []).append(place)
    return places


def _measures(word: str) -> bool:
    is_number = any(map(str.isdigit, word)) or read_letters(word) is not None
    return is_number or word in COUNTED or word in _SHARES


def _alike(
    body: Alignment,
    olds: Sequence[S],
    news: Sequence[S],
    differ: Callable[[S, S], bool],
) -> dict[int, int]:
    every = bags([duty.words for duty in (*olds, *news)])
    old_bags, new_bags = every[: len(olds)], every[len(olds) :]
    sections = _Sections(body.old, body.new, olds, news)
    lines = {(i, j) for match in body.matches for i in match.olds for j in match.news}
    met = tuple(_met(old_bags, new_bags))

    def worth(limit: PairingLimits, taken: Mapping[int, int]) -> dict[int, dict[int, float]]:
        scores: dict[int, dict[int, float]] = {}
        gone = set(taken.values())
        for i, j, alike in met:
            if i in taken or j in gone or alike < limit.own:
                continue
            other = differ(olds[i], news[j])
            if other and alike < _OTHER_PARTY:
                continue
            beside = _LINE * ((olds[i].line, news[j].line) in lines)
            lacks = (limit.least + _UNLIKE * other - alike - beside) / _SECTION
            here, there = olds[i].section, news[j].section
            if not sections.may_reach(here, there, max(lacks, limit.section)):
                continue
            about = sections.alike(here, there)
            value = alike + _SECTION * about + beside - limit.least - _UNLIKE * other
            if value > 0 and about >= limit.section:
                scores.setdefault(i, {})[j] = value
        return scores if len(olds) <= _MANY else {i: _best(row) for i, row in scores.items()}

    sure = best(worth(_ANYWHERE, {}))
    return {**sure, **best(worth(_BESIDE, sure))}


def _best(row: Mapping[int, float]) -> dict[int, float]:
    """Return the places that are worth most, as many as are weighed against each other."""
    most = sorted(row, key=lambda place: (-row[place], place))[:_MOST]
    return {place: row[place] for place in most}


def _met(olds: Sequence[Bag], news: Sequence[Bag]) -> Iterator[tuple[int, int, float]]:
    """Yield the pairs of bags that are alike enough for any limit, with how much.

    Of very many each old one has only those that it is most like, or the pairs fill the memory.
    """
    holders: dict[str, list[tuple[int, float]]] = {}
    for j, bag in enumerate(news):
        for piece, weight in bag.items():
            holders.setdefault(piece, []).append((j, weight))
    for i, bag in enumerate(olds):
        scores: dict[int, float] = defaultdict(float)
        for piece, weight in bag.items():
            there = holders.get(piece, ())
            for j, other in there if len(there) <= _COMMON else ():
                scores[j] += weight * other
        near = [j for j, score in scores.items() if score >= _ANYWHERE.own]
        if len(olds) > _MANY:
            near = sorted(near, key=lambda j: (-scores[j], j))[:_NEAREST]
        yield from ((i, j, scores[j]) for j in sorted(near))


class _Sections:
    """How alike two sections that have duties are, by their headings and what they say.

    Few of all pairs are asked for: those of sentences that are alike.
    """

    def __init__(
        self, old: Outline, new: Outline, olds: Sequence[Said], news: Sequence[Said]
    ) -> None:
        sides = [sorted({duty.section for duty in said}) for said in (olds, news)]
        every = iter(
            bags(
                [
                    _about(side, place)
                    for side, own in zip((old, new), sides, strict=True)
                    for place in own
                ]
            )
        )
        whole = [{place: next(every) for place in own} for own in sides]
        spread = Counter(piece for bag in whole[1].values() for piece in bag)
        self._olds, self._news = (
            {place: _telling(bag, spread) for place, bag in bags_of.items()} for bags_of in whole
        )
        shapes = iter(outlined([*self._olds.values(), *self._news.values()]))
        self._old_shapes, self._new_shapes = (
            {place: next(shapes) for place in side} for side in (self._olds, self._news)
        )
        self._known: dict[tuple[int, int], float] = {}

    def may_reach(self, old: int, new: int, least: float) -> bool:
        """Return False only if the two are less alike than `least`, which is told fast."""
        most = ceiling(self._old_shapes[old], self._new_shapes[new])
        return most >= least - _ROUNDING

    def alike(self, old: int, new: int) -> float:
        """Return how alike two are by what is not in most of them, 0..1; 0 if hardly at all."""
        pair = old, new
        if pair not in self._known:
            likeness = cosine(self._olds[old], self._news[new])
            self._known[pair] = likeness if likeness >= _ANYWHERE.own else 0.0
        return self._known[pair]


def _telling(bag: Bag, spread: Mapping[str, int]) -> Bag:
    """Return what `bag` has that most do not."""
    return {piece: weight for piece, weight in bag.items() if spread[piece] <= _COMMON}


def _about(side: Outline, place: int) -> tuple[str, ...]:
    section = side.sections[place]
    heading = section.face.heading.casefold().split()
    return (*heading, *heading, *heading, *section.text.casefold().replace(",", " ").split())
