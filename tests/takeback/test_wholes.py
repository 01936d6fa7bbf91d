"""A section that one put in or took out, and what another did inside it: each by itself."""

from collections.abc import Callable
from typing import Final

import pytest
from tests.takeback.taking import DOCUMENT, base, project
from tests.takeback.word_edits import ANNA, BO, W, WordFile, paragraphs, run_like, text

from avtalsgen.pipeline.takeback.acceptance import AcceptOrder, accepted_files
from avtalsgen.pipeline.takeback.takeback import Return, TakebackOf, taken_back
from avtalsgen.pipeline.workspace.overlay import Overlay
from avtalsgen.pipeline.workspace.project import read_project

_FIRST: Final = "Utföraren tar ut avgiften"
_SECOND: Final = "Avgifterna tillfaller"


def _shared(file: WordFile) -> None:
    nodes = list(paragraphs(file.section("avgift")))
    file.delete_whole(nodes[:2], ANNA)
    file.delete_whole(nodes[2:], BO)


def _word_gone_first(file: WordFile) -> None:
    file.track("Avgifterna ", "", ANNA, file.paragraph(_SECOND))
    file.delete_whole(list(paragraphs(file.section("avgift"))), BO)


def _word_come_first(file: WordFile) -> None:
    file.insert(_FIRST, " genast", ANNA)
    (mark,) = file.paragraph(_FIRST).iter(f"{W}ins")
    file.delete_whole(list(paragraphs(file.section("avgift"))), BO)
    (run,) = mark.findall(f"{W}r")
    struck = file.marked("del", BO)
    mark.append(struck)
    struck.append(run)
    for words in run.iter(f"{W}t"):
        words.tag = f"{W}delText"


def _word_come_since(file: WordFile) -> None:
    file.insert(_FIRST, " genast", BO)
    file.delete_whole(list(paragraphs(file.section("avgift"))), ANNA)


def _new(file: WordFile) -> None:
    before = file.section("avgift")[0]
    for said, style, who in (
        ("Vite", "Rubrik2", ANNA),
        ("Vite tas ut ", "Normal", ANNA),
        ("Dock högst en gång.", "Normal", BO),
        ("Det meddelas.", "Normal", ANNA),
    ):
        before.addprevious(file.new(said, style, who))
    first = next(run for run in file.paragraph("Vite tas ut ").iter(f"{W}r") if text(run))
    struck, last = run_like(first, "varje "), run_like(first, "vecka.")
    for words in struck.iter(f"{W}t"):
        words.tag = f"{W}delText"
    first.addnext(last)
    first.addnext(file.marked("del", BO, struck))


EDITS: Final[dict[str, tuple[Callable[[WordFile], None], list[tuple[str, str, str, str]]]]] = {
    "each strikes a part": (
        _shared,
        [
            ("struken", "Anna Alm", "Avgift\nUtföraren", ""),
            ("avvikelse", "Bo Berg", "Kommunen bestämmer", ""),
        ],
    ),
    "a word was struck before": (
        _word_gone_first,
        [
            ("struken", "Bo Berg", "Avgift\nUtföraren", ""),
            ("avvikelse", "Anna Alm", "Avgifterna", ""),
        ],
    ),
    "a word was put in before": (
        _word_come_first,
        [("struken", "Bo Berg", "Avgift\nUtföraren", ""), ("avvikelse", "Anna Alm", "", "genast")],
    ),
    "a word was put in where it was struck": (
        _word_come_since,
        [("struken", "Anna Alm", "Avgift\nUtföraren", ""), ("avvikelse", "Bo Berg", "", "genast")],
    ),
    "a new one with another's words": (
        _new,
        [
            ("ny", "Anna Alm", "", "Vite\nVite tas ut varje vecka.\nDet meddelas."),
            ("avvikelse", "Bo Berg", "varje", ""),
            ("avvikelse", "Bo Berg", "", "Dock högst en gång."),
        ],
    ),
}


def _back(edit: Callable[[WordFile], None]) -> Return:
    file = WordFile(base(*DOCUMENT).file)
    edit(file)
    return taken_back(project(), file.written(), "prov.docx", base(*DOCUMENT))


@pytest.mark.parametrize(("edit", "expected"), EDITS.values(), ids=EDITS)
def test_what_another_did_in_a_whole_section_is_told_as_theirs(
    edit: Callable[[WordFile], None], expected: list[tuple[str, str, str, str]]
) -> None:
    told = _back(edit).taken.result.changes
    begins = [len(old) or None for _, _, old, _ in expected]
    assert [
        (c.kind, c.author, str(c.old)[:end], c.new) for c, end in zip(told, begins, strict=True)
    ] == expected
    assert {change.hint for change in told} == {""}


def test_what_one_of_two_struck_is_not_in_what_the_other_did() -> None:
    first, second = _back(_shared).taken.result.changes
    assert _SECOND not in str(first.old)
    assert _SECOND in str(second.old)
    whole, word = _back(_word_gone_first).taken.result.changes
    assert f"{_SECOND} beställaren" in str(whole.old)
    assert word.old == "Avgifterna"


def _built(back: Return, *accepted: int) -> str:
    """Return what a build says when some changes are accepted and the others rejected."""
    every = {change.number for change in back.taken.result.changes}
    order = AcceptOrder(frozenset(accepted), frozenset(every - set(accepted)))
    made = accepted_files(project(), back, order)
    after = read_project(Overlay(project().files, made.files))
    return text(WordFile(TakebackOf.of(after, *DOCUMENT).file).body)


def test_each_hand_is_decided_by_itself() -> None:
    back = _back(_word_gone_first)
    assert "vem som har betalat" not in _built(back, 1, 2)
    assert "tillfaller beställaren" in _built(back, 2)
    assert _SECOND not in _built(back, 2)
    assert f"{_FIRST} genast" in _built(_back(_word_come_first), 2)
    new = _back(_new)
    assert "Vite tas ut vecka.Dock högst en gång.Det meddelas." in _built(new, 1, 2, 3)
    assert "Vite tas ut varje vecka.Det meddelas." in _built(new, 1)
    assert "Vite" not in _built(new, 2)


def test_what_came_and_went_is_in_no_words_of_the_section() -> None:
    whole, _ = _back(_word_come_first).taken.result.changes
    assert "genast" not in str(whole.old)

    def edit(file: WordFile) -> None:
        _new(file)
        (struck,) = file.paragraph("Vite tas ut ").iter(f"{W}del")
        struck.set(f"{W}author", ANNA[0])

    new = _back(edit).taken.result.changes[0]
    assert str(new.new).startswith("Vite\nVite tas ut vecka.")


def test_a_section_below_that_is_anothers_is_told_as_one_of_its_own() -> None:
    def struck(file: WordFile) -> None:
        file.delete_whole(file.section("villkor"), ANNA)
        for anchor in ("kontaktpersoner", "tolkning", "tvist"):
            file.delete_whole(list(paragraphs(file.section(anchor))), BO)

    def new(file: WordFile) -> None:
        before = file.section("innehall")[0]
        for said, style, who in (("Vite", "Rubrik1", ANNA), ("Tak", "Rubrik2", BO)):
            before.addprevious(file.new(said, style, who))

    told = sorted((c.kind, c.author) for c in _back(struck).taken.result.changes)
    assert told == [("struken", "Anna Alm"), *[("struken", "Bo Berg")] * 3]
    told = [(c.kind, c.author) for c in _back(new).taken.result.changes]
    assert told == [("ny", "Anna Alm"), ("ny", "Bo Berg")]
