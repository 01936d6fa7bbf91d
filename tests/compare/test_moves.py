"""What has moved, and what only stands under another heading than it did."""

from dataclasses import replace

import pytest
from tests.compare.outlines import HEADINGS_CHANGE_PLACE, KINDS, headings, outline_document
from tests.compared import compare

from avtalsgen.model.comparison import SectionPair
from avtalsgen.writers.comparison.vocabulary import tidings, whereabouts


def pairs(kind: str, *, turned: bool = False) -> list[SectionPair]:
    rows = KINDS[kind][:2]
    old, new = map(outline_document, rows[::-1] if turned else rows)
    return [pair for pair in compare(old, new).sections if pair.part == "body"]


@pytest.mark.parametrize("kind", KINDS)
def test_what_moved_and_what_has_another_parent_are_told_apart(kind: str) -> None:
    told = pairs(kind)
    assert [p.new.heading for p in told if p.moved and p.new] == headings(KINDS[kind][2])
    assert [p.new.heading for p in told if p.reparented and p.new] == headings(KINDS[kind][3])


@pytest.mark.parametrize("kind", KINDS)
def test_the_other_way_round_as_many_have_another_parent_or_order(kind: str) -> None:
    there, back = pairs(kind), pairs(kind, turned=True)
    for told in (there, back):
        assert not any(pair.moved and pair.reparented for pair in told)
    assert {p.new.heading for p in there if p.new and (p.moved or p.reparented)} == {
        p.new.heading for p in back if p.new and (p.moved or p.reparented)
    }


def test_a_section_under_another_heading_says_so_and_is_no_unchanged_one() -> None:
    first = next(pair for pair in pairs(HEADINGS_CHANGE_PLACE) if pair.reparented)
    assert first.differs
    assert list(tidings(first)) == ["under annan rubrik"]
    assert list(whereabouts(first)) == ["Stod förut under ”Arubrik”, står nu under ”Drubrik”."]


@pytest.mark.parametrize("above", ["old", "new"])
def test_what_has_no_heading_is_no_other_place_to_stand(above: str) -> None:
    beside = outline_document("A B C .d")
    first, *rest = beside.sections
    bare = replace(first, heading=())
    beside = replace(beside, sections=(bare, *rest))
    whole = replace(beside, sections=(replace(bare, sections=tuple(rest)),))
    old, new = (whole, beside) if above == "old" else (beside, whole)
    assert not any(pair.differs for pair in compare(old, new).sections)
