"""Comments and swapped characters are told beside a comparison, and are no change of the text."""

from pathlib import Path

from avtalsgen.pipeline.compare.diff import DiffOrder, Outcome, diff

CASES = Path(__file__).parents[1] / "readers" / "cases"


def _diff(case: str) -> Outcome:
    old, new = (str(CASES / case / f"{name}.docx") for name in ("old", "new"))
    return diff(DiffOrder(old, new), CASES)


def test_a_comment_is_told_with_who_and_on_what_and_is_no_change_of_the_text() -> None:
    outcome = _diff("comment")
    assert not outcome.same
    assert not any(pair.differs for pair in outcome.comparison.sections)
    (comment,) = outcome.comparison.comments
    assert (comment.status, comment.who) == ("ny", "Granskare")
    assert comment.on == "Hyran betalas i förskott den sista vardagen i månaden."
    assert comment.said == "Ska det inte vara i efterskott?"


def test_hard_spaces_that_became_plain_are_one_remark() -> None:
    outcome = _diff("hard-spaces")
    assert outcome.same
    assert [problem.code for problem in outcome.problems] == ["JF23"]
    assert "hårda mellanslag är vanliga" in outcome.problems[0].message
