"""The one way to go through a document, and the one way to rewrite it.

    Document ─┬─ cover rows, signatories, asides    part
              └─ Section ─┬─ heading                heading, inline
                          ├─ Block ─┬─ Paragraph    block, words, inline
                          │         ├─ List         block; each ListItem: item
                          │         └─ Table        block; each Row: row, words, inline
                          └─ Section …              section

A node type more is a case more here; whoever only reads or rewrites some of them stays as it is.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from operator import is_
from typing import Protocol, TypedDict, TypeVar, Unpack, assert_never, overload

from avtalsgen.model.nodes import (
    Aside,
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
from avtalsgen.records import dataclass

Content = tuple[Inline, ...]
P = TypeVar("P", bound=CoverRow | Signatory | Aside)
N = TypeVar("N")


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table below its header, with its mark in a redline."""

    cells: tuple[Cell, ...]
    revision: Revision | None = None


def sections(document: Document) -> Iterator[Section]:
    """Yield every section in reading order, a parent before its children."""
    for section in document.sections:
        yield from within(section)


def with_next(document: Document) -> Iterator[tuple[Section, tuple[Block | None, ...]]]:
    """Yield every section in reading order, and for each of its blocks what is printed next.

    Nothing is next where a heading comes before it.
    """
    every = tuple(sections(document))
    for section, after in zip_longest(every, every[1:]):
        goes_on = after is not None and not after.heading and not after.new_page
        yield section, (*section.blocks[1:], *(after.blocks[:1] if goes_on else ()), None)


def within(section: Section) -> Iterator[Section]:
    """Yield a section and every one below it in reading order."""
    yield section
    for below in section.sections:
        yield from within(below)


def nested(flat: Iterable[Section]) -> tuple[Section, ...]:
    """Return sections without any below them as the tree that their levels make.

    Law: of `sections(document)` it is `document.sections`, as a section is a level below the one
    it stands in.
    """
    waiting: list[tuple[int, list[Section]]] = [(0, [])]
    """Sections of which more may follow, by the level of what they stand in."""
    for section in (*flat, None):
        while len(waiting) > 1 and (section is None or waiting[-1][0] >= section.level):
            _, below = waiting.pop()
            siblings = waiting[-1][1]
            siblings[-1] = replace(siblings[-1], sections=tuple(below))
        if section is not None:
            waiting[-1][1].append(section)
            waiting.append((section.level, []))
    return tuple(waiting[0][1])


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


def every_run(document: Document) -> Iterator[Content]:
    """Yield all running text of `document`, wherever it stands."""
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


def rows(table: Table) -> Iterator[tuple[tuple[Cell, ...], Revision | None]]:
    """Yield every row below the header, with its mark in a redline."""
    revisions = table.row_revisions or (None,) * len(table.rows)
    yield from zip(table.rows, revisions, strict=True)


def names_rows(table: Table) -> bool:
    """Return whether the first column heads the rows: it is strong all the way down.

    Nothing else in a table says it, in any format, so it is the same when a file is read back.
    """
    heads = [row[0] for row in table.rows]
    return len(table.header) > 1 and bool(heads) and all(map(_is_strong, heads))


def _is_strong(content: Content) -> bool:
    said = [part for part in content if not (isinstance(part, Text) and not part.text.strip())]
    return bool(said) and all(
        _is_strong(part.content)
        if isinstance(part, Inserted | Deleted)
        else isinstance(part, Strong)
        for part in said
    )


def revisions(block: Block) -> Iterator[Revision]:
    """Yield the marks of `block` and of every item, row and block in it, in reading order."""
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
                    yield from revisions(inner)
        case Table():
            yield from (mark for mark in block.row_revisions if mark)
        case _ as unreachable:
            assert_never(unreachable)


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


Mark = Revision | None
"""What a redline says of a node: its own revision, or that of the nearest node it stands in."""
_INSERTED, _DELETED = Revision("inserted"), Revision("deleted")


