"""Who bears how much: a sum, a part of it, and what a cost is divided by."""

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Final

from avtalsgen.compare.duties.statements import Stated
from avtalsgen.compare.duties.way.measures import numbers_at, shares
from avtalsgen.compare.duties.way.times import period
from avtalsgen.compare.meaning.folds import Folding
from avtalsgen.records import dataclass
from avtalsgen.register.duty_words import DutyWords
from avtalsgen.register.word_files import Phrase
from avtalsgen.swedish.stems import stem

_NUMBER: Final = re.compile(r"[0-9]+(?:,[0-9]+)?")
_MOST: Final = "högst"
_WHOLE: Final = 100
_FULL_TIME: Final = "heltid"
_HALVES: Final = frozenset(("halvtid", "hälften"))
_HALF: Final = Fraction(1, 2)


@dataclass(frozen=True)
class Costs:
    """Tells which way a duty went by what it costs; of all, the words are as they are folded."""

    lists: DutyWords
    folding: Folding

    def money(self, old: Sequence[str], new: Sequence[str]) -> int:
        """Return which way a sum went; a ceiling makes it milder, and a higher one harder."""
        sums, ceilings = zip(*(self._sums(side) for side in (old, new)), strict=True)
        periods = self._period(old), self._period(new)
        if all(periods) and periods[0] != periods[1]:
            if sums[0] == sums[1]:
                return _sign(*periods[::-1])
            if min(periods) >= 1:  # of an hour and a day nobody knows how many hours are meant
                return _sign(sums[0] / periods[0], sums[1] / periods[1])
        if sums[0] != sums[1]:
            return _sign(*sums)
        return _sign(*ceilings) if all(ceilings) else _sign(*(not each for each in ceilings))

    def _period(self, words: Sequence[str]) -> float:
        """Return how many days the first sum is for: `1 000 kronor per dag`."""
        places = (place for place, word in enumerate(words) if word == "kronor")
        days_of = self.lists.grammar.days_of
        return next(filter(None, (period(words, place, days_of) for place in places)), 0.0)

    def _sums(self, words: Sequence[str]) -> tuple[float, float]:
        """Return the largest sum, and the largest that is a ceiling."""
        sums, ceilings = [0.0], [0.0]
        for place, word in enumerate(words):
            is_threshold = (
                words[place - 2 : place - 1] and words[place - 2] in self.lists.thresholds
            )
            if word == "kronor" and _NUMBER.fullmatch(words[place - 1]) and not is_threshold:
                is_ceiling = any(
                    tuple(words[place - 1 - len(phrase) : place - 1]) == phrase
                    for phrase in map(self._said, self.lists.ceilings)
                )
                (ceilings if is_ceiling else sums).append(float(words[place - 1].replace(",", ".")))
        return max(sums), max(ceilings)

    def is_divided_otherwise(self, old: Stated, new: Stated) -> bool:
        """Return whether both divide a cost, on other grounds: two duties, in whatever words."""
        sides = [self.folding.read(duty.main) for duty in (old, new)]
        grounds = [
            {phrase for phrase in self.lists.grounds if says(side, self._said(phrase))}
            for side in sides
        ]
        divides = all(own or self._share(side) for own, side in zip(grounds, sides, strict=True))
        return divides and grounds[0] != grounds[1]

    def shares_way(self, old: Sequence[str], new: Sequence[str]) -> int:
        """Return which way a share went, the first where several have one."""
        before, after = self._share(old), self._share(new)
        capped = any(
            numbers_at(side, _MOST) and not self._pays(side) for side in (old, new)
        )  # högst tio procent får
        return _sign(before, after) if before and after and not capped else 0

    def _pays(self, words: Sequence[str]) -> bool:
        """Return whether somebody is to pay, for whom a higher ceiling is harder."""
        return not {*map(stem, words)}.isdisjoint(map(stem, self.lists.bearing))

    def portion(self, words: Sequence[str]) -> int:
        """Return how many per cent of a price is paid: `halva avgiften`; all if none is said."""
        prices = tuple(self.lists.prices)
        said = (
            self.lists.portions[before]
            for before, word in pairwise(words)
            if before in self.lists.portions and any(price in word for price in prices)
        )
        return next(said, _WHOLE)

    def _share(self, words: Sequence[str]) -> Fraction:
        if self._halves(words):
            return _HALF
        said = self.lists.portions
        portions = (Fraction(said[word], _WHOLE) for word in words if word in said)
        told = _HALF if not _HALVES.isdisjoint(words) else Fraction(_FULL_TIME in words)
        return next(shares(words, self.lists.parts), next(portions, told))

    def is_halved(self, duty: Stated) -> bool:
        """Return whether two who are bound bear half each: `hälften var`."""
        return self._halves(self.folding.read(duty.main))

    def _halves(self, words: Sequence[str]) -> bool:
        return any(says(words, self._said(phrase)) for phrase in self.lists.halves)

    def _said(self, phrase: Phrase) -> tuple[str, ...]:
        return self.folding.read(" ".join(phrase))


def says(words: Sequence[str], phrase: Sequence[str]) -> bool:
    """Return whether `words` have a `phrase` in them."""
    length = len(phrase)
    return any(
        tuple(words[at : at + length]) == tuple(phrase) for at in range(len(words) - length + 1)
    )


def _sign(old: float | Fraction, new: float | Fraction) -> int:
    return (new > old) - (new < old)
