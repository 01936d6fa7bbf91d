"""Whether a duty became harder or milder for the one who is bound by it.

Each sign speaks for one side: how hard it binds, money, how soon and how often, what is left out,
how much is asked. The weightiest that speaks decides: money, then time, then what binds, then
scope. Where none does, the duty is the same, whatever its words.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from functools import cached_property
from itertools import islice, pairwise
from typing import Final, Literal

from avtalsgen.compare.duties.bound import PAYER, BoundParties
from avtalsgen.compare.duties.likeness import Bag
from avtalsgen.compare.duties.statements import Stated, words_of
from avtalsgen.compare.duties.way.asked import Asked
from avtalsgen.compare.duties.way.costs import Costs, says
from avtalsgen.compare.duties.way.measures import (
    bound_way,
    is_all_day,
    last_minute,
    numbered,
    numbers_at,
    open_minutes,
    shared_by,
    spans,
)
from avtalsgen.compare.duties.way.polarity import Meant
from avtalsgen.compare.duties.way.thresholds import Thresholds
from avtalsgen.compare.duties.way.times import (
    deadline_way,
    during_way,
    length_way,
    often_way,
    only_day,
    times_a_year,
)
from avtalsgen.compare.meaning.conditions import same_but_for_order
from avtalsgen.compare.meaning.folds import Folding
from avtalsgen.records import dataclass
from avtalsgen.register.duty_words import DutyWords
from avtalsgen.register.word_files import Phrase
from avtalsgen.swedish.infinitives import may_be_infinitive, with_particles

Status = Literal["samma", "skärpt", "mildrad"]

_KIND: Final = re.compile(r"\b(?:en|ett)(?:\s\w+){1,4}\ssom\s(?:är|har|kan|ska|talar)\b")
"""A thing that is to be of a kind, and not one of those that are there."""
_LIMITS: Final = {"minst": 1, "lägst": 1, "högst": -1, "procent": 1}
"""A word beside a number, and whether more of it is harder."""
_OR: Final = "eller"
_PAUSE: Final = ","
_WHICH: Final = "som"
_MAY: Final = "får"
_ABOUT: Final = 0.03
"""What of how often two times are may be rounding: `var sjätte månad`, twice a year."""
_ABLE: Final = "kunna"
"""What is to be possible is kept open: `ska kunna göras kl. 6–24`."""
_FIRST: Final = 4
"""Words of an act that say what is to be done."""
_PERMIT, _HEAR = 3, 2
"""How much it takes to have somebody agree, or ask somebody; to tell somebody takes 1."""


@dataclass(frozen=True)
class Direction:
    """Tells which way a duty went."""

    lists: DutyWords
    folding: Folding
    bound: BoundParties

    def measured(self, old: Stated, new: Stated) -> Status:
        """Return whether `new` binds harder than `old` by what both are measured in, or milder."""
        sides = self._folded(old), self._folded(new)
        signs: tuple[Callable[[], int], ...] = (
            lambda: _sign(self.asked.only(new), self.asked.only(old)),
            lambda: self.costs.money(sides[0], sides[1]),
            lambda: self.costs.shares_way(sides[0], sides[1]),
            lambda: _sign(*map(self.costs.portion, sides)),
            lambda: self._hours(old, new, sides),
            lambda: self._thresholds.way(old, new),
            lambda: self._thresholds.more_than(new, sides),
            lambda: self._time(sides[0], sides[1], allowed=new.limits),
            lambda: bound_way(sides[0], sides[1]),
            lambda: self._numbers(
                sides[0], sides[1], allowed=new.limits, bans=old.bans and new.bans
            ),
            lambda: self._laws(old, new),
        )
        return _status(sign() for sign in signs)

    def bound_harder(self, old: Stated, new: Stated) -> Status:
        """Return which way two duties went that are measured alike, by how hard they bind."""
        whole = self.asked.polarity.whole
        signs: tuple[Callable[[], int], ...] = (
            lambda: _sign(old.strength, new.strength),
            lambda: self._bans(old, new),
            lambda: _sign(_allowed(new), _allowed(old)),
            lambda: whole(new) * self._limits(self._folded(old), self._folded(new)),
            lambda: self.asked.exceptions(old, new),
            lambda: self._verbs(old, new),
        )
        return _status(sign() for sign in signs)

    def asks_more(self, old: Stated, new: Stated, bags: tuple[Bag, Bag]) -> Status:
        """Return which way two duties went that bind alike, by how much they ask."""
        signs: tuple[Callable[[], int], ...] = (
            lambda: self.asked.quantity(old, new),
            lambda: self._choices(old, new),
            lambda: self._kinds(old, new),
            lambda: self.asked.more(old, new, bags),
        )
        return _status(sign() for sign in signs)

    def are_alike(self, old: Stated, new: Stated) -> bool:
        """Return whether two duties say the same as everybody would write it."""
        sides = [
            (*self._folded(duty), *map(self.folding.read, (duty.condition, *duty.excepts)))
            for duty in (old, new)
        ]
        return sides[0] == sides[1]

    def are_timed_alike(self, old: Stated, new: Stated) -> bool:
        """Return whether both are to be done as often, as soon, or by one day.

        `varje halvår`, `två gånger om året`; `senast den 1 mars`, `före den 1 mars`.
        """
        sides = self._folded(old), self._folded(new)
        often = [self._often(side) for side in sides]
        if all(often):
            return abs(often[0] - often[1]) <= _ABOUT * max(often)
        days = [only_day(side) for side in sides]
        if all(days) and days[0] == days[1]:
            return True
        return length_way(*sides, self.lists.grammar.days_of) == 0

    def differ(self, old: Stated, new: Stated) -> bool:
        """Return whether two duties say what they say in words that are not taken for the same."""
        words, sides = self.folding.words, (self._folded(old), self._folded(new))
        reordered = same_but_for_order(*sides, frozenset(words.modality), words.first_or_last)
        return not (reordered or self.are_alike(old, new))

    @cached_property
    def asked(self) -> Asked:
        """What tells how much is asked."""
        return Asked(self.lists, self.bound)

    @cached_property
    def costs(self) -> Costs:
        """What tells what it costs."""
        return Costs(self.lists, self.folding)

    @cached_property
    def _thresholds(self) -> Thresholds:
        return Thresholds(self.lists, self.folding, self.asked.polarity)

    def _folded(self, duty: Stated) -> tuple[str, ...]:
        return self.folding.read(duty.main)

    def _laws(self, old: Stated, new: Stated) -> int:
        """Return which way it went where a law stands for the one that it replaced."""
        sides = [{*words_of(duty.main)} for duty in (old, new)]
        for harder, replaced in self.lists.harder_laws.items():
            has = [harder in side for side in sides]
            if has[0] != has[1] and not sides[has[0]].isdisjoint(replaced):
                return has[1] - has[0]
        return 0

    def _hours(self, old: Stated, new: Stated, sides: tuple[Sequence[str], Sequence[str]]) -> int:
        """Return which way hours of the day went: open longer is harder, a wider choice milder.

        So is a wider exception from a ban. Where they are as long, or a time is the last one,
        sooner is harder.
        """
        hours = spans(sides[0]), spans(sides[1])
        if all(hours) and hours[0] != hours[1]:
            way = _sign(*map(open_minutes, hours))
            if not way:
                return _sign(hours[1][0][0], hours[0][0][0]) or _sign(
                    hours[1][0][1], hours[0][0][1]
                )
            bans = old.limits or new.limits
            return way if self._is_kept_open(old, new) and not bans else -way
        before, after = map(last_minute, sides)
        return _sign(after, before) if before is not None and after is not None else 0

    def _is_kept_open(self, old: Stated, new: Stated) -> bool:
        said = (*old.words, *new.words)
        able = _ABLE in old.binds and _ABLE in new.binds
        all_day = any(map(is_all_day, map(self._folded, (old, new))))
        return able or all_day or any(word.startswith(self.lists.open_hours) for word in said)

    def _choices(self, old: Stated, new: Stated) -> int:
        """Return which way it went by what may be done instead: a choice is milder.

        Not of what is forbidden or meant all, and not where the choice is a time, `eller när …`,
        or one of what the duty waits for.
        """
        if self.asked.are_reworded(old, new):
            return 0
        return _sign(self._offered(new), self._offered(old))

    def _offered(self, duty: Stated) -> int:
        """Return how many choices there are, none of which of several things something is."""
        read = self.folding.read(duty.main.replace(duty.condition, ""))
        words = [word for word in read if word != _PAUSE]  # eller, om kommunen begär det
        told = False
        offered = 0
        for place, (word, after) in enumerate(pairwise(words)):
            told = word == _WHICH or (told and (word,) not in self.lists.binding)
            is_bound = (word, after) in self.lists.or_more
            spares = is_bound or self.asked.polarity.is_occasion(words, place - 1)
            leaves = (
                word == _OR
                and not told
                and not spares
                and after not in self.lists.grammar.subordinate
            )
            offered += leaves and self.asked.polarity.joins(duty, after) is Meant.ONE
        return offered

    def _kinds(self, old: Stated, new: Stated) -> int:
        """Return which way it went by what is told of a thing to have: `en kontakt som är läkare`.

        Of a ban, which forbids less then. Not of what is there, `de insatser som beslutats`, where
        it may be fewer.
        """
        told = [bool(_KIND.search(duty.act.casefold())) for duty in (old, new)]
        way = _sign(*told) if self.asked.differ(old, new) else 0
        return -way if new.bans else way  # all that is forbidden is meant

    def _time(self, old: Sequence[str], new: Sequence[str], *, allowed: bool) -> int:
        """Return which way a time went: sooner and oftener is harder; oftener `allowed` is not."""
        speeds = self._speed(old), self._speed(new)
        if speeds[0] != speeds[1]:
            return _sign(speeds[0], speeds[1])
        often = self._often(old), self._often(new)
        turned = -1 if allowed else 1
        if abs(often[0] - often[1]) > _ABOUT * max(often):
            return turned * _sign(often[0], often[1])
        days_of = self.lists.grammar.days_of
        return turned * often_way(old, new) or deadline_way(
            old, new, days_of, paid=self._is_paid(new)
        )

    def _is_paid(self, words: Sequence[str]) -> bool:
        paying = self.lists.paid.union(self.lists.bound_by_subject.get(PAYER, ()))
        return not paying.isdisjoint(words)

    def _speed(self, words: Sequence[str]) -> int:
        said = (n for phrase, n in self.lists.speed.items() if says(words, self._said(phrase)))
        return max(said, default=0)

    def _often(self, words: Sequence[str]) -> float:
        said = (n for phrase, n in self.lists.frequency.items() if says(words, self._said(phrase)))
        return times_a_year(words, self.lists.grammar.days_of, max(said, default=0))

    def _bans(self, old: Stated, new: Stated) -> int:
        """Return which way a ban went: `får inte` binds harder than `får bara`."""
        bans = [duty.limits for duty in (old, new)]
        return _sign(bans[0], bans[1]) if bans[0] != bans[1] and any(bans) else 0

    def _limits(self, old: Sequence[str], new: Sequence[str]) -> int:
        phrases = (*self.lists.limits, *self.lists.ceilings)  # räknas upp, dock med högst 3 procent
        counts = [sum(says(side, self._said(phrase)) for phrase in phrases) for side in (old, new)]
        return _sign(counts[1], counts[0])

    def _verbs(self, old: Stated, new: Stated) -> int:
        """Return which way the act went, by the words that it begins with.

        What a ban begins with is demanded of who does it all the same: none is harder.
        """
        demands = self._demand(old), self._demand(new)
        bans = old.bans or new.bans
        return 0 if bans and not all(demands) else _sign(*demands)

    def _demand(self, duty: Stated) -> int:
        times = words_of(duty.when)
        act = with_particles([word for word in words_of(duty.act) if word not in times])
        words = {word.removesuffix("s") for word in islice(act, _FIRST)}
        if any(word.startswith(self.lists.permits) for word in words):
            return _PERMIT
        if any(word.startswith(self.lists.hears) for word in words):
            return _HEAR
        weak = any(words.issuperset(phrase) for phrase in self.lists.weak)
        return bool(words & self.lists.strong) - weak

    def _numbers(self, old: Sequence[str], new: Sequence[str], *, allowed: bool, bans: bool) -> int:
        """Return which way a limit went: more at least is harder, more at most is milder.

        So is more of what is `allowed`; what `bans` is harder the longer it does.
        """
        length = length_way(old, new, self.lists.grammar.days_of)
        if bans and (lasts := during_way(old, new, self.lists.grammar.days_of)):
            return lasts
        if length is not None:
            return -length if allowed else length
        for word, way in _LIMITS.items():
            before, after = numbers_at(old, word), numbers_at(new, word)
            if len(before) == len(after) == 1 and before != after:
                return way * _sign(before[0], after[0])
        shared = shared_by(old), shared_by(new)
        if len(shared[0]) == len(shared[1]) == 1 and shared[0] != shared[1]:
            return _sign(shared[1][0], shared[0][0])  # one for fewer is more
        olds, news = numbered(old), numbered(new)
        if len(olds) != len(news):
            olds, news = numbered(old, ones=True), numbered(new, ones=True)
        changed = [pair for pair in zip(olds, news, strict=False) if pair[0] != pair[1]]
        way = _sign(*changed[0]) if changed and len(olds) == len(news) else 0
        return -way if allowed else way

    def _said(self, phrase: Phrase) -> tuple[str, ...]:
        return self.folding.read(" ".join(phrase))


def _status(ways: Iterable[int]) -> Status:
    """Return what the first sign that speaks says."""
    way = next(filter(None, ways), 0)
    return "skärpt" if way > 0 else "mildrad" if way < 0 else "samma"


def _sign(old: float | Fraction, new: float | Fraction) -> int:
    return (new > old) - (new < old)


def _allowed(duty: Stated) -> int:
    """Return how many things are allowed beside what must be done: `som får ha sovande jour`."""
    words = words_of(duty.main.replace(duty.condition, ""))  # om kommunen får veta
    return sum(
        word == _MAY and may_be_infinitive(after) and (word,) != duty.binds[:1]
        for word, after in pairwise(words)
    )
