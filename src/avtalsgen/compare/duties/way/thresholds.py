"""From how much on a duty holds, and of more than how many: `vid frånvaro längre än en dag`."""

import re
from collections.abc import Iterator, Sequence, Set
from typing import Final

from avtalsgen.compare.duties.statements import Stated
from avtalsgen.compare.duties.way.polarity import OCCASIONS, Meant, Polarity
from avtalsgen.compare.meaning.folds import Folding
from avtalsgen.records import dataclass
from avtalsgen.register.duty_words import DutyWords

_NUMBER: Final = re.compile(r"[0-9]+(?:,[0-9]+)?")
_WHICH, _THAN = "som", "än"
_LOWER: Final = "undre"

Bound = tuple[int, float, str]
"""1 for a number from which on, -1 for one up to which; the number, and what it counts."""


@dataclass(frozen=True)
class Thresholds:
    """Tells which way a duty went by a number that bounds what it is about."""

    lists: DutyWords
    folding: Folding
    polarity: Polarity

    def way(self, old: Stated, new: Stated) -> int:
        """Return which way it went by from how much on it holds: `när … mer än två månader`.

        The more that takes, the milder.
        """
        waits = [list(self._bounded(self._first_of(duty))) for duty in (old, new)]
        all_said = [list(self._from_on(self.folding.read(duty.main))) for duty in (old, new)]
        for bounds in (waits, all_said):
            if len(bounds[0]) == len(bounds[1]) == 1:
                ((way, before, unit),), ((new_way, now, new_unit),) = bounds
                if (way, unit) == (new_way, new_unit):
                    return -way * _sign(before, now) * self.polarity.whole(new)
        return 0

    def more_than(self, new: Stated, sides: tuple[Sequence[str], Sequence[str]]) -> int:
        """Return which way it went by more than how many: `inte mer än tre`, `färre än fem`."""
        bounds = [list(self._bounded(side, {_THAN})) for side in sides]
        if [*map(len, bounds)] != [1, 1] or bounds[0][0][::2] != bounds[1][0][::2]:
            return 0
        ((way, before, _),), ((_, now, _),) = bounds
        return way * _sign(before, now) * (-1 if new.bans else 1)

    def _first_of(self, duty: Stated) -> Sequence[str]:
        """Return what says when a duty holds, or of what: its condition, an occasion, its subject.

        `vid frånvaro som är längre än en dag`, `Bilar som är äldre än fem år ska`.
        """
        words = self.folding.read(duty.main)
        if duty.condition:
            return self.folding.read(duty.condition)
        occasions = (place for place, word in enumerate(words) if word in OCCASIONS)
        verb = words.index(duty.binds[0]) if duty.binds[0] in words else 0
        which = words.index(_WHICH, verb) if _WHICH in words[verb:] else len(words)
        is_all = which < len(words) and self.polarity.of_which(duty, words, which) is Meant.ALL
        told = min(next(occasions, len(words)), which if is_all else len(words))
        return (*words[:verb], *words[max(verb, told) :])

    def _bounded(self, words: Sequence[str], between: Set[str] = frozenset()) -> Iterator[Bound]:
        """Yield each number that bounds, with one of the words `between`, else any, before it."""
        ways = self.folding.words.bounds
        between = between or self.folding.words.beside_bounds
        for bound, than, number, unit in zip(words, words[1:], words[2:], words[3:], strict=False):
            if bound in ways and than in between and number.isdecimal():
                yield (1 if ways[bound] == _LOWER else -1), float(number), unit

    def _from_on(self, words: Sequence[str]) -> Iterator[Bound]:
        """Yield from how much on it holds: `skador över 500 kronor`."""
        ways = self.lists.thresholds
        for bound, number, unit in zip(words, words[1:], words[2:], strict=False):
            if bound in ways and _NUMBER.fullmatch(number):
                yield (1 if ways[bound] else -1), float(number.replace(",", ".")), unit


def _sign(old: float, new: float) -> int:
    return (new > old) - (new < old)
