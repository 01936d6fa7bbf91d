"""What one moved or struck and another changed: each is told by itself, and decided by itself.

What is decided leaves the words of a file in which nobody did anything else.
"""

from collections.abc import Callable, Sequence
from copy import deepcopy

import pytest
from tests.takeback.handed import move
from tests.takeback.handed_looks import HANDED
from tests.takeback.taking import DOCUMENT, base, changes, project
from tests.takeback.word_edits import ANNA, BO, W, Who, WordFile, run_like, text

from avtalsgen.model.returned.changes import ReturnedChange
from avtalsgen.ooxml.elements import Element
from avtalsgen.pipeline.takeback.takeback import Return, taken_back
from avtalsgen.readers.docx.returned.reading import read_sheet
from avtalsgen.readers.docx.returned.sheet import Sheet
from avtalsgen.takeback.paper.lines import accepted, paper
from avtalsgen.takeback.undo import undone

Edit = Callable[[WordFile, list[Element]], object]
FIRST, LAST = "Avgiften är 200", "Avgifterna tillfaller"


def put_in(file: WordFile, nodes: list[Element], after: str, new: str) -> None:
    """Let Bo put words in behind `after`, inside what somebody put there."""
    run = next(run for node in nodes for run in node.iter(f"{W}r") if after in text(run))
    words, _, rest = text(run).partition(after)
    mark = run.getparent()
    outer = mark if mark is not None and mark.tag == f"{W}moveTo" else run
    last = deepcopy(outer)
    for put, said in ((outer, f"{words}{after}"), (last, rest)):
        (node,) = put.iter(f"{W}t")
        node.text = said
        node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    outer.addnext(last)
    outer.addnext(file.marked("ins", BO, run_like(run, new)))


def put_in_body(file: WordFile, nodes: list[Element]) -> None:
    put_in(file, nodes, LAST, " alltid")


def put_in_heading(file: WordFile, nodes: list[Element]) -> None:
    put_in(file, nodes[:1], "Avgift", " och taxa")


def taken_out(file: WordFile, nodes: list[Element]) -> None:
    node = next(each for each in nodes if LAST in text(each))
    file.track("tillfaller beställaren", "", BO, node)


def another_value(file: WordFile, nodes: list[Element]) -> None:
    file.track("200", "250", BO, next(each for each in nodes if FIRST in text(each)))


def line_at_end(file: WordFile, nodes: list[Element]) -> None:
    nodes[3].addnext(file.new("Ett nytt stycke sist.", who=BO))


def joined(file: WordFile, nodes: list[Element]) -> None:
    marks = nodes[2].find(f"{W}pPr/{W}rPr")
    if marks is None:
        file.mark_end(nodes[2], "del", BO)
    else:
        marks.append(file.marked("del", BO))


TOLD: dict[Edit, tuple[str, object, object]] = {
    put_in_body: ("avvikelse", "", "alltid"),
    put_in_heading: ("avvikelse", "", "och taxa"),
    taken_out: ("avvikelse", "tillfaller beställaren", ""),
    another_value: ("värde", 200, 250),
    line_at_end: ("avvikelse", "", "Ett nytt stycke sist."),
    joined: ("avvikelse", "¶", ""),
}
"""What is told of each edit where nothing was moved."""


def move_tracked(file: WordFile, anchor: str, before: str) -> list[Element]:
    """Let Anna move a section, what others did to it with it; return it where it went."""
    nodes = file.section(anchor)
    copies = [deepcopy(node) for node in nodes]
    file.without_marks(copies)
    for node in copies:
        for mark in [*node.iter(f"{W}del"), *node.iter(f"{W}ins")]:
            for kept in list(mark) if mark.tag == f"{W}ins" else ():
                mark.addprevious(kept)
            mark.getparent().remove(mark)
        file.section(before)[0].addprevious(node)
    for mark in [mark for node in nodes for mark in node.iter(f"{W}ins")]:
        for run in list(mark):
            mark.append(file.marked("del", ANNA, run))
    file.delete_whole(nodes, ANNA, "moveFrom")
    file.delete_whole(copies, ANNA, "moveTo")
    return copies


