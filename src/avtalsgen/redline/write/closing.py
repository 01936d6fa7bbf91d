"""The last paragraph of a body, cell, note or box, whose mark can be neither put nor taken away.

    older   A¶ B¶ C¶          newer  A¶ B¶          C was taken away from the end

    right   A¶ B[del ¶] [del C]¶                    the last mark is kept: it is C's, with B's
                                                    properties when accepted, C's when rejected
    wrong   A¶ B¶ [del C¶]                          nothing comes after C for it to flow into

`closed` finds the steps at the end for which that is so; what comes before them is written step
by step, and they are written as one stream (`merge._joined`), whose last mark is kept:

    before   steps that end as they are
    joined   [last that both have, what only one has …]  or  [what left, what came]

Where the older side has paragraphs after the last that both have, that one loses its mark, and
the last of the older keeps its own, with the properties of the newer; the other way about in
the same manner. So what is accepted ends as the newer does, what is rejected as the older.
"""

from collections.abc import Sequence
from dataclasses import field

from avtalsgen.records import dataclass
from avtalsgen.redline.align.block import Block
from avtalsgen.redline.align.groups import Group, MergeStep


@dataclass(frozen=True, slots=True)
class Closing:
    """Steps that make one stream at the end; its last mark is kept, whosesoever it is."""

    before: list[MergeStep]
    joined: list[MergeStep] = field(default_factory=list)


def closed(old: Sequence[Block], new: Sequence[Block], steps: list[MergeStep]) -> Closing:
    """Return `steps` with those apart that must be written as one stream to end right."""
    if not (old and new and old[-1].said.is_paragraph and new[-1].said.is_paragraph):
        return Closing(steps)
    if not steps or (steps[-1].group.olds and steps[-1].group.news):
        return Closing(steps)
    last = max(
        (at for at, one in enumerate(steps) if one.group.olds and one.group.news), default=-1
    )
    tail = steps[last + 1 :]
    olds = [one for one in tail if one.group.olds]
    news = [one for one in tail if one.group.news]
    if olds and news:
        both_move = olds[-1].leaves and news[-1].comes
        if both_move or not _all_paragraphs(old, new, [olds[-1], news[-1]]):
            return Closing(steps)
        if news[-1].comes:
            return Closing([*steps[: last + 1], *olds[:-1], *news[:-1]], [olds[-1], news[-1]])
        return Closing([*steps[: last + 1], *news[:-1], *olds[:-1]], [olds[-1], news[-1]])
    if last >= 0 and _all_paragraphs(old, new, [steps[last], *tail]):
        return Closing(steps[:last], [steps[last], *tail])
    if last < 0 or any(one.leaves or one.comes for one in tail):
        return Closing(steps)
    return _begun_anew(steps, last, tail)


def _all_paragraphs(old: Sequence[Block], new: Sequence[Block], steps: list[MergeStep]) -> bool:
    return all(
        all(_may_end(old[i]) for i in one.group.olds)
        and all(_may_end(new[j]) for j in one.group.news)
        for one in steps
    )


def _may_end(block: Block) -> bool:
    return block.said.is_paragraph and not block.said.ends_section


def _begun_anew(steps: list[MergeStep], last: int, tail: list[MergeStep]) -> Closing:
    """Take away the last that both have, and put it there again after what is between."""
    group = steps[last].group
    olds = [
        *(MergeStep(Group([i], [])) for i in group.olds),
        *(one for one in tail if one.group.olds),
    ]
    news = [
        *(MergeStep(Group([], [j])) for j in group.news),
        *(one for one in tail if one.group.news),
    ]
    return Closing([*steps[:last], *olds[:-1], *news[:-1]], [olds[-1], news[-1]])
