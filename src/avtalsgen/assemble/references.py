"""Live references: every one gets the number of the section it leads to."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import assert_never

from avtalsgen.model import plain
from avtalsgen.model.nodes import (
    Block,
    Deleted,
    Emphasis,
    Gap,
    Inline,
    Inserted,
    LineBreak,
    Link,
    List,
    ListItem,
    Paragraph,
    Reference,
    Section,
    Strong,
    Table,
    Text,
    Value,
)
from avtalsgen.problems import Problem
from avtalsgen.readers.yaml.keys import nearest
from avtalsgen.source import Origin
from avtalsgen.swedish.marks import NO_BREAK_SPACE

_Known = Mapping[str, Section | Value]
"""The sections that may be referred to: those of the document, and those of another in words."""


def missing(
    references: Iterable[tuple[str, Origin]],
    sections: Iterable[Section],
    elsewhere: Mapping[str, Value] | None = None,
) -> tuple[Problem, ...]:
    """Return DI04 for each reference to a section that is neither here nor `elsewhere`."""
    known = {**(elsewhere or {}), **_by_anchor(sections)}
    return tuple(
        Problem(
            "DI04",
            f"hänvisningen till ”{anchor}” leder till ett avsnitt som inte är med",
            origin=origin,
            hint=_hint(anchor, known),
        )
        for anchor, origin in references
        if anchor not in known
    )


def resolve(
    sections: tuple[Section, ...], elsewhere: Mapping[str, Value] | None = None
) -> tuple[Section, ...]:
    """Return `sections` with every reference printed as the section it leads to is named.

    One that another document has is printed as `elsewhere` says. A reference to a section
    that is nowhere becomes a gap; `missing` tells of it.
    """
    known: dict[str, Section | Value] = {**(elsewhere or {}), **_by_anchor(sections)}
    return tuple(_section(section, known) for section in sections)


def _hint(anchor: str, known: Iterable[str]) -> str:
    near = nearest(anchor, known)
    return f"menade du {near}?" if near else f"ta med {anchor} i dispositionen"


def _by_anchor(sections: Iterable[Section]) -> dict[str, Section]:
    found: dict[str, Section] = {}
    for section in sections:
        if section.heading:
            found[section.anchor] = section
        found.update(_by_anchor(section.sections))
    return found


def _section(section: Section, known: _Known) -> Section:
    return replace(
        section,
        blocks=tuple(_block(block, known) for block in section.blocks),
        sections=tuple(_section(below, known) for below in section.sections),
    )


def _block(block: Block, known: _Known) -> Block:
    match block:
        case Paragraph(content):
            return replace(block, content=_inlines(content, known))
        case List(items):
            return replace(
                block,
                items=tuple(
                    ListItem(tuple(_block(inner, known) for inner in item.blocks)) for item in items
                ),
            )
        case Table(header, rows):
            return replace(
                block,
                header=tuple(_inlines(cell, known) for cell in header),
                rows=tuple(tuple(_inlines(cell, known) for cell in row) for row in rows),
            )
        case _ as unreachable:
            assert_never(unreachable)


def _inlines(content: tuple[Inline, ...], known: _Known) -> tuple[Inline, ...]:
    found: list[Inline] = []
    for inline in content:
        match inline:
            case Reference(anchor):
                found.append(_resolved(anchor, known))
            case Strong(inner) | Emphasis(inner) | Link(inner) | Inserted(inner) | Deleted(inner):
                found.append(replace(inline, content=_inlines(inner, known)))
            case Text() | Value() | Gap() | LineBreak():
                found.append(inline)
            case _ as unreachable:
                assert_never(unreachable)
    return tuple(found)


def _resolved(anchor: str, known: _Known) -> Reference | Gap | Value:
    section = known.get(anchor)
    if isinstance(section, Value):
        return section
    if section is None:
        return Gap(f"[saknas: avsnitt {anchor}]", anchor, "avsnittet är inte med")
    if section.number:
        return Reference(anchor, f"avsnitt{NO_BREAK_SPACE}", section.number, "number")
    heading = plain.text(section.heading)
    return Reference(anchor, f"avsnittet{NO_BREAK_SPACE}", heading, "heading")
