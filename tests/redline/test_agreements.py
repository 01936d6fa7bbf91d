"""Agreements of the repository against each other: what lives on is kept, also where it moved."""

import pytest
from tests.documents.every import document, written
from tests.redline.judge import differences, marks
from tests.redline.kept import alone, clauses
from tests.redline.wordfile import unzipped

from avtalsgen.compare.align.alignment import aligned
from avtalsgen.redline import Options, word_redline

PAIRS = [
    ("vald-i-nara-relation@2019", "familjeradgivning@2021"),
    ("vald-i-nara-relation@2019", "vald-i-nara-relation@2026"),
    ("familjeradgivning@2021", "familjeradgivning@2026"),
]
_SHARE = 0.9
_FEW = 40
"""Letters: so many words that clauses written anew have in common by chance."""
_LINKS = {"miljo"}
"""Clauses in which the address behind words has changed, and the words with it are new."""
_IN_A_TABLE = {"resultat"}
"""A list that became a table, whose words are new in their cells."""


def redline(old: str, new: str) -> bytes:
    """Return the Word redline of two agreements, by the alignment of their documents."""
    before, now = (written(name)["docx"] for name in (old, new))
    options = Options(alignment=aligned(document(old), document(new)))
    return word_redline(before, now, options).docx


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_of_each_clause_as_much_is_kept_as_if_it_stood_alone(old: str, new: str) -> None:
    before, now = (written(name)["docx"] for name in (old, new))
    olds, news = clauses(before), clauses(now)
    made = clauses(redline(old, new), news)
    both = {mark: alone(olds[mark][0], news[mark][0]) for mark in olds.keys() & news.keys()}
    wanted = {mark: letters for mark, letters in both.items() if letters > _FEW}
    assert wanted
    lost = {
        mark: (made[mark][1], letters)
        for mark, letters in wanted.items()
        if made[mark][1] < _SHARE * letters and mark not in _LINKS | _IN_A_TABLE
    }
    assert lost == {}


@pytest.mark.parametrize(("old", "new"), [*PAIRS, *((new, old) for old, new in PAIRS)])
def test_they_are_given_back_both_ways(old: str, new: str) -> None:
    before, now = (written(name)["docx"] for name in (old, new))
    assert differences(redline(old, new), before, now) == []


def test_barnkonventionen_has_moved_as_one_with_its_edits_inside() -> None:
    made = redline(*PAIRS[0])
    assert marks(made).moved > 400
    xml = unzipped(made)["word/document.xml"].decode()
    came = [part.split("<w:moveToRangeEnd")[0] for part in xml.split("<w:moveToRangeStart")[1:]]
    (clause,) = [part for part in came if "barnets bästa" in part]
    assert "Barnkonventionen</w:t>" in clause
    assert clause.count("<w:p>") >= 3
    assert "<w:ins " in clause
