"""The one way to go through a document."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from avtalsgen.model.nodes import (
    Block,
    Cell,
    Deleted,
    Document,
    Emphasis,
    Gap,
    Inline,
    Inserted,
    LineBreak,
    Link,
    List,
    Paragraph,
    Reference,
    Revision,
    Section,
    Strong,
    Table,
    Text,
    Value,
)


def sections(document: Document) -> Iterator[Section]:
    """Yield every section in reading order, a parent before its children."""
    yield from _below(document.sections)


def _below(level: Iterable[Section]) -> Iterator[Section]:
    for section in level:
        yield section
        yield from _below(section.sections)


def runs(block: Block) -> Iterator[tuple[Inline, ...]]:
    """Yield the running text of `block`: its own, or each item's or cell's in turn."""
    match block:
        case Paragraph(content):
            yield content
        case List(items):
            for item in items:
                for inner in item.blocks:
                    yield from runs(inner)
        case Table(header, rows):
            for row in (header, *rows):
                yield from row
        case _ as unreachable:
            assert_never(unreachable)


def rows(table: Table) -> Iterator[tuple[tuple[Cell, ...], Revision | None]]:
    """Yield every row below the header, with its mark in a redline."""
    revisions = table.row_revisions or (None,) * len(table.rows)
    yield from zip(table.rows, revisions, strict=True)


def leaves(content: Iterable[Inline]) -> Iterator[Text | LineBreak | Value | Reference | Gap]:
    """Yield the inlines of `content` that hold text of their own, in reading order."""
    for inline in content:
        match inline:
            case Strong(inner) | Emphasis(inner) | Link(inner) | Inserted(inner) | Deleted(inner):
                yield from leaves(inner)
            case Text() | LineBreak() | Value() | Reference() | Gap():
                yield inline
            case _ as unreachable:
                assert_never(unreachable)
