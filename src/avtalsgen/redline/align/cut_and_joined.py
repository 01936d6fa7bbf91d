"""Pairs of blocks grown into what is marked together: paragraphs cut, joined, moved, rewritten."""

from collections.abc import Sequence

from avtalsgen.redline.align.block import Block
from avtalsgen.redline.align.groups import Group, Grouped, Pair
from avtalsgen.redline.align.leftover import whole_clauses, with_the_rest
from avtalsgen.redline.align.moves import moves_of
from avtalsgen.redline.align.sides import Sides, take


def grouped(
    old: Sequence[Block], new: Sequence[Block], stays: Sequence[Pair], away: Sequence[Pair]
) -> Grouped:
    """Return the pairs grown into groups and moves; what is in none is alone."""
    sides = Sides(old, new)
    sides.free_old = set(range(len(old))) - {i for i, _ in stays} - {i for i, _ in away}
    sides.free_new = set(range(len(new))) - {j for _, j in stays} - {j for _, j in away}
    groups = [Group([i], [j]) for i, j in stays]
    moved = [Group([i], [j]) for i, j in away]
    for group in (*moved, *groups):
        _widen(sides, group)
    moves = moves_of(sides, moved)
    return Grouped(with_the_rest(sides, whole_clauses(sides, groups)), moves)


def _widen(sides: Sides, group: Group) -> None:
    """Take in the paragraphs beside `group` that were cut off from it, or went into it."""
    one, other = sides.old[group.olds[0]], sides.new[group.news[0]]
    if one.form == other.form or not one.is_plain:
        return
    take(sides.new, sides.free_new, group.news, one.words - other.words)
    if len(group.news) == 1:
        take(sides.old, sides.free_old, group.olds, other.words - one.words)
