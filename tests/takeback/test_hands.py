"""Copies that several people returned, and what is written of them."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.takeback.taking import DOCUMENT, base, project
from tests.takeback.test_accepting import signed
from tests.takeback.word_edits import ANNA, BO, Who, WordFile

from avtalsgen.model.returned.changes import ReturnedChange, ReturnedKind, TakenBack, Told
from avtalsgen.pipeline.takeback.acceptance import Accepted, AcceptOrder
from avtalsgen.pipeline.takeback.copies import accepted_of_copies
from avtalsgen.pipeline.takeback.reports import FORMATS, write_report
from avtalsgen.pipeline.takeback.takeback import Return, joined_copies, taken_back
from avtalsgen.pipeline.takeback.text_files import over
from avtalsgen.problems import AvtalsgenError
from avtalsgen.takeback.hands import joined


def _copy(name: str, new: str, *, tracked: bool = False) -> Return:
    file = WordFile(base(*DOCUMENT).file)
    file.replace("605", new)
    if tracked:
        who = ANNA if name == "anna.docx" else BO
        file.track("skriftlig", f"mycket {name[0]}", who, file.paragraph("Uppsägningen ska vara"))
    return taken_back(project(), file.written(), name, base(*DOCUMENT))


def test_each_change_has_its_name_and_those_that_clash_tell_of_each_other() -> None:
    copies = [_copy("anna.docx", "625", tracked=True), _copy("bo.docx", "650", tracked=True)]
    result = joined_copies(copies)
    told = {(c.author, c.new): c.conflict for c in result.changes}
    assert told == {
        ("anna.docx", 625): ("bo.docx: 650",),
        ("bo.docx", 650): ("anna.docx: 625",),
        ("Anna Alm", "mycket a"): ("Bo Berg: mycket b",),
        ("Bo Berg", "mycket b"): ("Anna Alm: mycket a",),
    }
    assert [change.number for change in result.changes] == [1, 2, 3, 4]


def test_changes_of_one_copy_do_not_clash_with_each_other() -> None:
    edits = _tracks("skriftlig", "muntlig"), _tracks("skriftlig", "lös", BO)
    alone = _edited("a.docx", *edits[:1])
    (first,) = alone.taken.result.changes
    second = replace(first, new="lös", author="Bo Berg", number=2)
    both = replace(alone.taken.result, changes=(first, second))
    other = _edited("b.docx", _tracks("andra", "tredje", BO)).taken.result
    assert [change.conflict for change in joined([both, other]).changes] == [(), (), ()]


def test_copies_that_say_the_same_do_not_clash() -> None:
    result = joined_copies([_copy("a.docx", "625"), _copy("b.docx", "625")])
    assert [change.conflict for change in result.changes] == [(), ()]


def _edited(name: str, *edits: Callable[[WordFile], object]) -> Return:
    file = WordFile(base(*DOCUMENT).file)
    for edit in edits:
        edit(file)
    return taken_back(project(), file.written(), name, base(*DOCUMENT))


def _tracks(old: str, new: str, who: Who = ANNA) -> Callable[[WordFile], None]:
    return lambda file: file.track(old, new, who, file.paragraph("Båda parter får säga upp"))


ALONE = _tracks("skriftlig", "muntlig")


def _after_a_silent_edit(edit: Callable[[WordFile], None]) -> Callable[[WordFile], None]:
    """Return an edit of a line in which other words were typed over and nobody saw it."""

    def both(file: WordFile) -> None:
        file.replace("Uppsägningen", "En uppsägning", file.paragraph("Båda parter får säga upp"))
        edit(file)

    return both


@pytest.mark.parametrize(
    ("first", "second", "clash"),
    [
        (
            _tracks("ska vara skriftlig", "bör bli muntlig"),
            _tracks("skriftlig och", "lös och", BO),
            1,
        ),
        (
            lambda file: file.insert("Uppsägningen ska", " alltid", ANNA),
            _tracks("ska", "bör", BO),
            0,
        ),
        (ALONE, _after_a_silent_edit(_tracks("skriftlig", "lös", BO)), 1),
        (ALONE, _after_a_silent_edit(_tracks("andra", "tredje", BO)), 0),
        (_tracks("andra", "tredje"), _tracks("skriftlig", "muntlig", BO), 0),
        (
            lambda file: file.track("605", "625"),
            lambda file: file.replace("605\u00a0kronor per timme", "enligt överenskommelse"),
            1,
        ),
        (
            lambda file: file.insert("Uppsägningen ska", " alltid", ANNA),
            lambda file: file.insert("Uppsägningen ska", " helst", BO),
            1,
        ),
        (
            lambda file: file.delete_whole([file.paragraph("Underlaget får inte")], ANNA),
            lambda file: file.replace("insatsen", "stödet", file.paragraph("Underlaget får inte")),
            1,
        ),
    ],
)
def test_changes_clash_where_they_are_of_the_same_words(
    first: Callable[[WordFile], object], second: Callable[[WordFile], object], clash: int
) -> None:
    result = joined_copies([_edited("a.docx", first), _edited("b.docx", second)])
    assert sum(bool(change.conflict) for change in result.changes) == 2 * clash


def test_a_change_that_a_copy_was_made_with_is_told_once() -> None:
    copies = [_edited("a.docx", ALONE), _edited("b.docx", ALONE, _tracks("andra", "tredje", BO))]
    told = [(change.author, change.source) for change in joined_copies(copies).changes]
    assert told == [("Anna Alm", "a.docx, b.docx"), ("Bo Berg", "b.docx")]


def test_who_made_the_same_change_is_told_by_both() -> None:
    copies = [_edited("a.docx", ALONE), _edited("b.docx", _tracks("skriftlig", "muntlig", BO))]
    hints = {change.author: change.hint for change in joined_copies(copies).changes}
    assert hints == {
        "Anna Alm": "samma ändring som Bo Berg har gjort",
        "Bo Berg": "samma ändring som Anna Alm har gjort",
    }


def test_who_gave_a_fact_the_same_value_is_told_by_both_tracked_or_not() -> None:
    anna = _edited("a.docx", lambda file: file.track("605", "625", ANNA))
    hints = [(c.author, c.hint) for c in joined_copies([anna, _copy("b.docx", "625")]).changes]
    assert hints == [
        ("b.docx", "samma ändring som Anna Alm har gjort"),
        ("Anna Alm", "samma ändring som b.docx har gjort"),
    ]


def _new_section(who: Who | None) -> Callable[[WordFile], None]:
    def edit(file: WordFile) -> None:
        last = file.section("avgift")[-1]
        last.addnext(file.new("Vite tas ut.", who=who))
        last.addnext(file.new("Vite", "Rubrik2", who))

    return edit


SAME: dict[str, Callable[[Who | None], Callable[[WordFile], object]]] = {
    "words put in": lambda who: lambda file: file.insert("Avgifterna", " alltid", who),
    "other quotes": lambda who: (
        lambda file: file.insert("Avgifterna", " (”taxan”)" if who else ' ("taxan")', who)
    ),
    "a new paragraph": lambda who: (
        lambda file: file.section("avgift")[1].addnext(file.new("Ett nytt stycke.", who=who))
    ),
    "a new section": _new_section,
}


@pytest.mark.parametrize("edit", SAME.values(), ids=SAME)
def test_the_same_done_silently_and_tracked_is_one_thing_and_comes_home_once(
    edit: Callable[[Who | None], Callable[[WordFile], object]],
) -> None:
    copies = [_edited("a.docx", edit(None)), _edited("b.docx", edit(BO))]
    told = [(c.author, c.hint, c.conflict) for c in joined_copies(copies).changes]
    assert told == [
        ("a.docx", "samma ändring som Bo Berg har gjort", ()),
        ("Bo Berg", "samma ändring som a.docx har gjort", ()),
    ]
    made, still = _all_home(copies, 1, 2)
    assert (made.notes, still) == ((), [])


def test_the_same_words_at_two_places_of_a_line_are_two_changes() -> None:
    first = _edited("a.docx", lambda file: file.insert("Avgifterna", " alltid", ANNA))
    second = _edited("b.docx", lambda file: file.insert("tillfaller", " alltid", BO))
    assert [change.hint for change in joined_copies([first, second]).changes] == ["", ""]


def test_a_report_and_the_list_of_a_negotiation_are_written(tmp_path: Path) -> None:
    copies = [_copy("anna.docx", "625", tracked=True), _copy("bo.docx", "650")]
    for format_ in ("html", "md", "csv", "docx"):
        for answers in (False, True):
            path = tmp_path / f"{answers}.{format_}"
            write_report(project(), copies, path, answers=answers)
            data = path.read_bytes()
            assert data
            if format_ != "docx":
                assert b"mycket a" in data
    listed = (tmp_path / "True.csv").read_text(encoding="utf-8-sig")
    head = "Av;Nr;Motpartens ändring;Rank;Vår bedömning;Svar;Vem"
    assert listed.splitlines()[0] == head
    assert "docx" in FORMATS


def test_a_file_of_somebody_elses_is_not_written_over(tmp_path: Path) -> None:
    copy = _copy("a.docx", "625")
    mine = tmp_path / "min.html"
    mine.write_text("min egen", encoding="utf-8")
    for path, code in ((mine, "TB11"), (tmp_path / "a.exe", "TB10")):
        with pytest.raises(AvtalsgenError) as raised:
            write_report(project(), [copy], path)
        assert raised.value.problems[0].code == code


def test_copies_of_different_editions_are_not_joined() -> None:
    first = _copy("a.docx", "625")
    file = WordFile(base("prov", "2026").file)
    other = taken_back(project(), file.written(), "b.docx", base("prov", "2026"))
    result = other.taken.result
    changed = type(result)(result.source, "annat", result.edition, result.changes)
    taken = type(other.taken)(changed, other.taken.answers, other.taken.sheet)
    others = replace(other, taken=taken)
    with pytest.raises(AvtalsgenError) as raised:
        joined_copies([first, others])
    assert raised.value.problems[0].code == "TB12"


def told_by(source: str, kind: ReturnedKind, old: Told, new: Told, **more: Any) -> TakenBack:
    """Return a copy with one change in it."""
    change = ReturnedChange(kind, old, new, "saklig", **more)
    return TakenBack(source, "prov", "2026", (change,))


@pytest.mark.parametrize(
    ("first", "second", "clash"),
    [
        (("värde", 605, 625, {"path": "x"}), ("värde", 605, 650, {"path": "x"}), True),
        (("värde", 605, 625, {"path": "x"}), ("värde", 7, 8, {"path": "y"}), False),
        (("struken", "a", "", {}), ("avvikelse", "b", "c", {"spans": (("rad", 0, 1),)}), True),
        (
            ("avvikelse", "a", "b", {"spans": (("rad", 0, 5),)}),
            ("avvikelse", "c", "d", {"spans": (("rad", 5, 9),)}),
            False,
        ),
    ],
    ids=["one fact", "two facts", "what is struck", "words side by side"],
)
def test_what_clashes(first: Any, second: Any, clash: bool) -> None:
    copies = [
        told_by(source, *change[:3], anchor="tid", **change[3])
        for source, change in (("a.docx", first), ("b.docx", second))
    ]
    assert [bool(each.conflict) for each in joined(copies).changes] == [clash, clash]


def test_what_a_copy_has_twice_is_of_that_copy_once() -> None:
    (change,) = told_by("a.docx", "avvikelse", "a", "b", tracked=True, author="Bo").changes
    twice = TakenBack("a.docx", "prov", "2026", (change, change))
    other = TakenBack("b.docx", "prov", "2026", (change,))
    assert [each.source for each in joined([twice, other]).changes] == ["a.docx, b.docx"]


def _all_home(copies: list[Return], *numbers: int, **more: Any) -> tuple[Accepted, list[Told]]:
    """Return what accepting changes of the joined list makes, and what the copies still say."""
    made = accepted_of_copies(project(), copies, AcceptOrder(frozenset(numbers), **more))
    after = over(project(), made.files)
    again = [taken_back(after, copy.file, copy.taken.result.source) for copy in copies]
    return made, [c.new for back in again for c in back.taken.result.changes]


def test_changes_of_several_copies_are_accepted_by_the_numbers_of_the_joined_list() -> None:
    copies = [
        _edited("a.docx", lambda file: file.replace("605", "625")),
        _edited("b.docx", _tracks("skriftlig", "muntlig", BO), _tracks("andra", "tredje", BO)),
        _edited("c.docx", ALONE),
    ]
    told = joined_copies(copies).changes
    (third,) = (change.number for change in told if change.new == "tredje")
    wanted = {change.number for change in told} - {third}
    made, left = _all_home(copies, *wanted, reject=frozenset({third}))
    assert "belopp: 625" in made.files["uppdrag/prov/2026.yaml"].decode()
    text = made.files["uppdrag/prov/2026/tid.md"].decode()
    assert "muntlig" in text
    assert "tredje" not in text
    assert left == []


def test_one_of_two_that_clash_is_accepted() -> None:
    copies = [_copy("anna.docx", "625"), _copy("bo.docx", "650")]
    numbers = {c.new: c.number for c in joined_copies(copies).changes}
    with pytest.raises(AvtalsgenError) as raised:
        _all_home(copies, *numbers.values())
    (problem,) = raised.value.problems
    assert (problem.code, problem.hint) == ("TB15", "godta en av dem: --accept 1")
    made, _ = _all_home(copies, numbers[650], reject=frozenset({numbers[625]}))
    assert "belopp: 650" in made.files["uppdrag/prov/2026.yaml"].decode()
    with pytest.raises(AvtalsgenError) as raised:
        _all_home(copies, 9)
    assert raised.value.problems[0].code == "TB07"


def test_copies_of_one_name_in_two_folders_are_told_apart() -> None:
    copies = [_copy("svar.docx", "625"), _copy("svar.docx", "650")]
    told = [(c.author, c.conflict) for c in joined_copies(copies).changes]
    assert told == [("svar.docx", ("svar.docx (2): 650",)), ("svar.docx (2)", ("svar.docx: 625",))]


def test_copies_of_a_signed_edition_make_one_new_edition() -> None:
    locked = signed()
    edits = [lambda file: file.replace("605", "625"), _tracks("skriftlig", "muntlig", BO)]
    copies = []
    for name, edit in zip(("a.docx", "b.docx"), edits, strict=True):
        file = WordFile(base(*DOCUMENT).file)
        edit(file)
        copies.append(taken_back(locked, file.written(), name))
    made = accepted_of_copies(locked, copies, AcceptOrder(frozenset({1, 2})))
    assert made.edition == "2026-2"
    assert "belopp: 625" in made.files["uppdrag/prov/2026-2.yaml"].decode()
    assert "muntlig" in made.files["uppdrag/prov/2026-2/tid.md"].decode()
    assert "uppdrag/prov/2026.yaml" not in made.files
