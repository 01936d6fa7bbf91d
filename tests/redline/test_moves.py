"""What is marked as moved, what is not, and how."""

import re

import pytest
from tests.redline.judge import marks
from tests.redline.pairs import PAIRS
from tests.redline.pairs.moves import CHILD, LAW, PRICE, SARAH
from tests.redline.wordfile import unzipped, word

from avtalsgen.redline import word_redline

MOVES = {
    "clause_moved_unchanged": 1,
    "clause_moved_edited_and_split": 1,
    "clause_moved_and_merged": 1,
    "clause_moved_to_the_end_of_the_file": 1,
    "clause_moved_from_the_end_of_the_file": 1,
    "two_clauses_change_places": 2,
    "clause_moved_with_a_paragraph_written_inside": 1,
    "table_moved": 1,
    "clause_with_a_table_moved": 1,
    "clause_with_a_footnote_moved": 1,
    "short_lines_that_only_seem_to_move": 0,
    "boilerplate_repeated_is_no_move": 0,
    "moved_clause_beside_changed_neighbours": 1,
    "table_row_moved_within_a_table": 0,
    "nothing_in_common": 0,
    "paragraph_split_and_edited": 0,
    "clause_moved_and_cut_in_three_with_an_empty_paragraph_between_all": 1,
    "clause_moved_and_made_one_with_an_empty_paragraph_between_all": 1,
    "clause_moved_and_cut_in_three_to_the_airy_end_of_the_file": 1,
    "clause_moved_and_cut_in_three_while_air_came_in_between": 1,
    "clause_moved_and_cut_in_three_while_two_empty_paragraphs_became_one": 1,
    "clause_moved_and_cut_in_three_between_paragraphs_of_spaces": 1,
    "clause_moved_and_cut_in_three_with_styled_air_and_bookmarks_in_it": 1,
    "table_in_air_that_moved": 1,
    "nothing_but_empty_paragraphs": 0,
    "all_replaced_in_air_is_no_move": 0,
    "tabs_after_typed_numbers_and_contents_in_capitals": 1,
}


@pytest.mark.parametrize("name", MOVES)
def test_as_many_moves_as_a_person_would_see(name: str) -> None:
    made = word_redline(*PAIRS[name]())
    assert len(marks(made.docx).moves) == made.moves == MOVES[name]


@pytest.mark.parametrize("name", [name for name, moves in MOVES.items() if moves])
def test_each_range_begins_and_ends_once_and_has_its_like(name: str) -> None:
    xml = unzipped(word_redline(*PAIRS[name]()).docx)["word/document.xml"].decode()
    names = {}
    for side in ("moveFrom", "moveTo"):
        starts = [part.split(">")[0] for part in xml.split(f"<w:{side}RangeStart ")[1:]]
        ends = [part.split("/>")[0] for part in xml.split(f"<w:{side}RangeEnd ")[1:]]
        ids = [part.split('w:id="')[1].split('"')[0] for part in starts]
        assert ids == [part.split('w:id="')[1].split('"')[0] for part in ends]
        names[side] = sorted(part.split('w:name="')[1].split('"')[0] for part in starts)
    assert names["moveFrom"] == names["moveTo"]
    assert len(set(names["moveTo"])) == len(names["moveTo"])


def test_the_text_of_a_move_is_text_and_only_what_is_deleted_is_deleted_text() -> None:
    made = word_redline(*PAIRS["clause_moved_edited_and_split"]()).docx
    xml = unzipped(made)["word/document.xml"]
    assert b'<w:delText xml:space="preserve">skall</w:delText>' in xml
    moved = re.findall(rb"<w:moveFrom [^/>]*>(.*?)</w:moveFrom>", xml)
    assert moved
    assert not any(b"delText" in part or b"<w:del" in part for part in moved)


def test_the_edits_of_a_moved_clause_are_small() -> None:
    made = marks(word_redline(*PAIRS["clause_moved_edited_and_split"]()).docx)
    assert made.moved > 0.9 * len(CHILD)
    assert made.inserted < 40
    assert made.deleted < 40


def test_an_unchanged_move_marks_nothing_as_new_or_gone() -> None:
    made = marks(word_redline(*PAIRS["clause_moved_unchanged"]()).docx)
    assert (made.inserted, made.deleted) == (0, 0)


def test_a_clause_that_shares_only_small_words_has_not_moved() -> None:
    other = "Den som inte har rätt till det ska inte heller få det av den som har det i sin hand."
    old, new = word(LAW, PRICE, SARAH, "Slut."), word(PRICE, SARAH, other, "Slut.")
    assert word_redline(old, new).moves == 0


def test_paragraphs_that_share_little_are_replaced_whole() -> None:
    made = marks(word_redline(*PAIRS["unlike_paragraphs_are_replaced_whole"]()).docx)
    assert made.deleted == len("Utföraren ska ha kollektivavtal för all personal i verksamheten.")
