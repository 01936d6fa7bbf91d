import pytest
from tests.redline.judge import differences, marks
from tests.redline.pairs import PAIRS

from avtalsgen.redline import word_redline


@pytest.mark.parametrize("name", PAIRS)
def test_rejected_it_is_the_older_file_and_accepted_the_newer(name: str) -> None:
    old, new = PAIRS[name]()
    assert differences(word_redline(old, new).docx, old, new) == []


@pytest.mark.parametrize("name", PAIRS)
def test_a_file_against_itself_marks_nothing(name: str) -> None:
    for file in PAIRS[name]():
        made = word_redline(file, file)
        found = marks(made.docx)
        assert (found.inserted, found.deleted, found.moved) == (0, 0, 0)
        assert made.listed == ()


def test_there_are_more_than_sixty_pairs_and_no_pair_is_one_file_by_mistake() -> None:
    alike = [name for name, make in PAIRS.items() if make()[0] == make()[1]]
    assert len(PAIRS) > 60
    assert alike == ["same_file_twice"]
