"""Every pair by the alignment of its documents: given back both ways, and marked as little."""

from functools import cache

import pytest
from tests.read import read_docx
from tests.redline.judge import differences, marks
from tests.redline.pairs import PAIRS
from tests.redline.wordfile import par, picture, word

from avtalsgen.compare.align.alignment import aligned
from avtalsgen.problems import AvtalsgenError
from avtalsgen.redline import Options, Redlined, word_redline

BY_BLOCKS = {
    "nothing_but_empty_paragraphs",
    "footnote_put_before_another",
    "footnote_ids_renumbered_without_change",
    "all_text_removed",
    "all_text_added",
}
"""Files of which one has no text, or of whose few letters the marks of notes are too many."""
LINK_IN_A_NOTE = "footnote_with_a_link_removed"
FEW = 8
"""Letters more that may be marked than by the blocks of the files alone."""


@cache
def drawn(name: str) -> Redlined | None:
    """Return the redline as `diff` makes it; nothing for a file that our readers refuse."""
    old, new = PAIRS[name]()
    try:
        before, now = (read_docx(data, "a.docx", "accept").document for data in (old, new))
    except AvtalsgenError:
        return None
    return word_redline(old, new, Options(alignment=aligned(before, now)))


@pytest.mark.parametrize("name", PAIRS)
def test_a_pair_by_its_sections_is_given_back_both_ways(name: str) -> None:
    made = drawn(name)
    if made is not None:
        assert differences(made.docx, *PAIRS[name]()) == []
        assert made.by_sections is (name not in BY_BLOCKS)


@pytest.mark.parametrize("name", sorted(set(PAIRS) - {LINK_IN_A_NOTE}))
def test_no_more_is_marked_by_sections_than_by_blocks(name: str) -> None:
    made = drawn(name)
    if made is not None:
        found, alone = marks(made.docx), marks(word_redline(*PAIRS[name]()).docx)
        assert found.inserted + found.deleted <= alone.inserted + alone.deleted + FEW


def test_words_that_a_reader_puts_in_the_place_of_a_picture_are_not_looked_for_in_the_file() -> (
    None
):
    old, new = (
        word(
            par("Pris", style="Heading1"),
            par(f"Priset är {price} kr."),
            par(picture("rId9", "Kommunens vapen med tre vågor och en fura")),
            pictures={"rId9": 1},
        )
        for price in (10, 12)
    )
    before, now = (read_docx(data, "a.docx", "accept").document for data in (old, new))
    assert word_redline(old, new, Options(alignment=aligned(before, now))).by_sections
