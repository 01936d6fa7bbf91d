"""The two sides of an alignment while it grows, and what of them is in no group yet."""

from collections.abc import Sequence
from dataclasses import field

from avtalsgen.records import dataclass
from avtalsgen.redline.align.block import Block, kept_letters
from avtalsgen.redline.align.groups import Group

LEAST = 30
"""Letters that two runs of paragraphs share at least; fewer may be there by chance."""
_LONGEST = 20
"""How many paragraphs in a row, of which none is alike, are compared as one."""


@dataclass(slots=True)
class Sides:
    """Both sides, and the places of the blocks that are free."""

    old: Sequence[Block]
    new: Sequence[Block]
    free_old: set[int] = field(default_factory=set)
    free_new: set[int] = field(default_factory=set)

    def kept(self, olds: list[int], news: list[int]) -> int:
        """Return how many letters stay if these blocks become those."""
        if [self.old[i].form for i in olds] == [self.new[j].form for j in news]:
            return length(self.old, olds)
        before, now = (
            [side[at].said.text for at in own] for side, own in ((self.old, olds), (self.new, news))
        )
        return kept_letters("".join(before), "".join(now))

    def take(self, group: Group) -> None:
        """Let the blocks of `group` be free no more."""
        self.free_old.difference_update(group.olds)
        self.free_new.difference_update(group.news)


def run(blocks: Sequence[Block], free: set[int], place: int) -> list[int]:
    """Return the places of free text from `place` on; none if it is too long to be one."""
    places: list[int] = []
    while place in free and blocks[place].said.is_text:
        if len(places) == _LONGEST:
            return []
        places.append(place)
        place += 1
    return places


def length(blocks: Sequence[Block], places: list[int]) -> int:
    """Return how many letters and signs the blocks have."""
    return sum(len(blocks[at].said.text) for at in places)
