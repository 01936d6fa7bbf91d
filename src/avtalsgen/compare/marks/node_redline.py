"""Two versions of a document in one, every difference marked and nothing else."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from avtalsgen.compare.align.alignment import Alignment, align, align_pairs
from avtalsgen.compare.align.outline import OutlineSection, outline
from avtalsgen.compare.align.parts import outline_of_notes
from avtalsgen.compare.marks.block_marks import BlockMarks, Within, on_one_side
from avtalsgen.compare.marks.frame_marks import (
    in_order,
    merged_cover,
    merged_signatures,
    old_frame,
)
from avtalsgen.compare.marks.inline_marks import Content, Side, merged, one_side
from avtalsgen.compare.marks.move_names import MoveNames
from avtalsgen.compare.marks.one_ended import without_one_ended
from avtalsgen.compare.marks.placed import Placed, placed
from avtalsgen.compare.marks.resolve import proven
from avtalsgen.compare.marks.runs import whole
from avtalsgen.model.nodes import Aside, Document, Revision, Section, Was
from avtalsgen.model.redline import Redline


def redline(old: Document, new: Document) -> Redline:
    """Return `new` with what differs from `old` marked in it, proven before anybody sees it.

    Laws: `accept` of it is `new`, `reject` of it is `old`, with words that look the same and
    stand side by side as one node; of a document and itself nothing is marked. What moved has
    one name in both places, and the words that did not come along are marked in each.

    Raises:
        AvtalsgenError: JF10 one of the two laws of it does not hold.
    """
    body = align(outline(old), outline(new))
    names = MoveNames()
    document = replace(
        new,
        cover=merged_cover(old.cover, new.cover),
        sections=_SectionMarks(body, names).tree(),
        signatures=merged_signatures(old.signatures, new.signatures),
        asides=tuple(_asides(old.asides, new.asides, names)),
    )
    return proven(Redline(without_one_ended(document), old_frame(old)), old, new)


@dataclass(frozen=True, slots=True)
class _SideSections:
    """The sections of one side, those below each, and which are on the other side too."""

    side: Side
    entries: Sequence[OutlineSection]
    below: dict[int, list[int]]
    answers: dict[int, int]
    moved: frozenset[int]


class _SectionMarks:
    """Marks the sections of two documents that are aligned."""

    def __init__(self, body: Alignment, names: MoveNames) -> None:
        self.names = names
        self.blocks = BlockMarks(body, names)
        answers = {new: old for old, new in body.sections.items()}
        moved = frozenset(body.sections[place] for place in body.moved)
        self.old = _own("old", body.old.sections, body.sections, body.moved)
        self.new = _own("new", body.new.sections, answers, moved)

    def tree(self) -> tuple[Section, ...]:
        return tuple(self._level(-1, -1))

    def _level(self, old: int, new: int) -> Iterator[Section]:
        """Yield the sections below two that are one, or the chapters of both sides."""
        olds = self.old.below.get(old, [])
        at = 0
        for place in self.new.below.get(new, []):
            if not _stays(self.new, place):
                continue_from = at
                at = self._next_staying(olds, at)
                yield from (self._alone(self.old, each) for each in olds[continue_from:at])
                yield self._alone(self.new, place)
                continue
            end = olds.index(self.new.answers[place], at)
            yield from (self._alone(self.old, each) for each in olds[at:end])
            yield self._both(olds[end], place)
            at = end + 1
        yield from (self._alone(self.old, each) for each in olds[at:])

    def _next_staying(self, olds: Sequence[int], at: int) -> int:
        while at < len(olds) and not _stays(self.old, olds[at]):
            at += 1
        return at

    def _both(self, i: int, j: int) -> Section:
        old, new = self.old.entries[i], self.new.entries[j]
        before, after = old.section, new.section
        was = Was(before.anchor, before.number, before.level)
        return replace(
            after,
            heading=merged(before.heading, after.heading),
            blocks=tuple(self.blocks.both(_placed(old), _placed(new))),
            sections=tuple(self._level(i, j)),
            was=None if was == Was(after.anchor, after.number, after.level) else was,
        )

    def _alone(self, own: _SideSections, place: int, *, inherits: bool = False) -> Section:
        """Return a section as it stands on one side, moved or only there.

        One that only one side has says so itself unless it `inherits` it from what it is in.
        """
        answer = own.answers.get(place)
        if answer is None:
            revision = None if inherits else on_one_side(own.side)
            return self._copy(own, place, "alone", revision)
        old_place = place if own.side == "old" else answer
        revision = on_one_side(own.side, self.names.named("section", old_place))
        return self._copy(own, place, "moved", revision)

    def _copy(
        self, own: _SideSections, place: int, within: Within, revision: Revision | None
    ) -> Section:
        entry = own.entries[place]
        return replace(
            entry.section,
            heading=self._heading(own, place),
            blocks=tuple(self.blocks.alone(block, own.side, within) for block in _placed(entry)),
            sections=tuple(
                self._copy(own, below, "moved", None)
                if _stays(own, below)
                else self._alone(own, below, inherits=within == "alone")
                for below in own.below.get(place, [])
            ),
            revision=revision,
        )

    def _heading(self, own: _SideSections, place: int) -> Content:
        """Return the heading with the words marked that did not come along."""
        here, answer = own.entries[place].section.heading, own.answers.get(place)
        if answer is None:
            return whole(here)
        if own.side == "old":
            return one_side([here], [self.new.entries[answer].section.heading], "old")[0]
        return one_side([self.old.entries[answer].section.heading], [here], "new")[0]


def _own(
    side: Side, entries: Sequence[OutlineSection], answers: dict[int, int], moved: frozenset[int]
) -> _SideSections:
    below: dict[int, list[int]] = {}
    for entry in entries:
        below.setdefault(entry.parent, []).append(entry.place)
    return _SideSections(side, entries, below, answers, moved)


def _stays(own: _SideSections, place: int) -> bool:
    return place in own.answers and place not in own.moved


def _placed(entry: OutlineSection) -> tuple[Placed, ...]:
    return placed(entry.section.blocks, entry.heading.place + 1)


def _asides(olds: Sequence[Aside], news: Sequence[Aside], names: MoveNames) -> Iterator[Aside]:
    """Yield what stands beside the body; two are one if they are the same part by name."""
    both = in_order(olds, news, lambda aside: (aside.part, aside.name))
    for at, (old, new) in enumerate(both):
        sides = [outline_of_notes([aside] if aside else []) for aside in (old, new)]
        body = align_pairs(sides[0], sides[1], {0: 0} if old and new else {})
        marks = BlockMarks(body, names, f"aside {at}")
        if old and new:
            blocks = marks.both(placed(old.blocks, 1), placed(new.blocks, 1))
            yield replace(new, blocks=tuple(blocks))
        elif old:
            yield _aside_alone(marks, old, "old")
        elif new:
            yield _aside_alone(marks, new, "new")


def _aside_alone(marks: BlockMarks, aside: Aside, side: Side) -> Aside:
    blocks = (marks.alone(block, side, "alone") for block in placed(aside.blocks, 1))
    return replace(aside, blocks=tuple(blocks), revision=on_one_side(side))
