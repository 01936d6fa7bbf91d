"""Which way a duty goes by what it says more: the product of two signs.

A sentence that binds speaks of things. What it says more makes them more, WIDER, or fewer,
NARROWER; and where that stands either all of them are meant, ALL, or one is enough, ONE.

                                          wider      narrower
    ska rapportera │händelser│  ALL         +            −      olyckor och │ allvarliga
    ska ha │en lokal│           ONE         −            +      eller ett rum │ med kök
    får inte lämna │barn│       ALL         +            −      eller vuxna │ ensamma
    får bara anlita │tolkar│    ONE         −            +      och lärare │ med examen
    om │någon klagar│           as what it is a condition of: ALL, but ONE of a `får bara`
    utan │medgivande│, utom     the other way round

So a word that only one side has is harder by +, and milder by −; a word that went is as one that
came the other way. What is joined by `och` is asked too, beside what stands there: of a duty each
is meant. All else that only one side has narrows what it stands by: how, where, of which kind.
"""

import re
from collections.abc import Iterator, Sequence, Set
from enum import IntEnum
from functools import cached_property
from typing import Final

from avtalsgen.compare.duties.statements import Stated, words_of
from avtalsgen.compare.words.token_weights import is_content
from avtalsgen.records import dataclass
from avtalsgen.register.duty_words import DutyWords
from avtalsgen.swedish.dates import MONTHS
from avtalsgen.swedish.stems import stem

_OR: Final = "eller"
_AT: Final = "vid"
_WHICH: Final = "som"
OCCASIONS: Final = frozenset(("vid", "efter"))
"""What stands before an occasion: `vid halka`, `efter påminnelse`."""
_WITH: Final = "med"
_IN: Final = "i"
_TO_DO: Final = "att"
_CLAUSE: Final = 4
"""Words from a verb to the act that it binds to: `ansvarar kommunen för att`."""
_TO: Final = frozenset(("till", "åt", "för"))
_WITHOUT: Final = "utan"
_BY: Final = "av"
"""Also stands inside what tells of a thing: `till följd av ny lag`."""
_ARTICLES: Final = frozenset(("en", "ett"))
_THOSE: Final = frozenset(("de", "den", "det"))
_PLURAL_ENDS: Final = ("a", "e")
"""How an adjective ends before what there are several of: `allvarliga händelser`."""
_ADVERB_ENDS: Final = "t"
"""How an adverb ends: `skriftligt`."""
_VERB: Final = 6
"""Words of an act, of which one is its verb."""
_KIND: Final = 3
"""Words between an article and `som`: `en rapport som`."""


class Reach(IntEnum):
    """What a word does to the things that it stands by."""

    WIDER = 1
    NARROWER = -1


class Meant(IntEnum):
    """How many of the things that a place of a duty names are meant."""

    ALL = 1
    ONE = -1


def way(change: Reach, meant: Meant) -> int:
    """Return 1 where a duty is harder by a change at a place, -1 where it is milder."""
    return change * meant


