"""Going through a document meets everything once, in reading order."""

from dataclasses import replace

from hypothesis import given
from tests.battery import BATTERY, cell, item, paragraph
from tests.redline_strategies import redlines
from tests.strategies import documents, inlines

from avtalsgen.model import plain, walk
from avtalsgen.model.nodes import (
    Block,
    Cover,
    Deleted,
    Document,
    Emphasis,
    Inline,
    Inserted,
    LineBreak,
    Link,
    List,
    ListItem,
    Paragraph,
    Revision,
    Section,
    Strong,
    Table,
    Text,
)


def test_a_parent_comes_before_its_children() -> None:
    anchors = [section.anchor for section in walk.sections(BATTERY)]
    assert anchors == ["inledning", "krav", "ersattning", "listor", "djupt", "ord", "slut"]


@given(documents())
def test_every_section_is_met_once(document: Document) -> None:
    def count(sections: tuple[Section, ...]) -> int:
        return sum((1 + count(section.sections) for section in sections), 0)

    assert len(list(walk.sections(document))) == count(document.sections)


def test_a_list_is_read_item_by_item_and_downward() -> None:
    inner = List((item(paragraph("b")), item(paragraph("c"))))
    outer = List((item(paragraph("a"), inner, paragraph("d")), item(paragraph("e"))))
    assert [plain.text(run) for run in walk.runs(outer)] == ["a", "b", "c", "d", "e"]


def test_a_table_is_read_row_by_row_with_its_empty_cells() -> None:
    table = Table((cell("a"), cell("b")), ((cell(), cell("c")),))
    assert [plain.text(run) for run in walk.runs(table)] == ["a", "b", "", "c"]


@given(inlines())
def test_leaves_hold_no_leaves(content: tuple[Inline, ...]) -> None:
    leaves = list(walk.leaves(content))
    assert not any(isinstance(leaf, Strong | Emphasis | Link) for leaf in leaves)
    assert list(walk.leaves(leaves)) == leaves


def test_leaves_come_in_reading_order_from_any_depth() -> None:
    a, b, c = Text("a"), LineBreak(), Text("c")
    assert list(walk.leaves((Strong((a, Emphasis((b,)))), Link((c,), "https://a.se")))) == [a, b, c]


@given(documents())
def test_rewriting_nothing_gives_the_document_back(document: Document) -> None:
    assert walk.rewrite(document) == document


@given(redlines())
def test_a_redline_keeps_its_marks_when_nothing_is_rewritten(redline: Document) -> None:
    assert walk.rewrite(redline) == redline


@given(documents())
def test_every_text_of_the_body_is_rewritten_once_in_reading_order(document: Document) -> None:
    met: list[Inline] = []

    def inline(node: Inline, _mark: Revision | None) -> tuple[Inline, ...]:
        met.append(node)
        return (node,)

    body = replace(document, cover=Cover("", ()), signatures=None, asides=())
    walk.rewrite(body, inline=inline)
    contents = (
        content
        for section in walk.sections(body)
        for content in (
            section.heading,
            *(run for block in section.blocks for run in walk.runs(block)),
        )
    )
    leaves = [leaf for content in contents for leaf in walk.leaves(content)]
    assert [node for node in met if not isinstance(node, Strong | Emphasis | Link)] == leaves


def test_what_is_taken_out_leaves_the_rest_where_it_stood() -> None:
    def without_b(block: Block, _mark: Revision | None) -> Block | None:
        return None if isinstance(block, Paragraph) and block == paragraph("b") else block

    def with_anything(item: ListItem, _mark: Revision | None) -> ListItem | None:
        return item if item.blocks else None

    whole = List((item(paragraph("a"), paragraph("b")), item(paragraph("b")), item(paragraph("c"))))
    left = walk.rewrite(whole, block=without_b, item=with_anything)
    assert left == List((item(paragraph("a")), item(paragraph("c"))))


def test_a_node_is_told_the_mark_of_what_it_stands_in() -> None:
    gone, moved = Revision("deleted"), Revision("deleted", "flytt-1")
    told: dict[str, Revision | None] = {}

    def words(content: walk.Content, mark: Revision | None) -> walk.Content:
        told[plain.text(content)] = mark
        return content

    table = Table((cell("d"),), ((cell("e"),), (cell("f"),)), row_revisions=(None, moved))
    inner = List((ListItem((paragraph("b"),)), ListItem((paragraph("c"),), moved)))
    section = Section("a", (Text("a"),), 1, blocks=(inner, table), revision=gone)
    walk.rewrite(section, words=words)
    assert told == {"a": gone, "b": gone, "c": moved, "d": gone, "e": gone, "f": moved}


def test_a_text_is_told_the_mark_of_the_words_it_stands_among() -> None:
    told: list[tuple[Inline, str | None]] = []

    def inline(node: Inline, mark: Revision | None) -> tuple[Inline, ...]:
        told.append((node, mark.kind if mark else None))
        return (node,)

    a, b, c = Text("a"), Text("b"), Text("c")
    walk.rewrite((a, Deleted((b,)), Inserted((c,))), inline=inline)
    assert [kind for node, kind in told if node in (a, b, c)] == [None, "deleted", "inserted"]
