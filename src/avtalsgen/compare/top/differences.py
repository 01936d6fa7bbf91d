"""The sentences that are not the same on both sides, paired where they say the same thing."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Final

from avtalsgen.compare.align.alignment import Alignment
from avtalsgen.compare.contexts import speaks_of_order
from avtalsgen.compare.duties.pairing import matched, paired
from avtalsgen.compare.duties.statements import Statement
from avtalsgen.compare.meaning.facts import Fact
from avtalsgen.compare.meaning.judge import Judge
from avtalsgen.compare.meaning.named import LAW
from avtalsgen.compare.words.tokens import tokens
from avtalsgen.model.comparison import Reason
from avtalsgen.records import dataclass

MOST_DIFFERENT: Final = 5000
"""Sentences of both sides that the other has not; of two versions of 400 pages some 300."""
_ITEM: Final = re.compile(r"[;:.]\s*")
_NUMBER: Final = re.compile(r"[0-9]{4}[:/][0-9]|[0-9]{3}/[0-9]{4}")
"""The number of a statute, or of a regulation of the European Union."""


@dataclass(frozen=True)
class StatementChange:
    """A sentence that was changed, came or went."""

    old: Statement | None
    new: Statement | None
    reasons: frozenset[Reason]

    weight: int = 0
    """What it tells, where that is known beforehand."""


@dataclass(frozen=True)
class Differences:
    """Both sides, read sentence by sentence."""

    body: Alignment
    olds: Sequence[Statement]
    news: Sequence[Statement]
    judge: Judge

    @property
    def are_many(self) -> bool:
        """Whether so many sentences differ that nobody asks what each of them says.

        Each is weighed against others, and of two texts that have little in common every one
        is: ten times the work of all else.
        """
        olds, news = (Counter(one.text for one in side) for side in (self.olds, self.news))
        return ((olds - news) + (news - olds)).total() > MOST_DIFFERENT

    @cached_property
    def all(self) -> tuple[StatementChange, ...]:
        """Every sentence that differs in substance, in the order of the new side, then the old."""
        olds, news = self.olds, self.news
        pairs = {**self._equal(olds, news)}
        left = [place for place in range(len(olds)) if place not in pairs]
        taken = set(pairs.values())
        right = [place for place in range(len(news)) if place not in taken]
        paired_statements = paired(
            self.body, [olds[place] for place in left], [news[place] for place in right]
        )
        likely = {left[i]: right[j] for i, j in paired_statements.items()}
        answers = {j: i for i, j in likely.items()}
        changed = [
            self._difference(olds[answers[j]] if j in answers else None, news[j]) for j in right
        ]
        gone = [self._difference(olds[i], None) for i in left if i not in likely]
        return tuple(difference for difference in (*changed, *gone) if difference)

    @cached_property
    def laws(self) -> tuple[Mapping[str, Statement], Mapping[str, Statement]]:
        """The laws that each side names, each with the first sentence that does."""
        return self._laws(self.olds), self._laws(self.news)

    def _laws(self, said: Sequence[Statement]) -> Mapping[str, Statement]:
        laws: dict[str, Statement] = {}
        numbered = (each for each in said if _NUMBER.search(each.text))
        for statement in numbered:
            for token in self._folded(statement):
                if token.startswith(LAW):
                    laws.setdefault(token.removeprefix(LAW), statement)
        return laws

    def _equal(self, olds: Sequence[Statement], news: Sequence[Statement]) -> Mapping[int, int]:
        """Return the sentences that say the same, wherever they stand.

        First those with the same letters; only the rest are read for what they mean.
        """
        same = matched(olds, news, lambda statement: statement.text, {})
        return matched(olds, news, self._folded, same)

    def _folded(self, statement: Statement) -> tuple[str, ...]:
        return self.judge.folding.read(statement.text)

    def _difference(self, old: Statement | None, new: Statement | None) -> StatementChange | None:
        if old and new and (self._same_items(old, new) or self._says_the_same(old, new)):
            return None
        return self.alone(old, new)

    def alone(self, old: Statement | None, new: Statement | None) -> StatementChange:
        """Return what a sentence became that differs, why it matters told by what it says."""
        return StatementChange(old, new, self.reasons([old] if old else (), [new] if new else ()))

    def reasons(self, olds: Sequence[Statement], news: Sequence[Statement]) -> frozenset[Reason]:
        """Return what differs between what sentences say together and what others do."""
        sides = [
            frozenset[Fact]().union(*(self._facts(statement) for statement in side))
            for side in (olds, news)
        ]
        reasons = {reason for reason, _ in sides[0] ^ sides[1]}
        if any(self._is_ranked(statement) for statement in (*olds, *news)):
            reasons.add("ordning")
        return frozenset(reasons)

    def _is_ranked(self, statement: Statement) -> bool:
        """Return whether a sentence has a list whose order is content: what goes before what."""
        listed = ";" in statement.text
        return listed and speaks_of_order(statement.text, self.judge.facts)

    def _says_the_same(self, old: Statement, new: Statement) -> bool:
        referring = self.judge.folding.renumbered(tokens(new.text), self.judge.numbers)
        return bool(self.judge.same_line(tokens(old.text), referring))

    def _same_items(self, old: Statement, new: Statement) -> bool:
        """Return whether only items changed places, in a list where that is no matter."""
        ranked = old.ordered or new.ordered or self._is_ranked(new)
        if ranked or ";" not in new.text:
            return False
        return sorted(_ITEM.split(old.text)) == sorted(_ITEM.split(new.text))

    def _facts(self, statement: Statement) -> frozenset[Fact]:
        words = self._folded(statement)
        return frozenset((*self.judge.facts.hard(words), *self.judge.facts.soft(words)))
