"""A letter about a new compensation says only what arithmetic says."""

import re

import pytest
from tests.documents.every import document
from tests.documents.test_mandatory_clauses import problems, written

from avtalsgen.model import plain
from avtalsgen.problems import Problem

SLUG, EDITION = "vald-i-nara-relation", "2026-indexbrev"
LETTER = written(SLUG, EDITION)
STEP_FIGURE = r"(?m)^ +(?:- )?(?:år|index|före|oavrundat|efter): ([\d,]+)$"
FIGURES = re.findall(STEP_FIGURE, LETTER)


def wrong(text: str) -> list[Problem]:
    return [each for each in problems(SLUG, EDITION, text) if each.code == "IX10"]


def test_the_figures_of_the_letter_follow_from_each_other() -> None:
    assert len(FIGURES) == 4 * 5
    # the years after 2023 are not published, which the letter says
    assert {each.code for each in problems(SLUG, EDITION, LETTER)} == {"IX03"}


def test_the_letter_says_which_uppdrag_had_the_sum_before_and_what_is_not_known() -> None:
    said = "\n".join(plain.lines(document(f"{SLUG}@{EDITION}"))).replace("\u00a0", " ")
    assert (
        "Ersättningen före uppräkningen står i ett äldre uppdrag, Våld i nära relation, "
        "diarienummer SON 2019-755, som uppdraget ersätter."
    ) in said
    assert "eftersom OPI för 2024–2027 inte är inlagt." in said


@pytest.mark.parametrize("number", range(4 * 5))
def test_no_figure_can_be_another(number: int) -> None:
    places = list(re.finditer(STEP_FIGURE, LETTER))
    at = places[number].end() - 1
    other = str((int(LETTER[at]) + 1) % 10)
    assert wrong(LETTER[:at] + other + LETTER[at + 1 :])


def test_a_step_left_out_is_missed() -> None:
    start, end = LETTER.index("    - år: 2022"), LETTER.index("    - år: 2023")
    assert wrong(LETTER[:start] + LETTER[end:])
    assert wrong(LETTER[:end] + LETTER[LETTER.index("\ndisposition:") :])


def test_it_is_told_what_the_figure_should_be_and_where() -> None:
    (told, *_) = wrong(LETTER.replace("efter: 4279324", "efter: 4279325"))
    assert "uppräkning.steg.2.efter är 4279325, men stegen ger 4279324" in told.message
    assert told.origin
    assert told.origin.file == f"uppdrag/{SLUG}/{EDITION}.yaml"
    assert (told.hint or "").startswith("skriv 4279324")


@pytest.mark.parametrize(("right", "wrongly"), [("1,5", "1,6"), ("4,6", "6,4"), ("1,9", "19")])
def test_an_index_that_no_sum_was_reckoned_with_is_told_and_no_sum_is(
    right: str, wrongly: str
) -> None:
    changed = LETTER.replace(f"index: {right}\n", f"index: {wrongly}\n", 1)
    assert changed != LETTER
    (told,) = wrong(changed)
    assert told.message.endswith(f".index är {wrongly}, men stegen ger {right}")
    assert (told.hint or "").startswith(f"skriv {right}, eller")
