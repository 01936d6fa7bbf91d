"""Empty paragraphs that stand between others for the sake of air, and follow what they part.

Many write Word files with an empty paragraph after every paragraph. What answers to what is
decided as if they were not there: a clause that was cut in three is then the same three
paragraphs with air as without. Afterwards each is put where its surroundings are.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from avtalsgen.compare.words.subsequence import common
from avtalsgen.redline.align.block import Block
from avtalsgen.redline.align.groups import BlockMove, Group, Grouped


def filled(side: Sequence[Block]) -> list[int]:
    """Return the places of the blocks that are not blank, or may not become another."""
    return [at for at, block in enumerate(side) if block.rigid or not block.said.is_blank]


def with_blanks(
    old: Sequence[Block],
    new: Sequence[Block],
    places: tuple[list[int], list[int]],
    grouped: Grouped,
) -> Grouped:
    """Return `grouped`, which counts only what is `filled`, with the blanks of both sides in it.

    `places` are those of what is filled. Laws: a blank inside a group or a move goes along, and
    so does one after a move that is there at both ends; between two groups that stay as many
    blanks stay as both sides have.
    """
    airing = _Airing(old, new, places)
    moves = [BlockMove(one.number, airing.moved(one.groups)) for one in grouped.moves]
    return Grouped(airing.stays(grouped.stays), moves)


class _Airing:
    """The two sides, and their blanks that are in no move."""

    def __init__(
        self, old: Sequence[Block], new: Sequence[Block], places: tuple[list[int], list[int]]
    ) -> None:
        self._old, self._new, self._places = old, new, places
        self._free_old = set(range(len(old))).difference(places[0])
        self._free_new = set(range(len(new))).difference(places[1])

    def stays(self, groups: list[Group]) -> list[Group]:
        """Return the groups that stay with the blanks inside them, and those between that stay."""
        start, stop = Group([-1], [-1]), Group([len(self._old)], [len(self._new)])
        done: list[Group] = []
        for last, group in pairwise([start, *map(self._airy, groups), stop]):
            olds = range(last.olds[-1] + 1, group.olds[0])
            news = range(last.news[-1] + 1, group.news[0])
            if olds and news:
                blanks = self._blanks(
                    [i for i in olds if i in self._free_old],
                    [j for j in news if j in self._free_new],
                )
                done += [one for one in blanks if one.olds and one.news]
            done.append(group)
        return done[:-1]

    def moved(self, groups: list[Group]) -> list[Group]:
        """Return the groups of a move with the blanks between them, and those after it."""
        done: list[Group] = []
        i, j = self._places[0][groups[0].olds[0]], self._places[1][groups[0].news[0]]
        for group in map(self._airy, groups):
            olds = list(range(i, group.olds[0])) if group.olds else []
            news = list(range(j, group.news[0])) if group.news else []
            done += [*self._blanks(olds, news), group]
            i, j = (
                max([i, *(at + 1 for at in group.olds)]),
                max([j, *(at + 1 for at in group.news)]),
            )
        while self._free_old.issuperset([i]) and self._free_new.issuperset([j]):
            if self._old[i].form != self._new[j].form:
                break
            done.append(Group([i], [j]))
            i, j = i + 1, j + 1
        self._free_old.difference_update(one for group in done for one in group.olds)
        self._free_new.difference_update(one for group in done for one in group.news)
        return done

    def _airy(self, group: Group) -> Group:
        """Return a group in places of the files, with the blanks inside it."""
        olds, news = (
            list(range(side[own[0]], side[own[-1]] + 1)) if own else []
            for side, own in zip(self._places, (group.olds, group.news), strict=True)
        )
        return Group(olds, news)

    def _blanks(self, olds: Sequence[int], news: Sequence[int]) -> Iterator[Group]:
        """Yield blanks, in order, in pairs as far as they go and of one form where they can be."""
        numbers: dict[str, int] = {}
        first = [numbers.setdefault(self._old[i].form, len(numbers)) for i in olds]
        second = [numbers.setdefault(self._new[j].form, len(numbers)) for j in news]
        i = j = 0
        for a, b in [*common(first, second), (len(olds), len(news))]:
            for old_blank, new_blank in zip_longest(olds[i:a], news[j:b]):
                yield Group(
                    [] if old_blank is None else [old_blank],
                    [] if new_blank is None else [new_blank],
                )
            if a < len(olds):
                yield Group([olds[a]], [news[b]])
            i, j = a + 1, b + 1
