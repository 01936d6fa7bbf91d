"""Tracked changes as marks, each on the largest node that all of it stands on one side."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import assert_never

from avtalsgen.model.nodes import (
    Block,
    Deleted,
    Emphasis,
    Inline,
    Inserted,
    Link,
    List,
    ListItem,
    Paragraph,
    Revision,
    Section,
    Strong,
    Table,
)


def marked(content: tuple[Inline, ...], mark: Revision | None) -> tuple[Inline, ...]:
    """Return words with the mark of a node that holds them and has no place for one itself."""
    if mark is None or not content:
        return content
    plain = unmarked(content)
    return (Inserted(plain),) if mark.kind == "inserted" else (Deleted(plain),)


def unmarked(content: Iterable[Inline]) -> tuple[Inline, ...]:
    """Return words without marks of their own."""
    result: list[Inline] = []
    for inline in content:
        match inline:
            case Inserted(inner) | Deleted(inner):
                result.extend(unmarked(inner))
            case Strong(inner) | Emphasis(inner) | Link(inner):
                result.append(replace(inline, content=unmarked(inner)))
            case _:
                result.append(inline)
    return tuple(result)


def of_list(items: tuple[ListItem, ...], ordered: bool, *, letters: bool = False) -> List:
    """Return a list; a mark that all its items have is its own."""
    shared = _shared([item.revision for item in items])
    if shared is None:
        return List(items, ordered, letters=letters)
    unmarked_items = tuple(replace(item, revision=None) for item in items)
    return List(unmarked_items, ordered, shared, letters)


def of_item(blocks: Sequence[Block]) -> ListItem:
    """Return an item; a mark that all its blocks have is its own."""
    shared = _shared([block.revision for block in blocks])
    if shared is None:
        return ListItem(tuple(blocks))
    return ListItem(tuple(without_mark(block) for block in blocks), shared)


def of_section(section: Section, mark: Revision | None) -> Section:
    """Return a section whose heading has `mark`, if it has a heading at all.

    When all in it has the same, it is the section's own; else it stands at the heading's words.
    """
    inner = [each.revision for each in (*section.blocks, *section.sections)]
    shared = _shared([mark, *inner] if section.heading else inner)
    if shared is None:
        return replace(section, heading=marked(section.heading, mark))
    return replace(
        section,
        blocks=tuple(without_mark(block) for block in section.blocks),
        sections=tuple(replace(below, revision=None) for below in section.sections),
        revision=shared,
    )


def without_mark(block: Block) -> Block:
    """Return a block without the mark of the whole of it."""
    match block:
        case Paragraph() | List() | Table():
            return replace(block, revision=None)
        case _ as unreachable:
            assert_never(unreachable)


def _shared(marks: Sequence[Revision | None]) -> Revision | None:
    first = marks[0] if marks else None
    return first if all(mark == first for mark in marks) else None
