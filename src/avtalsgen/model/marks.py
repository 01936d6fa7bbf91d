"""The marks of a redline where a writer can print them: on words, and on what moved.

A `Revision` of a section, list or row says that all in it came or went. `settled` puts that on
the words, so that a format only has to know `Inserted` and `Deleted`; what is left on a node is
where it moved from or to. It also gives what stands on the old side only an anchor of its own:
a section that moved stands in a redline twice.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final, TypeVar

from avtalsgen.model.nodes import (
    Aside,
    Block,
    CoverRow,
    Deleted,
    Document,
    Emphasis,
    Inline,
    Inserted,
    Link,
    List,
    ListItem,
    Paragraph,
    Reference,
    Revision,
    Section,
    Signatory,
    Strong,
    Text,
)
from avtalsgen.model.plain import text
from avtalsgen.model.walk import (
    Content,
    Mark,
    TableRow,
    every_run,
    revisions,
    rewrite,
    sections,
)
from avtalsgen.records import dataclass

M = TypeVar("M", bound=ListItem | CoverRow | Signatory | Aside)

WAS: Final = "forut-"
"""How the anchor of what stands on the old side only begins."""


PARTED, JOINED, RESHAPED = "delning-", "samling-", "omformning-"
"""How the names begin of paragraphs that were made several, or one, or items, where they stand."""
_WITHIN: Final[Mapping[str, str]] = {
    PARTED: "Delat inom",
    JOINED: "Sammanfört inom",
    RESHAPED: "Omformat inom",
}


@dataclass(frozen=True, slots=True)
class MarkedMove:
    """The sections where a moved text stood and stands, as references to them.

    What was parted, joined with others or made an item of a list has its words in another block
    and stands where it stood; it is told of in the same way, and has not moved.
    """

    old: Reference
    new: Reference
    within: str = "Flyttat inom"
    """What is said of it where it stands in one section on both sides."""

    def told(self, revision: Revision) -> tuple[str, Reference]:
        """Return what is said of the text on the side of `revision`: `Flyttat till`, and where."""
        if self.old.anchor == self.new.anchor:
            return self.within, self.new
        if revision.kind == "deleted":
            return "Flyttat till", self.new
        return "Flyttat från", self.old

    def note(self, revision: Revision) -> str:
        """Return the same as one text."""
        verb, where = self.told(revision)
        return f"{verb} {text((where,))}"


def is_redline(document: Document) -> bool:
    """Return whether anything in `document` is marked."""
    return document != settled(document) or any(map(is_marked, every_run(document)))


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
    stands = frozenset(_new_anchors(document.sections))

    def inline(inline: Inline, mark: Mark) -> tuple[Inline, ...]:
        gone = mark is not None and mark.kind == "deleted"
        if not isinstance(inline, Reference) or (not gone and inline.anchor in stands):
            return (inline,)
        where = anchors.get(inline.anchor)
        if where:
            return (replace(inline, anchor=where),)
        return (Text(inline.lead + inline.text),) if gone else (inline,)

    def section(section: Section, mark: Mark) -> Section:
        gone = mark is not None and mark.kind == "deleted"
        anchor = anchors[section.anchor] if gone else section.anchor
        return replace(section, anchor=anchor, revision=_moved(mark))

    return rewrite(
        document,
        inline=inline,
        words=_marked_whole,
        row=_row,
        item=_unmarked,
        block=_block,
        section=section,
        part=_unmarked,
    )


def _marked_whole(content: Content, mark: Mark) -> Content:
    """Return `content` marked as a whole, unless it moved or has nothing to mark."""
    if mark is None or mark.move or not content:
        return content
    bare = rewrite(content, inline=_bare)
    return (Deleted(bare) if mark.kind == "deleted" else Inserted(bare),)


def _bare(inline: Inline, _mark: Mark) -> tuple[Inline, ...]:
    """Return `inline` without a mark of its own: what is in a mark holds none."""
    return inline.content if isinstance(inline, Inserted | Deleted) else (inline,)


def _block(block: Block, mark: Mark) -> Block:
    """Return `block` with the mark of a move; what is in a list says that itself."""
    return replace(block, revision=None if isinstance(block, List) else _moved(mark))


def _row(row: TableRow, mark: Mark) -> TableRow:
    return replace(row, revision=_moved(mark))


def _unmarked(node: M, _mark: Mark) -> M:
    return replace(node, revision=None)


def in_words(document: Document) -> Document:
    """Return a settled `document` with its moves told in the text, where a format has no margin.

    Every piece of what moved away stands in `[Flyttat till avsnitt 3: …]`; where it stands now,
    `[Flyttat från avsnitt 2.3]` is before the first piece. The marks of moves are kept.
    """
    known, told = moves(document), set[Revision]()

    def words(content: Content, mark: Mark, *, linked: bool = True) -> Content:
        if mark is None or mark.move not in known or not content:
            return content
        verb, where = known[mark.move].told(mark)
        place: Inline = where if linked else Text(text((where,)))
        if mark.kind == "deleted":
            return (Text(f"[{verb} "), place, Text(": "), *content, Text("]"))
        if mark in told:
            return content
        told.add(mark)
        return (Text(f"[{verb} "), place, Text("] "), *content)

    def heading(content: Content, mark: Mark) -> Content:
        return words(content, mark, linked=False)

    def block(block: Block, mark: Mark) -> Block:
        if isinstance(block, Paragraph):
            return replace(block, content=words(block.content, mark))
        return block

    def row(row: TableRow, mark: Mark) -> TableRow:
        return replace(row, cells=(words(row.cells[0], mark), *row.cells[1:]))

    told_of = (rewrite(each, heading=heading, block=block, row=row) for each in document.sections)
    return replace(document, sections=tuple(section for section in told_of if section))


def moves(document: Document) -> Mapping[str, MarkedMove]:
    """Return where each text of a settled `document` moved, by the name of its move."""
    old: dict[str, Section] = {}
    new: dict[str, Section] = {}
    for section in sections(document):
        for revision in _revisions(section):
            side = old if revision.kind == "deleted" else new
            side.setdefault(revision.move, section)
    return {name: _move(name, old[name], new[name]) for name in old.keys() & new.keys()}


def _move(name: str, old: Section, new: Section) -> MarkedMove:
    ends = _reference(old, old=True), _reference(new, old=False)
    how = (words for prefix, words in _WITHIN.items() if name.startswith(prefix))
    return MarkedMove(*ends, next(how, "Flyttat inom"))


def _revisions(section: Section) -> Iterator[Revision]:
    """Yield what of `section` itself moved, and not of what is below it."""
    marks = [section.revision, *(mark for block in section.blocks for mark in revisions(block))]
    yield from (mark for mark in marks if mark and mark.move)


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
            mark_anchor = WAS + section.anchor
            while mark_anchor in taken:
                mark_anchor = WAS + mark_anchor
            taken.add(mark_anchor)
            anchors[section.anchor] = mark_anchor
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


def _moved(mark: Mark) -> Mark:
    return mark if mark and mark.move else None
