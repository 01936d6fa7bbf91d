"""The random documents keep what model/nodes.py promises."""

import importlib.util
import re
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.strategies import documents

from avtalsgen.model import plain, walk
from avtalsgen.model.nodes import Document, Inline, Link, Reference, Section, Table


def inlines(document: Document) -> list[Inline]:
    """Return the inlines of all sections, outermost first."""
    found: list[Inline] = []
    waiting = [
        inline
        for section in walk.sections(document)
        for block in section.blocks
        for run in walk.runs(block)
        for inline in run
    ]
    while waiting:
        inline = waiting.pop()
        found.append(inline)
        waiting.extend(getattr(inline, "content", ()))
    return found


@given(documents())
def test_anchors_are_unique_and_plain(document: Document) -> None:
    anchors = [section.anchor for section in walk.sections(document)]
    assert len(set(anchors)) == len(anchors)
    assert all(re.fullmatch("[a-z0-9-]+", anchor) for anchor in anchors)


@given(documents())
def test_levels_count_from_one(document: Document) -> None:
    def check(sections: tuple[Section, ...], level: int) -> None:
        for section in sections:
            assert section.level == level
            check(section.sections, level + 1)

    check(document.sections, 1)


@given(documents())
def test_nothing_below_an_unnumbered_section_has_a_number(document: Document) -> None:
    for section in walk.sections(document):
        if not section.number:
            assert not any(below.number for below in section.sections)
        else:
            assert section.heading
            assert section.level <= len(document.numbering)


@given(documents())
def test_a_section_without_a_heading_is_a_leaf_with_text(document: Document) -> None:
    for section in walk.sections(document):
        assert section.heading or (section.blocks and not section.sections)


@given(documents())
def test_a_reference_says_what_its_section_is_called(document: Document) -> None:
    called = {
        section.anchor: section.number or plain.text(section.heading)
        for section in walk.sections(document)
    }
    for inline in inlines(document):
        if isinstance(inline, Reference):
            assert inline.text == called[inline.anchor]
            assert inline.lead.endswith("\u00a0")


@given(documents())
def test_no_link_holds_a_reference(document: Document) -> None:
    for inline in inlines(document):
        if isinstance(inline, Link):
            assert not any(isinstance(leaf, Reference) for leaf in walk.leaves(inline.content))


@given(documents())
def test_rows_are_as_wide_as_the_header(document: Document) -> None:
    for section in walk.sections(document):
        for block in section.blocks:
            if isinstance(block, Table):
                assert {len(row) for row in block.rows} <= {len(block.header)}
                assert len(block.align) in (0, len(block.header))


@given(documents())
def test_every_line_is_one_line_of_printable_characters(document: Document) -> None:
    for line in plain.lines(document):
        assert line.split()
        assert all(part.isprintable() or "\u00a0" in part for part in line.split("\n"))


def test_what_is_drawn_does_not_hang_on_what_is_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _drawn()
    source = tmp_path / "prov.py"
    source.write_text("".join(f"a{n} = 'kvastskaft {n}', {n}\n" for n in range(100, 400)))
    spec = importlib.util.spec_from_file_location("prov", source)
    assert spec
    monkeypatch.setitem(sys.modules, "prov", importlib.util.module_from_spec(spec))
    assert _drawn() == before


def _drawn() -> list[tuple[str, int]]:
    """Return what a law tries that is the same every time."""
    drawn = []

    @settings(max_examples=200, derandomize=True, database=None)
    @given(st.text(), st.integers())
    def law(text: str, number: int) -> None:
        drawn.append((text, number))

    law()
    return drawn
