"""The blocks of one file, and where the sections and lines of its document stand in them."""

from collections.abc import Sequence
from itertools import pairwise

from avtalsgen.compare.align.outline import Outline
from avtalsgen.records import dataclass
from avtalsgen.redline.align.block import Block
from avtalsgen.redline.align.lines_found import found_lines

NO_SECTION = -1
"""The section of what stands before the first and after the last."""


@dataclass(frozen=True, slots=True)
class FileSide:
    """The blocks of one file, and where the sections and lines of its document stand in them."""

    blocks: Sequence[Block]
    lines: dict[int, int]
    """The block of each line, by its place in the outline."""
    sections: dict[int, range]
    """The blocks of each section, without those of the sections below it."""
    said: frozenset[int]
    """The blocks that any line stands in."""
    homes: list[int]
    """The section of each block, `NO_SECTION` before the first and after the last."""

    @classmethod
    def of(cls, outline: Outline, blocks: Sequence[Block]) -> "FileSide | None":
        """Return the side on which the lines of a document are found, None where they are not."""
        lines = found_lines(outline.units, blocks)
        return cls.placed(outline, blocks, lines) if lines and outline.sections else None

    @classmethod
    def placed(cls, outline: Outline, blocks: Sequence[Block], lines: dict[int, int]) -> "FileSide":
        """Return the side whose lines stand in those blocks."""
        starts: list[tuple[int, int]] = []
        for entry in outline.sections:
            own_places = [lines[u.place] for u in (entry.heading, *entry.units) if u.place in lines]
            if own_places and (not starts or own_places[0] > starts[-1][1]):
                starts.append((entry.place, own_places[0]))
        end = max(lines.values(), default=-1) + 1
        sections = {
            place: range(start, stop)
            for (place, start), (_, stop) in pairwise([*starts, (NO_SECTION, end)])
        }
        homes = [NO_SECTION] * len(blocks)
        for place, own_range in sections.items():
            for block_place in own_range:
                homes[block_place] = place
        return cls(blocks, lines, sections, frozenset(lines.values()), homes)

    def places(self, units: Sequence[int]) -> list[int]:
        """Return the blocks of lines, if nothing stands between them that is another line."""
        if len(units) == 1:
            return [self.lines[units[0]]] if units[0] in self.lines else []
        said_at = sorted({self.lines[place] for place in units if place in self.lines})
        whole = list(range(said_at[0], said_at[-1] + 1)) if said_at else []
        return whole if not self.said.intersection(whole).difference(said_at) else []
