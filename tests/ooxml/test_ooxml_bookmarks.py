import re

from hypothesis import given
from hypothesis import strategies as st

from avtalsgen.ooxml.bookmarks import Bookmarks, hidden_name
from avtalsgen.ooxml.names import W

ANCHORS = st.from_regex(r"[a-z0-9-]{1,90}", fullmatch=True)


@given(ANCHORS)
def test_a_name_is_one_that_word_takes(anchor: str) -> None:
    assert re.fullmatch(r"_ag_[A-Za-z0-9_]{1,36}", hidden_name("ag", anchor))


@given(st.lists(ANCHORS, unique=True))
def test_two_anchors_never_have_one_name(anchors: list[str]) -> None:
    assert len({hidden_name("ag", anchor) for anchor in anchors}) == len(anchors)


def test_a_short_anchor_can_be_read_in_its_name() -> None:
    assert hidden_name("ag", "lex-sarah") == "_ag_lex_sarah"


def test_anchors_that_differ_only_far_from_the_start_have_names_that_differ() -> None:
    first, second = (hidden_name("ag", "a" * 60 + end) for end in "bc")
    assert first != second
    assert first[:26] == second[:26] == "_ag_" + "a" * 22


def test_every_bookmark_has_an_id_of_its_own() -> None:
    bookmarks = Bookmarks()
    pairs = [bookmarks.pair(name) for name in "abc"]
    assert [start.get(W + "id") for start, _ in pairs] == ["1", "2", "3"]
    assert all(start.get(W + "id") == end.get(W + "id") for start, end in pairs)
