"""An item of a list moved past the one after it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalsgen.problems import AvtalsgenError
from avtalsgen.readers.yaml.moving import swapped
from avtalsgen.readers.yaml.read import read_yaml
from avtalsgen.readers.yaml.values import plain

FILE = """\
disposition:
  - klausul: inledning@1   # först
    under: [tid@1, syfte@1]
  # om pengar
  - ersattning@1   # sedan
  - rubrik: Slut
    under:
      - a@1
      # om b
      - b@1

# sist
status: utkast"""


def test_an_entry_goes_with_its_notes_and_all_below_it() -> None:
    assert swapped(FILE, "f", ["disposition"], 0) == FILE.replace(
        """\
  - klausul: inledning@1   # först
    under: [tid@1, syfte@1]
  # om pengar
  - ersattning@1   # sedan
""",
        """\
  # om pengar
  - ersattning@1   # sedan
  - klausul: inledning@1   # först
    under: [tid@1, syfte@1]
""",
    )


def test_a_list_within_a_list_and_one_in_brackets() -> None:
    inner = swapped(FILE, "f", ["disposition", 2, "under"], 0)
    assert "      # om b\n      - b@1\n      - a@1\n" in inner
    assert "[syfte@1, tid@1]" in swapped(FILE, "f", ["disposition", 0, "under"], 0)


def test_the_last_line_needs_no_break() -> None:
    assert swapped("a:\n  - x\n  - y", "f", ["a"], 0) == "a:\n  - y\n  - x\n"


@pytest.mark.parametrize("text", ["a: b\n", "a: [x]\n", "c:\n"])
def test_where_there_are_no_two_nothing_is_moved(text: str) -> None:
    with pytest.raises(AvtalsgenError, match="YA08"):
        swapped(text, "f", ["a"], 0)


ITEMS = st.lists(
    st.sampled_from(("a@1", "{klausul: b@1, under: [c@1]}", "'# ord'", "klausul: d@1\n    x: 1")),
    min_size=2,
    max_size=5,
)


@given(ITEMS, st.integers(0, 3), st.sampled_from(("", "  # not\n", "\n")))
def test_the_two_are_read_in_the_other_order(items: list[str], index: int, note: str) -> None:
    text = "l:\n" + "".join(f"{note}  - {item}\n" for item in items) + "m: 1\n"
    index = min(index, len(items) - 2)
    before = plain(read_yaml(text, "f")[0])
    assert isinstance(before, dict)
    there = before["l"]
    assert isinstance(there, list)
    there[index], there[index + 1] = there[index + 1], there[index]
    assert plain(read_yaml(swapped(text, "f", ["l"], index), "f")[0]) == before
