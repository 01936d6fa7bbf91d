"""How much a duty asks: of how many, under which condition, with which exception, and what more.

These signs are weaker than a sum or a time. Of how many and what is taken out say it of one thing
that both name; the rest is what only one side has.
"""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cached_property
from itertools import chain, pairwise, takewhile
from typing import Final

from avtalsgen.compare.duties.bound import BoundParties
from avtalsgen.compare.duties.likeness import Bag, cosine, shared_part
from avtalsgen.compare.duties.statements import Stated, without, words_of
from avtalsgen.compare.duties.way.polarity import Polarity, Reach, way
from avtalsgen.compare.words.token_weights import is_content
from avtalsgen.records import dataclass
from avtalsgen.register.duty_words import DutyWords
from avtalsgen.register.word_files import Phrase
from avtalsgen.swedish.durations import COUNTED
from avtalsgen.swedish.infinitives import may_be_infinitive
from avtalsgen.swedish.numbers import PLACES, read_letters
from avtalsgen.swedish.stems import stem

_NEARLY: Final = 0.6
"""How alike two sentences are whose details are compared word by word."""
_WHICH: Final = "som"
_MEASURING: Final = frozenset(("minst", "senast", "före"))
"""Beside a number or a day these are measured; `ha sex platser` is to have as many at least."""
_EVERY: Final = frozenset(("var", "vart"))
_INSIDE: Final = frozenset(("i", "inom"))
_PERCENT: Final = "procent"
_OWNED: Final = "s"
_BETWEEN_ITEMS: Final = ";"
_ITEMS: Final = 2
"""So many items more make a list another."""
_MORE: Final = 0.55
"""The share of what a duty says that the other side lacks, for it to ask more."""
_LESS: Final = 0.25
"""And the share that the other side has beyond it, at most."""
_UNSAID: Final = 2.5
"""Of how many a duty is that does not say so: `informera boende` is less than `alla boende`."""
_PART, _SOME = 2.0, 1.0
_OF: Final = "av"
_COUNTED: Final = 2
"""Words after `varje`, of which one is what there are many of: `varje nytt barn`."""
_EXAMPLE: Final = re.compile(
    r"\b(?:till exempel|exempelvis|t\. ?ex\.)(?:(?! (?:och|samt|eller) )[^,;.])*", re.IGNORECASE
)
_OCCASIONAL: Final = frozenset(("på", "under", "vid"))
_SAYS_SO: Final = frozenset(("exempel", "exempelvis"))
"""What makes of a thing an example, which nobody must have."""
_SHORT: Final = 4
"""Letters of a noun that are the same in all its forms: `barn`, `barnen`."""


