"""What became of a duty that answers to another: its status, or none where it is another duty."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from functools import cached_property
from itertools import pairwise
from typing import Final

from avtalsgen.compare.duties.bound import BoundParties
from avtalsgen.compare.duties.content import DutyContent
from avtalsgen.compare.duties.likeness import Bag, cosine
from avtalsgen.compare.duties.statements import Stated, words_of
from avtalsgen.compare.duties.things import Things
from avtalsgen.compare.duties.way.direction import Direction
from avtalsgen.compare.meaning.judge import Judge
from avtalsgen.compare.words.token_weights import is_content
from avtalsgen.model.duties import DutyStatus
from avtalsgen.records import dataclass
from avtalsgen.register.duty_words import DutyWords

_STEM: Final = re.compile(r"(?<!\w)\w{1,5}")
"""How a word begins, whatever form it has."""
_LEAST: Final = 0.13
"""How alike two duties are, at least, of which anybody can tell that one became harder."""
_FIRST: Final = 4
"""Words of an act that say what is forbidden."""
_DISPUTE: Final = "tvist"


@dataclass(frozen=True)
class DutyStatuses:
    """Tells what became of a duty."""

    lists: DutyWords
    judge: Judge
    bound: BoundParties
    roles: Mapping[str, str] = field(default_factory=dict)
    """What the new text calls a role, by its stem, with what the old text calls it."""

    def of(self, old: Stated, new: Stated, bags: tuple[Bag, Bag]) -> DutyStatus | None:
        """Return the status of two duties that answer to each other, None where they are two."""
        if self._has_other_party(old, new) or self._has_other_judge(old, new):
            return "annan part"
        if self.direction.are_alike(old, new):
            return "samma"
        if (status := self.direction.measured(old, new)) != "samma":
            return status
        if self._content.goes_to_others(old, new):
            return None
        status = self.direction.bound_harder(old, new)
        if status == "samma":
            if self.things.are_others(old, new) or self.things.say_contrary(old, new):
                return None
            status = self.direction.asks_more(*self._told_alike(old, new), bags)
        if status != "samma":
            are_two = cosine(*bags) < _LEAST and self.direction.asked.are_reworded(old, new)
            return None if are_two else status
        are_two = (
            self._content.is_replaced(old, new, timed=self.direction.are_timed_alike(old, new))
            or self.things.say_others(old, new)
            or self.things.share_little(old, new)
        )
        if are_two:
            return None
        return "annan part" if self._has_lost_party(old, new) else "samma"

    def are_unlike(self, old: Stated, new: Stated) -> bool:
        """Return whether two duties are one only if their words are much alike."""
        return self._has_other_party(old, new) or _bans_something_else(old, new)

    def are_two(self, old: Stated, new: Stated) -> bool:
        """Return whether two duties are two in whatever words."""
        turned = self._is_turned_about(old, new)
        return turned or self.direction.costs.is_divided_otherwise(old, new)

    def _told_alike(self, old: Stated, new: Stated) -> tuple[Stated, Stated]:
        """Return two duties without the words of the lists if all that they differ in are those.

        Where more differs these may stand for that: `enligt planen`, `som parterna har avtalat`.
        """
        alike = self._beside(old, new), self._beside(new, old)
        return (old, new) if self.direction.asked.differ(*alike) else alike

    def _beside(self, duty: Stated, other: Stated) -> Stated:
        """Return a duty without the words for which the other has another of the lawyers' list."""
        meant = {*self.things.meant(other.words)}
        words = (
            word
            for word in duty.words
            if word in other.words or meant.isdisjoint(self.things.meant((word,)))
        )
        return replace(duty, words=tuple(words))

    @cached_property
    def direction(self) -> Direction:
        """What tells harder from milder."""
        return Direction(self.lists, self.judge.folding, self.bound)

    @cached_property
    def things(self) -> Things:
        """What tells one thing from another."""
        return Things(self.lists, self.judge.folding, self.bound, self.roles)

    @cached_property
    def _content(self) -> DutyContent:
        return DutyContent(self.judge, self.bound)

    def _has_other_party(self, old: Stated, new: Stated) -> bool:
        """Return whether somebody else is bound; whom no list has may work for who is bound."""
        parties = {old.party, new.party}
        is_staff = self.bound.owner in parties and any(map(self.bound.is_unlisted, parties))
        names = {self.judge.folding.read(party) for party in parties}
        return old.named and new.named and len(names) > 1 and not is_staff

    def _has_lost_party(self, old: Stated, new: Stated) -> bool:
        """Return whether one side names a party and the other leaves it to whose work it is.

        `Kommunen ska städa lokalen`, `Lokalen ska städas`: the table would put it to another.
        """
        if old.named == new.named:
            return False
        named = old if old.named else new
        parties = [self.judge.folding.read(duty.party) for duty in (old, new)]
        return parties[0] != parties[1] and not self.bound.is_unlisted(named.party)

    def _has_other_judge(self, old: Stated, new: Stated) -> bool:
        """Return whether a dispute is decided by somebody else: another court, or no court."""
        judges = [self._judges(words_of(duty.text)) for duty in (old, new)]
        return all(judges) and judges[0] != judges[1]

    def _judges(self, words: Sequence[str]) -> set[str]:
        """Return who decides the dispute that `words` are about, a court with its town."""
        if not any(word.startswith(_DISPUTE) for word in words):
            return set()
        return {
            f"{before} {judge}" if before.endswith("s") else judge
            for before, word in pairwise(("", *words))
            for judge in self.lists.deciding
            if word.startswith(judge)
        }

    def _is_turned_about(self, old: Stated, new: Stated) -> bool:
        """Return whether one side is to do what the other is not."""
        none = self.lists.grammar.none
        negated = [
            bool({*duty.binds, *duty.act.casefold().split()[:1]} & none) for duty in (old, new)
        ]
        bans = all(duty.limits for duty in (old, new))
        return negated[0] != negated[1] and not bans


def _bans_something_else(old: Stated, new: Stated) -> bool:
    """Return whether both forbid something, and not the same: `byta chef`, `anlita andra`."""
    bans = all(duty.limits for duty in (old, new))
    acts = [_STEM.findall(duty.act.casefold())[:_FIRST] for duty in (old, new)]
    within = set(acts[0]) <= set(acts[1]) or set(acts[1]) <= set(acts[0])
    whole = [{*_STEM.findall(duty.main.casefold())} for duty in (old, new)]
    return bans and not (
        within
        or {*filter(is_content, acts[0])} & whole[1]
        or {*filter(is_content, acts[1])} & whole[0]
    )
