"""Moves of which a redline shows only one end, and that are therefore none.

A paragraph can move out of a section that moved itself, and then the other end of it stands in
what is shown once only.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from avtalsgen.model.nodes import (
    Block,
    Document,
    List,
    ListItem,
    Paragraph,
    Revision,
    Section,
    Table,
)
from avtalsgen.model.walk import sections


def without_one_ended(document: Document) -> Document:
    """Return a redline's `document` where each move has a place that it left and one it came to.

    What has no other end is only inserted or deleted.
    """
    marks = set(_marks(document))
    left = {mark.move for mark in marks if mark.kind == "deleted"}
    names = left & {mark.move for mark in marks if mark.kind == "inserted"}
    if all(mark.move in names for mark in marks if mark.move):
        return document
    keep = _Keep(frozenset(names))
    return replace(
        document,
        sections=tuple(map(keep.section, document.sections)),
        asides=tuple(
            replace(aside, blocks=tuple(map(keep.block, aside.blocks))) for aside in document.asides
        ),
    )


class _Keep:
    """Takes the name off what did not move."""

    def __init__(self, names: frozenset[str]) -> None:
        self._names = names

    def section(self, section: Section) -> Section:
        return replace(
            section,
            blocks=tuple(map(self.block, section.blocks)),
            sections=tuple(map(self.section, section.sections)),
            revision=self._mark(section.revision),
        )

    def block(self, block: Block) -> Block:
        revision = self._mark(block.revision)
        match block:
            case Paragraph():
                return replace(block, revision=revision)
            case List(items):
                return replace(block, items=tuple(map(self._item, items)), revision=revision)
            case Table():
                rows = tuple(map(self._mark, block.row_revisions))
                return replace(block, row_revisions=rows, revision=revision)
            case _ as unreachable:
                assert_never(unreachable)

    def _item(self, item: ListItem) -> ListItem:
        blocks = tuple(map(self.block, item.blocks))
        return replace(item, blocks=blocks, revision=self._mark(item.revision))

    def _mark(self, revision: Revision | None) -> Revision | None:
        if revision and revision.move not in self._names:
            return replace(revision, move="")
        return revision


def _marks(document: Document) -> Iterator[Revision]:
    for section in sections(document):
        if section.revision:
            yield section.revision
        for block in section.blocks:
            yield from _of_block(block)
    for aside in document.asides:
        for block in aside.blocks:
            yield from _of_block(block)


def _of_block(block: Block) -> Iterator[Revision]:
    if block.revision:
        yield block.revision
    match block:
        case Paragraph():
            pass
        case List(items):
            for item in items:
                if item.revision:
                    yield item.revision
                for inner in item.blocks:
                    yield from _of_block(inner)
        case Table():
            yield from (mark for mark in block.row_revisions if mark)
        case _ as unreachable:
            assert_never(unreachable)
