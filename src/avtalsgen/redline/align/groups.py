"""Blocks that answer to each other, and the order in which they stand on a merged page."""

from collections.abc import Callable

from avtalsgen.records import dataclass

Pair = tuple[int, int]


@dataclass(slots=True)
class Group:
    """Blocks that answer to each other; one side is empty where nothing does."""

    olds: list[int]
    news: list[int]


@dataclass(slots=True)
class BlockMove:
    """What moved together."""

    number: int
    groups: list[Group]

    @property
    def olds(self) -> list[int]:
        """Return the blocks that left."""
        return [i for group in self.groups for i in group.olds]

    @property
    def news(self) -> list[int]:
        """Return the blocks that came."""
        return [j for group in self.groups for j in group.news]


@dataclass(frozen=True, slots=True)
class MergeStep:
    """One thing on the merged page: a group, or one end of a move."""

    group: Group
    leaves: BlockMove | None = None
    comes: BlockMove | None = None


@dataclass(frozen=True, slots=True)
class Grouped:
    """What stays in order, and what has moved."""

    stays: list[Group]
    moves: list[BlockMove]


def in_order(olds: int, news: int, grouped: Grouped) -> list[MergeStep]:
    """Return the steps of the merged page: what left stands before what came in its place.

    Law: each of as many blocks of either side stands in one group of a step, or of one move.
    """
    leaving = {i: move for move in grouped.moves for i in move.olds}
    coming = {j: move for move in grouped.moves for j in move.news}
    steps: list[MergeStep] = []
    i = j = 0
    for group in [*grouped.stays, Group([olds], [news])]:
        _one_side(
            steps, range(i, group.olds[0]), leaving, lambda place: Group([place], []), leaves=True
        )
        _one_side(
            steps, range(j, group.news[0]), coming, lambda place: Group([], [place]), leaves=False
        )
        i, j = group.olds[-1] + 1, group.news[-1] + 1
        steps.append(MergeStep(group))
    return steps[:-1]


def _one_side(
    steps: list[MergeStep],
    places: range,
    moving: dict[int, BlockMove],
    alone: Callable[[int], Group],
    *,
    leaves: bool,
) -> None:
    said: set[int] = set()
    for place in places:
        move = moving.get(place)
        if move is None:
            steps.append(MergeStep(alone(place)))
        elif move.number not in said:
            said.add(move.number)
            whole = Group(move.olds, []) if leaves else Group([], move.news)
            steps.append(MergeStep(whole, move, None) if leaves else MergeStep(whole, None, move))