@dataclass(frozen=True)
class Polarity:
    """Tells what stands where in a duty."""

    lists: DutyWords

    def whole(self, duty: Stated) -> Meant:
        """Return how much of what it is about a duty binds: only a `får bara` leaves one free."""
        only = duty.limits and not duty.bans
        return Meant.ONE if only else Meant.ALL

    def joins(self, duty: Stated, word: str) -> Meant:
        """Return what an `eller` before `word` leaves: of what is to be done, or how, a choice."""
        if duty.limits:
            return self.whole(duty)
        is_how = word.endswith(_ADVERB_ENDS)
        return Meant.ALL if self._is_of_all(duty) and not is_how else Meant.ONE

    def of_kind(self, duty: Stated) -> Meant:
        """Return how many are meant of a thing that a compound tells the kind of: `brandskador`."""
        if duty.limits:
            return self.whole(duty)
        return Meant.ALL if self._is_of_all(duty) else Meant.ONE

    def by(self, duty: Stated, other: Stated, more: Set[str]) -> int:
        """Return which way a duty goes that says `more` than another, by the first place it does.

        A place that adds a thing tells before one that tells of it.
        """
        words = words_of(duty.main)
        return next((self._at(duty, other, words, *run) for run in _runs(words, more)), 0)

    def _at(self, duty: Stated, other: Stated, words: Sequence[str], start: int, end: int) -> int:
        lead, run = _small_before(words, start), set(words[start:end])
        joining = {*lead, *words[end : end + 1]}
        said = words_of(duty.condition)
        excepted = -1 if self._is_excepted(duty, other, words[:start]) else 1
        whole = Meant(excepted * self.whole(duty))
        if run <= {*said}:
            parted = _OR in joining and any(is_content(word) and word not in run for word in said)
            return way(Reach.WIDER if parted else Reach.NARROWER, whole)
        if _OR in lead and self._is_said_by_another(lead, words[start]):
            return way(Reach.WIDER, whole)
        occasions = (start, start - len(lead) - 1)  # vid brand eller rök
        if _OR in joining and any(self.is_occasion(words, place) for place in occasions):
            return way(Reach.WIDER, whole)
        if _WHICH not in lead and _OR in joining:
            joins = self.joins(duty, words[start])
            return way(Reach.WIDER, whole if excepted < 0 else joins)
        and_more = not self.lists.grammar.joining.isdisjoint(joining)
        if _WHICH not in lead and (and_more or _is_listed(duty.main, words[end - 1])):
            return way(Reach.WIDER, whole)
        meant = whole if excepted < 0 else self._meant(duty, words, start, end)
        return way(Reach.NARROWER, meant)

    def _is_said_by_another(self, lead: Sequence[str], word: str) -> bool:
        """Return whether somebody else chooses: `vid grinden eller, om kommunen vill, inne`."""
        below = not self.lists.grammar.subordinate.isdisjoint(lead)
        return below and any(word in names for names in self.lists.parties.values())

    def _meant(self, duty: Stated, words: Sequence[str], start: int, end: int) -> Meant:
        """Return how many are meant of what the words at a place tell more of."""
        if duty.limits:
            return self.whole(duty)
        lead = _small_before(words, start)
        if self._is_of_receivers(words, start) or self._is_borne(duty, words):
            return Meant.ALL
        if _WHICH in lead or _WHICH in words[start:end]:
            return self.of_which(duty, words, start)
        if self._is_threshold(words, start) or self.is_occasion(words, start):
            return Meant.ALL
        about = not self.lists.about.isdisjoint((*lead, words[start]))
        in_time = words[start] in MONTHS if _IN in lead else self._is_season(words[start:end])
        sometimes = in_time and self.lists.grammar.between.isdisjoint(lead)  # även på helger
        return (
            Meant.ALL
            if about
            or sometimes
            or self._is_of_thing(duty, words, start, end)
            or self._is_of_several(duty, words, start, end)
            else Meant.ONE
        )

    def _is_season(self, words: Sequence[str]) -> bool:
        return not self.lists.seasons.isdisjoint(words)

    def _is_borne(self, duty: Stated, words: Sequence[str]) -> bool:
        """Return whether a thing is borne, of which it is told which part: `ansvarar för larm`.

        `ansvarar för att larma` is to do it.
        """
        verb = duty.binds[0]
        place = words.index(verb) if verb in words else len(words)
        return verb in self.lists.bearing and _TO_DO not in words[place + 1 : place + _CLAUSE]

    def _is_of_thing(self, duty: Stated, words: Sequence[str], start: int, end: int) -> bool:
        """Return whether it tells which of all that is named before: `klagomål från boende`."""
        which = start - len(_small_before(words, start))
        told = not self.lists.of_a_thing.isdisjoint(words[which:start]) or _BY in words[start:end]
        noun = words[which - 1] if which > 1 else ""
        named = is_content(noun) and not self._is_known(words[which - 2], noun)
        return told and named and self._is_of_all(duty)

    def _is_known(self, before: str, noun: str) -> bool:
        """Return whether a thing is spoken of as known: how it is done is told, and not of which.

        `informera de boende på svenska`, `kontrollera bilarna med egen personal`.
        """
        return before in _THOSE or noun.endswith(self.lists.grammar.definite_ends)

    def _is_of_receivers(self, words: Sequence[str], start: int) -> bool:
        """Return whether it is told which of those get it: `till elever med hög frånvaro`."""
        which = start - len(_small_before(words, start))
        told = which < start and not {_WHICH, _WITH}.isdisjoint(words[which:start])
        return told and which > 1 and words[which - 2] in _TO

    def _is_excepted(self, duty: Stated, other: Stated, before: Sequence[str]) -> bool:
        """Return whether a place is inside what both except: of a ban also what is not without."""
        begins = self.lists.exceptions_within.intersection(before, words_of(other.main))
        return bool(begins - ({_WITHOUT} if not duty.bans else set()))

    def of_which(self, duty: Stated, words: Sequence[str], start: int) -> Meant:
        """Return how many are meant where `som` tells which: `brev som rör avtalet` all those."""
        place = next((at for at in range(start, -1, -1) if words[at] == _WHICH), 0)
        is_one = not _ARTICLES.isdisjoint(words[max(0, place - _KIND) : place])
        provides = not self.lists.providing.isdisjoint(words_of(duty.act)[:_VERB])
        return Meant.ONE if is_one or provides else Meant.ALL

    def _is_threshold(self, words: Sequence[str], start: int) -> bool:
        """Return whether a number says from where on it is meant: `skador över 500 kronor`."""
        return any(map(str.isdigit, words[start])) and words[start - 1] in self.lists.thresholds

    def is_occasion(self, words: Sequence[str], start: int) -> bool:
        """Return whether it is said on what occasion: `vid halka`, and not where: `vid entrén`."""
        first = words[start]
        before = words[start - 1] if start else ""
        is_place = before == _AT and first.endswith(self.lists.grammar.definite_ends)
        is_counted = (first,) in self.lists.quantities
        return before in OCCASIONS and first.isalpha() and not (is_place or is_counted)

    def _is_of_several(self, duty: Stated, words: Sequence[str], start: int, end: int) -> bool:
        """Return whether it is an adjective of things that are all meant: `allvarliga fel`."""
        after = words[end : end + 1]
        is_adjective = all(word.endswith(_PLURAL_ENDS) for word in words[start:end])
        is_one = not _ARTICLES.isdisjoint(words[start - 1 : start])
        return bool(
            after and is_content(after[0]) and is_adjective and not is_one and self._is_of_all(duty)
        )

    def _is_of_all(self, duty: Stated) -> bool:
        """Return whether a duty is of all that there is of what it names: `rapportera fel`."""
        verbs = (stem(word) for word in words_of(duty.act)[:_VERB])
        return not self._of_all.isdisjoint(verbs)

    @cached_property
    def _of_all(self) -> frozenset[str]:
        rows = ((word, *others) for word, others in self.lists.same.items())
        same = (row for row in rows if not self.lists.of_all.isdisjoint(row))
        return frozenset(map(stem, self.lists.of_all.union(*same)))


def _is_listed(text: str, word: str) -> bool:
    """Return whether a word is one of several with commas between: `städning, larm och sopor`."""
    others = r"(?:[^\W\d_]+,?\s){1,6}(?:och|samt)\b"
    return bool(re.search(rf"\b{re.escape(word)},\s{others}", text.casefold()))


def _runs(words: Sequence[str], more: Set[str]) -> Iterator[tuple[int, int]]:
    """Yield where words that are `more` stand together, with small words between them."""
    places = [place for place, word in enumerate(words) if word in more]
    start = 0
    for before, place in enumerate((*places[1:], len(words) + 1)):
        between = words[places[before] + 1 : place] if places else ()
        if places and (place > len(words) or any(map(is_content, between))):
            yield places[start], places[before] + 1
            start = before + 1


def _small_before(words: Sequence[str], start: int) -> Sequence[str]:
    """Return the small words right before a place."""
    first = start
    while first and not is_content(words[first - 1]):
        first -= 1
    return words[first:start]
