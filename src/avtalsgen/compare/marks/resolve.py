"""Either version out of a redline."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Literal, assert_never

from avtalsgen.compare.marks.runs import whole
from avtalsgen.model.nodes import (
    Aside,
    Block,
    Cell,
    Cover,
    Deleted,
    Document,
    Emphasis,
    Inline,
    Inserted,
    Link,
    List,
    ListItem,
    Paragraph,
    Revision,
    Section,
    Signatures,
    Strong,
    Table,
)
from avtalsgen.model.redline import Redline

Gone = Literal["deleted", "inserted"]


def accept(redline: Redline) -> Document:
    """Return the new version: the redline without what was deleted, and without marks.

    Words that look the same and stand side by side are one node, as `whole` has them.
    """
    return _resolved(redline.document, redline.document, "deleted")


def reject(redline: Redline) -> Document:
    """Return the old version: the redline without what was inserted, and without marks.

    Words that both versions have are the facts that they are in the new one.
    """
    return _resolved(redline.document, redline.old_frame, "inserted")


def whole_document(document: Document) -> Document:
    """Return `document` with words that look the same and stand side by side as one node."""
    return _resolved(document, document, "deleted")


def _resolved(marked: Document, frame: Document, gone: Gone) -> Document:
    cover = marked.cover
    return replace(
        frame,
        cover=Cover(
            frame.cover.kicker,
            _inlines(cover.title, gone),
            _inlines(cover.subtitle, gone),
            tuple(
                replace(row, content=_inlines(row.content, gone), revision=None)
                for row in cover.rows
                if not _is_gone(row.revision, gone)
            ),
        ),
        sections=tuple(_sections(marked.sections, gone)),
        signatures=_signatures(marked.signatures, frame.signatures, gone),
        asides=tuple(_asides(marked.asides, gone)),
    )


def _is_gone(revision: Revision | None, gone: Gone) -> bool:
    return revision is not None and revision.kind == gone


def _sections(sections: Iterable[Section], gone: Gone) -> Iterator[Section]:
    for section in sections:
        if _is_gone(section.revision, gone):
            continue
        was = section.was if gone == "inserted" else None
        yield replace(
            section,
            anchor=was.anchor if was else section.anchor,
            number=was.number if was else section.number,
            level=was.level if was else section.level,
            heading=_inlines(section.heading, gone),
            blocks=tuple(_blocks(section.blocks, gone)),
            sections=tuple(_sections(section.sections, gone)),
            revision=None,
            was=None,
        )


def _blocks(blocks: Iterable[Block], gone: Gone) -> Iterator[Block]:
    for block in blocks:
        if _is_gone(block.revision, gone):
            continue
        match block:
            case Paragraph(content):
                yield replace(block, content=_inlines(content, gone), revision=None)
            case List(items):
                yield replace(block, items=tuple(_items(items, gone)), revision=None)
            case Table():
                yield _table(block, gone)
            case _ as unreachable:
                assert_never(unreachable)


def _items(items: Iterable[ListItem], gone: Gone) -> Iterator[ListItem]:
    for item in items:
        if not _is_gone(item.revision, gone):
            yield ListItem(tuple(_blocks(item.blocks, gone)))


def _table(table: Table, gone: Gone) -> Table:
    revisions = table.row_revisions or (None,) * len(table.rows)
    rows = zip(table.rows, revisions, strict=True)
    return replace(
        table,
        header=_row(table.header, gone),
        rows=tuple(_row(row, gone) for row, revision in rows if not _is_gone(revision, gone)),
        row_revisions=(),
        revision=None,
    )


def _row(cells: Iterable[Cell], gone: Gone) -> tuple[Cell, ...]:
    return tuple(_inlines(cell, gone) for cell in cells)


def _signatures(
    marked: Signatures | None, frame: Signatures | None, gone: Gone
) -> Signatures | None:
    """Return the places to sign; none where all of them stand on the other side only."""
    signatories = marked.signatories if marked else ()
    left = tuple(
        replace(
            signatory,
            organisation=_inlines(signatory.organisation, gone),
            name=_inlines(signatory.name, gone),
            title=_inlines(signatory.title, gone),
            revision=None,
        )
        for signatory in signatories
        if not _is_gone(signatory.revision, gone)
    )
    return replace(frame, signatories=left) if frame and (left or not signatories) else None


def _asides(asides: Iterable[Aside], gone: Gone) -> Iterator[Aside]:
    for aside in asides:
        if not _is_gone(aside.revision, gone):
            yield replace(aside, blocks=tuple(_blocks(aside.blocks, gone)), revision=None)


def _inlines(content: Iterable[Inline], gone: Gone) -> tuple[Inline, ...]:
    return whole(_left(content, gone))


def _left(content: Iterable[Inline], gone: Gone) -> Iterator[Inline]:
    """Yield what is left of `content`; the marks may stand at any depth."""
    for inline in content:
        match inline:
            case Deleted(inner):
                yield from inner if gone == "inserted" else ()
            case Inserted(inner):
                yield from inner if gone == "deleted" else ()
            case Strong(inner) | Emphasis(inner) | Link(inner):
                left = tuple(_left(inner, gone))
                if left:
                    yield replace(inline, content=left)
            case _:
                yield inline
