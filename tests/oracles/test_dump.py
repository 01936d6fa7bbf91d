"""A dump shows all that matters and nothing that does not."""

from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from tests.battery import BATTERY, item, paragraph
from tests.cases import check_golden
from tests.oracles.dump import dump, dump_blocks, inline_text
from tests.redline_battery import REDLINE
from tests.strategies import documents

from avtalsgen.model.nodes import Document, LineBreak, List, Provenance, Revision, Table, Text
from avtalsgen.source import Origin


@given(documents())
def test_equal_documents_have_equal_dumps(document: Document) -> None:
    assert dump(document) == dump(replace(document))


@given(documents())
def test_no_line_ends_in_a_space(document: Document) -> None:
    text = dump(document)
    assert text.endswith("\n")
    assert all(line == line.rstrip() and line for line in text[:-1].split("\n"))


SHOWN_OTHERWISE = {"level", "form", "file"}
"""By how far in a section stands, by what a reference says, by the edition of a clause."""


def is_idle(node: Any, field: str) -> bool:
    """Return whether `field` says nothing: the edition of what is no clause."""
    return isinstance(node, Provenance) and field == "edition" and not node.clause


def changed(node: Any) -> list[Any]:
    """Return `node` with each of the texts, numbers and switches in it changed, one at a time."""
    if isinstance(node, Origin):
        return []
    if isinstance(node, Revision):
        other: Any = "deleted" if node.kind == "inserted" else "inserted"
        return [replace(node, kind=other), replace(node, move=node.move + "-annan")]
    if isinstance(node, bool):
        return [not node]
    if isinstance(node, int):
        return [node + 1]
    if isinstance(node, str):
        return ["ändrad" + node]
    if isinstance(node, tuple):
        inside = [
            (*node[:at], other, *node[at + 1 :])
            for at, part in enumerate(node)
            for other in changed(part)
        ]
        return [*inside, *([node[1:]] if node else [])]
    if isinstance(node, Table) and node.row_revisions:
        bare = changed(replace(node, row_revisions=()))
        rows = [replace(other, row_revisions=node.row_revisions) for other in bare]
        marks = [replace(node, row_revisions=other) for other in changed(node.row_revisions)]
        return [other for other in (*rows, *marks) if len(other.rows) == len(other.row_revisions)]
    if is_dataclass(node):
        return [
            replace(node, **{field.name: other})  # type: ignore[type-var]
            for field in fields(node)
            if field.name not in SHOWN_OTHERWISE and not is_idle(node, field.name)
            for other in changed(getattr(node, field.name))
        ]
    return []


@pytest.mark.parametrize("document", [BATTERY, REDLINE.document])
def test_every_change_to_the_document_shows(document: Document) -> None:
    others = changed(document)
    assert len(others) > 200
    assert all(dump(other) != dump(document) for other in others)


def test_a_mark_taken_away_shows() -> None:
    document = REDLINE.document
    period, *others = document.sections
    bare = replace(period, was=None)
    assert dump(replace(document, sections=(bare, *others))) != dump(document)
    paragraph = replace(period.blocks[1], revision=None)
    bare = replace(period, blocks=(period.blocks[0], paragraph, *period.blocks[2:]))
    assert dump(replace(document, sections=(bare, *others))) != dump(document)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (" a", "·a"),
        ("a ", "a·"),
        ("a  b", "a ·b"),
        ("a\u00a0b", "a~b"),
        (" ", "·"),
        ("a b", "a b"),
    ],
)
def test_a_space_that_would_not_be_seen_is_marked(text: str, shown: str) -> None:
    assert inline_text((Text(text),)) == shown


def test_a_line_break_does_not_break_the_line() -> None:
    assert inline_text((Text("a"), LineBreak(), Text("b"))) == "a⏎b"


def test_blocks_alone_stand_at_the_margin() -> None:
    blocks = (paragraph("a"), List((item(paragraph("b")),), ordered=True))
    assert dump_blocks(blocks) == "stycke a\nnumrerad lista\n  punkt\n    stycke b\n"


def test_the_battery_reads_as_it_should(rewrite: bool) -> None:
    golden = Path(__file__).parent / "golden" / "battery.dump.txt"
    check_golden(golden, dump(BATTERY), rewrite=rewrite)


def test_the_redline_reads_as_it_should(rewrite: bool) -> None:
    golden = Path(__file__).parent / "golden" / "redline.dump.txt"
    check_golden(golden, dump(REDLINE.document), rewrite=rewrite)
