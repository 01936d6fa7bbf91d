"""Which sections stand somewhere else than they stood.

A reader goes through a document from the first page to the last. A section has moved if its text
stands in another order there. What only came to stand under another heading, because that moved
or came to another level, stands where it stood: it has another parent, and did not move.

    old   1 Ansvar            new   6 Tvist                    order: moved
            1.1 Försäkring            6.1 Försäkring           another parent, the same order
            1.2 Skada                 6.2 Skada                another parent, the same order
          2 Tvist                   7 Ansvar                   stays: it has more text than Tvist
          3 Priser                    7.1 Priser               another parent, the same order

What came or went above a section is no other parent: it is told by itself. Nor is a passage without
a heading one: where a program put the first lines of a document above all the rest, nobody sees it.
"""

from collections.abc import Container, Iterable, Mapping, Sequence

from avtalsgen.compare.align.outline import Outline
from avtalsgen.compare.words.subsequence import increasing
from avtalsgen.records import dataclass

_NOWHERE = -1
"""What a section stands under that stands under no other."""
_REPARENTED = 0.4
"""What the words weigh of a section that has another parent: of two that changed order it is the
one that moved, unless it has more than twice the text, or headings changed place around it."""


@dataclass(frozen=True, slots=True)
class Moves:
    """Places in the old outline of sections that stand elsewhere, or under something else."""

    moved: frozenset[int]
    """Those that stand in another order."""
    along: frozenset[int]
    """Those that went along with one that moved, which they stand under."""
    reparented: frozenset[int]
    """Those that stand where they stood; the nearest section above of both sides is another."""

    @property
    def elsewhere(self) -> frozenset[int]:
        """Return those that do not stand in their order: what moved, and what went along."""
        return self.moved | self.along

    def turned(self, answers: Mapping[int, int]) -> "Moves":
        """Return the same by the places in the new outline, which `answers` has for the old."""
        sides = self.moved, self.along, self.reparented
        return Moves(*(frozenset(answers[place] for place in places) for places in sides))


def moves(old: Outline, new: Outline, pairs: Mapping[int, int]) -> Moves:
    """Return which of the sections that answer to each other stand elsewhere.

    Of sections that changed order among themselves, those with the most words stay. A section
    goes along with the one that it stands under, if nothing that stays is between them.
    """
    finder = _Finder(old, new, pairs)
    staying = finder.in_order(sorted(pairs))
    along = finder.along(staying)
    reparented = frozenset(filter(finder.has_another_parent, staying))
    return Moves(frozenset(pairs) - staying - along, along, reparented)


class _Finder:
    """Both sides, with the nearest section above each that is on the other side too."""

    def __init__(self, old: Outline, new: Outline, pairs: Mapping[int, int]) -> None:
        self.pairs = pairs
        olds = {place: answer for answer, place in pairs.items()}
        self.above_old = _above(old, pairs, pairs)
        headed = {
            place
            for place, answer in pairs.items()
            if old.sections[place].face.heading and new.sections[answer].face.heading
        }
        self.under_old = _above(old, pairs, headed)
        under_new = _above(new, olds, {pairs[place] for place in headed})
        self.under_new = {
            olds[answer]: olds.get(above, _NOWHERE) for answer, above in under_new.items()
        }
        """As `under_old`, the heading that each stands under, all by the places of old sections."""
        self.weights = {
            place: (1.0 + len(old.sections[place].face.heading) + len(old.sections[place].text))
            * (_REPARENTED if self._left_its_parent(place) else 1.0)
            for place in pairs
        }

    def has_another_parent(self, place: int) -> bool:
        """Return whether an old section stands under something else than its answer does."""
        return self.under_old[place] != self.under_new[place]

    def _left_its_parent(self, place: int) -> bool:
        """Return whether a section has another parent, and not since both went past it."""
        before, now = self.under_old[place], self.under_new[place]
        both_passed = before != _NOWHERE and self.pairs[before] > self.pairs[place] and now > place
        return before != now and not both_passed

    def in_order(self, places: Sequence[int]) -> frozenset[int]:
        """Return those of `places` that keep their order and have the most words together."""
        answers = [self.pairs[place] for place in places]
        kept = increasing(answers, [self.weights[place] for place in places])
        return frozenset(place for at, place in enumerate(places) if at in kept)

    def along(self, staying: frozenset[int]) -> frozenset[int]:
        """Return what moved with the section that it stands under on both sides."""
        families: dict[int, list[int]] = {}
        for place in sorted(self.pairs):
            above = self.above_old[place]
            if (
                place not in staying
                and above != _NOWHERE
                and above not in staying
                and not self.has_another_parent(place)
                and self._nothing_between(above, place, staying)
            ):
                families.setdefault(above, []).append(place)
        kept = set[int]()
        for family in families.values():
            kept |= self.in_order(family)
        return frozenset(kept)

    def _nothing_between(self, above: int, place: int, staying: frozenset[int]) -> bool:
        first, last = self.pairs[above], self.pairs[place]
        return not any(
            above < other < place or first < self.pairs[other] < last for other in staying
        )


def _above(side: Outline, paired: Iterable[int], among: Container[int]) -> dict[int, int]:
    """Return for each of `paired` the nearest above it that is one of those `among`."""
    above_each: dict[int, int] = {}
    for place in paired:
        above = side.sections[place].parent
        while above >= 0 and above not in among:
            above = side.sections[above].parent
        above_each[place] = above if above >= 0 else _NOWHERE
    return above_each