@dataclass(frozen=True)
class Asked:
    """Tells which of two duties asks more."""

    lists: DutyWords
    bound: BoundParties

    def exceptions(self, old: Stated, new: Stated) -> int:
        """Return which way it went by what takes something out: more is milder.

        A sentence after it, or what is said last in it: `…, dock inte i juli`.
        """
        counts = [len(duty.excepts) + len(self._beside.findall(duty.main)) for duty in (old, new)]
        whole = self.polarity.whole(new)
        if counts[0] != counts[1] or old.excepts == new.excepts:
            return whole * _sign(counts[1], counts[0])
        excepting = self.lists.excepting
        sides = [{*words_of(" ".join(duty.excepts))} - excepting for duty in (old, new)]
        gone, came = ({*filter(is_content, one - other)} for one, other in (sides, sides[::-1]))
        return whole * _sign(bool(came), bool(gone)) if bool(gone) != bool(came) else 0

    def only(self, duty: Stated) -> int:
        """Return how many times or occasions are the only ones: `dock endast på vardagar`.

        Not who or how, which is harder: `ska bara anlita tolkar`.
        """
        limits = {*self.lists.grammar.limits} - self.lists.grammar.none
        words = words_of(duty.main)
        return (
            0
            if duty.limits
            else sum(
                word in limits and after in self._when and before not in self.lists.grammar.none
                for before, word, after in zip(words, words[1:], words[2:], strict=False)
            )
        )

    @cached_property
    def _when(self) -> frozenset[str]:
        """What stands before a time, an occasion or a condition."""
        single = (phrase[0] for phrase in self.lists.condition if len(phrase) == 1)
        return frozenset(single) | _OCCASIONAL

    @cached_property
    def polarity(self) -> Polarity:
        """What tells whether more makes a duty harder."""
        return Polarity(self.lists)

    @cached_property
    def _beside(self) -> re.Pattern[str]:
        grammar = self.lists.grammar
        words = "|".join(map(re.escape, sorted(grammar.none | {*grammar.limits})))
        return re.compile(rf",\s(?:dock|men)\s(?:{words})\b", re.IGNORECASE)

    def quantity(self, old: Stated, new: Stated) -> int:
        """Return which way it went by how many of the same it is of: `varje barn`, `något barn`.

        A ban on any is one on all, and one on all leaves some.
        """
        sides = [list(self._many(duty)) for duty in (old, new)]
        for before, now in _of_one(*sides):
            if before != now:
                return _sign(before, now)
        alone = self._unanswered(sides[0], new) - self._unanswered(sides[1], old)
        return _sign(0, alone)

    def _unanswered(self, many: Sequence[tuple[float, str]], other: Stated) -> float:
        """Return how much less or more than unsaid it is of what the `other` counts not at all."""
        said = words_of(other.main)
        counted = {noun for _, noun in self._many(other)}
        for number, noun in many:
            forms = [word for word in said if _are_of_one(noun, word)]
            if forms and counted.isdisjoint(forms):
                return _UNSAID - number
        return 0.0

    def _many(self, duty: Stated) -> Iterator[tuple[float, str]]:
        """Yield of how many a duty is, each with what there are so many of; not how often."""
        words = words_of(duty.main.replace(duty.condition, ""))
        banned = duty.bans
        parties = [place for place, word in enumerate(words) if self.bound.of(word)]
        for phrase, number in self.lists.quantities.items():
            for place in range(len(words) - len(phrase)):
                if words[place : place + len(phrase)] == phrase:
                    after = words[place + len(phrase) : place + len(phrase) + _COUNTED]
                    many = (_UNSAID if number < _UNSAID else _SOME) if banned else float(number)
                    if place + len(phrase) not in parties[:1]:  # varje leverantör ska
                        yield from ((many, noun) for noun in takewhile(self._is_counted, after))
        for part, of, noun in zip(words, words[1:], words[2:], strict=False):
            is_part = part.isdecimal() or read_letters(part) is not None or part == _PERCENT
            if of == _OF and is_part:
                yield _PART, noun  # två av rådgivarna, 85 procent av dem

    def _is_counted(self, word: str) -> bool:
        """Return whether a word may be for what there are many of: no verb, and no time."""
        is_verb = self.lists.grammar.passive.fullmatch(word)
        is_padding = word in self._times or word in self.lists.padding
        return is_content(word) and not (is_verb or is_padding)

    @cached_property
    def _times(self) -> frozenset[str]:
        """Units of time, and what is counted in them."""
        phrases = (*self.lists.frequency, *self.lists.lasting)
        often = (word for phrase in phrases for word in phrase[1:])
        return frozenset((*self.lists.grammar.days_of, *often))

    def more(self, old: Stated, new: Stated, bags: tuple[Bag, Bag]) -> int:
        """Return which way it went by all else that only one side has, by where that stands."""
        alike = cosine(*bags) >= _NEARLY
        if self._waits(old) != self._waits(new):
            return _sign(self._waits(new), self._waits(old))
        alike_many = self._counts_alike(old, new)
        gone, came = self._beyond(old, new) - alike_many, self._beyond(new, old) - alike_many
        condition = old.condition, new.condition
        only = gone | came <= {*words_of(" ".join(condition))}
        if (alike or only) and bool(old.condition) != bool(new.condition):
            return self.polarity.whole(new) * _sign(bool(new.condition), bool(old.condition))
        if not gone and not came:
            return 0
        if gone | came <= _SAYS_SO:  # what was an example is owed, or no longer
            return self.polarity.whole(new) * _sign(bool(came), bool(gone))
        gone, came = _without_examples(old, gone), _without_examples(new, came)
        if not gone and not came:
            return 0
        if whole := self._of_everything(old, new, (gone, came)):
            return whole
        gone, came = gone | self._others(old, new), came | self._others(new, old)
        if kind := self._kind(old, new, (gone, came)):
            return kind
        everything = self.lists.everything
        if bool(came - everything) != bool(gone - everything):
            is_more = bool(came - everything)
            return (
                self.polarity.by(new, old, came) if is_more else -self.polarity.by(old, new, gone)
            )
        return self.polarity.whole(new) * (_listed(old.main, new.main) or _scope(*bags))

    def _kind(self, old: Stated, new: Stated, differing: tuple[Set[str], Set[str]]) -> int:
        """Return which way it went where a thing is now one of a kind, or no longer: a compound.

        `uppgifter`, `personuppgifter`. Not of a thing that is known: `planen` may be the
        `genomförandeplanen` that the text has named. Nor of what is an example, which is owed
        as little as its kind.
        """
        gone, came = differing
        if len(gone) != 1 or len(came) != 1:
            return 0
        short, long = sorted((*gone, *came), key=len)
        known = short.endswith(self.lists.grammar.definite_ends)
        if _are_examples(old, gone) and _are_examples(new, came):
            return 0
        if known or len(short) < _SHORT or not long.endswith(short):
            return 0
        change = Reach.NARROWER if long in came else Reach.WIDER
        return way(change, self.polarity.of_kind(new))

    def _of_everything(self, old: Stated, new: Stated, differing: tuple[Set[str], Set[str]]) -> int:
        """Return which way it went where one side is of everything and the other of something."""
        gone, came = differing
        everything = self.lists.everything
        whole = bool(gone) and gone <= everything, bool(came) and came <= everything
        less = (came, gone)[whole[1]], (gone, came)[whole[1]]
        said = bool(less[0]) and len(less[0]) <= len(less[1])
        return _sign(*whole) if any(whole) and (said or _is_narrowed(old, new)) else 0

    def _counts_alike(self, old: Stated, new: Stated) -> frozenset[str]:
        """Return the words of how many where both are of as many: `alla barn`, `varje barn`."""
        pairs = list(_of_one(list(self._many(old)), list(self._many(new))))
        alike = bool(pairs) and all(before == now for before, now in pairs)
        return frozenset(chain.from_iterable(self.lists.quantities)) if alike else frozenset()

    def are_reworded(self, old: Stated, new: Stated) -> bool:
        """Return whether each side has words that tell and that the other has not."""
        return bool(self._beyond(old, new) and self._beyond(new, old))

    def differ(self, old: Stated, new: Stated) -> bool:
        """Return whether a side has words that tell and that the other has not."""
        return bool(self._beyond(old, new) or self._beyond(new, old))

    def _waits(self, duty: Stated) -> bool:
        """Return whether a duty holds only after what it is denied for first: `Därefter ska …`."""
        grammar = self.lists.grammar
        return all(not words.isdisjoint(duty.words) for words in (grammar.none, grammar.follows))

    def _others(self, duty: Stated, other: Stated) -> set[str]:
        """Return the words for parties that only one of two duties names, besides who is bound."""
        named = self._parties(duty)
        others = {*self._parties(other).values(), duty.party}
        return {word for word, party in named.items() if party not in others}

    def _parties(self, duty: Stated) -> Mapping[str, str]:
        named = {
            word: self.bound.of(word) or self.bound.of(word.removesuffix(_OWNED))
            for word in words_of(duty.main)
        }
        return {word: party for word, party in named.items() if party}

    def _beyond(self, duty: Stated, other: Stated) -> set[str]:
        """Return the words of a duty that tell and that the other has not."""
        everything = self.lists.everything
        told = without(_without_intervals(duty.words), self._throughout)
        words = {word for word in told if word in everything or is_content(word)}
        alike = {*other.words, duty.party, other.party, *_MEASURING}
        alike |= {word for word in words if self._is_passive_of(word, alike)}
        alike |= self._any if duty.bans else frozenset()
        return (words - alike) | ({*self._places(duty)} - {*self._places(other)})

    @cached_property
    def _any(self) -> frozenset[str]:
        """What says of a ban that it is on any, as it is without it: `får inte ta någon avgift`."""
        few = (phrase for phrase, number in self.lists.quantities.items() if number < _UNSAID)
        return frozenset(phrase[0] for phrase in few if len(phrase) == 1)

    @staticmethod
    def _is_passive_of(word: str, others: Set[str]) -> bool:
        """Return whether one verb is meant, done or being done: `städa`, `städas`."""
        passive = f"{word}s" in others and may_be_infinitive(word)
        return passive or (word.removesuffix("s") in others and may_be_infinitive(word[:-1]))

    def _places(self, duty: Stated) -> Iterator[str]:
        """Yield the words for a party that are a place: `hembesök inom kommunen`."""
        for before, word in pairwise(words_of(duty.main)):
            if before in _INSIDE and self.bound.of(word):
                yield word

    @cached_property
    def _throughout(self) -> frozenset[Phrase]:
        """What says that a duty lasts, which it does without it, and how often."""
        lists = self.lists
        times = {*lists.lasting, *lists.frequency}.difference(lists.condition)
        return frozenset(times.union(lists.or_more))


