"""What a text binds somebody to: amounts, days, statutes, duties, conditions."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from avtalsgen.compare.meaning.decisive import DecisivePhrases
from avtalsgen.compare.meaning.named import BODY, LAW, OWNED
from avtalsgen.model.comparison import Reason
from avtalsgen.records import dataclass
from avtalsgen.register.duty_words import DutyWords
from avtalsgen.register.meaning_words import WordLists
from avtalsgen.swedish.dates import DAY_AND_MONTH, MONTHS
from avtalsgen.swedish.durations import COUNTED

Fact = tuple[Reason, str]

_NUMBER: Final = re.compile(r"[0-9][0-9 .,:/]*")
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
_DAY: Final = re.compile(rf"[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}|{DAY_AND_MONTH}.*")
_STATUTE: Final = re.compile(r".*§.*|[a-zåäö-]{2,6} [0-9]{4}:[0-9]+|[0-9]{4}:[0-9]+")
_SHORTEST_OF_LAW, _SHORTEST_SUBJECT = 3, 2
"""Letters before the end of a word that says what it is."""
_CLOCK: Final = re.compile(r"(?:[01][0-9]|2[0-4])\.[0-5][0-9]")
"""A time of day as it is folded."""
_COMPANY: Final = re.compile(r"[0-9]{6} - [0-9]{4}")
"""The number of an organisation, who a party is, piece by piece."""
_LEX: Final = "lex"
"""What a rule of law goes by that is called after somebody: `lex Sarah`."""
_COURT: Final = "rätt"
"""How the name of a court of a town ends: `Lunds tingsrätt`."""
_ONES: Final = frozenset(("en", "ett"))
_RIGHT: Final = "rätt"
_RIGHTS: Final = (("att",), ("till",))
_COUNTED: Final = 4
"""Words before a time that what is counted in it is among: `två korta möten i veckan`."""
_AND_WITH: Final = ("och", "med")
"""What makes a day the last or the first one itself: `till och med den 1 mars`."""
_NEAR_UNIT: Final = 2
"""Words before a unit of time among which `per` is: `per påbörjad vecka`."""
_WITHIN, _AFTER = "inom", "efter"
"""`inom` is a matter as often as a time (`inom socialtjänsten`); so may `efter` be."""


@dataclass(frozen=True, slots=True)
class BindingFacts:
    """What binds somebody, by the word lists.

    `parties` are first words of names and roles of the parties, in small letters, and `duties`
    tells who is responsible.
    """

    words: WordLists
    phrases: DecisivePhrases
    parties: frozenset[str] = frozenset()
    duties: DutyWords | None = None

    def hard(self, tokens: Sequence[str]) -> Iterator[Fact]:
        """Yield amounts, days, percentages, lengths of time, laws, references, other numbers.

        And phrases that decide, and in what form something must be done that binds.
        """
        yield from self.phrases.facts(tokens)
        yield from self._forms(tokens)
        for place, token in enumerate(tokens):
            before, after = tokens[max(0, place - 4) : place], tokens[place + 1 : place + 3]
            counts = token[:1].isdigit()  # most words do not, and are asked less of
            if counts and _COMPANY.fullmatch(" ".join((token, *after))):
                yield "part", f"{token}-{after[1]}"
            elif counts and _COMPANY.fullmatch(" ".join((*before[-2:], token))):
                continue
            elif counts and _DAY.fullmatch(token):
                yield "datum", token
                if before[-3:-1] == _AND_WITH or before[-2:] == _AND_WITH:
                    yield "frist", f"och med {token}"
                yield from self._deadline(token, before)
            elif token in COUNTED and self.words.each & set(before[-_NEAR_UNIT:]):
                begun = () if before[-1] in self.words.each else before[-1:]
                per = " ".join(("per", *begun, token))  # per påbörjad timme
                yield "omfattning", per
                yield "varaktighet", per
                yield from self._often(token, before)
            elif token.startswith(LAW) or self._is_law(token) or before[-1:] == (_LEX,):
                yield "rättskälla", token
            elif counts and _NUMBER.fullmatch(token):
                yield from self._number(token, before, after)
            elif token in MONTHS:
                yield "datum", token
                yield from self._deadline(token, before)
            else:
                yield from self._often(token, before)
                yield from self._who(token, before)
                yield from self._priced(token, before, tokens)

    def _priced(self, token: str, before: Sequence[str], tokens: Sequence[str]) -> Iterator[Fact]:
        """Yield what a price is for each of, `400 kronor per barn`, and how much of it: `halva`."""
        if self.duties is None:
            return
        prices = tuple(self.duties.prices)
        said = before[-1] if before else ""
        if said in self.duties.portions and any(price in token for price in prices):
            yield "pris", said
        if said not in self.words.each:
            return
        if any(word.startswith(prices) or word in self.words.money for word in tokens):
            yield "pris", f"per {token}"

    def _often(self, token: str, before: Sequence[str]) -> Iterator[Fact]:
        """Yield how often something is done, whatever is counted: `två kvällar i veckan`."""
        is_counted_in = token in self.words.counted_in and token not in COUNTED
        if is_counted_in and not self.words.each.isdisjoint(before[-1:]):
            yield "varaktighet", f"per {token}"  # varje kvartal
        if token in self.words.counted_in and before[-1:] and before[-1] in self.words.counting:
            counted = before[-_COUNTED:-1]
            numbers = [word for word in counted if word in _ONES or _NUMBER.fullmatch(word)]
            if numbers and self.words.money.isdisjoint(counted):
                yield "varaktighet", f"{numbers[-1]} per {token}"

    def _who(self, token: str, before: Sequence[str]) -> Iterator[Fact]:
        """Yield who is responsible, and which court decides."""
        if self.duties is None or not before:
            return
        told = before[-1]
        if token in self.duties.bearing and told.endswith(self.duties.grammar.definite_ends):
            yield "part", f"{told} {token}"
        if token.endswith(_COURT) and token.startswith(self.duties.deciding):
            yield "ansvar", f"{told} {token}"

    def _forms(self, tokens: Sequence[str]) -> Iterator[Fact]:
        """Yield the form that an act with legal effect must have; what only informs has none."""
        if any(token.startswith(self.words.acts) for token in tokens):
            for token in tokens:
                if token.startswith(self.words.forms):
                    yield "form", next(form for form in self.words.forms if token.startswith(form))

    def _is_law(self, token: str) -> bool:
        named = _ends(token, self.words.ends_of_laws, _SHORTEST_OF_LAW)
        return named or bool(_STATUTE.fullmatch(token))

    def _deadline(self, token: str, before: Sequence[str]) -> Iterator[Fact]:
        if words := self.words.deadline & set(before):
            yield "frist", " ".join((*sorted(words), token))

    def _number(self, token: str, before: Sequence[str], after: Sequence[str]) -> Iterator[Fact]:
        unit = after[0] if after else ""
        if side := self._bound(before):
            yield "gräns", side
        if before[-1:] == ("-",) and not any(word[-1:].isdigit() for word in before[-2:-1]):
            token = f"-{token}"
        if unit in self.words.money or (unit in self.words.times and set(after) & self.words.money):
            yield "belopp", f"{token} {unit}"
        elif unit in self.words.often:
            yield "varaktighet", f"{token} {unit}"
        elif unit.startswith("procent"):
            yield "procent", f"{token} {unit}"
        elif length := _length_of_time(unit):
            yield "varaktighet", f"{token} {length}"
            yield from self._deadline(f"{token} {length}", before)
        elif self.words.references & set(before[-1:]):
            yield "hänvisning", token
        elif _CLOCK.fullmatch(token):
            yield "klockslag", token
        else:
            yield ("datum" if _YEAR.fullmatch(token) else "tal"), token

    def _bound(self, before: Sequence[str]) -> str:
        """Return which way a number bounds by the words right before it: `högst`, `mer än`."""
        told = [word for word in before if word not in self.words.beside_bounds]
        return self.words.bounds.get(told[-1], "") if told else ""

    def soft(self, tokens: Sequence[str]) -> Iterator[Fact]:
        """Yield parties, duties and rights, negations, how much is meant, and conditions."""
        yield from self._prices(tokens)
        yield from (("part", party) for party, _ in self.parties_named(tokens))
        for place, token in enumerate(tokens):
            if token in self.words.modality and not self._is_dish(tokens, place):
                yield "modalitet", self.words.modality[token]
            if token in self.words.negation and not self._negates_nothing(tokens, place):
                yield "negation", token
            if token.startswith(self.words.liability):
                yield "ansvar", token
            if token in self.words.speed:
                yield "frist", token
            if token in self.words.restricting:
                yield "inskränkning", token
            if token in self.words.scope:
                yield "omfattning", token
            if (
                token in self.words.deadline
                and token != _WITHIN
                and self._is_deadline(tokens, place)
            ):
                yield "frist", token
            if token in self.words.condition or self._begins_condition(tokens[place : place + 2]):
                yield "villkor", token

    def _prices(self, tokens: Sequence[str]) -> Iterator[Fact]:
        """Yield what a price is with or without, and what it follows: `exklusive moms`, `OPI`."""
        for before, token in pairwise(("", *tokens)):
            if token in self.words.price:
                turned = before in self.words.scope or before in self.words.negation
                yield "pris", f"{before} {token}" if turned else token

    def parties_named(self, tokens: Sequence[str]) -> Iterator[tuple[str, bool]]:
        """Yield each party, and whether it only owns something: `beställarens system`."""
        for token, after in pairwise((*tokens, "")):
            if self._is_party(token):
                owns = after == OWNED if token.startswith(BODY) else token.endswith("s")
                yield token, owns

    def _is_party(self, token: str) -> bool:
        return bool(
            token.startswith(BODY)
            or token.startswith(self.words.starts_of_parties)
            or token.endswith(self.words.ends_of_parties)
            or token in self.words.parties
            or {token, token.removesuffix("s")} & self.parties
        )

    def _negates_nothing(self, tokens: Sequence[str], place: int) -> bool:
        return any(
            tuple(tokens[place : place + len(phrase)]) == phrase
            for phrase in self.words.no_negation
        )

    def _is_deadline(self, tokens: Sequence[str], place: int) -> bool:
        """Return whether a time follows: `efter uppbrottet` says when, but sets no limit."""
        if tokens[place] != _AFTER:
            return True
        following = tokens[place + 1 : place + 5]
        return any(word[0].isdigit() or word in self.words.events for word in following if word)

    def _is_dish(self, tokens: Sequence[str], place: int) -> bool:
        """Return whether a `rätt` is one that is eaten, or right: `en varm rätt`."""
        counted = not _ONES.isdisjoint(tokens[max(0, place - 2) : place])
        return (
            counted
            and tokens[place] == _RIGHT
            and tuple(tokens[place + 1 : place + 2]) not in _RIGHTS
        )

    def _begins_condition(self, tokens: Sequence[str]) -> bool:
        """Return whether the first of `tokens` is the `om` of a condition, not of a matter."""
        if tokens[0] != "om" or len(tokens) == 1:
            return False
        subject, known = tokens[1], self.words
        named = _ends(subject, known.ends_after_if, _SHORTEST_SUBJECT)
        return subject in known.after_if or (named and not subject.startswith(known.not_after_if))


def _length_of_time(unit: str) -> str:
    """Return a unit of time, also as it stands before what it measures: `månaders`."""
    return next((plain for plain in (unit, unit.removesuffix("s")) if plain in COUNTED), "")


def _ends(word: str, ends: tuple[str, ...], shortest: int) -> bool:
    """Return whether `word` has one of `ends` after `shortest` other letters or more."""
    return word[shortest:].endswith(ends)
