"""A sentence read as a duty: who, how hard it binds, what, when, under which condition.

    När beställaren begär det │ ska │ utföraren │ senast den 31 mars varje år │ lämna en plan
    condition                   binds  party      when                          act

The party stands beside the verb that binds: before it, or after it where something else comes
first. A passive without one binds whom its subject tells (`Uppsägning ska ske` both), else the one
whose work it is.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from functools import cached_property
from itertools import islice, pairwise
from typing import Final

from avtalsgen.compare.align.outline import Outline
from avtalsgen.compare.duties.details import DutyDetails
from avtalsgen.compare.duties.statements import Statement, place_of, words_of
from avtalsgen.compare.meaning.folds import Folding
from avtalsgen.records import dataclass
from avtalsgen.register.duty_words import DutyWords
from avtalsgen.register.grammar import Grammar
from avtalsgen.register.word_files import Phrase

_CLAUSE: Final = 40
"""Words before a verb that are looked at for the beginning of its clause."""
_STEM: Final = 5
"""Letters of a noun that are the same in `rutin` and `rutinen`."""
_OWNER: Final = "utföraren"
"""Whose work it is when nobody is named."""
_PAYER: Final = "beställaren"
"""Who pays when nobody is named."""
_BOTH: Final = "båda"
"""Who divides a cost when nobody is named."""
_EACH: Final = "varje"
"""`varje verksamhet` is who is bound, whatever it is called."""
_ONE: Final = ("en", "ett")
_LEAD: Final = 3
"""Words at the beginning of a sentence, of which one is what it is about."""
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


@dataclass(frozen=True, slots=True)
class Stated:
    """A duty as one side states it."""

    party: str
    named: bool
    """The party is named, not inferred."""
    binds: Phrase
    strength: int
    act: str
    when: str
    condition: str
    text: str
    words: tuple[str, ...]
    """What it says in small letters, without who is bound and what binds."""
    section: int
    place: str
    order: int
    line: int


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
            if stated_duties and self._explains(stated_duties[-1], statement):
                stated_duties[-1] = replace(
                    stated_duties[-1], text=f"{stated_duties[-1].text} {statement.text}"
                )
                continue
            stated = self._read(statement, side)
            if stated is None:
                continue
            if stated_duties and self._goes_on(stated_duties[-1], stated, statement):
                stated_duties[-1] = _joined(stated_duties[-1], stated)
            else:
                stated_duties.append(stated)
        return tuple(stated_duties)

    def _read(self, statement: Statement, side: Outline) -> Stated | None:
        words = statement.words
        if not words or words[0] in self.lists.aims:
            return None
        if statement.text not in self.known:
            self.known[statement.text] = self._binding(words, statement.text)
        binding = self.known[statement.text]
        if binding is None or self._is_felt(words, binding[0]):
            return None
        return self.stated(side, statement, binding)

    def stated(
        self, side: Outline, statement: Statement, binding: tuple[int, Phrase, int]
    ) -> Stated:
        """Return what a sentence states, which binds at a place by a phrase, and how hard."""
        words = statement.words
        verb_place, phrase, strength = binding
        whole = words[verb_place : verb_place + len(phrase)] == phrase
        length = len(phrase) if whole else 1
        party = self._party(words, verb_place, length)
        return Stated(
            party or self._unnamed(words),
            bool(party),
            phrase,
            strength,
            self.details.act(statement.text, phrase, self._party_of),
            self.details.when(statement.text),
            self.details.condition(statement.text),
            statement.text,
            self._content(statement, verb_place, length),
            statement.section,
            place_of(side, statement.section),
            statement.order,
            statement.line,
        )

    def _binding(self, words: Sequence[str], text: str) -> tuple[int, Phrase, int] | None:
        """Return where and how a sentence binds, None if it does not."""
        for place, word in enumerate(words):
            phrases = self.starts.get(word, ())
            below = phrases and self._is_below(words, place) and not self._is_turned(words, place)
            if not phrases or below:
                continue
            for phrase, strength in phrases:
                if self._says(words, place, phrase):
                    return place, phrase, strength
            if word == "får" and (ban := self._ban(words, place)):
                return place, ban, self.lists.binding.get(ban, 3)
        return self._present(words, text) or self._beside_the_main(words)

    def _beside_the_main(self, words: Sequence[str]) -> tuple[int, Phrase, int] | None:
        """Return what binds a party in a clause about something: `… som utföraren ska följa`."""
        for place, (before, word, after) in enumerate(
            zip(words, words[1:], words[2:], strict=False)
        ):
            if before == "som" and self._party_of(word) and (after,) in self.lists.binding:
                return place + 2, (after,), self.lists.binding[after,]
        return None

    def _says(self, words: Sequence[str], place: int, phrase: Phrase) -> bool:
        """Return whether `phrase` begins at `place`, with or without who is bound inside it."""
        if len(phrase) == 1 or tuple(words[place : place + len(phrase)]) == phrase:
            return True
        following = (
            word
            for word in words[place + 1 : place + len(phrase) + _INSIDE]
            if word not in self.grammar.between and not self._party_of(word)
        )
        return tuple(islice(following, len(phrase) - 1)) == phrase[1:]

    def _ban(self, words: Sequence[str], place: int) -> Phrase | None:
        """Return the ban that a `får` is, whoever stands between: `får utföraren bara lämna`."""
        if words[0] in self.grammar.none:
            return "får", "inte"
        for limit in self.grammar.limits:
            if limit in words[place + 1 : place + 4]:
                return "får", limit
        return None

    def _present(self, words: Sequence[str], text: str) -> tuple[int, Phrase, int] | None:
        """Return the present tense that binds: one with its party, or a passive with its time.

        `Beställaren räknar upp …`, `Varje år antar nämnden …`, `Priset justeras varje år`.
        """
        for place, word in enumerate(words):
            if not self.grammar.finite_verb.fullmatch(word) or self._is_below(words, place):
                continue
            if (
                place == 0
                or word in self.lists.not_binding
                or self.grammar.none & set(words[place : place + 3])
            ):
                return None
            if self._is_itself(words):
                return None
            beside = (words[place - 1], *words[place + 1 : place + 4])
            whoever = words[:2] in (("den", "part"), ("den", "som"))
            passive = self.grammar.passive.fullmatch(word) and self.details.is_timed(text)
            if word.endswith(self.grammar.past_ends):
                return None
            if any(map(self._party_of, beside)) or whoever or passive:
                return place, (word,), 3
        return None

    def _is_felt(self, words: Sequence[str], verb_place: int) -> bool:
        """Return whether somebody is to feel something, which nobody is bound to: a result."""
        return not self.lists.feelings.isdisjoint(words[verb_place + 1 : verb_place + 3])

    def _is_itself(self, words: Sequence[str]) -> bool:
        said = f" {' '.join(words)} "
        return any(f" {' '.join(phrase)} " in said for phrase in self.lists.itself)

    @property
    def grammar(self) -> Grammar:
        """How sentences are built."""
        return self.lists.grammar

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
            if word == "om" and not self.grammar.subject.fullmatch(after):
                continue  # about something
            if word in self.grammar.subordinate and not (word == "att" and after.endswith("a")):
                return True
            if self.grammar.finite_verb.fullmatch(word) and not self.grammar.plural.fullmatch(word):
                return False
        return False

    def _is_turned(self, words: Sequence[str], verb_place: int) -> bool:
        """Return whether who is bound stands after the verb, as only a main clause has it.

        `Innan någon anställs ska utföraren …`: what comes first is below it, the verb is not.
        """
        after = words[verb_place + 1 : verb_place + 2]
        return words[0] in self.grammar.subordinate and any(map(self._party_of, after))

    def _unnamed(self, words: Sequence[str]) -> str:
        """Return who is bound by a sentence that names nobody, by what it is about."""
        subject = words[1] if words[0] in _ONE and len(words) > 1 else words[0]
        for party, subjects in self.lists.bound_by_subject.items():
            if subject in subjects:
                return party
        if self._is_divided(words):
            return _BOTH
        return _PAYER if self._is_paid(words) else _OWNER

    def _is_divided(self, words: Sequence[str]) -> bool:
        """Return whether something is divided between those who are bound: `Kostnaden delas`."""
        return not self.lists.divided.isdisjoint(words)

    def _is_paid(self, words: Sequence[str]) -> bool:
        """Return whether a price is what is paid or adjusted: `Arvodet justeras varje år`."""
        priced = any(word.startswith(tuple(self.lists.prices)) for word in words[:_LEAD])
        return priced and not self.lists.paid.isdisjoint(words)

    def _party(self, words: Sequence[str], verb_place: int, length: int) -> str:
        """Return who is bound: the party after the verb, else before it, else who acts."""
        for word in words[verb_place + length : verb_place + length + 4]:
            if party := self._party_of(word):
                return party
            if word not in self.grammar.before_party:
                break
        before = words[:verb_place]
        if before and before[-1].endswith("s") and (owner := self._party_of(before[-1][:-1])):
            return owner  # utförarens sak att …
        between = range(before.index("mellan") if "mellan" in before else len(before), len(before))
        for place in range(len(before) - 1, -1, -1):
            party = self._party_of(before[place])
            owner = before[place - 1] if place else ""
            apart = owner in self.grammar.before_others and not self._is_part(before[:place])
            if party and not apart and place not in between:
                return party
        if "av" in words[verb_place:]:
            agent = words[words.index("av", verb_place) + 1 :][:1]
            if agent and (party := self._party_of(agent[0])):
                return party
        return ""

    def _is_part(self, before: Sequence[str]) -> bool:
        """Return whether a party is next of whom a part is bound: `hälften av personalen`."""
        return before[-1:] == ("av",) and not self.grammar.parts_of.isdisjoint(before[-2:-1])

    def _party_of(self, word: str) -> str:
        if word in self.names:
            return self.names[word]
        if word in self.grammar.parts_of:
            return ""  # merparten is no party
        for party, names in self.lists.parties.items():
            for name in names:
                if word == name or (len(name) > 5 and word.endswith(name)):
                    return party
        return ""

    def _content(self, statement: Statement, place: int, length: int) -> tuple[str, ...]:
        words = statement.words
        is_listed = words[place] in self.starts
        rest = (*words[:place], *words[place + length :]) if is_listed else words
        beside = self._beside(statement.text)
        return tuple(
            word
            for word, after in pairwise((*rest, ""))
            if word not in beside
            and not self._party_of(word.removesuffix("s"))
            and not self._party_of(word)
            and not (word == _EACH and after in self.lists.padding)
        )

    def _beside(self, text: str) -> frozenset[str]:
        """Return what tells nothing of the duty: addresses, names of bodies, padding."""
        addresses = (word for found in _ADDRESS.finditer(text) for word in words_of(found[0]))
        names = (
            found[1].casefold()
            for found in _COMPOUND.finditer(text)
            if self._party_of(found[2].casefold())
        )
        places = (word.casefold() for found in _TOWN.finditer(text) for word in found.groups())
        return frozenset((*addresses, *names, *places, *self.lists.padding))

    def _explains(self, last: Stated, statement: Statement) -> bool:
        words = statement.words
        return last.section == statement.section and any(
            words[: len(phrase)] == phrase for phrase in self.lists.explains
        )

    def _goes_on(self, last: Stated, stated: Stated, statement: Statement) -> bool:
        """Return whether a sentence says more of the duty before it."""
        if stated.section != last.section or stated.named or stated.order != last.order + 1:
            return False
        subject = statement.words[0]
        points = subject in self.grammar.points_back and statement.words[1:2] != ("som",)
        if statement.item or (points and not statement.first):
            return True
        stem = subject[:_STEM]
        is_definite = subject.endswith(self.grammar.definite_ends)
        return is_definite and len(stem) == _STEM and any(w.startswith(stem) for w in last.words)


def _joined(last: Stated, more: Stated) -> Stated:
    return Stated(
        last.party,
        last.named,
        last.binds,
        max(last.strength, more.strength),
        last.act,
        ", ".join(filter(None, (last.when, more.when))),
        last.condition or more.condition,
        f"{last.text} {more.text}",
        (*last.words, *more.words),
        last.section,
        last.place,
        more.order,
        last.line,
    )
