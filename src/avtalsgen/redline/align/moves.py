"""What moved together, and what was written or taken away inside it."""

from collections import Counter
from itertools import product

from avtalsgen.redline.align.block import Block, likeness, may_pair
from avtalsgen.redline.align.groups import Group, Move
from avtalsgen.redline.align.leftover import rest, whole_clauses
from avtalsgen.redline.align.sides import LEAST, Sides, take

_ALIKE = 0.5
_VERY_ALIKE = 0.85
_BETWEEN = 2
"""How many blocks may be new, or gone, between two that moved together."""


def moves_of(sides: Sides, moved: list[Group]) -> list[Move]:
    """Return what moved together; what is too little to have moved is free again."""
    chains: list[list[Group]] = []
    for group in sorted(moved, key=lambda one: one.olds[0]):
        between = _between(sides, chains[-1][-1], group) if chains else None
        if between is None:
            chains.append([group])
        else:
            chains[-1] += [*between, group]
    chains = _uncrossed(sides, chains)
    for chain in chains:
        _take_neighbours(sides, chain)
    kept: list[Move] = []
    for chain in chains:
        chain[:] = whole_clauses(sides, chain)
        chain += rest(sides, chain[-1])
        olds = sum(sides.old[i].size for group in chain for i in group.olds)
        news = sum(sides.new[j].size for group in chain for j in group.news)
        text = any(not sides.new[j].is_heading for group in chain for j in group.news)
        if text and max(olds, news) >= LEAST:
            kept.append(Move(len(kept) + 1, chain))
        else:
            sides.free_old.update(i for group in chain for i in group.olds)
            sides.free_new.update(j for group in chain for j in group.news)
    return kept


def _uncrossed(sides: Sides, chains: list[list[Group]]) -> list[list[Group]]:
    """Return `chains` with those made one group that changed places with their neighbours.

    Where a clause has moved and its paragraphs were cut and mixed, more stays if it moved as one.
    """
    found: list[list[Group]] = []
    for chain in chains:
        whole = _crossing(sides, found[-1], chain) if found else None
        if whole is None:
            found.append(chain)
        else:
            found[-1] = [whole]
    return found


def _crossing(sides: Sides, one: list[Group], other: list[Group]) -> Group | None:
    if one[-1].olds[-1] + 1 != other[0].olds[0] or other[-1].news[-1] + 1 != one[0].news[0]:
        return None
    olds = list(range(one[0].olds[0], other[-1].olds[-1] + 1))
    news = list(range(other[0].news[0], one[-1].news[-1] + 1))
    blocks = (*(sides.old[i] for i in olds), *(sides.new[j] for j in news))
    if not all(block.is_plain for block in blocks):
        return None
    before = sum((sides.old[i].words for i in olds), Counter[str]())
    now = sum((sides.new[j].words for j in news), Counter[str]())
    free_old, free_new = set(sides.free_old), set(sides.free_new)
    take(sides.old, free_old, olds, now - before)
    take(sides.new, free_new, news, before - now)
    together = sides.kept(olds, news)
    if together < sum(sides.kept(group.olds, group.news) for group in (*one, *other)):
        return None
    sides.free_old, sides.free_new = free_old, free_new
    return Group(olds, news)


def _between(sides: Sides, one: Group, other: Group) -> list[Group] | None:
    """Return what stands between two groups if they moved together; None if they did not."""
    olds = range(one.olds[-1] + 1, other.olds[0])
    news = range(one.news[-1] + 1, other.news[0])
    if one.news[-1] >= other.news[0] or len(olds) > _BETWEEN or len(news) > _BETWEEN:
        return None
    if not (sides.free_old.issuperset(olds) and sides.free_new.issuperset(news)):
        return None
    between = (*(sides.old[i] for i in olds), *(sides.new[j] for j in news))
    if not all(block.stands_free for block in between):
        return None
    sides.free_old.difference_update(olds)
    sides.free_new.difference_update(news)
    if len(olds) == len(news):
        pairs = list(zip(olds, news, strict=True))
        if all(sides.old[i].form == sides.new[j].form for i, j in pairs):
            return [Group([i], [j]) for i, j in pairs]
    return [*(Group([i], []) for i in olds), *(Group([], [j]) for j in news)]


def _take_neighbours(sides: Sides, chain: list[Group]) -> None:
    """Take in what stands before and after a move and is alike, such as its heading."""
    for ahead in (True, False):
        while True:
            edge = chain[0] if ahead else chain[-1]
            i, j = (edge.olds[0], edge.news[0]) if ahead else (edge.olds[-1], edge.news[-1])
            found = _neighbours(sides, i, j, -1 if ahead else 1)
            if not found:
                break
            for group in found:
                sides.take(group)
            chain[:] = [*reversed(found), *chain] if ahead else [*chain, *found]


def _neighbours(sides: Sides, i: int, j: int, step: int) -> list[Group]:
    """Return the nearest two blocks beside `i` and `j` that are alike, after what is between."""
    for skipped in sorted(product(range(_BETWEEN + 1), repeat=2), key=sum):
        olds = [i + step * (at + 1) for at in range(skipped[0] + 1)]
        news = [j + step * (at + 1) for at in range(skipped[1] + 1)]
        if not (sides.free_old.issuperset(olds) and sides.free_new.issuperset(news)):
            continue
        one, other = sides.old[olds[-1]], sides.new[news[-1]]
        between = (*(sides.old[at] for at in olds[:-1]), *(sides.new[at] for at in news[:-1]))
        if _goes_along(one, other, far=bool(between)) and all(block.is_plain for block in between):
            alone = [Group([at], []) for at in olds[:-1]] + [Group([], [at]) for at in news[:-1]]
            return [*alone, Group([olds[-1]], [news[-1]])]
    return []


def _goes_along(one: Block, other: Block, *, far: bool) -> bool:
    """Return whether two blocks beside a move moved with it."""
    if not one.stands_free or not may_pair(one, other):
        return False
    if not one.is_paragraph:
        return one.form == other.form
    return bool(one.size) and likeness(one, other) >= (_VERY_ALIKE if far else _ALIKE)
