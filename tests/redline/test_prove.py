import re
from dataclasses import replace
from typing import Any

import pytest
from tests.redline.judge import differences
from tests.redline.pairs import PAIRS
from tests.redline.wordfile import BULLETS, item, note, par, run, unzipped, word, zipped

from avtalsgen.ooxml.package import Package
from avtalsgen.ooxml.revisions import Way
from avtalsgen.problems import AvtalsgenError
from avtalsgen.redline import attempts, word_redline
from avtalsgen.redline.options import Options
from avtalsgen.redline.package.opened import opened
from avtalsgen.redline.package.package_names import PackageNames
from avtalsgen.redline.proof.proof import Failure, Proven, prove
from avtalsgen.redline.proof.views import FileView, same_both_ways
from avtalsgen.redline.write.merge import Coarseness
from avtalsgen.redline.write.stories import StoryWriter

WAYS: tuple[Way, Way] = ("accept", "reject")


def _failures(old: bytes, new: bytes, made: bytes) -> list[tuple[str, str]]:
    older, newer = (FileView(Package(file), "accept") for file in (old, new))
    return [(one.side, one.story) for one in prove(older, newer, Package(made)).failures]


def _changed(file: bytes, name: str, pattern: bytes, by: bytes) -> bytes:
    parts = unzipped(file)
    after = re.sub(pattern, by, parts[name])
    assert after != parts[name]
    return zipped(parts | {name: after})


@pytest.mark.parametrize(
    ("pattern", "by", "wanted"),
    [
        (rb"<w:del .*?</w:del>", b"", ("old", "body")),
        (rb"<w:ins (.*?)>(.*?)</w:ins>", rb"\2", ("old", "body")),
        (rb"<w:delText(.*?)>fyra", rb"<w:delText\1>fem", ("old", "body")),
        (rb"<w:t(.*?)>tre", rb"<w:t\1>tretton", ("new", "body")),
        (rb"<w:b/>", b"", ("new", "body")),
        (rb"<w:rPrChange .*?</w:rPrChange>", b"", ("old", "body")),
        (rb'w:w="11906"', b'w:w="11907"', ("new", "page")),
    ],
)
def test_a_redline_that_somebody_spoils_is_found_out(
    pattern: bytes, by: bytes, wanted: tuple[str, str]
) -> None:
    old = word(par(run("ett två fyra ")), "Slut.")
    new = word(par(run("ett "), run("två", "<w:b/>"), run(" tre ")), "Slut.")
    made = word_redline(old, new).docx
    assert _failures(old, new, made) == []
    assert wanted in _failures(old, new, _changed(made, "word/document.xml", pattern, by))


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        (
            "header1.xml",
            word("A.", heads={"hdefault": "Ett"}),
            word("A.", heads={"hdefault": "Två"}),
        ),
        (
            "footnotes.xml",
            word(par("A.", note(1)), notes={1: "Ett"}),
            word(par("A.", note(1)), notes={1: "Två"}),
        ),
        (
            "numbering.xml",
            word(item("A."), "Slut.", lists=BULLETS),
            word(item("B."), "Slut.", lists=BULLETS),
        ),
    ],
)
def test_headers_notes_and_lists_are_a_part_of_the_proof(part: str, old: bytes, new: bytes) -> None:
    made = word_redline(old, new).docx
    spoilt = _changed(made, f"word/{part}", rb"Ett|\xe2\x80\x93", b"Fel")
    assert _failures(old, new, spoilt) != []


@pytest.mark.parametrize("name", PAIRS)
def test_the_coarsest_way_to_write_is_right_too(name: str) -> None:
    old, new = PAIRS[name]()
    older, newer = (opened(file, "filen", "accept")[0] for file in (old, new))
    writing = StoryWriter(older, newer, Options(), Coarseness(whole=True))
    writing.write()
    assert differences(writing.written(writing.marker.done()).docx, old, new) == []


@pytest.mark.parametrize("name", PAIRS)
def test_blocks_that_may_not_become_others_are_written_whole(name: str) -> None:
    old, new = PAIRS[name]()
    older, newer = (opened(file, "filen", "accept")[0] for file in (old, new))
    every = frozenset(range(60))
    writing = StoryWriter(older, newer, Options(), Coarseness(every, every))
    writing.write()
    assert differences(writing.written(writing.marker.done()).docx, old, new) == []


def test_what_fails_is_written_again_coarser(monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = word("ett två tre", "fyra fem", "Slut."), word("ett två tre nu", "fyra fem", "Slut.")
    tries = []

    def doubtful(*sides: Any) -> Proven:
        tries.append(sides[2])
        proven = prove(*sides)
        doubts = (Failure("new", "body", frozenset({0})),) if len(tries) == 1 else ()
        return replace(proven, failures=proven.failures or doubts)

    monkeypatch.setattr(attempts, "prove", doubtful)
    made = word_redline(old, new)
    assert len(tries) == 2
    assert differences(made.docx, old, new) == []
    assert b"ett tv\xc3\xa5 tre</w:delText>" in unzipped(made.docx)["word/document.xml"]


def test_what_cannot_be_attempts_is_refused_with_the_reason(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(
        attempts, "prove", lambda *_: Proven((Failure("old", "body", place="ett"),), ())
    )
    with pytest.raises(AvtalsgenError) as raised:
        word_redline(word("ett"), word("två"))
    (problem,) = raised.value.problems
    assert problem.code == "JF02"
    assert "vid ”ett”" in problem.message


@pytest.mark.parametrize(
    "name",
    [
        "one_paragraph_became_three",
        "three_paragraphs_became_one",
        "paragraph_removed_between_tables",
        "last_table_and_paragraph_added",
        "section_break_removed",
        "control_around_paragraphs_removed",
        "control_around_paragraphs_added",
        "two_clauses_change_places",
    ],
)
def test_what_is_read_once_for_both_ways_is_what_each_way_says(name: str) -> None:
    made = Package(word_redline(*PAIRS[name]()).docx)
    names = PackageNames(made)
    same = same_both_ways(made, names)
    assert same
    for way in WAYS:
        assert FileView(made, way, names, same).body == FileView(made, way, names).body
