"""Moves of which a redline shows only one end, and that are therefore none.

A paragraph can move out of a section that moved itself, and then the other end of it stands in
what is shown once only.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from avtalsgen.model.nodes import Block, Document, ListItem, Revision, Section
from avtalsgen.model.walk import Mark, TableRow, revisions, rewrite, sections

M = TypeVar("M", bound=Section | Block | ListItem | TableRow)


def without_one_ended(document: Document) -> Document:
    """Return a redline's `document` where each move has a place that it left and one it came to.

    What has no other end is only inserted or deleted.
    """
    marks = set(_marks(document))
    left = {mark.move for mark in marks if mark.kind == "deleted"}
    names = left & {mark.move for mark in marks if mark.kind == "inserted"}
    if all(mark.move in names for mark in marks if mark.move):
        return document

    def stays(node: M, _mark: Mark) -> M:
        mark = node.revision
        if mark and mark.move not in names:
            return replace(node, revision=replace(mark, move=""))
        return node

    return rewrite(document, section=stays, block=stays, item=stays, row=stays)


def _marks(document: Document) -> Iterator[Revision]:
    for section in sections(document):
        if section.revision:
            yield section.revision
        for block in section.blocks:
            yield from revisions(block)
    for aside in document.asides:
        for block in aside.blocks:
            yield from revisions(block)