def _sign(old: float, new: float) -> int:
    return (new > old) - (new < old)


def _of_one(
    old: Sequence[tuple[float, str]], new: Sequence[tuple[float, str]]
) -> Iterator[tuple[float, float]]:
    """Yield of how many both sides are, of each noun that both count."""
    for before, noun in old:
        yield from ((before, now) for now, other in new if _are_of_one(noun, other))


def _are_of_one(noun: str, other: str) -> bool:
    """Return whether two words may be forms of one noun."""
    short, long = sorted((stem(noun), stem(other)), key=len)
    return short == long or (len(short) >= _SHORT and long.startswith(short))


def _are_examples(duty: Stated, words: Set[str]) -> bool:
    """Return whether `words` stand only in the first thing that is said to be an example.

    What comes after that may be owed again: `till exempel larm, och lämna uppgifter`.
    """
    match = _EXAMPLE.search(duty.main)
    if match is None:
        return False
    beside = duty.main[: match.start()] + duty.main[match.end() :]
    return words.isdisjoint(words_of(beside)) and words <= {*words_of(match[0])}


def _without_examples(duty: Stated, words: set[str]) -> set[str]:
    """Return `words` without those that only an example has, which nobody must have."""
    match = _EXAMPLE.search(duty.main)
    if match is None or words.isdisjoint(_SAYS_SO):
        return words
    beside = {*words_of(duty.main[: match.start()] + duty.main[match.end() :])}
    return words & beside


