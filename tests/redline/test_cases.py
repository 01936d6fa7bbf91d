"""Files of others, each one of a kind, with what must be marked or told of it."""

from pathlib import Path

import pytest
from tests.redline.judge import differences, marks
from tests.redline.wordfile import unzipped

from avtalsgen.redline import word_redline

CASES = Path(__file__).parent / "cases"
NOTE = ["en fotnot har ändrats"]
TOLD = {
    "alt-chunk": [
        "en infogad fil har ändrats; den kan inte visas som ändring; jämför den för hand"
    ],
    "bookmark-moved": [
        "bokmärket ”Pris” står på annan text i den nyare filen, också där ändringarna avvisas"
    ],
    "choices-of-a-content-control": [
        "innehållskontrollen ”Nivå” har andra val eller inställningar i den nyare filen"
    ],
    "default-tab-stop": [
        "standardavståndet mellan tabbstopp är 1,27 cm i den äldre filen, 3,53 cm i den nyare"
    ],
    "even-headers-off": [
        "jämna sidor har inte längre eget sidhuvud och egen sidfot i den nyare filen"
    ],
    "footer-ends-with-a-table": ["sidfoten har ändrats"],
    "footnote-link-other-address": NOTE,
    "footnote-link-text-and-address": NOTE,
    "footnote-picture": NOTE,
    "numbering-behind-heading-style": [
        "numreringen är en annan: ”1. Bakgrund” är ”§ 5 Bakgrund” i den nyare filen, också där "
        "ändringarna avvisas"
    ],
    "theme-font": ["temats typsnitt är Calibri i den äldre filen, Comic Sans MS i den nyare"],
}
MARKED = {
    "custom-xml-block": (5, 4, 0),
    "empty-before": (93, 0, 0),
    "exit-code-link-in-body": (11, 11, 0),
    "footnote-link-id-also-in-document": (5, 4, 0),
    "move-clause-to-the-end": (0, 0, 282),
    "move-last-clause-up": (0, 0, 272),
    "move-two-clauses-apart": (0, 0, 542),
    "no-section-properties-after": (5, 4, 0),
    "no-section-properties-before": (5, 4, 0),
    "third-of-equal-lists": (0, 92, 0),
    "third-of-equal-lists-newer-has-one": (84, 92, 0),
}
WITHOUT_A_LAST_PARAGRAPH = {"empty-before": "body", "footer-ends-with-a-table": "heads"}
"""Rejected they have the empty paragraph that Word shows, and the judge does not."""


def _files(name: str) -> tuple[bytes, bytes]:
    before, after = (CASES / name / f"{side}.docx" for side in ("before", "after"))
    return before.read_bytes(), after.read_bytes()


NAMES = sorted(folder.name for folder in CASES.iterdir() if folder.name != "strict")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("turned", [False, True])
def test_each_case_is_a_redline_that_is_right(name: str, turned: bool) -> None:
    old, new = reversed(_files(name)) if turned else _files(name)
    wrong = differences(word_redline(old, new).docx, old, new)
    shown = WITHOUT_A_LAST_PARAGRAPH.get(name)
    assert [one for one in wrong if one.split(":")[0].split()[1] != shown] == []


@pytest.mark.parametrize("name", NAMES)
def test_what_no_mark_can_say_is_told_in_the_words_of_word(name: str) -> None:
    listed = [one.message for one in word_redline(*_files(name)).listed]
    assert listed == TOLD.get(name, [])


@pytest.mark.parametrize("name", MARKED)
def test_no_more_is_marked_than_what_changed(name: str) -> None:
    found = marks(word_redline(*_files(name)).docx)
    assert (found.inserted, found.deleted, found.moved) == MARKED[name]


def test_nearly_equal_paragraphs_are_marked_word_by_word() -> None:
    found = marks(word_redline(*_files("many-equal-paragraphs")).docx)
    assert found.inserted + found.deleted < 5_600


@pytest.mark.parametrize("name", NAMES)
def test_something_is_marked_or_told_of_every_case(name: str) -> None:
    made = word_redline(*_files(name))
    assert not made.same or made.problems


def test_a_protected_file_is_compared_without_its_protection() -> None:
    old, new = _files("protected-newer-file")
    made = word_redline(old, new)
    assert [problem.code for problem in made.problems] == ["JF05"]
    assert b"documentProtection" in unzipped(new)["word/settings.xml"]
    assert b"documentProtection" not in unzipped(made.docx)["word/settings.xml"]
