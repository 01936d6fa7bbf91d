"""The blocks of a file as an outline, where no document that was read of it can be followed.

A paragraph in the style of a heading begins a section; all are of one level, as only the order
tells. A block is a line, a table too.
"""

from collections.abc import Sequence

from avtalsgen.compare.align.outline import LineKind, Outline, OutlineSection, Unit
from avtalsgen.model.comparison import Face
from avtalsgen.model.nodes import Section, Text
from avtalsgen.redline.align.block import Block

_SECTION = Section("", (), 1)


def outline_of_blocks(blocks: Sequence[Block]) -> Outline:
    """Return `blocks` as an outline in which the place of a line is that of its block and one more.

    The first section has what stands before any heading.
    """
    heads: list[Unit] = [Unit(0, 0, "heading", (), "")]
    inner: list[list[Unit]] = [[]]
    for place, block in enumerate(blocks, start=1):
        text = block.said.text.strip()
        if block.said.is_heading and text:
            heads.append(Unit(place, len(heads), "heading", ((Text(text),),), text))
            inner.append([])
        else:
            kind: LineKind = "paragraph" if block.said.is_paragraph else "row"
            inner[-1].append(Unit(place, len(heads) - 1, kind, ((Text(text or " "),),), text))
    sections = [_section(head, units) for head, units in zip(heads, inner, strict=True)]
    units = sorted((*heads, *(unit for own in inner for unit in own)), key=lambda unit: unit.place)
    return Outline(tuple(sections), tuple(units))


def _section(head: Unit, units: Sequence[Unit]) -> OutlineSection:
    text = "\n".join(unit.text for unit in units)
    face = Face("", head.text, (), place=head.section)
    return OutlineSection(head.section, -1, _SECTION, face, head, tuple(units), text)
