"""Whether a duty is about something else than it was: `lämna statistik`, `lämna journaler`.

Two sentences with no direction between them may be one duty in other words. They are not where one
thing stands in the place of another: sentences whose other words are alike, and that name two
things at one place. Things are one if they have a word in common (`plan`,
`genomförandeplan`) or are two words for the same by the lawyers' list. The last part of a compound
says what it is: a `verksamhetsplan` is no `verksamhetsberättelse`.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import field
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from itertools import takewhile
from typing import Final

from avtalsgen.compare.duties.bound import BoundParties
from avtalsgen.compare.duties.content import indexes
from avtalsgen.compare.duties.statements import Stated, without, words_of
from avtalsgen.compare.meaning.folds import Folding
from avtalsgen.compare.meaning.named import BODY
from avtalsgen.compare.words.token_weights import is_content
from avtalsgen.records import dataclass
from avtalsgen.register.duty_words import DutyWords
from avtalsgen.register.word_files import Phrase
from avtalsgen.swedish.dates import MONTHS
from avtalsgen.swedish.durations import COUNTED
from avtalsgen.swedish.infinitives import with_particles
from avtalsgen.swedish.stems import stem

_BOTH: Final = 2
"""A word of each side."""
_PART: Final = 4
"""Letters of a word that another may have as its last part: `plan`, `kontakt`."""
_KEPT: Final = 0.4
"""The share of the shorter duty that both say, at least, for one place in it to be another."""
_LONGEST: Final = 8
"""Words that tell in a duty of one thing; a longer one is of several, and only one is another."""
_JOINED: Final = frozenset(("och", "samt", "eller"))
_BY_WHEN: Final = frozenset(("senast", "före", "innan"))
"""What stands before the day that something is done by."""
_SUFFIXES: Final = ("ning", "tion", "else", "skap")
"""What words of any thing end with."""
_WITH_SUFFIX: Final = 7
"""Letters of a last part with such an ending, at most, that says nothing: `bok-ning`."""
_SHORT_END, _LONG_END = 2, 5
"""Letters that a verb and its noun have after what they share: `dokument-era`, `dokument-ation`."""


@dataclass(frozen=True)
class Things:
    """Tells what words are for."""

    lists: DutyWords
    folding: Folding
    bound: BoundParties
    roles: Mapping[str, str] = field(default_factory=dict)
    """What the new text calls a role, by its stem, with what the old text calls it."""

    def are_others(self, old: Stated, new: Stated) -> bool:
        """Return whether at one place of two duties alike a thing of each side is another one.

        Of two things the first tells what the duty is of; of more none does, unless all else is
        the same.
        """
        sides = [self.meant(self._said(duty)) for duty in (old, new)]
        said = [{word for word in side if is_content(word)} for side in sides]
        shared = sum(any(_are_one(word, other) for other in said[1]) for word in said[0])
        longest = max(sum(map(self._tells, side)) for side in said)
        if shared < _KEPT * min(map(len, said)) or longest > _LONGEST:
            return False
        several = max(sum(word in _JOINED for word in side) for side in sides) > 1
        places = [] if several else list(_differing(*map(_first_thing, sides)))
        between = _between_the_same(*sides)
        alone = [[word for word in side if self._tells(word)] for side in between]
        if len(alone[0]) == len(alone[1]) == 1 and _are_opposed(alone[0][0], alone[1][0]):
            return True
        return any(
            self._is_lone(here, *said[::-1]) and self._is_lone(there, *said)
            for here, there in (*places, between)
        )

    def say_others(self, old: Stated, new: Stated) -> bool:
        """Return whether two short duties say the same but for one word of each, wherever it is.

        What became of the one then shows nowhere, and nobody has said that the words are one.
        """
        told, alone = self._told_apart(old, new)
        return max(map(len, told)) <= _LONGEST and [*map(len, alone)] == [1, 1]

    def share_little(self, old: Stated, new: Stated) -> bool:
        """Return whether two duties have fewer words in common than either has for itself.

        `laga maten från grunden`, `värma maten på plats`: nobody can tell which asks more.
        """
        told, alone = self._told_apart(old, new)
        shared = min(len(told[0]) - len(alone[0]), len(told[1]) - len(alone[1]))
        return shared < min(map(len, alone))

    def _told_apart(
        self, old: Stated, new: Stated
    ) -> tuple[Sequence[Sequence[str]], Sequence[Sequence[str]]]:
        """Return the words of both duties that tell, and those that one side alone has."""
        sides = [[*self.meant(self._said(duty))] for duty in (old, new)]
        told = [[word for word in side if self._tells(word)] for side in sides]
        alone = [
            [word for word in words if not any(_are_one(word, other) for other in others)]
            for words, others in zip(told, sides[::-1], strict=True)
        ]
        return told, [[word for word in side if not self.bound.of(word)] for side in alone]

    def say_contrary(self, old: Stated, new: Stated) -> bool:
        """Return whether two duties are alike but for small words that say the contrary.

        `mot avgift`, `utan avgift`; `före besöket`, `efter besöket`.
        """
        sides = [{*self.meant(self._said(duty))} for duty in (old, new)]
        opposed = [self.lists.opposed & side for side in sides]
        told = [{*filter(is_content, side)} - self.lists.opposed for side in sides]
        return told[0] == told[1] and bool(opposed[0] - opposed[1] and opposed[1] - opposed[0])

    def roles_between(
        self, pairs: Iterable[tuple[Stated, Stated]], texts: tuple[Iterable[str], Iterable[str]]
    ) -> Mapping[str, str]:
        """Return what the new text calls a role all through, with what the old text calls it.

        `kontaktman`, now `stödperson`: one sentence of the `pairs` says the same of both, and the
        words of the `texts` have each more than once and never the other.
        """
        counts = [Counter(map(stem, text)) for text in texts]
        roles: dict[str, str] = {}
        for pair in pairs:
            for before, now in _differing(*(self.meant(self._said(duty)) for duty in pair)):
                stems = [stem(word) for side in (before, now) for word in side]
                if len(before) != len(now) or len(stems) != _BOTH:
                    continue
                are_roles = all(map(self._is_role, (*before, *now)))
                often = min(counts[0][stems[0]], counts[1][stems[1]]) > 1
                if are_roles and often and not (counts[0][stems[1]] or counts[1][stems[0]]):
                    roles.setdefault(stems[1], before[0])
        return roles

    def _is_role(self, word: str) -> bool:
        forms = word, stem(word)
        return any(said.endswith((end, stem(end))) for said in forms for end in self.lists.roles)

    def meant(self, words: Iterable[str]) -> tuple[str, ...]:
        """Return `words`, those on the list as the first of its row has it: `ta fram` a plan."""
        result: list[str] = []
        before = ""
        for said_word in words:
            (word, *more) = self.folding.words.same.get((said_word,), (said_word,))
            word = said_word if more else word
            said = stem(word)
            both = f"{before} {said}"
            if before in self._begins and (both in self._same or both[:-1] in self._same):
                result[-1] = self._same.get(both) or self._same[both[:-1]]
            else:
                result.append(self._same.get(said) or self._same.get(said[:-1], word))
            before = said
        return tuple(result)

    @cached_property
    def _begins(self) -> frozenset[str]:
        """The first stems of what is said in two words."""
        return frozenset(said.split()[0] for said in self._same if " " in said)

    def _said(self, duty: Stated) -> Iterator[str]:
        """Yield what a duty says as everybody writes it, without who is bound and what binds.

        Another party goes by its name, whatever it is called.
        """
        folded = self.folding.read(duty.main)
        left_out = {*words_of(duty.main)}.difference(duty.words) | indexes(duty.main, folded)
        for word in without(folded, self._lasting):
            party = self.bound.of(word) or self.bound.of(word.removesuffix("s"))
            if party and party != duty.party:
                yield party
            elif word not in left_out:
                yield word

    def _is_lone(self, words: Sequence[str], other: Set[str], side: Set[str]) -> bool:
        """Return whether `words` of a side have a thing, and none that the other has too.

        A body may be the party that the other side names.
        """
        of_party = not other.isdisjoint((*self.lists.parties, *self.bound.names.values()))
        things = [
            word
            for word in words
            if self._tells(word) and word not in other and not (of_party and word.startswith(BODY))
        ]
        return bool(things) and not any(
            _are_one(thing, word) for thing in things for word in other - side
        )

    def _tells(self, word: str) -> bool:
        measured = any(map(str.isdigit, word)) or word in COUNTED or word in MONTHS
        body = word.startswith(BODY)
        named = word.startswith(self.lists.deciding) or not (body or word.isalpha())
        return is_content(word) and not (measured or named) and word not in self._beside

    @cached_property
    def _same(self) -> Mapping[str, str]:
        """The word for each stem; a stem of an inflected form may have one letter more."""
        stems = dict(self.roles)
        for word, others in (*self.lists.same.items(), *self.lists.harder_laws.items()):
            for phrase in (word, *others):
                said = " ".join(map(stem, with_particles(phrase.split())))
                stems[said] = word
                if len(said) > _PART:
                    stems.setdefault(said[:-1], word)
        return stems

    @cached_property
    def _lasting(self) -> frozenset[Phrase]:
        return frozenset(self.lists.lasting)

    @cached_property
    def _beside(self) -> frozenset[str]:
        """Words that are no thing: how often, how soon, how much, who, and how hard."""
        lists = self.lists
        phrases = (
            *(*lists.frequency, *lists.speed, *lists.condition, *lists.weak),
            *lists.quantities,
        )
        said = frozenset(word for phrase in phrases for word in phrase)
        return said | _BY_WHEN | lists.everything | lists.strong | lists.grammar.parts_of


def _first_thing(words: Sequence[str]) -> Sequence[str]:
    """Return `words` up to where a second thing is joined to the first."""
    return list(takewhile(lambda word: word not in _JOINED, words))


def _differing(
    old: Sequence[str], new: Sequence[str]
) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """Yield what stands on either side at each place where the two do not say the same."""
    match = SequenceMatcher(None, list(map(_form, old)), list(map(_form, new)), autojunk=False)
    for kind, start, end, new_start, new_end in match.get_opcodes():
        if kind != "equal":
            yield old[start:end], new[new_start:new_end]


def _between_the_same(
    old: Sequence[str], new: Sequence[str]
) -> tuple[Sequence[str], Sequence[str]]:
    """Return what stands on either side between the words that both begin and end with.

    Nothing where those say less than what stands between them.
    """
    forms = [_form(word) for word in old], [_form(word) for word in new]
    start = _shared(*forms)
    ends = _shared(*(side[start:][::-1] for side in forms))
    between = old[start : len(old) - ends], new[start : len(new) - ends]
    said = [sum(map(is_content, side)) for side in (old, *between)]
    return between if said[0] - said[1] >= max(said[1:]) else ((), ())


def _are_opposed(word: str, other: str) -> bool:
    """Return whether two words of one last part each have another first: `förskott`, `efterskott`.

    Nothing else differs where they stand; `plan` and `genomförandeplan` may be one.
    """
    if stem(word) == stem(other):
        return False
    if _denies(word, other):
        return True
    ends = _shared(word[::-1], other[::-1])
    return ends >= _PART and ends < min(len(word), len(other))


def _denies(word: str, other: str) -> bool:
    """Return whether one word is the other with what denies it: `anmälda`, `oanmälda`."""
    short, long = sorted((word, other), key=len)
    return len(short) >= _PART and long == f"o{short}"


def _shared(first: Sequence[str], second: Sequence[str]) -> int:
    """Return how many words both begin with."""
    pairs = zip(first, second, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _form(word: str) -> str:
    """Return what a word has in all its forms; a small word has one: `för` is not of `förarna`."""
    return stem(word) if is_content(word) else f"{word} "


@lru_cache(maxsize=4096)
def _are_one(word: str, other: str) -> bool:
    """Return whether two words may be of one thing: by their stem, or the last part of one."""
    if _denies(word, other):
        return False
    short, long = sorted((stem(word), stem(other)), key=len)
    match = SequenceMatcher(None, short, long, autojunk=False).find_longest_match()
    rest = short[match.a + match.size :], long[match.b + match.size :]
    if match.size < min(_PART, len(short)):
        return False
    if not all(rest):
        said = short[match.a : match.a + match.size]
        return said == short or not said.endswith(_SUFFIXES) or len(said) > _WITH_SUFFIX
    begins = match.a == match.b == 0
    ends = sorted(map(len, rest))
    return begins and match.size > _PART and ends[0] <= _SHORT_END and ends[1] <= _LONG_END
