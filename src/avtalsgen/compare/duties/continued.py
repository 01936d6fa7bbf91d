"""What a sentence says beside one duty: more of the one before it, and a duty of somebody else.

Utföraren ska ringa kommunen och kommunen ska svara.    two duties
Utföraren ska städa alla rum. Detta gäller inte köket.  one, with what is taken out of it
Utföraren ska ha en rutin. Rutinen ska visa vägen.      one, told in two sentences
"""

import re
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise
from typing import Final

from avtalsgen.compare.duties.bound import BoundParties
from avtalsgen.compare.duties.statements import Stated, Statement, words_of
from avtalsgen.compare.words.token_weights import is_content
from avtalsgen.records import dataclass
from avtalsgen.register.duty_words import DutyWords
from avtalsgen.register.grammar import Grammar
from avtalsgen.swedish.stems import stem

_STEM: Final = 5
"""Letters of a noun that are the same in `rutin` and `rutinen`."""
_JOINS: Final = re.compile(r",?\s(?:och|men|samt|medan)\s")
"""What a second clause of a sentence begins with."""
_LIMITED: Final = 4
"""Words from `gäller`, of which one takes something out."""


@dataclass(frozen=True, slots=True)
class Continued:
    """What is needed to tell."""

    lists: DutyWords
    bound: BoundParties

    @property
    def grammar(self) -> Grammar:
        """How sentences are built."""
        return self.lists.grammar

    def parts(
        self, statement: Statement, binds: Callable[[Sequence[str]], object]
    ) -> Iterator[Statement]:
        """Yield the clauses of a sentence that bind by themselves, each with who is bound.

        `binds` tells whether words bind anybody.
        """
        start = 0
        for joining in _JOINS.finditer(statement.text):
            here = words_of(statement.text[start : joining.start()])
            if self._has_actor(statement.text[joining.end() :]) and binds(here):
                yield _part(statement, start, joining.start())
                start = joining.end()
        yield _part(statement, start, len(statement.text)) if start else statement

    def _has_actor(self, text: str) -> bool:
        """Return whether a clause begins with a party and the verb that binds it."""
        words = words_of(text)
        for place, (word, verb) in enumerate(pairwise(words)):
            if self.bound.of(word) or self.bound.names.get(word):
                is_verb = self.grammar.finite_verb.fullmatch(verb)
                return bool(is_verb) and verb not in self.lists.not_binding - {"får"}
            if place > 1 or word not in self.grammar.before_party:
                return False
        return False

    def explains(self, last: Stated, statement: Statement) -> bool:
        """Return whether a sentence tells what the duty before it means: `Det innebär att …`."""
        words = statement.words
        return last.section == statement.section and any(
            words[: len(phrase)] == phrase for phrase in self.lists.explains
        )

    def takes_out(self, last: Stated, statement: Statement, stated: Stated | None) -> bool:
        """Return whether a sentence takes something out of the duty right before it.

        `Undantag gäller för juli.`, `Köket undantas.`, `Detta gäller inte köket.`
        """
        words, lists = statement.words, self.lists
        beside = statement.section == last.section and statement.order == last.order + 1
        if not (beside and words) or (stated and stated.binds in lists.binding):
            return False
        if words[0] in lists.exceptions_begin or not lists.excepting.isdisjoint(words):
            return True
        return any(
            not self._limiting.isdisjoint(words[place : place + _LIMITED])
            and self._is_of(last, words, place)
            for place in range(len(words))
        )

    def _is_of(self, last: Stated, words: Sequence[str], verb_place: int) -> bool:
        """Return whether the verb at a place says what a duty holds for, or spares of it."""
        lists, verb = self.lists, words[verb_place]
        if verb in lists.spared:
            stems = {stem(word) for word in last.words if is_content(word)}
            return not stems.isdisjoint(map(stem, words))
        beside = {*words[:1], *words[verb_place + 1 : verb_place + _LIMITED]}
        points = not (self.grammar.points_back | lists.what_holds).isdisjoint(beside)
        return verb in lists.belonging or (verb in lists.holding and points)

    @property
    def _limiting(self) -> frozenset[str]:
        return self.grammar.none | {*self.grammar.limits}

    def goes_on(self, last: Stated, stated: Stated, statement: Statement) -> bool:
        """Return whether a sentence says more of the duty before it.

        What that speaks of as known is no thing that it first names: `utbilda förarna`, `Förarna`.
        """
        if stated.section != last.section or stated.named or stated.order != last.order + 1:
            return False
        subject = statement.words[0]
        points = subject in self.grammar.points_back and statement.words[1:2] != ("som",)
        if statement.item or (points and not statement.first):
            return True
        stem = subject[:_STEM]
        is_definite = subject.endswith(self.grammar.definite_ends)
        if subject == words_of(last.main)[0]:
            return False  # Chefen ska … . Chefen ska …
        told = [word for word in last.words if word.startswith(stem)]
        return is_definite and len(stem) == _STEM and bool(told) and subject not in told


def _part(statement: Statement, start: int, end: int) -> Statement:
    text = statement.text[start:end]
    return replace(statement, text=text, words=words_of(text))


def explained(last: Stated, statement: Statement) -> Stated:
    """Return a duty with a sentence that explains it."""
    text, main = (f"{said} {statement.text}" for said in (last.text, last.main))
    return replace(last, text=text, main=main, order=statement.order, parts=())


def narrowed(last: Stated, statement: Statement) -> Stated:
    """Return a duty with a sentence that takes something out of it."""
    return replace(
        last,
        text=f"{last.text} {statement.text}",
        order=statement.order,
        excepts=(*last.excepts, statement.text),
        parts=(),
    )


def joined(last: Stated, more: Stated) -> Stated:
    """Return a duty with a sentence that says more of it."""
    return Stated(
        last.party,
        last.named,
        last.binds,
        max(last.strength, more.strength),
        last.act,
        ", ".join(filter(None, (last.when, more.when))),
        last.condition or more.condition,
        f"{last.text} {more.text}",
        f"{last.main} {more.main}",
        (*last.words, *more.words),
        last.section,
        last.place,
        more.order,
        last.line,
        last.excepts,
        (*(last.parts or (last,)), replace(more, party=last.party)),
    )


def told_apart(
    olds: Sequence[Stated], news: Sequence[Stated], said: Callable[[Stated], Hashable]
) -> tuple[Sequence[Stated], Sequence[Stated]]:
    """Return the duties, those told in several sentences apart where one of these is on both sides.

    That one is then the same, whatever became of the sentence that it was told with.
    """
    sides = [[tuple(map(said, duty.parts or (duty,))) for duty in side] for side in (olds, news)]
    wholes = {*sides[0]} & {*sides[1]}
    both = {*chain.from_iterable(sides[0])} & {*chain.from_iterable(sides[1])}
    olds, news = (
        [
            part
            for duty, told in zip(duties, side, strict=True)
            for part in (duty.parts if both.intersection(told) and told not in wholes else ())
            or (duty,)
        ]
        for duties, side in zip((olds, news), sides, strict=True)
    )
    return olds, news
