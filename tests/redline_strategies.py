"""Random redlines: a random document with marks on words, blocks, items, rows and sections.

A moved section stands twice, once on each side, as model/nodes.py says.
"""

from dataclasses import replace

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn
from tests.strategies import documents

from avtalsgen.model.nodes import (
    Block,
    Deleted,
    Document,
    Inline,
    Inserted,
    List,
    Paragraph,
    Revision,
    Section,
    Table,
    Was,
)

SIDES: tuple[Revision | None, ...] = (
    None,
    None,
    None,
    Revision("inserted"),
    Revision("deleted"),
)


@st.composite
def redlines(draw: DrawFn, depth: int = 2) -> Document:
    """A document with marks of every kind here and there."""
    document = draw(documents(depth=depth))
    sections = [_section(draw, section) for section in document.sections]
    movable = [n for n, section in enumerate(sections) if section.revision is None]
    if bool(movable) and draw(st.booleans()):
        place = draw(st.sampled_from(movable))
        stays = document.sections[place]
        sections[place] = replace(stays, revision=Revision("inserted", "flytt"))
        at = draw(st.integers(0, len(sections)))
        sections.insert(at, replace(stays, revision=Revision("deleted", "flytt")))
    return replace(document, sections=tuple(sections))


def _section(draw: DrawFn, section: Section) -> Section:
    revision = draw(st.sampled_from(SIDES))
    if revision:
        return replace(section, revision=revision)
    return replace(
        section,
        heading=_words(draw, section.heading),
        blocks=tuple(_block(draw, block) for block in section.blocks),
        sections=tuple(_section(draw, below) for below in section.sections),
        was=Was(section.anchor, "9.9", section.level) if draw(st.booleans()) else None,
    )


def _block(draw: DrawFn, block: Block) -> Block:
    revision = draw(st.sampled_from(SIDES))
    if revision:
        return replace(block, revision=revision)
    match block:
        case Paragraph(content):
            return replace(block, content=_words(draw, content))
        case List(items):
            marked = tuple(replace(i, revision=draw(st.sampled_from(SIDES))) for i in items)
            return replace(block, items=marked)
        case Table():
            marks = tuple(draw(st.sampled_from(SIDES)) for _ in block.rows)
            return replace(block, row_revisions=marks if any(marks) else ())


def _words(draw: DrawFn, content: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return `content` with some of its parts marked."""
    marked: list[Inline] = []
    for inline in content:
        match draw(st.integers(0, 4)):
            case 0:
                marked.append(Inserted((inline,)))
            case 1:
                marked.append(Deleted((inline,)))
            case _:
                marked.append(inline)
    return tuple(marked)