class PartStep(Protocol):
    """What becomes of a cover row, of a signatory, of an aside."""

    def __call__(self, part: P, mark: Mark, /) -> P | None:
        """Return what stands instead of `part`, or nothing."""


class Steps(TypedDict, total=False):
    """What becomes of each kind of node; a kind that is left out stays as it is.

    Each is given a node with what is in it already rewritten. One that is given the `Mark` of its
    node may answer None: the node is taken out.
    """

    inline: Callable[[Inline, Mark], Iterable[Inline]]
    """Each piece of running text; in `Inserted` or `Deleted` that is its mark."""
    words: Callable[[Content, Mark], Content]
    """The running text of a paragraph, cell, heading, cover row or signatory."""
    heading: Callable[[Content, Mark], Content]
    """The heading of a section, after `words`."""
    row: Callable[[TableRow, Mark], TableRow | None]
    item: Callable[[ListItem, Mark], ListItem | None]
    block: Callable[[Block, Mark], Block | None]
    section: Callable[[Section, Mark], Section | None]
    part: PartStep


@overload
def rewrite(node: Document, **steps: Unpack[Steps]) -> Document: ...
@overload
def rewrite(node: Section, **steps: Unpack[Steps]) -> Section | None: ...
@overload
def rewrite(node: Block, **steps: Unpack[Steps]) -> Block | None: ...
@overload
def rewrite(node: Content, **steps: Unpack[Steps]) -> Content: ...
def rewrite(
    node: Document | Section | Block | Content, **steps: Unpack[Steps]
) -> Document | Section | Block | Content | None:
    """Return `node` with each node in it, and itself, as `steps` make it.

    From the leaves upward, what stands side by side in reading order.

    Laws: without steps it is `node`; a step that answers its node changes nothing.
    """
    rewriting = _Rewriting(steps)
    match node:
        case Document():
            return rewriting.document(node)
        case Section():
            return rewriting.section(node, None)
        case tuple():
            return rewriting.words(node, None)
        case _:
            return rewriting.block(node, None)


