"""Whether two duties have facts that stand against each other: a law, a sum, a name, a receiver.

Two sentences with no direction between them may be one duty in other words. They are not where
each has a fact that the other lacks, of one kind. What is owed is then another thing, harder for
some and milder for others.
"""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import Final

from avtalsgen.compare.duties.bound import BoundParties
from avtalsgen.compare.duties.statements import Stated, words_of
from avtalsgen.compare.meaning.facts import Fact
from avtalsgen.compare.meaning.judge import Judge
from avtalsgen.compare.meaning.named import BODY
from avtalsgen.compare.words.tokens import tokens as parted
from avtalsgen.records import dataclass

_FACTS: Final = frozenset(
    ("belopp", "procent", "datum", "varaktighet", "klockslag", "tal", "rättskälla", "hänvisning")
)
_OF_TIME: Final = frozenset(("datum", "varaktighet", "tal"))
_INDEX: Final = "index"
_SHORT: Final = re.compile(r"\b[A-ZÅÄÖ]{2,}\b")
"""A name in capitals only: `KPI`."""
_NAME: Final = re.compile(r"(?<![.:;!?…–])(?<=\s)[A-ZÅÄÖ][a-zåäöé]{2,}\b")
"""A name inside a sentence: `Visma`."""
_HYPHEN: Final = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")
"""What joins the parts of a compound."""
_NAMED: Final = 5
"""Letters of a name that are the same in all its forms: `Norrköping`, `Norrköpings`."""


@dataclass(frozen=True, slots=True)
class DutyContent:
    """Tells what two duties are about."""

    judge: Judge
    bound: BoundParties

    def is_replaced(self, old: Stated, new: Stated, *, timed: bool) -> bool:
        """Return whether each side has a fact that stands where the other has another one.

        `timed` that both are to be done at the same time, in whatever words and numbers.
        """
        sides = self.judge.folding.read(old.main), self._read_now(new.main)
        if sides[0] == sides[1]:
            return False
        facts = [{*_joined(self.judge.facts.hard(side))} for side in sides]
        only = [self._without_named(mine - other, other) for mine, other in (facts, facts[::-1])]
        changed = [{kind for kind, _ in side} for side in only]
        return (
            bool(changed[0] & changed[1] & (_FACTS - _OF_TIME if timed else _FACTS))
            or _have_others(
                *(
                    indexes(duty.main, side) | {*self._names(duty.main)}
                    for duty, side in zip((old, new), sides, strict=True)
                )
            )
            or self._is_of_others(old, new)
        )

    def _without_named(self, facts: Set[Fact], others: Set[Fact]) -> Set[Fact]:
        """Return `facts` without a law that the other side has another of the same name of."""
        are_one = self.judge.folding.named.are_of_one_name
        named = {fact for fact in facts for _, said in others if are_one(fact[1], said)}
        return facts - named

    def _is_of_others(self, old: Stated, new: Stated) -> bool:
        """Return whether it is done with what is somebody else's: `kommunens system`, `sitt eget`.

        Who owes it owns what is `eget`.
        """
        owners = [set(self._owners(duty)) for duty in (old, new)]
        return all(owners) and owners[0].isdisjoint(owners[1])

    def _owners(self, duty: Stated) -> Iterator[str]:
        for word in words_of(duty.main):
            if word in self.bound.lists.own:
                yield duty.party
            elif word.endswith("s") and (party := self.bound.of(word[:-1])):
                yield party

    def _read_now(self, text: str) -> tuple[str, ...]:
        """Return the words of the new side; a section that only got another number is the same."""
        folding = self.judge.folding
        return folding.folded(folding.renumbered(parted(text), self.judge.numbers))

    def _names(self, text: str) -> Iterator[str]:
        """Yield the names inside a sentence that are no party: a defined `Avtalet` is no name."""
        for name in _NAME.findall(text):
            word = name.casefold()
            is_defined = word.endswith(self.bound.lists.grammar.definite_ends)
            if not is_defined and not self.bound.of(word) and word in self.judge.folding.read(text):
                yield word

    def goes_to_others(self, old: Stated, new: Stated) -> bool:
        """Return whether it goes to another: `rapportera till IVO`, `till kommunen`."""
        told = [set(self._others(duty)) for duty in (old, new)]
        return bool(told[0] - told[1] and told[1] - told[0])

    def _others(self, duty: Stated) -> Iterator[str]:
        """Yield those whom a duty names besides who is bound: parties, and who does something."""
        parties = {self.bound.of(word) for word in words_of(duty.main)} - {"", duty.party}
        yield from parties
        for word in self.judge.folding.read(duty.main):
            lists = self.bound.lists
            is_body = word.endswith(lists.doers) or word.startswith(lists.deciding)
            acts = is_body and not self.bound.of(word)
            if acts or (word.startswith(BODY) and not parties):
                yield word


def _joined(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Yield `facts` with compounds in one word: `sarah-anmälningar`, `sarahanmälningar`."""
    yield from ((kind, _HYPHEN.sub("", said)) for kind, said in facts)


def indexes(text: str, folded: Sequence[str]) -> Set[str]:
    """Return the indexes and other things that go by a name in capitals."""
    short = {name.casefold() for name in _SHORT.findall(text)}
    compound = {word for word in folded if _INDEX in word and not word.startswith(_INDEX)}
    return (short & set(folded)) | compound


def _have_others(old: Set[str], new: Set[str]) -> bool:
    """Return whether each side has a name that no name of the other stands for."""
    return all(
        any(not any(_are_one_name(name, other) for other in others) for name in names)
        for names, others in ((old, new), (new, old))
    )


def _are_one_name(name: str, other: str) -> bool:
    """Return whether two names may be of one thing: `OPI`, `omsorgsprisindex`."""
    short, long = sorted((name, other), key=len)
    letters = iter(long)
    in_order = short[0] == long[0] and all(letter in letters for letter in short)
    is_initials = in_order and len(long) > _NAMED  # AB is not short for ABT
    return name[:_NAMED] == other[:_NAMED] or is_initials