def move_silent(file: WordFile, anchor: str, before: str) -> list[Element]:
    nodes = file.section(anchor)
    for node in nodes:
        file.section(before)[0].addprevious(node)
    return nodes


def strike(file: WordFile, anchor: str = "avgift") -> None:
    """Let Anna strike a section, tracked."""
    file.delete_whole(file.section(anchor), ANNA)


def words_of(file: WordFile) -> list[str]:
    return _said(accepted(read_sheet(file.written())))


def words_left(back: Return, numbers: Sequence[int]) -> list[str]:
    """Return the words of the document when the changes of some numbers are accepted."""
    changes = back.taken.result.changes
    gone = [
        back.undos[undo] for each in changes if each.number not in numbers for undo in each.undo
    ]
    return _said(accepted(undone(back.taken.sheet, gone)))


def _said(sheet: Sheet) -> list[str]:
    kept = ("body", "footnote", "textbox")
    return [line.words for line in paper(sheet) if line.part in kept]


def decided_apart(
    file: WordFile,
    moved: Callable[[WordFile], object],
    edited: Callable[[WordFile], object],
) -> list[ReturnedChange]:
    """Hold that the move and the rest leave their own words and no others; return what is told."""
    back = taken_back(project(), file.written(), "prov.docx", base(*DOCUMENT))
    changes = back.taken.result.changes
    moves = [each.number for each in changes if each.kind == "flyttad"]
    rest = [each.number for each in changes if each.kind != "flyttad"]
    alone = [new_file() for _ in range(3)]
    moved(alone[1])
    edited(alone[2])
    for numbers, expected in zip(([], moves, rest, moves + rest), (*alone, file), strict=True):
        assert words_left(back, numbers) == words_of(expected), numbers
    return list(changes)


def new_file() -> WordFile:
    return WordFile(base(*DOCUMENT).file)


@pytest.mark.parametrize("edit", [put_in_heading, another_value, line_at_end, joined])
def test_what_is_moved_and_then_changed_by_another(edit: Edit) -> None:
    file = new_file()
    edit(file, move_tracked(file, "avgift", "dokumentation"))
    told_apart(file, edit)


@pytest.mark.parametrize("edit", [put_in_body, taken_out])
def test_what_is_changed_and_then_moved_by_another(edit: Edit) -> None:
    file = new_file()
    edit(file, file.section("avgift"))
    move_tracked(file, "avgift", "dokumentation")
    told_apart(file, edit)


def told_apart(file: WordFile, edit: Edit) -> None:
    changes = decided_apart(
        file,
        lambda copy: move_tracked(copy, "avgift", "dokumentation"),
        lambda copy: edit(copy, copy.section("avgift")),
    )
    told = sorted((c.author, c.section, c.kind, c.old, c.new) for c in changes)
    where = "2.2 Avgift"
    assert told[0][:4] == ("Anna Alm", where, "flyttad", where)
    assert told[1:] == [("Bo Berg", where, *TOLD[edit])]


@pytest.mark.parametrize("edit", [taken_out, line_at_end])
def test_what_is_moved_in_silence_and_changed(edit: Edit) -> None:
    file = new_file()
    edit(file, move_silent(file, "avgift", "dokumentation"))
    decided_apart(
        file,
        lambda copy: move_silent(copy, "avgift", "dokumentation"),
        lambda copy: edit(copy, copy.section("avgift")),
    )


def test_a_chapter_goes_back_with_what_stands_below_it() -> None:
    def moved(file: WordFile) -> None:
        for name in ("ersattning-timme", "prisjustering", "avgift"):
            for node in file.section(name):
                file.section("villkor")[0].addprevious(node)

    def shorter(file: WordFile) -> None:
        file.replace("Avgifterna tillfaller beställaren. ", "")

    file = new_file()
    moved(file)
    shorter(file)
    decided_apart(file, moved, shorter)


