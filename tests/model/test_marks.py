"""Marks on nodes become marks on words, and nothing of either side is lost on the way."""

from collections.abc import Iterable, Iterator

from hypothesis import given, settings
from tests.battery import BATTERY
from tests.redline_battery import REDLINE
from tests.redline_strategies import redlines
from tests.strategies import documents

from avtalsgen.model import plain, walk
from avtalsgen.model.marks import in_words, is_marked, is_redline, moves, settled
from avtalsgen.model.nodes import (
    Block,
    Deleted,
    Document,
    Inline,
    Inserted,
    List,
    Paragraph,
    Reference,
    Revision,
    Table,
)

DOCUMENT = REDLINE.document


def characters(content: Iterable[Inline], without: str) -> str:
    """Return the characters of running text on one side: `without` is the mark of the other."""
    parts = []
    for inline in content:
        kind = {Inserted: "inserted", Deleted: "deleted"}.get(type(inline), "")
        if kind != without:
            inner = getattr(inline, "content", None)
            parts.append(plain.text((inline,)) if inner is None else characters(inner, without))
    return "".join(parts)


def one_side(document: Document, without: str) -> list[str]:
    """Return each run of text in the sections of one side, from marks on nodes and on words."""
    return [line for line in _sections(document.sections, without) if line]


def _sections(sections: Iterable[object], without: str) -> Iterator[str]:
    for section in sections:
        if _is(section.revision, without):  # type: ignore[attr-defined]
            continue
        yield characters(section.heading, without)  # type: ignore[attr-defined]
        for block in section.blocks:  # type: ignore[attr-defined]
            yield from _block(block, without)
        yield from _sections(section.sections, without)  # type: ignore[attr-defined]


def _block(block: Block, without: str) -> Iterator[str]:
    if _is(block.revision, without):
        return
    match block:
        case Paragraph(content):
            yield characters(content, without)
        case List(items):
            for item in items:
                if not _is(item.revision, without):
                    for inner in item.blocks:
                        yield from _block(inner, without)
        case Table(header):
            yield from (characters(cell, without) for cell in header)
            for row, revision in walk.rows(block):
                if not _is(revision, without):
                    yield from (characters(cell, without) for cell in row)


def _is(revision: Revision | None, kind: str) -> bool:
    return revision is not None and revision.kind == kind


@given(redlines())
@settings(max_examples=40)
def test_either_side_says_what_it_said(document: Document) -> None:
    for without in ("inserted", "deleted"):
        assert one_side(settled(document), without) == one_side(document, without)


@given(documents())
def test_a_document_without_marks_is_left_as_it_is(document: Document) -> None:
    assert settled(document) == document
    assert in_words(document) == document
    assert not is_redline(document)
    assert not moves(document)


@given(redlines())
@settings(max_examples=40)
def test_only_what_moved_is_marked_on_a_node(document: Document) -> None:
    after = settled(document)
    for section in walk.sections(after):
        assert section.revision is None or section.revision.move
        for block in section.blocks:
            assert block.revision is None or block.revision.move


@given(redlines())
@settings(max_examples=40)
def test_no_anchor_is_in_a_settled_redline_twice(document: Document) -> None:
    anchors = [section.anchor for section in walk.sections(settled(document))]
    assert len(set(anchors)) == len(anchors)


@given(redlines())
@settings(max_examples=40)
def test_every_reference_leads_somewhere(document: Document) -> None:
    after = settled(document)
    anchors = {section.anchor for section in walk.sections(after)}
    for section in walk.sections(after):
        for block in section.blocks:
            for run in walk.runs(block):
                for leaf in walk.leaves(run):
                    assert not isinstance(leaf, Reference) or leaf.anchor in anchors


def test_no_mark_holds_another() -> None:
    for section in walk.sections(settled(DOCUMENT)):
        for block in section.blocks:
            for run in walk.runs(block):
                for inline in run:
                    if isinstance(inline, Inserted | Deleted):
                        assert not is_marked(inline.content)


def test_a_move_knows_both_places() -> None:
    move = moves(settled(DOCUMENT))["barn"]
    assert move.note(Revision("deleted", "barn")) == "Flyttat till avsnitt\u00a03.0"
    assert move.note(Revision("inserted", "barn")) == "Flyttat från avsnitt\u00a02.3"
    assert (move.old.anchor, move.new.anchor) == ("forut-barn", "barn")


def test_a_move_inside_a_section_says_so() -> None:
    move = moves(settled(DOCUMENT))["slutord"]
    assert move.note(Revision("deleted", "slutord")).startswith("Flyttat inom ")


def test_what_moved_can_be_told_in_words() -> None:
    lines = list(plain.lines(in_words(settled(DOCUMENT))))
    assert (
        "[Flyttat till avsnitt\u00a03.0: Barnets bästa ska särskilt beaktas i varje ärende.]"
        in (lines)
    )
    assert "3.0 [Flyttat från avsnitt\u00a02.3] Barnkonventionen" in lines


def test_a_reference_in_words_that_went_leads_to_where_they_stand() -> None:
    (run,) = walk.runs(settled(DOCUMENT).sections[0].blocks[0])
    anchors = [leaf.anchor for leaf in walk.leaves(run) if isinstance(leaf, Reference)]
    assert anchors == ["ersattning", "forut-tolk"]


def test_the_batteries_are_told_apart() -> None:
    assert is_redline(DOCUMENT)
    assert not is_redline(BATTERY)
