"""The marks of a redline where a writer can print them: on words, and on what moved.

A `Revision` of a section, list or row says that all in it came or went. `settled` puts that on
the words, so that a format only has to know `Inserted` and `Deleted`; what is left on a node is
where it moved from or to. It also gives what stands on the old side only an anchor of its own:
a section that moved stands in a redline twice.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, assert_never

from avtalsgen.model.nodes import (
    Block,
    Cell,
    CoverRow,
    Deleted,
    Document,
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
    Revision,
    Section,
    Signatory,
    Strong,
    Table,
    Text,
    Value,
)
from avtalsgen.model.plain import text
from avtalsgen.model.walk import rows, runs, sections

WAS: Final = "forut-"
"""How the anchor of what stands on the old side only begins."""


@dataclass(frozen=True, slots=True)
class Move:
    """The sections where a moved text stood and stands, as references to them."""

    old: Reference
    new: Reference

    def told(self, revision: Revision) -> tuple[str, Reference]:
        """Return what is said of the text on the side of `revision`: `Flyttat till`, and where."""
        if self.old.anchor == self.new.anchor:
            return "Flyttat inom", self.new
        if revision.kind == "deleted":
            return "Flyttat till", self.new
        return "Flyttat från", self.old

    def note(self, revision: Revision) -> str:
        """Return the same as one text."""
        verb, where = self.told(revision)
        return f"{verb} {text((where,))}"


def is_redline(document: Document) -> bool:
    """Return whether anything in `document` is marked."""
    return document != settled(document) or any(map(is_marked, _all_runs(document)))


def is_marked(content: Iterable[Inline]) -> bool:
    """Return whether any words of running text came or went."""
    return any(
        isinstance(inline, Inserted | Deleted)
        or (isinstance(inline, Strong | Emphasis | Link) and is_marked(inline.content))
        for inline in content
    )


def settled(document: Document) -> Document:
    """Return `document` with its marks on words and on what moved; one without marks as it is.

    A reference in words that went leads to where they stand in the redline, and is plain text
    where that is nowhere.
    """
    anchors = _old_anchors(document)
    settle = _Settler(anchors, frozenset(_new_anchors(document.sections)))
    cover, signatures = document.cover, document.signatures
    return replace(
        document,
        cover=replace(
            cover,
            title=settle.words(cover.title, None),
            subtitle=settle.words(cover.subtitle, None),
            rows=tuple(map(settle.cover_row, cover.rows)),
        ),
        sections=tuple(settle.section(section, None) for section in document.sections),
        signatures=signatures
        and replace(signatures, signatories=tuple(map(settle.signatory, signatures.signatories))),
        asides=tuple(
            replace(
                aside,
                revision=None,
                blocks=tuple(settle.block(block, aside.revision) for block in aside.blocks),
            )
            for aside in document.asides
        ),
    )


def in_words(document: Document) -> Document:
    """Return a settled `document` with its moves told in the text, where a format has no margin.

    Every piece of what moved away stands in `[Flyttat till avsnitt 3: …]`; where it stands now,
    `[Flyttat från avsnitt 2.3]` is before the first piece. The marks of moves are kept.
    """
    teller = _Teller(moves(document))
    return replace(document, sections=tuple(map(teller.section, document.sections)))


@dataclass(frozen=True, slots=True)
class _Teller:
    """Puts words round what moved."""

    moves: Mapping[str, Move]
    told: set[Revision] = field(default_factory=set)

    def section(self, section: Section) -> Section:
        return replace(
            section,
            heading=self.words(section.heading, section.revision, linked=False),
            blocks=tuple(map(self.block, section.blocks)),
            sections=tuple(map(self.section, section.sections)),
        )

    def block(self, block: Block) -> Block:
        match block:
            case Paragraph(content):
                return replace(block, content=self.words(content, block.revision))
            case List(items):
                told = (tuple(map(self.block, item.blocks)) for item in items)
                return replace(block, items=tuple(map(ListItem, told)))
            case Table():
                told_rows = ((self.words(row[0], mark), *row[1:]) for row, mark in rows(block))
                return replace(block, rows=tuple(told_rows))
            case _ as unreachable:
                assert_never(unreachable)

    def words(
        self, content: tuple[Inline, ...], mark: Revision | None, *, linked: bool = True
    ) -> tuple[Inline, ...]:
        if mark is None or mark.move not in self.moves or not content:
            return content
        verb, where = self.moves[mark.move].told(mark)
        place: Inline = where if linked else Text(text((where,)))
        if mark.kind == "deleted":
            return (Text(f"[{verb} "), place, Text(": "), *content, Text("]"))
        if mark in self.told:
            return content
        self.told.add(mark)
        return (Text(f"[{verb} "), place, Text("] "), *content)


def moves(document: Document) -> Mapping[str, Move]:
    """Return where each text of a settled `document` moved, by the name of its move."""
    old: dict[str, Section] = {}
    new: dict[str, Section] = {}
    for section in sections(document):
        for revision in _revisions(section):
            side = old if revision.kind == "deleted" else new
            side.setdefault(revision.move, section)
    return {
        name: Move(_reference(old[name], old=True), _reference(new[name], old=False))
        for name in old.keys() & new.keys()
    }


def _revisions(section: Section) -> Iterator[Revision]:
    """Yield what of `section` itself moved, and not of what is below it."""
    marks = [section.revision]
    for block in section.blocks:
        marks.extend(_block_revisions(block))
    yield from (mark for mark in marks if mark and mark.move)


def _block_revisions(block: Block) -> Iterator[Revision | None]:
    yield block.revision
    match block:
        case List(items):
            for item in items:
                yield item.revision
                for inner in item.blocks:
                    yield from _block_revisions(inner)
        case Table():
            yield from block.row_revisions
        case Paragraph():
            return
        case _ as unreachable:
            assert_never(unreachable)


def _reference(section: Section, *, old: bool) -> Reference:
    number = section.was.number if old and section.was else section.number
    if number:
        return Reference(section.anchor, "avsnitt\u00a0", number, "number")
    heading = text(section.heading)
    if heading:
        return Reference(section.anchor, "avsnittet\u00a0", heading, "heading")
    return Reference(section.anchor, "ett avsnitt\u00a0", "utan rubrik", "heading")


def _old_anchors(document: Document) -> dict[str, str]:
    """Return the anchor in the redline of each section of the old version."""
    anchors: dict[str, str] = {}
    taken = {section.anchor for section in sections(document)}

    def collect(section: Section, above: Revision | None) -> None:
        mark = section.revision or above
        if mark and mark.kind == "deleted":
            own = WAS + section.anchor
            while own in taken:
                own = WAS + own
            taken.add(own)
            anchors[section.anchor] = own
        elif mark is None:
            anchors.setdefault(
                section.was.anchor if section.was else section.anchor, section.anchor
            )
        for below in section.sections:
            collect(below, mark)

    for section in document.sections:
        collect(section, None)
    return anchors


def _new_anchors(level: Iterable[Section]) -> Iterator[str]:
    for section in level:
        if section.revision is None or section.revision.kind == "inserted":
            yield section.anchor
            yield from _new_anchors(section.sections)


def _all_runs(document: Document) -> Iterator[Cell]:
    cover, signatures = document.cover, document.signatures
    yield from (cover.title, cover.subtitle, *(row.content for row in cover.rows))
    for section in sections(document):
        yield section.heading
        for block in section.blocks:
            yield from runs(block)
    for signatory in signatures.signatories if signatures else ():
        yield from (signatory.organisation, signatory.name, signatory.title)
    for aside in document.asides:
        for block in aside.blocks:
            yield from runs(block)


@dataclass(frozen=True, slots=True)
class _Settler:
    """Puts the revision of a node, or of what it stands in, on its words."""

    anchors: Mapping[str, str]
    """Where the sections of the old version stand in the redline, by their old anchor."""
    stands: frozenset[str]
    """The anchors of the sections of the new version."""

    def section(self, section: Section, above: Revision | None) -> Section:
        mark = section.revision or above
        gone = mark is not None and mark.kind == "deleted"
        return replace(
            section,
            anchor=self.anchors[section.anchor] if gone else section.anchor,
            heading=self.words(section.heading, mark),
            blocks=tuple(self.block(block, mark) for block in section.blocks),
            sections=tuple(self.section(below, mark) for below in section.sections),
            revision=_moved(mark),
        )

    def block(self, block: Block, above: Revision | None) -> Block:
        mark = block.revision or above
        match block:
            case Paragraph(content):
                return replace(block, content=self.words(content, mark), revision=_moved(mark))
            case List(items):
                settled = tuple(self.item(item, mark) for item in items)
                return replace(block, items=settled, revision=None)
            case Table():
                return self.table(block, mark)
            case _ as unreachable:
                assert_never(unreachable)

    def item(self, item: ListItem, above: Revision | None) -> ListItem:
        mark = item.revision or above
        return ListItem(tuple(self.block(block, mark) for block in item.blocks))

    def table(self, table: Table, mark: Revision | None) -> Table:
        marks = tuple(own or mark for _, own in rows(table))
        moved = tuple(map(_moved, marks))
        return replace(
            table,
            header=self.row(table.header, mark),
            rows=tuple(self.row(row, own) for row, own in zip(table.rows, marks, strict=True)),
            revision=_moved(mark),
            row_revisions=moved if any(moved) else (),
        )

    def row(self, row: tuple[Cell, ...], mark: Revision | None) -> tuple[Cell, ...]:
        return tuple(self.words(cell, mark) for cell in row)

    def cover_row(self, row: CoverRow) -> CoverRow:
        return replace(row, content=self.words(row.content, row.revision), revision=None)

    def signatory(self, signatory: Signatory) -> Signatory:
        mark = signatory.revision
        return replace(
            signatory,
            organisation=self.words(signatory.organisation, mark),
            name=self.words(signatory.name, mark),
            title=self.words(signatory.title, mark),
            revision=None,
        )

    def words(self, content: tuple[Inline, ...], mark: Revision | None) -> tuple[Inline, ...]:
        """Return `content` marked as a whole, unless it moved or has nothing to mark."""
        gone = mark is not None and mark.kind == "deleted"
        settled = tuple(self.inline(inline, gone=gone) for inline in content)
        if mark is None or mark.move or not content:
            return settled
        bare = tuple(_bare(settled))
        return (Deleted(bare) if gone else Inserted(bare),)

    def inline(self, inline: Inline, *, gone: bool) -> Inline:
        match inline:
            case Deleted(content):
                return Deleted(tuple(self.inline(inner, gone=True) for inner in content))
            case Strong(content) | Emphasis(content) | Link(content) | Inserted(content):
                within = tuple(self.inline(inner, gone=gone) for inner in content)
                return replace(inline, content=within)
            case Reference() if gone or inline.anchor not in self.stands:
                where = self.anchors.get(inline.anchor)
                if where:
                    return replace(inline, anchor=where)
                return Text(inline.lead + inline.text) if gone else inline
            case Text() | LineBreak() | Value() | Gap() | Reference():
                return inline
            case _ as unreachable:
                assert_never(unreachable)


def _moved(mark: Revision | None) -> Revision | None:
    return mark if mark and mark.move else None


def _bare(content: Iterable[Inline]) -> Iterator[Inline]:
    """Yield `content` without marks of its own: what is in a mark holds none."""
    for inline in content:
        match inline:
            case Inserted(inner) | Deleted(inner):
                yield from _bare(inner)
            case Strong(inner) | Emphasis(inner) | Link(inner):
                yield replace(inline, content=tuple(_bare(inner)))
            case Text() | LineBreak() | Value() | Gap() | Reference():
                yield inline
            case _ as unreachable:
                assert_never(unreachable)
