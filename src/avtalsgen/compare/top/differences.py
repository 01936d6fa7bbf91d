"""The sentences that are not the same on both sides, paired where they say the same thing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from avtalsgen.compare.align.outline import Outline
from avtalsgen.compare.duties.pairing import paired
from avtalsgen.compare.duties.statements import Statement, statements
from avtalsgen.compare.meaning.facts import Fact
from avtalsgen.compare.meaning.judge import Judge
from avtalsgen.compare.meaning.named import LAW
from avtalsgen.compare.words.tokens import tokens
from avtalsgen.model.comparison import Reason


@dataclass(frozen=True)
class Difference:
    """A sentence that was changed, came or went."""

    old: Statement | None
    new: Statement | None
    reasons: frozenset[Reason]

    weight: int = 0
    """What it tells, where that is known beforehand."""


@dataclass(frozen=True)
class Differences:
    """Both sides, read sentence by sentence."""

    old: Outline
    new: Outline
    judge: Judge

    @cached_property
    def all(self) -> tuple[Difference, ...]:
        """Every sentence that differs in substance, in the order of the new side, then the old."""
        olds, news = statements(self.old), statements(self.new)
        pairs = {**self._equal(olds, news)}
        left = [place for place in range(len(olds)) if place not in pairs]
        taken = set(pairs.values())
        right = [place for place in range(len(news)) if place not in taken]
        found = paired(
            self.old, self.new, [olds[place] for place in left], [news[place] for place in right]
        )
        likely = {left[i]: right[j] for i, j in found.items()}
        answers = {j: i for i, j in likely.items()}
        changed = [
            self._difference(olds[answers[j]] if j in answers else None, news[j]) for j in right
        ]
        gone = [self._difference(olds[i], None) for i in left if i not in likely]
        return tuple(each for each in (*changed, *gone) if each)

    @cached_property
    def laws(self) -> tuple[Mapping[str, Statement], Mapping[str, Statement]]:
        """The laws that each side names, each with the first sentence that does."""
        return self._laws(self.old), self._laws(self.new)

    def _laws(self, side: Outline) -> Mapping[str, Statement]:
        found: dict[str, Statement] = {}
        for statement in statements(side):
            for token in self._folded(statement):
                if token.startswith(LAW):
                    found.setdefault(token.removeprefix(LAW), statement)
        return found

    def _equal(self, olds: Sequence[Statement], news: Sequence[Statement]) -> Mapping[int, int]:
        """Return the sentences that say the same word by word, wherever they stand."""
        waiting: dict[tuple[str, ...], list[int]] = {}
        for place, statement in enumerate(news):
            waiting.setdefault(self._folded(statement), []).append(place)
        found = {}
        for place, statement in enumerate(olds):
            if same := waiting.get(self._folded(statement)):
                found[place] = same.pop(0)
        return found

    def _folded(self, statement: Statement) -> tuple[str, ...]:
        return self.judge.folding.read(statement.text)

    def _difference(self, old: Statement | None, new: Statement | None) -> Difference | None:
        if old and new and self.judge.same_line(tokens(old.text), tokens(new.text)):
            return None
        sides = [self._facts(side) if side else frozenset[Fact]() for side in (old, new)]
        reasons = frozenset(reason for reason, _ in sides[0] ^ sides[1])
        return Difference(old, new, reasons)

    def _facts(self, statement: Statement) -> frozenset[Fact]:
        words = self._folded(statement)
        return frozenset((*self.judge.facts.hard(words), *self.judge.facts.soft(words)))
