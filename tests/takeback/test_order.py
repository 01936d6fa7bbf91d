"""What is told first: the silent changes, and of those the ones that no reader of the page sees."""

from tests.takeback.taking import changes
from tests.takeback.word_edits import WordFile


def _edited(file: WordFile) -> None:
    """Make a tracked change, silent ones, one that is hidden, and a comment, in that order."""
    file.comment("Avgifterna tillfaller", "Stämmer det?")
    file.track("skriftlig", "muntlig", paragraph=file.paragraph("Uppsägningen ska vara"))
    file.look("Uppsägningen ska vara", "color=FF0000")
    file.replace("605", "625")
    file.insert("vem som har betalat.", " Lokalen är ljus.")
    file.look(" Lokalen är ljus.", "vanish")


def test_what_is_silent_is_told_first_and_what_nobody_sees_before_it() -> None:
    told = changes(_edited)
    assert [c["id"] for c in told] == [1, 2, 3, 4, 5]
    assert [c["new"] for c in told[:2]] == [" Lokalen är ljus.", 625]
    assert [c["kind"] for c in told[2:]] == ["format", "avvikelse", "kommentar"]
    assert [c["tracked"] for c in told[:4]] == [False, False, False, True]
