"""An alignment of sections and lines put in the places of the blocks of two files.

stays   the heading and the lines of a section that stays, each with what answers to it
moves   a section that moved, with those that went along and all that stands in it;
a line that moved by itself
alone   the rest; what no reader takes for text is tied to its like where it stands, and a
section that was written anew is compared as one text where more is kept so
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from avtalsgen.compare.align.alignment import Alignment
from avtalsgen.compare.align.likeness import words
from avtalsgen.compare.align.splits import Match
from avtalsgen.compare.words.subsequence import common, increasing
from avtalsgen.redline.align.block import Block, may_pair
from avtalsgen.redline.align.file_side import NO_SECTION, FileSide
from avtalsgen.redline.align.gaps import most_alike
from avtalsgen.redline.align.groups import BlockMove, Group, Grouped, Pair
from avtalsgen.redline.align.leftover import whole_clauses, with_the_rest
from avtalsgen.redline.align.sides import Sides

_FEW_LETTERS = 24
"""A block with fewer letters has not moved by itself: it may stand there by chance."""


class Drawing:
    """Groups and moves, as they are found."""

    def __init__(self, alignment: Alignment, old: FileSide, new: FileSide) -> None:
        self.alignment, self.old, self.new = alignment, old, new
        self._staying: dict[int, list[Match]] = {}
        """The lines that stay, by the older section that they stand in."""
        for match in alignment.staying:
            section = alignment.old.units[match.olds[0]].section
            self._staying.setdefault(section, []).append(match)
        self.free = Sides(
            old.blocks, new.blocks, set(range(len(old.blocks))), set(range(len(new.blocks)))
        )

    def grouped(self, *, moves: bool = True) -> Grouped:
        """Return what stays in order, and what has moved."""
        body = self.alignment
        staying = [pair for pair in body.sections.items() if pair[0] not in body.moves.elsewhere]
        stays = self._in_order([group for pair in staying for group in self._inside(*pair)])
        for group in stays:
            self.free.take(group)
        moved = [*self._sections_moved(), *self._lines_moved()] if moves else []
        filled = self._filled(stays)
        if moves:
            moved += self._equal_moved()
        stays = whole_clauses(self.free, filled)
        stays = with_the_rest(self.free, stays)
        return Grouped(stays, [BlockMove(number, own) for number, own in enumerate(moved, start=1)])

    def _inside(self, i: int, j: int) -> list[Group]:
        """Return what answers to what in two sections that do: the heading, then line by line."""
        body = self.alignment
        heads = Match((body.old.sections[i].heading.place,), (body.new.sections[j].heading.place,))
        groups = [self._group(match) for match in (heads, *self._staying.get(i, ()))]
        return self._in_order([group for group in groups if group])

    def _group(self, match: Match) -> Group | None:
        """Return the blocks of lines that answer to each other, if they can be one in Word."""
        olds, news = self.old.places(match.olds), self.new.places(match.news)
        if not (self.free.free_old.issuperset(olds) and self.free.free_new.issuperset(news)):
            return None
        blocks = [*(self.old.blocks[i] for i in olds), *(self.new.blocks[j] for j in news)]
        if not olds or not news or not may_pair(blocks[0], blocks[-1]):
            return None
        if blocks[0].said.is_entry != blocks[-1].said.is_entry:
            return None  # a heading has not moved to the contents
        if len(blocks) > 2 and not all(block.said.is_plain for block in blocks):
            return None
        return Group(olds, news)

    def _in_order(self, groups: Sequence[Group]) -> list[Group]:
        """Return as many of `groups` as keep their order, no block in two: the longest of them.

        The rows of a table are one block, and so one group.
        """
        once: dict[tuple[int, int], Group] = {}
        last = (-1, -1)
        for group in sorted(groups, key=lambda stay: (stay.olds[0], stay.news[0])):
            place = group.olds[0], group.news[0]
            if (place[0] > last[0] or place[1] > last[1]) and place not in once:
                once[place], last = group, place
        apart = list(once.values())
        answers = [group.news[0] for group in apart]
        if any(before >= after for before, after in pairwise(answers)):
            sizes = [1.0 + sum(self.old.blocks[i].said.size for i in group.olds) for group in apart]
            apart = [apart[place] for place in sorted(increasing(answers, sizes))]
        ordered: list[Group] = []
        for group in apart:
            if not ordered or (
                group.olds[0] > ordered[-1].olds[-1] and group.news[0] > ordered[-1].news[-1]
            ):
                ordered.append(group)
        return ordered

    def _sections_moved(self) -> Iterator[list[Group]]:
        """Yield the blocks of each section that moved, with what went along, in order."""
        for root in sorted(self.alignment.moves.moved):
            pieces: list[list[Group]] = []
            for place in (root, *self._along(root)):
                for piece in self._section(place, pieces[-1] if pieces else None):
                    pieces.append(piece)
            for piece in pieces:
                if self._may_move(piece) and self._alike(piece):
                    for group in piece:
                        self.free.take(group)
                    yield self._trimmed(whole_clauses(self.free, piece))

    def _trimmed(self, groups: list[Group]) -> list[Group]:
        """Return what moved without what only one side has last: that is put or gone, not moved."""
        while not (groups[-1].olds and groups[-1].news):
            last = groups.pop()
            self.free.free_old.update(last.olds)
            self.free.free_new.update(last.news)
        return groups

    def _along(self, root: int) -> list[int]:
        places: list[int] = []
        for place in sorted(self.alignment.moves.along):
            above = self.alignment.old.sections[place].parent
            while above >= 0 and above not in self.alignment.sections:
                above = self.alignment.old.sections[above].parent
            if above in (root, *places):
                places.append(place)
        return places

    def _section(self, place: int, before: list[Group] | None) -> Iterator[list[Group]]:
        """Yield the groups of a section that moved; those that follow on are added to `before`."""
        olds = self.old.sections.get(place, range(0))
        news = self.new.sections.get(self.alignment.sections[place], range(0))
        groups = self._inside(place, self.alignment.sections[place])
        if not groups or groups[0].olds[0] != olds.start or groups[0].news[0] != news.start:
            return
        whole = self._with_alone(groups, olds, news)
        if before is None:
            yield whole
            return
        old_at, new_at = _end(before)
        between_old, between_new = range(old_at, olds.start), range(new_at, news.start)
        if self._only_alone(between_old, between_new):
            before += _alone(between_old, between_new)
            before += whole
        else:
            yield whole

    def _only_alone(self, olds: range, news: range) -> bool:
        """Return whether between two sections that moved together stands only what is alone."""
        answers = set(self.alignment.sections.values())
        return all(self.old.homes[i] not in self.alignment.sections for i in olds) and all(
            self.new.homes[j] not in answers for j in news
        )

    def _with_alone(self, groups: Sequence[Group], olds: range, news: range) -> list[Group]:
        with_alone: list[Group] = []
        i, j = olds.start, news.start
        for group in groups:
            with_alone += [*_alone(range(i, group.olds[0]), range(j, group.news[0])), group]
            i, j = group.olds[-1] + 1, group.news[-1] + 1
        return [*with_alone, *_alone(range(i, olds.stop), range(j, news.stop))]

    def _may_move(self, groups: Sequence[Group]) -> bool:
        olds = [i for group in groups for i in group.olds]
        news = [j for group in groups for j in group.news]
        blocks = (*(self.old.blocks[i] for i in olds), *(self.new.blocks[j] for j in news))
        return (
            self.free.free_old.issuperset(olds)
            and self.free.free_new.issuperset(news)
            and all(block.said.stands_free and not block.rigid for block in blocks)
        )

    def _alike(self, groups: Sequence[Group]) -> float:
        """Return the share of their words that both ends have: 1 for the same, 0 for none.

        Numbers do not count: of two headings `2.2` it is the words that say what they are of.
        """
        olds = Counter(self._words(self.old, (i for group in groups for i in group.olds)))
        news = Counter(self._words(self.new, (j for group in groups for j in group.news)))
        whole = olds.total() + news.total()
        return 2 * (olds & news).total() / whole if whole else 1.0

    def _words(self, side: FileSide, places: Iterable[int]) -> Iterator[str]:
        for place in places:
            yield from (
                word for word in words(side.blocks[place].said.text) if not word.isdecimal()
            )

    def _lines_moved(self) -> Iterator[list[Group]]:
        """Yield lines that moved by themselves; those that follow each other as one."""
        moved: list[list[Group]] = []
        for match in sorted(self.alignment.matches, key=lambda match: match.olds):
            group = self._group(match)
            if group is None or not self._may_move([group]):
                continue
            self.free.take(group)
            if moved and _end(moved[-1]) == (group.olds[0], group.news[0]):
                moved[-1].append(group)
            else:
                moved.append([group])
        yield from moved

    def _equal_moved(self) -> Iterator[list[Group]]:
        """Yield what no reader takes for text that is the same and stands once, elsewhere."""
        olds, news = (
            {
                form: places[0]
                for form, places in _places(side.blocks, free).items()
                if len(places) == 1 and side.blocks[places[0]].said.size >= _FEW_LETTERS
            }
            for side, free in ((self.old, self.free.free_old), (self.new, self.free.free_new))
        )
        for form, i in olds.items():
            if form in news and self._may_move([Group([i], [news[form]])]):
                group = Group([i], [news[form]])
                self.free.take(group)
                yield [group]

    def _filled(self, stays: Sequence[Group]) -> list[Group]:
        """Return `stays` with what stands between them and is of one section, of none, or equal."""
        filled_groups = list(stays)
        i = j = 0
        for group in (*stays, Group([len(self.old.blocks)], [len(self.new.blocks)])):
            olds = [at for at in range(i, group.olds[0]) if at in self.free.free_old]
            news = [at for at in range(j, group.news[0]) if at in self.free.free_new]
            if olds and news:
                filled_groups += self._in_gap(olds, news)
            i, j = group.olds[-1] + 1, group.news[-1] + 1
        for group in filled_groups:
            self.free.take(group)
        return self._in_order(filled_groups)

    def _in_gap(self, olds: Sequence[int], news: Sequence[int]) -> list[Group]:
        pairs = dict(self._of_one_section(olds, news))
        taken = set(pairs.values())
        left = [at for at in olds if at not in pairs], [at for at in news if at not in taken]
        pairs |= dict(self._tied(_same_forms, *left))
        return [Group([old], [new]) for old, new in pairs.items()]

    def _of_one_section(self, olds: Sequence[int], news: Sequence[int]) -> Iterator[Pair]:
        for home in dict.fromkeys(self.old.homes[at] for at in olds):
            answer = self.alignment.sections.get(home, NO_SECTION)
            if home == NO_SECTION or answer != NO_SECTION:
                yield from self._tied(
                    most_alike,
                    [at for at in olds if self.old.homes[at] == home],
                    [at for at in news if self.new.homes[at] == answer],
                )

    def _tied(
        self,
        tie: Callable[[Sequence[Block], Sequence[Block]], list[Pair]],
        olds: Sequence[int],
        news: Sequence[int],
    ) -> list[Pair]:
        """Return the pairs that `tie` finds among blocks, by their places."""
        blocks = [self.old.blocks[i] for i in olds], [self.new.blocks[j] for j in news]
        return [(olds[a], news[b]) for a, b in tie(*blocks)]


def _same_forms(olds: Sequence[Block], news: Sequence[Block]) -> list[Pair]:
    """Return which blocks say the same, in order, as places in the two lists."""
    numbers: dict[str, int] = {}
    first, second = (
        [numbers.setdefault(block.form, len(numbers)) for block in side] for side in (olds, news)
    )
    return common(first, second)


def _places(blocks: Sequence[Block], free: Iterable[int]) -> dict[str, list[int]]:
    by_text: dict[str, list[int]] = {}
    for place in sorted(free):
        by_text.setdefault(blocks[place].form, []).append(place)
    return by_text


def _alone(olds: range, news: range) -> list[Group]:
    return [*(Group([i], []) for i in olds), *(Group([], [j]) for j in news)]


def _end(groups: Sequence[Group]) -> tuple[int, int]:
    """Return where the blocks after `groups` begin."""
    olds = [i for group in groups for i in group.olds]
    news = [j for group in groups for j in group.news]
    return max(olds) + 1, max(news) + 1
