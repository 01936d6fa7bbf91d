"""Whether one thing stands in the place of another: `lämna statistik`, `lämna journaler`.

Two sentences whose other words are alike, and that name two things at one place, say two duties.
Things are one if they have a word in common (`plan`, `genomförandeplan`) or are two words for the
same by the lawyers' list. The last part of a compound says what it is: a `verksamhetsplan` is no
`verksamhetsberättelse`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from itertools import takewhile
from typing import Final

from avtalsgen.compare.duties.content import indexes
from avtalsgen.compare.duties.reading import Stated
from avtalsgen.compare.duties.statements import words_of
from avtalsgen.compare.meaning.folds import Folding
from avtalsgen.compare.words.token_weights import is_content
from avtalsgen.records import dataclass
from avtalsgen.register.duty_words import DutyWords
from avtalsgen.swedish.dates import MONTHS
from avtalsgen.swedish.durations import COUNTED
from avtalsgen.swedish.stems import stem

_PART: Final = 4
"""Letters of a word that another may have as its last part: `plan`, `kontakt`."""
_KEPT: Final = 0.4
"""The share of the shorter duty that both say, at least, for one place in it to be another."""
_LONGEST: Final = 8
"""Words that tell in a duty of one thing; a longer one is of several, and only one is another."""
_JOINED: Final = frozenset(("och", "samt", "eller"))
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

    def are_others(self, old: Stated, new: Stated) -> bool:
        """Return whether at one place of two duties alike a thing of each side is another one.

        Of two things the first tells what the duty is of; of more none does.
        """
        sides = [self.meant(self._said(duty)) for duty in (old, new)]
        if max(sum(word in _JOINED for word in side) for side in sides) > 1:
            return False
        said = [{word for word in side if is_content(word)} for side in sides]
        shared = sum(any(_are_one(word, other) for other in said[1]) for word in said[0])
        longest = max(sum(map(self._tells, side)) for side in said)
        if shared < _KEPT * min(map(len, said)) or longest > _LONGEST:
            return False
        return any(
            self._is_lone(here, said[1] - said[0]) and self._is_lone(there, said[0] - said[1])
            for here, there in _replaced(*map(_first_thing, sides))
        )

    def meant(self, words: Iterable[str]) -> tuple[str, ...]:
        """Return `words`, those on the list as the first of its row has it: `ta fram` a plan."""
        result: list[str] = []
        before = ""
        for word in words:
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
        """Yield what a duty says as everybody writes it, without who is bound and what binds."""
        folded = self.folding.read(duty.text)
        left_out = {*words_of(duty.text)}.difference(duty.words) | indexes(duty.text, folded)
        yield from (word for word in folded if word not in left_out)

    def _is_lone(self, words: Sequence[str], others: Set[str]) -> bool:
        """Return whether `words` have a thing, and none that the other side has too."""
        things = [word for word in words if self._tells(word)]
        return bool(things) and not any(
            _are_one(thing, other) for thing in things for other in others
        )

    def _tells(self, word: str) -> bool:
        measured = any(map(str.isdigit, word)) or word in COUNTED or word in MONTHS
        named = word.startswith(self.lists.deciding) or not word.isalpha()
        return is_content(word) and not (measured or named) and word not in self._beside

    @cached_property
    def _same(self) -> Mapping[str, str]:
        """The word for each stem; a stem of an inflected form may have one letter more."""
        stems = {}
        for word, others in self.lists.same.items():
            for phrase in (word, *others):
                said = " ".join(map(stem, phrase.split()))
                stems[said] = word
                if len(said) > _PART:
                    stems.setdefault(said[:-1], word)
        return stems

    @cached_property
    def _beside(self) -> frozenset[str]:
        """Words that are no thing: how often, how soon, how much, who, and how hard."""
        lists = self.lists
        phrases = (*lists.frequency, *lists.lasting, *lists.speed, *lists.condition)
        said = frozenset(word for phrase in phrases for word in phrase)
        return said | lists.everything | lists.weak | lists.strong | lists.grammar.parts_of


def _first_thing(words: Sequence[str]) -> Sequence[str]:
    """Return `words` up to where a second thing is joined to the first."""
    return list(takewhile(lambda word: word not in _JOINED, words))


def _replaced(
    old: Sequence[str], new: Sequence[str]
) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """Yield what stands on either side at each place where both have something else."""
    match = SequenceMatcher(None, list(map(stem, old)), list(map(stem, new)), autojunk=False)
    for kind, start, end, new_start, new_end in match.get_opcodes():
        if kind == "replace":
            yield old[start:end], new[new_start:new_end]


@lru_cache(maxsize=4096)
def _are_one(word: str, other: str) -> bool:
    """Return whether two words may be of one thing: by their stem, or the last part of one."""
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