class _Rewriting:
    """The recursion over every kind of node, with the mark of what each stands in."""

    def __init__(self, steps: Steps) -> None:
        self.inline = steps.get("inline", _itself_alone)
        self.words_step = steps.get("words", _itself)
        self.heading = steps.get("heading", _itself)
        self.row = steps.get("row", _itself)
        self.item_step = steps.get("item", _itself)
        self.block_step = steps.get("block", _itself)
        self.section_step = steps.get("section", _itself)
        self.part = steps.get("part", _itself)

    def document(self, document: Document) -> Document:
        cover, signatures = document.cover, document.signatures
        return replace(
            document,
            cover=replace(
                cover,
                title=self.words(cover.title, None),
                subtitle=self.words(cover.subtitle, None),
                rows=_left(self.cover_row(row) for row in cover.rows),
            ),
            sections=_left(self.section(section, None) for section in document.sections),
            signatures=signatures
            and replace(
                signatures, signatories=_left(self.signatory(one) for one in signatures.signatories)
            ),
            asides=_left(self.aside(aside) for aside in document.asides),
        )

    def cover_row(self, row: CoverRow) -> CoverRow | None:
        mark = row.revision
        return self.part(replace(row, content=self.words(row.content, mark)), mark)

    def signatory(self, signatory: Signatory) -> Signatory | None:
        mark = signatory.revision
        rewritten = replace(
            signatory,
            organisation=self.words(signatory.organisation, mark),
            name=self.words(signatory.name, mark),
            title=self.words(signatory.title, mark),
        )
        return self.part(rewritten, mark)

    def aside(self, aside: Aside) -> Aside | None:
        mark = aside.revision
        return self.part(replace(aside, blocks=self.blocks(aside.blocks, mark)), mark)

    def section(self, section: Section, above: Mark) -> Section | None:
        mark = section.revision or above
        rewritten = replace(
            section,
            heading=self.heading(self.words(section.heading, mark), mark),
            blocks=self.blocks(section.blocks, mark),
            sections=_left(self.section(below, mark) for below in section.sections),
        )
        return self.section_step(rewritten, mark)

    def blocks(self, blocks: Iterable[Block], above: Mark) -> tuple[Block, ...]:
        return _left(self.block(block, above) for block in blocks)

    def block(self, block: Block, above: Mark) -> Block | None:
        mark = block.revision or above
        match block:
            case Paragraph(content):
                words = self.words(content, mark)
                same = _are_same(words, content)
                return self.block_step(block if same else replace(block, content=words), mark)
            case List(items):
                left = _left(self.item(item, mark) for item in items)
                same = _are_same(left, items)
                return self.block_step(block if same else replace(block, items=left), mark)
            case Table():
                return self.block_step(self.table(block, mark), mark)
            case _ as unreachable:
                assert_never(unreachable)

    def item(self, item: ListItem, above: Mark) -> ListItem | None:
        mark = item.revision or above
        blocks = self.blocks(item.blocks, mark)
        same = _are_same(blocks, item.blocks)
        return self.item_step(item if same else replace(item, blocks=blocks), mark)

    def table(self, table: Table, mark: Mark) -> Table:
        header = self.cells(table.header, mark)
        marked = (
            self.row(TableRow(self.cells(cells, own or mark), own), own or mark)
            for cells, own in rows(table)
        )
        return with_rows(replace(table, header=header), _left(marked))

    def cells(self, cells: Iterable[Cell], mark: Mark) -> tuple[Cell, ...]:
        return tuple(self.words(cell, mark) for cell in cells)

    def words(self, content: Content, mark: Mark) -> Content:
        return self.words_step(tuple(self.inlines(content, mark)), mark)

    def inlines(self, content: Content, mark: Mark) -> Iterator[Inline]:
        for inline in content:
            match inline:
                case Strong(held) | Emphasis(held) | Link(held):
                    rewritten = replace(inline, content=tuple(self.inlines(held, mark)))
                    yield from self.inline(rewritten, mark)
                case Inserted(held):
                    yield from self.inline(Inserted(tuple(self.inlines(held, _INSERTED))), mark)
                case Deleted(held):
                    yield from self.inline(Deleted(tuple(self.inlines(held, _DELETED))), mark)
                case Text() | LineBreak() | Value() | Reference() | Gap():
                    yield from self.inline(inline, mark)
                case _ as unreachable:
                    assert_never(unreachable)


def with_rows(table: Table, marked: Iterable[TableRow]) -> Table:
    """Return `table` with the rows below its header; `row_revisions` is empty if none is marked."""
    marked = tuple(marked)
    marks = tuple(row.revision for row in marked)
    cells = tuple(row.cells for row in marked)
    return replace(table, rows=cells, row_revisions=marks if any(marks) else ())


def _itself(node: N, _mark: Mark, /) -> N:
    return node


def _itself_alone(inline: Inline, _mark: Mark) -> tuple[Inline, ...]:
    return (inline,)


def _are_same(rewritten: Sequence[object], nodes: Sequence[object]) -> bool:
    """Return whether no node is another: most are as they were, and to copy each is dear."""
    return len(rewritten) == len(nodes) and all(map(is_, rewritten, nodes))


def _left(nodes: Iterable[N | None]) -> tuple[N, ...]:
    return tuple(node for node in nodes if node is not None)


def join_texts(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """Return `inlines` with neighbouring texts joined, so that equal words are equal data."""
    joined: list[Inline] = []
    for inline in inlines:
        last = joined[-1] if joined else None
        if isinstance(inline, Text) and isinstance(last, Text):
            joined[-1] = Text(last.text + inline.text)
        else:
            joined.append(inline)
    return tuple(joined)
