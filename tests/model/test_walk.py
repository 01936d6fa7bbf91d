"""Going through a document meets everything once, in reading order."""

from hypothesis import given
from tests.battery import BATTERY, cell, item, paragraph
from tests.strategies import documents, inlines

from avtalsgen.model import plain, walk
from avtalsgen.model.nodes import (
    Document,
    Emphasis,
    Inline,
    LineBreak,
    Link,
    List,
    Strong,
    Table,
    Text,
)


def test_a_parent_comes_before_its_children() -> None:
    anchors = [section.anchor for section in walk.sections(BATTERY)]
    assert anchors == ["inledning", "krav", "ersattning", "listor", "djupt", "ord", "slut"]


@given(documents())
def test_every_section_is_met_once(document: Document) -> None:
    def count(sections: tuple[object, ...]) -> int:
        return sum(1 + count(section.sections) for section in sections)  # type: ignore[attr-defined]

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