def test_a_paragraph_is_moved_by_one_and_added_to_by_another() -> None:
    def moved(file: WordFile) -> list[Element]:
        node = file.paragraph("Uppdraget upphör den dag")
        copy = deepcopy(node)
        file.section("avgift")[-1].addprevious(copy)
        file.delete_whole([node], ANNA, "moveFrom")
        file.delete_whole([copy], ANNA, "moveTo")
        return [copy]

    def added(file: WordFile, nodes: list[Element]) -> None:
        put_in(file, nodes, "Uppdraget upphör", " genast")

    file = new_file()
    added(file, moved(file))
    changes = decided_apart(
        file, moved, lambda copy: added(copy, [copy.paragraph("Uppdraget upphör den dag")])
    )
    told = {(c.kind, c.author, c.section) for c in changes}
    section = "1.3 Tid och uppsägning"
    assert told == {("flyttad", "Anna Alm", section), ("avvikelse", "Bo Berg", section)}


def test_what_one_puts_in_stays_if_it_is_rejected_that_another_takes_it_out() -> None:
    file = new_file()
    file.insert("lösa en tvist", " mycket", ANNA)
    node = file.paragraph("lösa en tvist")
    run = next(run for run in node.iter(f"{W}r") if "mycket" in text(run))
    file.deleted([run], BO)
    back = taken_back(project(), file.written(), "prov.docx", base(*DOCUMENT))
    anna = [c.number for c in back.taken.result.changes if c.author == "Anna Alm"]
    assert any("en tvist mycket genom" in words for words in words_left(back, anna))
    assert words_left(back, []) == words_of(new_file())


def test_a_comment_behind_what_was_moved_is_of_its_section() -> None:
    file = new_file()
    line_at_end(file, move_tracked(file, "avgift", "dokumentation"))
    file.comment("Parterna ska i första hand", "Se över.")
    back = taken_back(project(), file.written(), "prov.docx", base(*DOCUMENT))
    (said,) = [c for c in back.taken.result.changes if c.kind == "kommentar"]
    assert said.section == "5.3 Tvist"


@pytest.mark.parametrize("number", ["39", "40"], ids=["a note", "a box"])
def test_what_hangs_on_struck_words_goes_with_them(number: str) -> None:
    hung = next(edit for row, edit, _ in HANDED if row == number)
    file = new_file()
    hung(file)
    strike(file)
    back = taken_back(project(), file.written(), "prov.docx", base(*DOCUMENT))
    silent, struck = back.taken.result.changes
    alone = new_file()
    strike(alone)
    assert words_left(back, [silent.number, struck.number]) == words_of(alone)
    kept = new_file()
    hung(kept)
    assert words_left(back, [silent.number]) == words_of(kept)


@pytest.mark.parametrize("number", ["39", "40"], ids=["a note", "a box"])
def test_what_is_struck_by_itself_is_told_beside_other_struck_words(number: str) -> None:
    file = new_file()
    next(edit for row, edit, _ in HANDED if row == number)(file)
    kept = accepted(read_sheet(file.written()))
    mark = next(file.body.iter(f"{W}footnoteReference", f"{W}txbxContent"))
    run = next(mark.iterancestors(f"{W}r"))
    line = next(mark.iterancestors(f"{W}p"))
    first = next(each for each in text(line).split() if len(each) > 3)
    file.track(first, "", BO, line)
    run.addprevious(struck := file.marked("del", BO))
    struck.append(run)
    back = taken_back(project(), file.written(), "prov.docx", base(*DOCUMENT))
    silent, *told = back.taken.result.changes
    assert {(c.author, c.new) for c in told} == {("Bo Berg", "")}
    (note,) = [c for c in told if c.old == silent.new]
    (other,) = [c for c in told if c is not note]
    assert other.old == first
    said = {str(note.old), *(line.words for line in paper(kept))}
    assert set(words_left(back, [silent.number])) <= said
    without = words_left(back, [silent.number, note.number])
    assert note.old not in without
    assert note.old in words_left(back, [silent.number, other.number])


