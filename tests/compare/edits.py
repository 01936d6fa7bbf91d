"""Random edits of a document: what people do between two versions."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn
from tests.strategies import blocks, documents, texts

from avtalsgen.model.nodes import Block, Document, List, Paragraph, Section, Strong, Table, Text

T = TypeVar("T")
Sections = tuple[Section, ...]


@st.composite
def versions(draw: DrawFn) -> tuple[Document, Document]:
    """A document, and what became of it after up to five edits."""
    old = draw(documents(depth=3))
    sections = old.sections
    for _ in range(draw(st.integers(0, 5))):
        edit = draw(st.sampled_from(_EDITS))
        sections = edit(draw, sections)
    sections = _levelled(sections, 1) or old.sections
    new = replace(old, sections=sections)
    if draw(st.booleans()):
        other = draw(documents(depth=1))
        new = replace(new, cover=other.cover, signatures=other.signatures, running=other.running)
    return old, new


def _levelled(sections: Sections, level: int) -> Sections:
    return tuple(
        replace(each, level=level, sections=_levelled(each.sections, level + 1))
        for each in sections
    )


def _place(draw: DrawFn, things: tuple[T, ...]) -> int:
    return draw(st.integers(0, len(things) - 1))


def _swap(things: tuple[T, ...], at: int, *new: T) -> tuple[T, ...]:
    return (*things[:at], *new, *things[at + 1 :])


def _without(sections: Sections, anchor: str) -> Sections:
    return tuple(
        replace(each, sections=_without(each.sections, anchor))
        for each in sections
        if each.anchor != anchor
    )


def _every(sections: Sections) -> list[Section]:
    return [one for each in sections for one in (each, *_every(each.sections))]


def _mapped(sections: Sections, anchor: str, change: Callable[[Section], Sections]) -> Sections:
    found: list[Section] = []
    for each in sections:
        if each.anchor == anchor:
            found += change(each)
        else:
            found.append(replace(each, sections=_mapped(each.sections, anchor, change)))
    return tuple(found)


def _one(draw: DrawFn, sections: Sections) -> Section:
    return draw(st.sampled_from(_every(sections)))


def _remove(draw: DrawFn, sections: Sections) -> Sections:
    return _without(sections, _one(draw, sections).anchor) or sections


def _move(draw: DrawFn, sections: Sections) -> Sections:
    """Take a section with all below it and put it before another, or inside it."""
    chosen = _one(draw, sections)
    rest = _without(sections, chosen.anchor)
    if not rest:
        return sections
    target, inside = _one(draw, rest), draw(st.booleans())

    def put(section: Section) -> Sections:
        if inside:
            return (replace(section, sections=(*section.sections, chosen)),)
        return (chosen, section)

    return _mapped(rest, target.anchor, put)


def _rename(draw: DrawFn, sections: Sections) -> Sections:
    heading = (Text(draw(texts())),)
    number = draw(st.sampled_from(("", "7", "7.1")))
    return _mapped(
        sections,
        _one(draw, sections).anchor,
        lambda section: (replace(section, heading=heading, number=number),),
    )


def _insert(draw: DrawFn, sections: Sections) -> Sections:
    taken = {each.anchor for each in _every(sections)}
    anchor = next(f"nytt-{n}" for n in range(99) if f"nytt-{n}" not in taken)
    new = Section(anchor, (Text(draw(texts())),), 1, blocks=(draw(blocks()),))
    return _mapped(sections, _one(draw, sections).anchor, lambda section: (section, new))


def _split_section(draw: DrawFn, sections: Sections) -> Sections:
    taken = {each.anchor for each in _every(sections)}
    anchor = next(f"del-{n}" for n in range(99) if f"del-{n}" not in taken)
    chosen = _one(draw, sections)
    at = draw(st.integers(0, len(chosen.blocks)))
    new = Section(anchor, (Text(draw(texts())),), 1, blocks=chosen.blocks[at:])
    return _mapped(
        sections,
        chosen.anchor,
        lambda section: (replace(section, blocks=section.blocks[:at]), new),
    )


def _change_block(draw: DrawFn, sections: Sections) -> Sections:
    with_blocks = [each for each in _every(sections) if each.blocks]
    if not with_blocks:
        return sections
    chosen = draw(st.sampled_from(with_blocks))
    at = _place(draw, chosen.blocks)
    changed = _swap(chosen.blocks, at, *_changed(draw, chosen.blocks[at]))
    return _mapped(sections, chosen.anchor, lambda section: (replace(section, blocks=changed),))


def _changed(draw: DrawFn, block: Block) -> tuple[Block, ...]:
    match block:
        case Paragraph(content):
            words = (Text(draw(texts())),)
            bold = (Strong(content),)
            parts = Paragraph(content), Paragraph(words)
            more = (replace(block, content=(*content, *words)),)
            return draw(
                st.sampled_from(
                    [more, parts, parts[::-1], (Paragraph(bold),), (draw(blocks()), block), ()]
                )
            )
        case List(items, ordered):
            fewer = items[1:] or items
            turned = List(items[::-1], ordered)
            return draw(st.sampled_from([(List(fewer, not ordered),), (List(fewer),), (turned,)]))
        case Table(header, rows):
            wider = Table((*header, (Text("ny"),)), tuple((*row, ()) for row in rows))
            return draw(st.sampled_from([(wider,), (replace(block, rows=rows[1:]),)]))


_EDITS = (_remove, _move, _move, _rename, _insert, _split_section, _change_block, _change_block)
