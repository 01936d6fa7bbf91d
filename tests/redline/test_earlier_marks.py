"""Marks that the newer file has already are kept beside ours, and ours say the rest.

Eva marks her changes in our file, and changes a word without a mark. The three laws, by a judge
that reads each author's marks in a way of its own.
"""

import re

import pytest
from hypothesis import given, settings
from tests.redline.judge import Way, said
from tests.redline.marked_files import EVA, KEEP, with_a_word_more
from tests.redline.pairs import PAIRS
from tests.redline.random_files import edited
from tests.redline.wordfile import par, run, unzipped, word

from avtalsgen.redline import Options, word_redline
from avtalsgen.redline.options import Redlined

NOT_KEPT = {
    # a paragraph whose form Eva changed with a mark had got another form without one before
    "tracked_marks_rows_and_properties_in_the_older",
}
PUT_AROUND = {"control_around_paragraphs_added", "custom_xml_came_and_went"}
"""A control that Eva put around something is there for the comparison: we mark it too."""
WAYS: tuple[Way, Way] = ("accept", "reject")


def _laws(made: bytes, old: bytes, marked: bytes) -> None:
    assert said(made, "accept") == said(marked, "accept")
    assert said(made, "reject") == said(old, "reject")
    for way in WAYS:
        assert said(made, way, {"vi": "accept"}) == said(marked, way)
    assert said(made, "reject", {"vi": "reject"}) == said(old, "reject")


def _kept(made: Redlined) -> bool:
    return "JF07" not in [problem.code for problem in made.problems]


@pytest.mark.parametrize("name", PAIRS)
def test_of_every_hard_pair_the_marks_are_kept_and_the_laws_hold(name: str) -> None:
    base, changed = PAIRS[name]()
    marked = word_redline(base, changed, EVA).docx
    old = with_a_word_more(base)
    made = word_redline(old, marked, KEEP)
    assert _kept(made) == (name not in NOT_KEPT)
    if _kept(made):
        _laws(made.docx, old, marked)


@pytest.mark.parametrize("name", sorted(PAIRS.keys() - PUT_AROUND))
def test_where_every_change_is_marked_we_mark_nothing(name: str) -> None:
    base, changed = PAIRS[name]()
    rejected = word_redline(base, base, Options(tracked="reject")).docx
    marked = word_redline(rejected, changed, EVA).docx
    made = word_redline(rejected, marked, KEEP)
    assert _kept(made)
    assert b'w:author="vi"' not in b"".join(unzipped(made.docx).values())
    assert made.changes == 0


@settings(max_examples=40, deadline=None)
@given(edited(), edited())
def test_of_random_files_the_laws_hold(
    ours: tuple[bytes, bytes], theirs: tuple[bytes, bytes]
) -> None:
    marked = word_redline(*theirs, EVA).docx
    made = word_redline(ours[0], marked, KEEP)
    if _kept(made):
        _laws(made.docx, ours[0], marked)
    assert said(made.docx, "accept") == said(marked, "accept")


def test_what_was_changed_in_silence_comes_back_and_the_rest_stays_marked() -> None:
    ours = word("Avgiften är tolv kronor.", "Avtalet gäller i sex år.", "Slut.")
    silently = word("Avgiften är tjugo kronor.", "Avtalet gäller i sex år.", "Slut.")
    theirs = word("Avgiften är tjugo kronor.", "Avtalet gäller i nio år.", "Slut.")
    marked = word_redline(silently, theirs, EVA).docx
    made = word_redline(ours, marked, KEEP).docx
    lines = [line.text for line in said(made, "accept", {"vi": "reject"}).body]
    assert lines == ["Avgiften är tolv kronor.", "Avtalet gäller i nio år.", "Slut."]
    xml = unzipped(made)["word/document.xml"].decode()
    assert re.findall('<w:del [^>]*author="(.*?)".*?delText[^>]*>(.*?)<', xml) == [
        ("vi", "tolv"),
        ("Eva", "sex"),
    ]


def test_what_came_in_silence_and_was_then_struck_is_in_both_marks() -> None:
    ours = word("Avtalet gäller.", "Slut.")
    silently = word("Avtalet gäller i hela sex år.", "Slut.")
    marked = word_redline(silently, word("Avtalet gäller i sex år.", "Slut."), EVA).docx
    made = word_redline(ours, marked, KEEP).docx
    _laws(made, ours, marked)
    xml = unzipped(made)["word/document.xml"].decode()
    assert re.search('<w:ins [^>]*author="vi"[^>]*><w:del [^>]*author="Eva"', xml)


def test_without_earlier_marks_keep_is_an_ordinary_redline() -> None:
    old, new = word("ett två", "Slut."), word("ett tre", "Slut.")
    assert (
        word_redline(old, new, KEEP).docx == word_redline(old, new, Options("vi", KEEP.date)).docx
    )


def test_what_cannot_be_kept_is_counted_as_done_and_told() -> None:
    ours = word(par(run("ett två", "<w:b/>")), "Slut.")
    change = (
        '<w:u w:val="single"/><w:rPrChange w:id="7" w:author="Eva" w:date="2026-01-01T00:00:00Z">'
        "<w:rPr><w:i/></w:rPr></w:rPrChange>"
    )
    marked = word(par(run("ett två", change)), "Slut.")
    made = word_redline(ours, marked, KEEP)
    assert [problem.code for problem in made.problems] == ["JF03", "JF07"]
    assert said(made.docx, "accept") == said(marked, "accept")
    assert said(made.docx, "reject") == said(ours)


@pytest.mark.parametrize("changed", ["!", " nu.", " nu och sedan"])
def test_what_was_plain_and_was_made_bold_with_a_mark_is_kept(changed: str) -> None:
    """Word writes that it had no properties at all."""
    change = '<w:rPrChange w:id="7" w:author="Eva" w:date="2026-01-01T00:00:00Z"><w:rPr/>'
    bold = run("Slut", f"<w:b/>{change}</w:rPrChange>")
    old, marked = word("Priset gäller.", par("Slut.")), word("Priset gäller.", par(bold, changed))
    made = word_redline(old, marked, KEEP)
    assert _kept(made)
    _laws(made.docx, old, marked)


def test_moves_of_theirs_and_of_ours_have_names_of_their_own() -> None:
    clauses = [
        "Beställaren betalar ersättningen månadsvis i efterskott mot faktura.",
        "Utföraren ska ha rutiner för klagomål och avvikelser i verksamheten.",
        "Avtalet gäller från den första januari och tills vidare för båda.",
        "Tvist avgörs av allmän domstol där beställaren har sitt säte.",
    ]
    one, two, three, four = clauses
    silently = word(two, one, three, four, "Slut.")
    marked = word_redline(silently, word(two, one, four, three, "Slut."), EVA).docx
    made = word_redline(word(*clauses, "Slut."), marked, KEEP)
    assert _kept(made)
    xml = unzipped(made.docx)["word/document.xml"].decode()
    names = re.findall('<w:moveFromRangeStart [^>]*w:name="(.*?)"', xml)
    assert len(names) == len(set(names)) == 2
