"""A sentence read as a duty: who, how hard it binds, what, when, under which condition.

När beställaren begär det │ ska │ utföraren │ senast den 31 mars varje år │ lämna en plan
condition                   binds  party      when                          act
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from functools import cached_property
from itertools import islice, pairwise
from typing import Final

from avtalsgen.compare.align.outline import Outline
from avtalsgen.compare.duties.bound import BoundParties
from avtalsgen.compare.duties.continued import Continued, explained, joined, narrowed
from avtalsgen.compare.duties.details import DutyDetails
from avtalsgen.compare.duties.portions import shared_parts
from avtalsgen.compare.duties.statements import Stated, Statement, place_of, sentences, words_of
from avtalsgen.compare.meaning.folds import Folding
from avtalsgen.records import dataclass
from avtalsgen.register.duty_words import DutyWords
from avtalsgen.register.grammar import Grammar
from avtalsgen.register.word_files import Phrase
from avtalsgen.swedish.infinitives import may_be_infinitive, with_particles

_CLAUSE: Final = 40
"""Words before a verb that are looked at for the beginning of its clause."""
_EACH: Final = "varje"
"""`varje verksamhet` is who is bound, whatever it is called."""
_ONLY: Final = "bara"
_FIRST: Final = "först"
_EARLIEST: Final = "tidigast"
_MAY: Final = "får"
_BAN: Final[Phrase] = (_MAY, "inte")
_FORBIDDING: Final = frozenset(("ska", "skall", "bör", "får"))
"""With `inte` after it each of them forbids."""
_DENIED: Final = 2
"""Words before `skyldig`, of which one may say that nobody is: `är inte längre skyldig att`."""
_WITH: Final = "med"
_PERCENT: Final = "procent"
_INSIDE: Final = 2
"""How many."""
_ADDRESS: Final = re.compile(
    r"""
    (?:,?\s+som\s+(?:finns|går\s+att\s+läsa)(?:\s+att\s+läsa)?\s+på\s+)?
    (?:https?://|www\.)\S+
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Where something is to be read, which nobody is bound to."""
_TOWN: Final = re.compile(r"\b([A-ZÅÄÖ]\w+)\s(kommuns?)\b")
"""`Åby kommun`, the name of a party."""
_COMPOUND: Final = re.compile(r"(\w+)-\s(?:och|eller)\s(\w+)")
"""Two words that have their end in common: `social- och omsorgsnämnden`."""


@dataclass(frozen=True)
class DutyReader:
    """What is needed to read a sentence as a duty."""

    lists: DutyWords
    folding: Folding
    names: Mapping[str, str] = field(default_factory=dict)
    """First words of names, each with its party."""
    known: dict[str, tuple[int, Phrase, int] | None] = field(
        default_factory=dict, compare=False, repr=False
    )
    """How each sentence that was read binds: most stand on both sides."""

    def duties(self, side: Outline, said: Sequence[Statement]) -> tuple[Stated, ...]:
        """Return the duties among the sentences of a document, in reading order.

        One that goes on is part of the last: `Rutinen ska visa …` after `ska ha en rutin`.
        """
        stated_duties: list[Stated] = []
        for statement in said:
            last = stated_duties[-1] if stated_duties else None
            if last and self.continued.explains(last, statement):
                stated_duties[-1] = explained(last, statement)
                continue
            first, *others = self._parts(statement, side)
            if last and self.continued.takes_out(last, statement, first):
                stated_duties[-1] = narrowed(last, statement)
            elif last and first and self.continued.goes_on(last, first, statement):
                stated_duties[-1] = joined(last, first)
            elif first:
                stated_duties.append(first)
            stated_duties.extend(filter(None, others))
        return tuple(stated_duties)

    def _parts(self, statement: Statement, side: Outline) -> Sequence[Stated | None]:
        """Return what each clause states; the condition that the first begins with is of all."""
        if portions := shared_parts(statement, self.bound.may_act, self._units):
            borne = [self._read(portion, side) for portion in portions]
            return [duty and replace(duty, text=statement.text) for duty in borne]
        clauses = self.continued.parts(statement, lambda words: self._binding(words, ""))
        stated = [self._read(clause, side) for clause in clauses]
        shared = stated[0].condition if stated[0] else ""
        if not statement.text.startswith(shared or "-"):
            return stated
        return [duty and replace(duty, condition=duty.condition or shared) for duty in stated]

    def _read(self, said: Statement, side: Outline) -> Stated | None:
        text = self.details.plain(said.text)
        statement = said if text == said.text else replace(said, text=text, words=words_of(text))
        words = statement.words
        if not words or words[0] in self.lists.aims:
            return None
        if statement.text not in self.known:
            self.known[statement.text] = self._binding_after(self._denied(words), statement)
        binding = self.known[statement.text]
        if binding is None or self._is_felt(words, binding[0]):
            return None
        duty = self.stated(side, statement, binding)
        return duty if text == said.text else replace(duty, text=said.text)

    def stated(
        self, side: Outline, statement: Statement, binding: tuple[int, Phrase, int]
    ) -> Stated:
        """Return what a sentence states, which binds at a place by a phrase, and how hard."""
        words = statement.words
        verb_place, phrase, strength = binding
        whole = words[verb_place : verb_place + len(phrase)] == phrase
        length = len(phrase) if whole else 1
        party = self.bound.named(words, verb_place, length, commits=len(phrase) > 1)
        denied = self._denied(words)
        before = words[denied:verb_place].count(words[verb_place])
        return Stated(
            party or self.bound.unnamed(words, verb_place),
            bool(party),
            phrase,
            strength,
            self.details.act(self._in_force(statement), phrase, self.bound.of, before),
            self.details.when(statement.text),
            self._condition(statement),
            statement.text,
            statement.text,
            self._content(statement, verb_place, length, party),
            statement.section,
            place_of(side, statement.section),
            statement.order,
            statement.line,
        )

    def _condition(self, statement: Statement) -> str:
        """Return when the duty holds, also where it does not hold until then."""
        if self._denied(statement.words):
            return next(sentences(statement.text, self.grammar)).rstrip(" .")
        return self.details.condition(statement.text)

    def _in_force(self, statement: Statement) -> str:
        """Return what holds, without what does not hold until then."""
        said = list(sentences(statement.text, self.grammar))
        return said[-1] if self._denied(statement.words) else statement.text

    def _denied(self, words: Sequence[str]) -> int:
        """Return how many words say how long it does not hold: `… inte … . Därefter ska …`."""
        if self.grammar.none.isdisjoint(words):
            return 0
        places = (place for place, word in enumerate(words) if word in self.grammar.follows)
        place = next(places, 0)
        return 0 if self.grammar.none.isdisjoint(words[:place]) else place

    def _binding_after(self, denied: int, statement: Statement) -> tuple[int, Phrase, int] | None:
        binding = self._binding(statement.words[denied:], statement.text)
        return binding and (binding[0] + denied, *binding[1:])

    def _binding(self, words: Sequence[str], text: str) -> tuple[int, Phrase, int] | None:
        """Return where and how a sentence binds, None if it does not."""
        for place, word in enumerate(words):
            phrases = self.starts.get(word, ())
            below = phrases and self._is_below(words, place) and not self._is_turned(words, place)
            if not phrases or below:
                continue
            for phrase, strength in phrases:
                if self._says(words, place, phrase):
                    if self._is_spared(words, place, phrase):
                        break
                    return place, phrase, strength
            if word == _MAY and (ban := self._ban(words, place)):
                return place, ban, self.lists.binding.get(ban, 3)
        return self._present(words, text) or self._beside_the_main(words)

    def _beside_the_main(self, words: Sequence[str]) -> tuple[int, Phrase, int] | None:
        """Return what binds a party in a clause about something: `… som utföraren ska följa`."""
        for place, (before, word, after) in enumerate(
            zip(words, words[1:], words[2:], strict=False)
        ):
            if before == "som" and self.bound.of(word) and (after,) in self.lists.binding:
                return place + 2, (after,), self.lists.binding[after,]
        return None

    def _says(self, words: Sequence[str], place: int, phrase: Phrase) -> bool:
        """Return whether `phrase` begins at `place`, with or without who is bound inside it."""
        end = place + len(phrase)
        if len(phrase) == 1 or tuple(words[place:end]) == phrase:
            denies = phrase[-1] in self.grammar.none  # inte bara städa: more, and no ban
            return not (denies and self._limits(words[end : end + 1]))
        following = (
            word
            for word in words[place + 1 : place + len(phrase) + _INSIDE]
            if word not in self.grammar.between and not self.bound.may_act(word)
        )
        return tuple(islice(following, len(phrase) - 1)) == phrase[1:]

    def _is_spared(self, words: Sequence[str], place: int, phrase: Phrase) -> bool:
        """Return whether it is said that nobody is bound: `är inte skyldig att`, `ansvarar inte`.

        A `ska inte` forbids instead.
        """
        none = self.grammar.none
        if not none.isdisjoint(phrase) or phrase[0] in _FORBIDDING:
            return False
        if self.grammar.finite_verb.fullmatch(phrase[0]):
            return not none.isdisjoint(words[place + 1 : place + 2])
        return not none.isdisjoint(words[max(0, place - _DENIED) : place])

    def _ban(self, words: Sequence[str], place: int) -> Phrase | None:
        """Return the ban that a `får` is, whoever stands between: `får utföraren bara lämna`."""
        if words[0] in self.grammar.none:
            return _BAN
        for limit in self.grammar.limits:
            if limit in words[place + 1 : place + 4]:
                return _BAN if limit in self.grammar.none else (_MAY, limit)
        if (limit := words[0]) in self.grammar.limits and not self.bound.of(words[1]):
            return _MAY, limit  # bara den som är legitimerad får
        for word, after in pairwise(words[place + 1 :]):
            if word in self.grammar.limits and after in self.grammar.subordinate:
                return _MAY, word  # får lämna barnet bara om …
        return (_MAY, _ONLY) if self._is_permitted(words[place + 1 :]) else None

    def _limits(self, words: Sequence[str]) -> bool:
        return not {*self.grammar.limits}.isdisjoint(words)

    def _is_permitted(self, words: Sequence[str]) -> bool:
        """Return whether something may be done only after something else: when somebody agrees."""
        begins = {phrase[0] for phrase in self.lists.condition if len(phrase) == 1} | {_WITH}
        places = (place for place, word in enumerate(words) if word in begins)
        agreed = words[next(places, len(words)) :]
        is_agreed = any(word.startswith(self.lists.permits) for word in agreed)
        return is_agreed or _FIRST in agreed or _EARLIEST in words

    def _present(self, words: Sequence[str], text: str) -> tuple[int, Phrase, int] | None:
        """Return the present tense that binds: one with its party, or a passive with its time.

        `Beställaren räknar upp …`, `Varje år antar nämnden …`, `Priset justeras varje år`.
        """
        for place, word in enumerate(words):
            if word in self.grammar.days_of:
                continue  # timmar, månader: they end like a verb
            if any(map(self.grammar.passive.fullmatch, words[place + 1 : place + 2])):
                continue  # lokaler städas: two verbs never stand so
            if not self.grammar.finite_verb.fullmatch(word) or self._is_below(words, place):
                continue
            if (
                place == 0
                or word in self.lists.not_binding
                or self.grammar.none & {words[0], *words[place : place + 3]}
            ):
                return None
            if self._is_itself(words):
                return None
            beside = (words[place - 1], *words[place + 1 : place + 4])
            whoever = words[:2] in (("den", "part"), ("den", "som"))
            passive = self.grammar.passive.fullmatch(word) and self.details.is_timed(text)
            if word.endswith(self.grammar.past_ends):
                return None
            paid = self.bound.is_paid(words[: place + 1])
            done = bool(self.bound.other_agent(words[place - 1 :]))  # granskas av rektorn
            if any(map(self.bound.of, beside)) or any((whoever, passive, paid, done)):
                return place, (word,), 3
            if self.bound.bearer(words, place):
                return place, (word,), 3
        return None

    def _is_felt(self, words: Sequence[str], verb_place: int) -> bool:
        """Return whether somebody is to feel something, which nobody is bound to: a result."""
        return not self.lists.feelings.isdisjoint(words[verb_place + 1 : verb_place + 3])

    def _is_itself(self, words: Sequence[str]) -> bool:
        said = f" {' '.join(words)} "
        return any(f" {' '.join(phrase)} " in said for phrase in self.lists.itself)

    @cached_property
    def _units(self) -> frozenset[str]:
        """What a part is counted in."""
        return frozenset((*self.lists.parts, _PERCENT))

    @property
    def grammar(self) -> Grammar:
        """How sentences are built."""
        return self.lists.grammar

    @cached_property
    def bound(self) -> BoundParties:
        """What tells who is bound."""
        return BoundParties(self.lists, self.names)

    @cached_property
    def continued(self) -> Continued:
        """What tells where a duty goes on, and where another begins."""
        return Continued(self.lists, self.bound)

    @cached_property
    def details(self) -> DutyDetails:
        """What reads the rest of a sentence once it is known to bind."""
        return DutyDetails(self.lists, self.folding)

    @cached_property
    def starts(self) -> Mapping[str, tuple[tuple[Phrase, int], ...]]:
        """What binds, by its first word, the longest first."""
        phrases_by_word: dict[str, list[tuple[Phrase, int]]] = {}
        for phrase, strength in self.lists.binding.items():
            phrases_by_word.setdefault(phrase[0], []).append((phrase, strength))
        return {
            word: tuple(sorted(phrases, key=lambda entry: -len(entry[0])))
            for word, phrases in phrases_by_word.items()
        }

    def _is_below(self, words: Sequence[str], verb_place: int) -> bool:
        """Return whether the verb at `verb_place` is that of a subordinate clause.

        It is if no other verb stands between it and the word that begins the clause.
        """
        for place in range(verb_place - 1, max(-1, verb_place - _CLAUSE), -1):
            word, after = words[place], words[place + 1]
            if word in self.grammar.asking:
                return True
            if word == "om" and (self._is_matter(words[:place]) or not self._is_subject(after)):
                continue  # about something
            if word in self.grammar.subordinate and not (
                word == "att" and may_be_infinitive(after)
            ):
                return True
            if self.grammar.finite_verb.fullmatch(word) and not self.grammar.plural.fullmatch(word):
                return False
        return False

    def _is_matter(self, before: Sequence[str]) -> bool:
        """Return whether an `om` is of what stands first, without a verb: `Uppgifter om barnet`."""
        grammar = self.grammar
        verbs = (grammar.finite_verb.fullmatch(word) for word in before)
        plural = (grammar.plural.fullmatch(word) for word in before)
        return bool(before) and not any(
            verb and not many for verb, many in zip(verbs, plural, strict=True)
        )

    def _is_subject(self, word: str) -> bool:
        return bool(self.grammar.subject.fullmatch(word))

    def _is_turned(self, words: Sequence[str], verb_place: int) -> bool:
        """Return whether who is bound stands after the verb, as only a main clause has it.

        `Innan någon anställs ska utföraren …`: what comes first is below it, the verb is not.
        """
        after = words[verb_place + 1 : verb_place + 2]
        return words[0] in self.grammar.subordinate and any(map(self.bound.of, after))

    def _content(
        self, statement: Statement, place: int, length: int, party: str
    ) -> tuple[str, ...]:
        words = statement.words
        is_listed = words[place] in self.starts
        rest = (*words[:place], *words[place + length :]) if is_listed else words
        beside = self._beside(statement.text)
        return tuple(
            word
            for word, after in pairwise((*with_particles(rest), ""))
            if word not in beside
            and word != party
            and not self.bound.of(word.removesuffix("s"))
            and not self.bound.of(word)
            and not (word == _EACH and after in self.lists.padding)
        )

    def _beside(self, text: str) -> frozenset[str]:
        """Return what tells nothing of the duty: addresses, names of bodies, padding."""
        addresses = (word for found in _ADDRESS.finditer(text) for word in words_of(found[0]))
        names = (
            found[1].casefold()
            for found in _COMPOUND.finditer(text)
            if self.bound.of(found[2].casefold())
        )
        places = (word.casefold() for found in _TOWN.finditer(text) for word in found.groups())
        return frozenset((*addresses, *names, *places, *self.lists.padding))