def _without_intervals(words: Sequence[str]) -> Sequence[str]:
    """Return `words` without how far it is from one time to the next: `var sjätte månad`."""
    triples = zip(words, words[1:], words[2:], strict=False)
    starts = [
        place
        for place, (every, number, unit) in enumerate(triples)
        if every in _EVERY and number in PLACES and unit in COUNTED
    ]
    return [
        word
        for place, word in enumerate(words)
        if not any(start <= place <= start + 2 for start in starts)
    ]


def _is_narrowed(old: Stated, new: Stated) -> bool:
    """Return whether one side says of which: `alla handlingar`, `handlingar som rör ärendet`."""
    return old.words.count(_WHICH) != new.words.count(_WHICH)


def _listed(old: str, new: str) -> int:
    """Return which way a list of what is asked went: two items more or less are a difference."""
    counts = old.count(_BETWEEN_ITEMS), new.count(_BETWEEN_ITEMS)
    return _sign(*counts) if all(counts) and abs(counts[0] - counts[1]) >= _ITEMS else 0


def _scope(old: Bag, new: Bag) -> int:
    """Return whether one side asks clearly more than the other: most of it is not there."""
    gone, came = 1 - shared_part(old, new), 1 - shared_part(new, old)
    if came >= _MORE and gone <= _LESS:
        return 1
    if gone >= _MORE and came <= _LESS:
        return -1
    return 0
