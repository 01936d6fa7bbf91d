"""Two versions of a document in one, every difference marked and nothing else."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from avtalsgen.compare.align.alignment import Alignment, align_pairs, aligned
from avtalsgen.compare.align.kept import lost_line
from avtalsgen.compare.align.lines import Said
from avtalsgen.compare.align.moves import Moves
from avtalsgen.compare.align.outline import OutlineSection
from avtalsgen.compare.align.parts import outline_of_notes
from avtalsgen.compare.marks.block_marks import BlockMarks, Within, on_one_side
from avtalsgen.compare.marks.frame_marks import (
    in_order,
    merged_cover,
    merged_signatures,
    old_frame,
)
from avtalsgen.compare.marks.inline_marks import Content, Side, merged, one_side
from avtalsgen.compare.marks.marked_tree import MarkedTree
from avtalsgen.compare.marks.move_names import MoveNames
from avtalsgen.compare.marks.one_ended import without_one_ended
from avtalsgen.compare.marks.pair_walk import Placed, placed
from avtalsgen.compare.marks.resolve import proven, unmarked
from avtalsgen.compare.marks.runs import whole
from avtalsgen.model.nodes import Aside, Block, Document, Revision, Section, Was
from avtalsgen.model.redline import Redline
from avtalsgen.records import dataclass

_Blocks = tuple[Placed[Block], ...]


def redline(old: Document, new: Document, body: Alignment | None = None) -> Redline:
    """Return `new` with what differs from `old` marked in it, proven before anybody sees it.

    Laws: `accept` of it is `new`, `reject` of it is `old`, with words that look the same and
    stand side by side as one node; of a document and itself nothing is marked. What moved has
    one name in both places, and the words that did not come along are marked in each. `body` is
    the alignment of the two where somebody has it already.

    A line that both versions have, as the alignment has it, is unmarked; where it is not, the
    redline is made again coarser: sections as they are aligned, each line of them whole.

    Raises:
        AvtalsgenError: JF10 one of the two laws of it does not hold.
    """
    body = body or aligned(old, new)
    made = _drawn(old, new, body)
    if lost_line(body, unmarked(made.document)):
        whole_lines = replace(body, matches=(), staying=frozenset())
        made = replace(_drawn(old, new, whole_lines), coarser=True)
    return proven(made, old, new)


def _drawn(old: Document, new: Document, body: Alignment) -> Redline:
    names = MoveNames()
    document = replace(
        new,
        cover=merged_cover(old.cover, new.cover),
        sections=_SectionMarks(body, names).tree(),
        signatures=merged_signatures(old.signatures, new.signatures),
        asides=tuple(_asides(old.asides, new.asides, names, body.said)),
    )
    return Redline(without_one_ended(document), old_frame(old))


@dataclass(frozen=True, slots=True)
class _SideSections:
    """The sections of one side, and what becomes of each on the other."""

    side: Side
    entries: Sequence[OutlineSection]
    answers: dict[int, int]
    moves: Moves

    def stays(self, place: int) -> bool:
        """Return whether a section is on the other side too, where it was."""
        return place in self.answers and place not in self.moves.elsewhere

    def moved_with(self, place: int) -> int:
        """Return the section that moved, which that at `place` is or went along with."""
        while place in self.moves.along:
            place = self._above(place)
        return place

    def _above(self, place: int) -> int:
        above = self.entries[place].parent
        while above not in self.answers:
            above = self.entries[above].parent
        return above

    def stands_in(self, place: int) -> int:
        """Return the nearest section above that stays, -1 if there is none."""
        above = self.entries[place].parent
        while above >= 0 and not self.stays(above):
            above = self.entries[above].parent
        return above


class _SectionMarks:
    """Marks the sections of two documents that are aligned.

    Both sides are read in order, and what stays is in the same order on both:

        old  1  1.1  1.2  2          1 and 2 stay, 1.1 is gone, 1.2 is now 3
        new  1  A  2  3
        out  1 ─┬─ 1.1[-]            at each place the old before the new,
                └─ 1.2[- flytt-1]    what belongs to a later section that stays first
             A[+]  2  3[+ flytt-1]

    Either side is the sections that it has, in this order, each as deep as its level says.
    """

    def __init__(self, body: Alignment, names: MoveNames) -> None:
        self.names = names
        self.blocks = BlockMarks(body, names)
        answers = {new: old for old, new in body.sections.items()}
        there = body.moves.turned(body.sections)
        self.old = _SideSections("old", body.old.sections, body.sections, body.moves)
        self.new = _SideSections("new", body.new.sections, answers, there)

    def tree(self) -> tuple[Section, ...]:
        tree = MarkedTree()
        old_from = new_from = 0
        ends = [(len(self.old.entries), len(self.new.entries))]
        for i, j in (*self._staying(), *ends):
            for side, place in self._between(range(old_from, i), range(new_from, j)):
                section, revision = self._alone(side, place)
                tree.add(section, revision, section.level)
            if i < len(self.old.entries):
                both = self._both(i, j)
                tree.add(both, None, both.level, both.was.level if both.was else both.level)
            old_from, new_from = i + 1, j + 1
        return tree.sections()

    def _staying(self) -> list[tuple[int, int]]:
        return [
            (place, answer)
            for place, answer in sorted(self.old.answers.items())
            if self.old.stays(place)
        ]

    def _between(self, olds: Sequence[int], news: Sequence[int]) -> list[tuple[_SideSections, int]]:
        """Return what stands alone between two sections that stay, on either side."""

        def home(side: _SideSections, place: int) -> int:
            above = side.stands_in(place)
            return self.old.answers[above] if side.side == "old" and above >= 0 else above

        alone = [(self.old, place) for place in olds] + [(self.new, place) for place in news]
        return sorted(alone, key=lambda alone_section: -home(*alone_section))

    def _both(self, i: int, j: int) -> Section:
        old, new = self.old.entries[i], self.new.entries[j]
        before, after = old.section, new.section
        was = Was(before.anchor, before.number, before.level)
        return replace(
            after,
            heading=merged(before.heading, after.heading),
            blocks=tuple(self.blocks.marked(_placed(old), _placed(new))),
            sections=(),
            was=None if was == Was(after.anchor, after.number, after.level) else was,
        )

    def _alone(self, its_side: _SideSections, place: int) -> tuple[Section, Revision]:
        """Return a section as it stands on one side, moved or only there, and how it is marked."""
        entry = its_side.entries[place]
        within: Within = "moved" if place in its_side.answers else "alone"
        revision = on_one_side(its_side.side)
        if within == "moved":
            root = its_side.moved_with(place)
            name = self.names.named(
                "section", root if its_side.side == "old" else its_side.answers[root]
            )
            revision = on_one_side(its_side.side, name)
        section = replace(
            entry.section,
            heading=self._heading(its_side, place),
            blocks=tuple(self.blocks.marked(*_on(its_side.side, _placed(entry)), within)),
            sections=(),
        )
        return section, revision

    def _heading(self, its_side: _SideSections, place: int) -> Content:
        """Return the heading with the words marked that did not come along."""
        here, answer = its_side.entries[place].section.heading, its_side.answers.get(place)
        if answer is None:
            return whole(here)
        if its_side.side == "old":
            return one_side([here], [self.new.entries[answer].section.heading], "old")[0]
        return one_side([self.old.entries[answer].section.heading], [here], "new")[0]


def _placed(entry: OutlineSection) -> _Blocks:
    return placed(entry.section.blocks, entry.heading.place + 1)


def _on(side: Side, blocks: _Blocks) -> tuple[_Blocks, _Blocks]:
    """Return the blocks of the old side and of the new, of which the other has none."""
    return (blocks, ()) if side == "old" else ((), blocks)


def _asides(
    olds: Sequence[Aside], news: Sequence[Aside], names: MoveNames, said: Said
) -> Iterator[Aside]:
    """Yield what stands beside the body; two are one if they are the same part by name."""
    both = in_order(olds, news, lambda aside: (aside.part, aside.name))
    for place, (old, new) in enumerate(both):
        sides = [outline_of_notes([aside] if aside else []) for aside in (old, new)]
        body = align_pairs(sides[0], sides[1], {0: 0} if old and new else {}, said)
        marks = BlockMarks(body, names, f"aside {place}")
        if old and new:
            blocks = marks.marked(placed(old.blocks, 1), placed(new.blocks, 1))
            yield replace(new, blocks=tuple(blocks))
        elif old:
            yield _aside_alone(marks, old, "old")
        elif new:
            yield _aside_alone(marks, new, "new")


def _aside_alone(marks: BlockMarks, aside: Aside, side: Side) -> Aside:
    blocks = marks.marked(*_on(side, placed(aside.blocks, 1)), "alone")
    return replace(aside, blocks=tuple(blocks), revision=on_one_side(side))