def test_a_note_goes_with_what_somebody_moved_and_is_told_once() -> None:
    file = new_file()
    next(edit for row, edit, _ in HANDED if row == "39")(file)
    note = file.parts["word/footnotes.xml"].decode()
    first, last = note.index("<w:footnote "), note.index("</w:footnotes>")
    second = note[first:last].replace('w:id="2"', 'w:id="3"')
    file.parts["word/footnotes.xml"] = f"{note[:last]}{second}{note[last:]}".encode()
    for node in move_tracked(file, "avgift", "dokumentation"):
        for mark in node.iter(f"{W}footnoteReference"):
            mark.set(f"{W}id", "3")
    back = taken_back(project(), file.written(), "prov.docx", base(*DOCUMENT))
    told = [(c.kind, c.section, c.new) for c in back.taken.result.changes]
    assert told[0] == ("avvikelse", "2.2 Avgift", "Se taxan.")
    assert [kind for kind, *_ in told] == ["avvikelse", "flyttad"]
    assert words_left(back, [1, 2]).count("Se taxan.") == 1


def test_a_rejected_value_in_a_struck_section_does_not_outlive_it() -> None:
    file = new_file()
    file.replace("200", "250", file.paragraph(FIRST))
    strike(file)
    back = taken_back(project(), file.written(), "prov.docx", base(*DOCUMENT))
    (struck,) = [c.number for c in back.taken.result.changes if c.kind == "struken"]
    alone = new_file()
    strike(alone)
    assert words_left(back, [struck]) == words_of(alone)


@pytest.mark.parametrize("who", [None, ANNA], ids=["silent", "tracked"])
def test_a_sentence_that_went_to_another_paragraph_says_where_it_stands(who: Who | None) -> None:
    file = new_file()
    sentence = "Avgifterna tillfaller beställaren."
    node = file.paragraph(sentence)
    if who is None:
        file.replace(f"{sentence} ", "", node)
    else:
        file.track(f"{sentence} ", "", who, node)
    file.insert("genom dialog.", f" {sentence}", who)
    back = taken_back(project(), file.written(), "prov.docx", base(*DOCUMENT))
    told = [(c.kind, c.section, c.hint) for c in back.taken.result.changes]
    assert told == [
        ("avvikelse", "2.2 Avgift", "samma ord har kommit till i 5.3 Tvist"),
        ("avvikelse", "5.3 Tvist", "samma ord är strukna i 2.2 Avgift"),
    ]


def test_what_came_and_went_in_silence_is_as_it_was_if_it_is_rejected() -> None:
    file = new_file()
    file.paragraph("lösa en tvist").addnext(file.new("Vite tas ut."))
    for node in file.section("avgift"):
        file.body.remove(node)
    back = taken_back(project(), file.written(), "prov.docx", base(*DOCUMENT))
    assert words_left(back, []) == words_of(new_file())


def test_a_move_is_told_of_a_file_that_says_nothing_of_what_was_built() -> None:
    def edit(file: WordFile) -> None:
        move(file, "avgift", "dokumentation")
        file.without_properties()

    assert [(c["kind"], c["anchor"]) for c in changes(edit)] == [("flyttad", "avgift")]


def test_what_is_silent_goes_back_beside_what_somebody_put_in_before_it() -> None:
    file = new_file()
    file.replace("skriftlig", "muntlig", file.paragraph("Uppsägningen ska vara"))
    file.insert("Uppsägningen ska vara", " alltid", ANNA)
    back = taken_back(project(), file.written(), "prov.docx", base(*DOCUMENT))
    tracked = [c.number for c in back.taken.result.changes if c.tracked]
    (left,) = [words for words in words_left(back, tracked) if "Uppsägningen ska vara" in words]
    assert "Uppsägningen ska vara alltid skriftlig och gäller" in left


def test_a_note_whose_words_somebody_moved_by_striking_them_is_nobodys_but_who_put_it_in() -> None:
    file = new_file()
    next(edit for row, edit, _ in HANDED if row == "39")(file)
    node = file.paragraph("Avgifterna tillfaller")
    copy = deepcopy(node)
    file.without_marks([copy])
    file.delete_whole([node], BO)
    file.section("tvist")[-1].addnext(copy)
    file.delete_whole([copy], BO, "ins")
    back = taken_back(project(), file.written(), "prov.docx", base(*DOCUMENT))
    notes = [c for c in back.taken.result.changes if c.new == "Se taxan."]
    assert [(c.tracked, c.author) for c in notes] == [(False, "")]
