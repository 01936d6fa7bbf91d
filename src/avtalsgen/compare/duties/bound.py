"""Who is bound by a sentence: the party that it names beside its verb, else whose matter it is.

The party stands beside the verb that binds: before it, or after it where something else comes
first. A passive without one binds whom its subject tells (`Uppsägning ska ske` both), else the one
whose work it is.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Final

from avtalsgen.records import dataclass
from avtalsgen.register.duty_words import DutyWords
from avtalsgen.swedish.infinitives import may_be_infinitive

_OWNER: Final = "utföraren"
"""Whose work it is when nobody is named."""
PAYER: Final = "beställaren"
"""Who pays when nobody is named."""
_BOTH: Final = "båda"
"""Who divides a cost when nobody is named."""
_ARTICLES: Final = ("en", "ett")
_STEM: Final = 5
"""Letters that one role has in all its forms: `föreningen`, `föreningarna`."""
_TO: Final = "till"
_LONG_ROLE: Final = 8
"""Letters of a role that is known without its ending: `samverkanskommun`."""
_JOINED: Final = 2
"""Words from one party to the other: `kommunen och föreningen`."""
_NEAR: Final = 4
"""Words after a verb that may be who is bound."""
_SHORT: Final = 5
"""Letters of a word that may be a part of any other: `pris` of `komprimerad`."""
_OBLIGED: Final = "skyldig"
_OBLIGED_TO: Final = 2
"""Words before `skyldig` or `ansvar för att`, of which one is who."""
_IMPOSED: Final = "åligger"
_IT: Final = "det"
_OF_THINGS: Final = frozenset(("ska", "skall"))
"""What also things are to: `Mötet ska kunna hållas`."""
_ACTED: Final = 3
"""Words before an agent, of which one is the passive: `ska följas upp av rektorn`."""
_LEAD: Final = 3
"""Words at the beginning of a sentence, of which one is what it is about."""


@dataclass(frozen=True)
class BoundParties:
    """What is needed to tell who is bound."""

    lists: DutyWords
    names: Mapping[str, str]
    """First words of names, each with its party."""

    @cached_property
    def owner(self) -> str:
        """Whose work it is when nobody is named: that of the party beside the one who orders.

        As the text calls it, where it says what it calls both: `kommunen` and `föreningen`.
        """
        parties = set(self.names.values())
        roles = (role for role, party in self.names.items() if role == party)
        unlisted = [role for role in roles if role not in self.lists.parties]
        alone = len({role[:_STEM] for role in unlisted}) == 1
        return unlisted[0] if alone and PAYER in parties and _OWNER not in parties else _OWNER

    def unnamed(self, words: Sequence[str], verb_place: int) -> str:
        """Return who is bound by a sentence that names nobody, by what it is about."""
        subject = words[1] if words[0] in _ARTICLES and len(words) > 1 else words[0]
        for party, subjects in self.lists.bound_by_subject.items():
            if subject in subjects:
                return party
        if self._is_divided(words):
            return _BOTH
        if self.is_paid(words) or self._is_received(words[verb_place:]):
            return PAYER
        return self.owner

    def _is_received(self, words: Sequence[str]) -> bool:
        """Return whether the owner is who something is done to: `ska meddelas utföraren`.

        Not those who work there: what is to be given to them is given by the owner.
        """
        passive = next((place for place, word in enumerate(words) if word.endswith("s")), None)
        if passive is None:
            return False
        after = words[passive + 1 : passive + 1 + _NEAR]
        if after[:1] == (_TO,):
            after = after[1:]
        return bool(after) and after[0] not in self.lists.staff and self.of(after[0]) == self.owner

    def _is_divided(self, words: Sequence[str]) -> bool:
        """Return whether something is divided between those who are bound: `Kostnaden delas`."""
        return not self.lists.divided.isdisjoint(words)

    def is_paid(self, words: Sequence[str]) -> bool:
        """Return whether a price is what is paid or adjusted: `Arvodet justeras varje år`."""
        priced = any(map(self._is_price, words[:_LEAD]))
        return priced and not self.lists.paid.isdisjoint(words)

    def _is_price(self, word: str) -> bool:
        """Return whether a word is for what somebody pays, also inside one: `driftbidraget`."""
        return any(
            word.startswith(price) or (len(price) > _SHORT and price in word)
            for price in self.lists.prices
        )

    def named(
        self, words: Sequence[str], verb_place: int, length: int, *, commits: bool = False
    ) -> str:
        """Return who is bound: the party just before the verb, after it, before it, or who acts.

        `commits` that it is said in several words, as only somebody is bound: `åtar sig att`.
        """
        before = words[:verb_place]
        between = range(before.index("mellan") if "mellan" in before else len(before), len(before))
        acting = (
            (place, party)
            for place in range(len(before) - 1, -1, -1)
            if (party := self._at(before, place))
            and place not in between
            and not self._is_other(before, place)
        )
        last, subject = next(acting, (-1, ""))
        if subject and self._are_both(before, last, subject):
            return _BOTH
        if subject and last == len(before) - 1:
            return subject  # kommunen fakturerar parterna
        for place in range(verb_place + length, min(len(words), verb_place + length + _NEAR)):
            word = words[place]
            if party := self._at(words, place):
                return party
            if word not in self.lists.grammar.before_party and word != _IT:
                break
        if before and before[-1].endswith("s") and (owner := self.of(before[-1][:-1])):
            return owner  # utförarens sak att …
        return (
            subject
            or self._agent(words[verb_place:])
            or self._imposed(words[verb_place:])
            or self.bearer(words, verb_place)
            or (self._committed(words, verb_place) if commits else "")
            or self._doer(words, verb_place)
        )

    def _are_both(self, before: Sequence[str], place: int, subject: str) -> bool:
        """Return whether a party is named with the other: `beställaren och utföraren ska`."""
        if place < _JOINED or before[place - 1] not in self.lists.grammar.joining:
            return False
        other = self.of(before[place - _JOINED])
        return {other, subject} <= {PAYER, self.owner} and other != subject

    def _doer(self, words: Sequence[str], verb_place: int) -> str:
        """Return who does something, though no list has whom: `Rektorn ska besluta om tillträde`.

        Whatever stands so before a passive is what something is done to.
        """
        turns = self.lists.grammar.none | {*self.lists.grammar.limits}
        follows = words[verb_place + 1 : verb_place + 4]
        after = [word for word in follows if word not in turns][:2]  # får inte byta
        turned = len(after) > 1 and after[0].endswith(self.lists.doers)
        if words[verb_place].startswith(_OBLIGED):  # är bolaget skyldigt att, bolaget är skyldigt
            beside = words[max(0, verb_place - _OBLIGED_TO) : verb_place]
            return next((word for word in beside if word.endswith(self.lists.doers)), "")
        before = words[verb_place - 1] if verb_place in (1, 2) else ""
        subject, does = after if turned else (before, after[0] if after else "")
        acts = may_be_infinitive(does) and subject.endswith(self.lists.doers)
        return subject if acts else ""

    def may_act(self, word: str) -> bool:
        """Return whether a word is for who may be bound: a party, or whoever does something."""
        return bool(self.of(word)) or word.endswith(self.lists.doers)

    def is_unlisted(self, party: str) -> bool:
        """Return whether a party is one that neither the lists nor the text have as one."""
        known = (_BOTH, self.owner, *self.lists.parties, *self.names.values())
        return party not in known and not party.endswith(self.lists.bodies)

    def bearer(self, words: Sequence[str], verb_place: int) -> str:
        """Return who is responsible, whoever that is: `Räddningstjänsten ansvarar för arbetet`.

        Only somebody is responsible, so that the word before is who, if no list has it.
        """
        bears = words[verb_place] in self.lists.bearing and verb_place == 1
        who = words[0]
        is_one = self._is_somebody(who)
        return who if bears and is_one and who not in self.lists.grammar.points_back else ""

    def _imposed(self, words: Sequence[str]) -> str:
        """Return whom something is imposed on, though no list has whom: `Det åligger föraren`."""
        (who,) = [word for word in words[1:3] if word != _IT][:1] or [""]
        return who if words[0] == _IMPOSED and self._is_somebody(who) else ""

    def _is_somebody(self, word: str) -> bool:
        return word.endswith((*self.lists.grammar.definite_ends, *self.lists.doers))

    def _committed(self, words: Sequence[str], verb_place: int) -> str:
        """Return who takes a duty on in more words than one, though no list has whom.

        `Föraren har att …`, `Därför åtar föraren sig att …`; a thing takes none on.
        """
        if words[verb_place] in _OF_THINGS:
            return ""
        before = words[max(0, verb_place - _OBLIGED_TO) : verb_place]
        beside = (*before, *words[verb_place + 1 : verb_place + 2])
        return next((word for word in beside if word.endswith(self.lists.doers)), "")

    def _agent(self, words: Sequence[str]) -> str:
        """Return who does what a passive says: `… lämnas av beställaren`."""
        agents = (
            party
            for place, word in enumerate(words)
            if word == "av"
            for after in range(place + 1, min(len(words), place + _NEAR))
            if (party := self._at(words, after))
        )
        return next(agents, "") or self.other_agent(words)

    def other_agent(self, words: Sequence[str]) -> str:
        """Return who does what a passive says, though no list has whom: `granskas av rektorn`."""
        for place in range(2, len(words)):
            acted = any(word.endswith("s") for word in words[max(0, place - _ACTED) : place - 1])
            if words[place - 1] == "av" and acted and words[place].endswith(self.lists.doers):
                return words[place]
        return ""

    def _at(self, words: Sequence[str], place: int) -> str:
        """Return the party at a place, also of a role in two words: `den placerande kommunen`."""
        both = " ".join(words[max(0, place - 1) : place + 1])
        return self.names.get(both) or self.of(words[place])

    def _is_other(self, words: Sequence[str], place: int) -> bool:
        """Return whether a party is one that something is done to or with: `till beställaren`."""
        beside = words[place - 1] if place else ""
        return beside in self.lists.grammar.before_others and not self._is_part(words[:place])

    def _is_part(self, before: Sequence[str]) -> bool:
        """Return whether a party is next of whom a part is bound: `hälften av personalen`."""
        return before[-1:] == ("av",) and not self.lists.grammar.parts_of.isdisjoint(before[-2:-1])

    def of(self, word: str) -> str:
        """Return the party that a word in small letters names, empty if it names none."""
        party = self._named(word)
        is_owner = party == _OWNER or party[:_STEM] == self.owner[:_STEM]
        return self.owner if is_owner else party

    def _named(self, word: str) -> str:
        if word in self.names:
            return self.names[word]
        if word in self.lists.grammar.parts_of:
            return ""  # merparten is no party
        for role, party in self.names.items():
            if len(word) >= _LONG_ROLE and role.startswith(word) and role == party:
                return party  # varje samverkanskommun
        for party, names in self.lists.parties.items():
            for name in names:
                if word == name or (len(name) > 5 and word.endswith(name)):
                    return party
        return ""
