"""Pairs of blocks grown into what is marked together, in the order of a merged page.

groups   a paragraph that became several, or several that became one
moves    what moved together, and what was written or taken away inside it
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import product
from operator import attrgetter

from avtalsgen.redline.block import Block, kept_letters, likeness, may_pair, shared

Pair = tuple[int, int]

_PART = 0.75
"""How much of a paragraph must be left over elsewhere to be seen as cut off from there."""
_FEW_LETTERS = 6
_ALIKE = 0.5
_VERY_ALIKE = 0.85
_MORE = 1.05
"""How much more must be kept for a clause to be compared as one."""
_LONGEST = 20
"""How many paragraphs in a row, of which none is alike, are compared as one."""
_BETWEEN = 2
"""How many blocks may be new, or gone, between two that moved together."""
_LEAST_MOVE = 30
"""Letters in a move; less may well be there by chance."""


@dataclass(slots=True)
class Group:
    """Blocks that answer to each other; one side is empty where nothing does."""

    olds: list[int]
    news: list[int]


@dataclass(slots=True)
class Move:
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
class Step:
    """One thing on the merged page: a group, or one end of a move."""

    group: Group
    leaves: Move | None = None
    comes: Move | None = None


@dataclass(slots=True)
class _Sides:
    old: Sequence[Block]
    new: Sequence[Block]
    free_old: set[int] = field(default_factory=set)
    free_new: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Grouped:
    """What stays in order, and what has moved."""

    stays: list[Group]
    moves: list[Move]

    def turned(self) -> "Grouped":
        """Return the same with the sides swapped."""
        moves = [Move(one.number, _turned(one.groups)) for one in self.moves]
        return Grouped(_turned(self.stays), moves)


def _turned(groups: list[Group]) -> list[Group]:
    return [Group(one.news, one.olds) for one in groups]


_BOTH = (attrgetter("olds"), attrgetter("news"))


def grouped(
    old: Sequence[Block], new: Sequence[Block], stays: Sequence[Pair], away: Sequence[Pair]
) -> Grouped:
    """Return the pairs grown into groups and moves; what is in none is alone."""
    sides = _Sides(old, new)
    sides.free_old = set(range(len(old))) - {i for i, _ in stays} - {i for i, _ in away}
    sides.free_new = set(range(len(new))) - {j for _, j in stays} - {j for _, j in away}
    groups = [Group([i], [j]) for i, j in stays]
    moved = [Group([i], [j]) for i, j in away]
    for group in (*moved, *groups):
        _widen(sides, group)
    moves = _moves(sides, moved)
    return Grouped(_with_the_rest(sides, _whole_clauses(sides, groups)), moves)


def _whole_clauses(sides: _Sides, groups: list[Group]) -> list[Group]:
    """Return `groups` with what stands under a heading made one, where more is kept so.

    Paragraph by paragraph little may be alike in a clause that was written anew, with its
    sentences in other paragraphs.
    """
    found: list[Group] = []
    at = 0
    while at < len(groups):
        found.append(groups[at])
        inner = groups[at + 1 : _end_of_clause(sides, groups, at)]
        whole = _whole_clause(sides, groups[at], inner)
        if whole:
            found.append(whole)
            at += len(inner)
        at += 1
    return found


def _end_of_clause(sides: _Sides, groups: list[Group], at: int) -> int:
    """Return where the first group stands after `at` that is no text of the same clause."""
    stop = at + 1
    while stop < len(groups) and all(
        _is_text(block)
        for group in (groups[stop],)
        for block in (*(sides.old[i] for i in group.olds), *(sides.new[j] for j in group.news))
    ):
        stop += 1
    return stop


def _whole_clause(sides: _Sides, heading: Group, inner: list[Group]) -> Group | None:
    if not (heading.olds and heading.news and sides.old[heading.olds[0]].is_heading):
        return None
    own_old, own_new = ({at for group in inner for at in side(group)} for side in _BOTH)
    olds = _run(sides.old, sides.free_old | own_old, heading.olds[-1] + 1)
    news = _run(sides.new, sides.free_new | own_new, heading.news[-1] + 1)
    if not (olds and news and own_old <= set(olds) and own_new <= set(news)):
        return None
    if len(inner) == len(olds) == len(news):
        return None  # each has its like already
    apart = sum(_kept(sides, group.olds, group.news) for group in inner)
    most = min(_length(sides.old, olds), _length(sides.new, news))
    if most <= _MORE * apart or _kept(sides, olds, news) <= _MORE * apart:
        return None
    sides.free_old.difference_update(olds)
    sides.free_new.difference_update(news)
    return Group(olds, news)


def _with_the_rest(sides: _Sides, groups: list[Group]) -> list[Group]:
    """Return `groups` with what is left between two of them, where it shares enough to be one."""
    found: list[Group] = []
    for group in [*groups, Group([len(sides.old)], [len(sides.new)])]:
        last = found[-1] if found else Group([-1], [-1])
        rest = _rest(sides, last)
        if rest:
            found.append(rest)
        found.append(group)
    return found[:-1]


def _rest(sides: _Sides, last: Group) -> Group | None:
    """Return the paragraphs after a group, up to a heading, if they share enough words."""
    olds = _run(sides.old, sides.free_old, last.olds[-1] + 1)
    news = _run(sides.new, sides.free_new, last.news[-1] + 1)
    if not olds or not news or _kept(sides, olds, news) < _LEAST_MOVE:
        return None
    sides.free_old.difference_update(olds)
    sides.free_new.difference_update(news)
    return Group(olds, news)


def _length(blocks: Sequence[Block], own: list[int]) -> int:
    return sum(len(blocks[at].text) for at in own)


def _run(blocks: Sequence[Block], free: set[int], at: int) -> list[int]:
    found: list[int] = []
    while at in free and _is_text(blocks[at]):
        if len(found) == _LONGEST:
            return []
        found.append(at)
        at += 1
    return found


def _widen(sides: _Sides, group: Group) -> None:
    """Take in the paragraphs beside `group` that were cut off from it, or went into it."""
    one, other = sides.old[group.olds[0]], sides.new[group.news[0]]
    if one.form == other.form or not one.is_paragraph or one.ends_section or one.fields_left:
        return
    _take(sides.new, sides.free_new, group.news, one.words - other.words)
    if len(group.news) == 1:
        _take(sides.old, sides.free_old, group.olds, other.words - one.words)


def _take(blocks: Sequence[Block], free: set[int], own: list[int], left: Counter[str]) -> None:
    for at_end in (True, False):
        at = own[-1] + 1 if at_end else own[0] - 1
        while at in free and _is_part(blocks[at], left):
            free.discard(at)
            own.insert(len(own) if at_end else 0, at)
            left = left - blocks[at].words
            at += 1 if at_end else -1


def _is_part(block: Block, left: Counter[str]) -> bool:
    """Return whether most of a paragraph is among the words that are `left`."""
    if not block.is_paragraph or block.ends_section or block.fields_left:
        return False
    both = shared(block.words, left)
    rest = sum(len(word) * times for word, times in left.items())
    most_of_it = block.size >= _FEW_LETTERS and both >= _PART * block.size
    return most_of_it or (both >= _LEAST_MOVE and both >= _PART * rest)


def _moves(sides: _Sides, moved: list[Group]) -> list[Move]:
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
        chain[:] = _whole_clauses(sides, chain)
        rest = _rest(sides, chain[-1])
        if rest:
            chain.append(rest)
        olds = sum(sides.old[i].size for group in chain for i in group.olds)
        news = sum(sides.new[j].size for group in chain for j in group.news)
        text = any(not sides.new[j].is_heading for group in chain for j in group.news)
        if text and max(olds, news) >= _LEAST_MOVE:
            kept.append(Move(len(kept) + 1, chain))
        else:
            sides.free_old.update(i for group in chain for i in group.olds)
            sides.free_new.update(j for group in chain for j in group.news)
    return kept


def _uncrossed(sides: _Sides, chains: list[list[Group]]) -> list[list[Group]]:
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


def _crossing(sides: _Sides, one: list[Group], other: list[Group]) -> Group | None:
    if one[-1].olds[-1] + 1 != other[0].olds[0] or other[-1].news[-1] + 1 != one[0].news[0]:
        return None
    olds = list(range(one[0].olds[0], other[-1].olds[-1] + 1))
    news = list(range(other[0].news[0], one[-1].news[-1] + 1))
    if not all(map(_is_plain, (*(sides.old[i] for i in olds), *(sides.new[j] for j in news)))):
        return None
    before = sum((sides.old[i].words for i in olds), Counter[str]())
    now = sum((sides.new[j].words for j in news), Counter[str]())
    free_old, free_new = set(sides.free_old), set(sides.free_new)
    _take(sides.old, free_old, olds, now - before)
    _take(sides.new, free_new, news, before - now)
    together = _kept(sides, olds, news)
    if together < sum(_kept(sides, group.olds, group.news) for group in (*one, *other)):
        return None
    sides.free_old, sides.free_new = free_old, free_new
    return Group(olds, news)


def _kept(sides: _Sides, olds: list[int], news: list[int]) -> int:
    if [sides.old[i].form for i in olds] == [sides.new[j].form for j in news]:
        return _length(sides.old, olds)
    before, now = (
        [side[at].text for at in own] for side, own in ((sides.old, olds), (sides.new, news))
    )
    return kept_letters("".join(before), "".join(now))


def _is_plain(block: Block) -> bool:
    return block.is_paragraph and not block.ends_section and not block.fields_left


def _is_text(block: Block) -> bool:
    return _is_plain(block) and not block.is_heading


def _between(sides: _Sides, one: Group, other: Group) -> list[Group] | None:
    """Return what stands between two groups if they moved together; None if they did not."""
    olds = range(one.olds[-1] + 1, other.olds[0])
    news = range(one.news[-1] + 1, other.news[0])
    if one.news[-1] >= other.news[0] or len(olds) > _BETWEEN or len(news) > _BETWEEN:
        return None
    if not (sides.free_old.issuperset(olds) and sides.free_new.issuperset(news)):
        return None
    if any(sides.old[i].ends_section or sides.old[i].fields_left for i in olds):
        return None
    if any(sides.new[j].ends_section or sides.new[j].fields_left for j in news):
        return None
    sides.free_old.difference_update(olds)
    sides.free_new.difference_update(news)
    if len(olds) == len(news):
        pairs = list(zip(olds, news, strict=True))
        if all(sides.old[i].form == sides.new[j].form for i, j in pairs):
            return [Group([i], [j]) for i, j in pairs]
    return [*(Group([i], []) for i in olds), *(Group([], [j]) for j in news)]


def _take_neighbours(sides: _Sides, chain: list[Group]) -> None:
    """Take in what stands before and after a move and is alike, such as its heading."""
    for ahead in (True, False):
        while True:
            edge = chain[0] if ahead else chain[-1]
            i, j = (edge.olds[0], edge.news[0]) if ahead else (edge.olds[-1], edge.news[-1])
            found = _neighbours(sides, i, j, -1 if ahead else 1)
            if not found:
                break
            sides.free_old.difference_update(one for group in found for one in group.olds)
            sides.free_new.difference_update(one for group in found for one in group.news)
            chain[:] = [*reversed(found), *chain] if ahead else [*chain, *found]


def _neighbours(sides: _Sides, i: int, j: int, step: int) -> list[Group]:
    """Return the nearest two blocks beside `i` and `j` that are alike, after what is between."""
    for skipped in sorted(product(range(_BETWEEN + 1), repeat=2), key=sum):
        olds = [i + step * (at + 1) for at in range(skipped[0] + 1)]
        news = [j + step * (at + 1) for at in range(skipped[1] + 1)]
        if not (sides.free_old.issuperset(olds) and sides.free_new.issuperset(news)):
            continue
        one, other = sides.old[olds[-1]], sides.new[news[-1]]
        between = (*(sides.old[at] for at in olds[:-1]), *(sides.new[at] for at in news[:-1]))
        if _goes_along(one, other, far=bool(between)) and all(map(_is_plain, between)):
            alone = [Group([at], []) for at in olds[:-1]] + [Group([], [at]) for at in news[:-1]]
            return [*alone, Group([olds[-1]], [news[-1]])]
    return []


def _goes_along(one: Block, other: Block, *, far: bool) -> bool:
    """Return whether two blocks beside a move moved with it."""
    if one.ends_section or one.fields_left or not may_pair(one, other):
        return False
    if not one.is_paragraph:
        return one.form == other.form
    return bool(one.size) and likeness(one, other) >= (_VERY_ALIKE if far else _ALIKE)


def in_order(olds: int, news: int, found: Grouped) -> list[Step]:
    """Return the steps of the merged page: what left stands before what came in its place.

    Law: each of as many blocks of either side stands in one group of a step, or of one move.
    """
    leaving = {i: move for move in found.moves for i in move.olds}
    coming = {j: move for move in found.moves for j in move.news}
    steps: list[Step] = []
    i = j = 0
    for group in [*found.stays, Group([olds], [news])]:
        _one_side(
            steps, range(i, group.olds[0]), leaving, lambda one: Group([one], []), leaves=True
        )
        _one_side(
            steps, range(j, group.news[0]), coming, lambda one: Group([], [one]), leaves=False
        )
        i, j = group.olds[-1] + 1, group.news[-1] + 1
        steps.append(Step(group))
    return steps[:-1]


def _one_side(
    steps: list[Step],
    places: range,
    moving: dict[int, Move],
    alone: Callable[[int], Group],
    *,
    leaves: bool,
) -> None:
    said: set[int] = set()
    for at in places:
        move = moving.get(at)
        if move is None:
            steps.append(Step(alone(at)))
        elif move.number not in said:
            said.add(move.number)
            whole = Group(move.olds, []) if leaves else Group([], move.news)
            steps.append(Step(whole, move, None) if leaves else Step(whole, None, move))
