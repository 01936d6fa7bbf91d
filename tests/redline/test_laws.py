from hypothesis import given, settings
from hypothesis import strategies as st
from tests.redline.judge import differences, marks
from tests.redline.pairs import PAIRS
from tests.redline.random_files import aired, blocks, edited, edits, file_of

from avtalsgen.redline import word_redline

_FILES = [file for make in PAIRS.values() for file in make()]


@settings(max_examples=max(40, settings().max_examples), deadline=None)
@given(edited())
def test_an_edited_file_is_given_back_both_ways(files: tuple[bytes, bytes]) -> None:
    old, new = files
    assert differences(word_redline(old, new).docx, old, new) == []


@settings(max_examples=max(40, settings().max_examples), deadline=None)
@given(st.lists(blocks, max_size=5), st.lists(blocks, max_size=5))
def test_two_files_that_have_nothing_to_do_with_each_other_are_given_back(
    one: list[str], other: list[str]
) -> None:
    old, new = file_of(one), file_of(other)
    assert differences(word_redline(old, new).docx, old, new) == []


@settings(max_examples=max(40, settings().max_examples), deadline=None)
@given(st.sampled_from(_FILES), st.sampled_from(_FILES))
def test_any_two_of_the_hard_files_are_given_back(old: bytes, new: bytes) -> None:
    assert differences(word_redline(old, new).docx, old, new) == []


@settings(max_examples=max(40, settings().max_examples), deadline=None)
@given(edited())
def test_with_the_sides_swapped_what_came_is_what_left(files: tuple[bytes, bytes]) -> None:
    old, new = files
    there, back = marks(word_redline(old, new).docx), marks(word_redline(new, old).docx)
    assert (there.inserted, there.moved) == (back.deleted, back.moved)


@settings(max_examples=max(40, settings().max_examples), deadline=None)
@given(edits())
def test_empty_paragraphs_after_all_others_change_nothing_that_is_marked_of_these(
    parts: tuple[list[str], list[str]],
) -> None:
    old, new = parts
    bare, airy = (
        marks(word_redline(file_of(aired(old, times)), file_of(aired(new, times))).docx)
        for times in (0, 1)
    )
    assert (airy.inserted, airy.deleted, airy.moved) == (bare.inserted, bare.deleted, bare.moved)
    assert len(airy.moves) == len(bare.moves)


@settings(max_examples=30, deadline=None)
@given(edited())
def test_equal_files_give_equal_bytes(files: tuple[bytes, bytes]) -> None:
    assert word_redline(*files) == word_redline(*files)


@settings(max_examples=40, deadline=None)
@given(edited())
def test_a_move_is_marked_once_and_ends_where_it_began(files: tuple[bytes, bytes]) -> None:
    names = marks(word_redline(*files).docx).moves
    assert len(names) == len(set(names))
