"""Which sections stand somewhere else than they stood.

A reader goes through a document from the first page to the last. A section has moved if it stands
in another order there, or under another section that was there before; what came or went above
it moves nothing:

    old   1 Ansvar            new   6 Ansvar och säkerhet      came
            1.1 Försäkring            6.1 Ansvar               the same order: not moved
            1.2 Skada                 6.2 Försäkring           a level up, and not moved
          2 Tvist                     6.3 Skada
          3 Priser                  7 Priser                   stays
                                      7.1 Tvist                order: moved
"""

from collections.abc import Iterator, Mapping, Sequence

from avtalsgen.compare.align.outline import Outline
from avtalsgen.compare.words.subsequence import increasing

_NOWHERE = -1
"""What a section stands under that stands under no other."""
_LIFTED = 0.4
"""What the words weigh of a section that came to stand deeper or less deep: of two that changed
order it is the one that moved, unless it has more than twice the text."""


def moved_sections(
    old: Outline, new: Outline, pairs: Mapping[int, int]
) -> tuple[frozenset[int], frozenset[int]]:
    """Return the places in `old` of sections that moved, and of those that went along with one.

    Of sections that changed order among themselves, those with the most words stay. A section
    goes along with the one that it stands under, if nothing that stays is between them.
    """
    moves = _Moves(old, new, pairs)
    staying = moves.staying()
    along = moves.along(staying)
    return frozenset(pairs) - staying - along, along


class _Moves:
    """Both sides, with the nearest section above each that is on the other side too."""

    def __init__(self, old: Outline, new: Outline, pairs: Mapping[int, int]) -> None:
        self.pairs = pairs
        olds = {place: answer for answer, place in pairs.items()}
        self.weights = [1.0 + len(each.face.heading) + len(each.text) for each in old.sections]
        self.above_old = _above(old, pairs)
        self.above_new = {
            olds[answer]: olds.get(above, _NOWHERE) for answer, above in _above(new, olds).items()
        }
        """Both by the place of the old section, and the places above are old ones too."""

    def ends(self, place: int) -> tuple[int, int]:
        """Return what an old section stands under, and what the answer to it does."""
        return self.above_old[place], self.above_new[place]

    def staying(self) -> frozenset[int]:
        """Return what keeps its order in the whole document, and what it stands under."""
        return self.in_order([place for place in sorted(self.pairs) if self._weight(place)])

    def in_order(self, places: Sequence[int]) -> frozenset[int]:
        """Return those of `places` that keep their order and have the most words together."""
        answers = [self.pairs[place] for place in places]
        kept = increasing(answers, [self._weight(place) for place in places])
        return frozenset(place for at, place in enumerate(places) if at in kept)

    def _weight(self, place: int) -> float:
        """Return what it is worth that a section stays, nothing if it cannot."""
        before, now = self.ends(place)
        if before == now:
            return self.weights[place]
        return _LIFTED * self.weights[place] if self._is_lifted(place) else 0.0

    def _is_lifted(self, place: int) -> bool:
        """Return whether a section stands under what stood above its old home, or below it."""
        before, now = self.ends(place)
        return now in _chain(before, self.above_old) or before in _chain(now, self.above_new)

    def along(self, staying: frozenset[int]) -> frozenset[int]:
        """Return what moved with the section that it stands under on both sides."""
        families: dict[int, list[int]] = {}
        for place in sorted(self.pairs):
            before, now = self.ends(place)
            is_below_moved = before == now != _NOWHERE and before not in staying
            if (
                is_below_moved
                and place not in staying
                and self._nothing_between(before, place, staying)
            ):
                families.setdefault(before, []).append(place)
        kept = set[int]()
        for family in families.values():
            kept |= self.in_order(family)
        return frozenset(kept)

    def _nothing_between(self, above: int, place: int, staying: frozenset[int]) -> bool:
        first, last = self.pairs[above], self.pairs[place]
        return not any(
            above < other < place or first < self.pairs[other] < last for other in staying
        )


def _chain(place: int, above: Mapping[int, int]) -> Iterator[int]:
    while place != _NOWHERE:
        place = above[place]
        yield place


def _above(side: Outline, paired: Mapping[int, int]) -> dict[int, int]:
    """Return for each of `paired` the nearest above it that is paired too."""
    above_each: dict[int, int] = {}
    for place in paired:
        above = side.sections[place].parent
        while above >= 0 and above not in paired:
            above = side.sections[above].parent
        above_each[place] = above if above >= 0 else _NOWHERE
    return above_each
