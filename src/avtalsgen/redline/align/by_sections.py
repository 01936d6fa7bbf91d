"""Which blocks of the newer file answer to which of the older: as `compare/align` has it.

What stays, what moved and what was parted is decided once for all views. Here it is drawn on the
blocks of two Word files: on those that the lines of the documents stand in, or, where no document
can be followed, on the blocks themselves as lines.
"""

from collections.abc import Sequence

from avtalsgen.compare.align.alignment import Alignment, align
from avtalsgen.redline.align.blanks import filled, with_blanks
from avtalsgen.redline.align.block import Block
from avtalsgen.redline.align.blocks_outline import outline_of_blocks
from avtalsgen.redline.align.drawing import Drawing
from avtalsgen.redline.align.file_side import FileSide
from avtalsgen.redline.align.groups import MergeStep, in_order


def by_sections(
    old: Sequence[Block], new: Sequence[Block], alignment: Alignment
) -> list[MergeStep] | None:
    """Return how the blocks of `old` became those of `new`, as `alignment` has it.

    None where the files have no sections, or do not say what the documents say.

    Laws: every block stands in exactly one place of its side; a section has moved here if and
    only if it has in `alignment`, and is made of blocks that may move.
    """
    places = filled(old), filled(new)
    sides = [
        FileSide.of(outline, [blocks[at] for at in own])
        for outline, blocks, own in zip(
            (alignment.old, alignment.new), (old, new), places, strict=True
        )
    ]
    before, now = sides
    if before is None or now is None:
        return None
    grouped = Drawing(alignment, before, now).grouped()
    return in_order(len(old), len(new), with_blanks(old, new, places, grouped))


def by_blocks(old: Sequence[Block], new: Sequence[Block], *, moves: bool) -> list[MergeStep]:
    """Return how the blocks of `old` became those of `new`, by their own words and headings.

    Without `moves` nothing moves.
    """
    places = filled(old), filled(new)
    said = [[blocks[at] for at in own] for blocks, own in zip((old, new), places, strict=True)]
    outlines = outline_of_blocks(said[0]), outline_of_blocks(said[1])
    before, now = (
        FileSide.placed(
            outline, blocks, {unit.place: unit.place - 1 for unit in outline.units if unit.text}
        )
        for outline, blocks in zip(outlines, said, strict=True)
    )
    grouped_blocks = Drawing(align(outlines[0], outlines[1]), before, now).grouped(moves=moves)
    return in_order(len(old), len(new), with_blanks(old, new, places, grouped_blocks))
