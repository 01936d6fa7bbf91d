"""What one did to words that another had put in: one change in that hand's name, inside it."""

from collections.abc import Callable
from typing import Final

import pytest
from tests.takeback.taking import DOCUMENT, base, changes, project
from tests.takeback.test_moved import words_left
from tests.takeback.word_edits import ANNA, BO, CIA, W, Who, WordFile, run_like, text

from avtalsgen.pipeline.takeback.takeback import taken_back

_AFTER: Final = "Uppsägningen ska vara"
_PUT_IN: Final = " tydlig, omedelbart avsänd och"
_LEFT: Final = "Uppsägningen ska vara{} skriftlig"


def _over(file: WordFile, old: str, new: str, who: Who) -> None:
    """Type `new` over a part of what somebody put in, as Word marks it."""
    node = file.paragraph(old)
    run = next(each for each in node.iter(f"{W}r") if old in text(each))
    mark = run.getparent()
    assert mark is not None
    by = mark.get(f"{W}author", ""), mark.get(f"{W}date", "")
    before, _, after = text(run).partition(old)
    pieces = [file.marked("ins", by, run_like(run, before))] if before else []
    struck = run_like(run, old)
    for words in struck.iter(f"{W}t"):
        words.tag = f"{W}delText"
    pieces.append(file.marked("ins", by, file.marked("del", who, struck)))
    pieces += [file.marked("ins", who, run_like(run, new))] if new else []
    pieces += [file.marked("ins", by, run_like(run, after))] if after else []
    for piece in pieces:
        mark.addprevious(piece)
    parent = mark.getparent()
    assert parent is not None
    parent.remove(mark)


def _between(file: WordFile) -> None:
    node = file.paragraph("tydlig, omed")
    (mark,) = node.iter(f"{W}ins")
    (run,) = mark.iter(f"{W}r")
    before, _, after = text(run).partition(" avsänd")
    mark.addnext(file.marked("ins", ANNA, run_like(run, f" avsänd{after}")))
    mark.addnext(file.marked("ins", BO, run_like(run, " och säkert")))
    (words,) = run.iter(f"{W}t")
    words.text = before


def _of_three(file: WordFile) -> None:
    _over(file, "omedelbart", "genast", BO)
    _over(file, "genast", "strax", CIA)


def _two_places(file: WordFile) -> None:
    _over(file, "tydlig", "klar", BO)
    _over(file, "omedelbart ", "", BO)


EDITS: Final[dict[str, tuple[Callable[[WordFile], None], set[tuple[str, str, str]]]]] = {
    "in the midst": (
        lambda file: _over(file, "omedelbart", "genast", BO),
        {("Bo Berg", "omedelbart", "genast")},
    ),
    "at the end": (
        lambda file: _over(file, "avsänd och", "sänd och", BO),
        {("Bo Berg", "avsänd och", "sänd och")},
    ),
    "at the beginning": (
        lambda file: _over(file, " tydlig", " klar", BO),
        {("Bo Berg", "tydlig", "klar")},
    ),
    "at two places": (
        _two_places,
        {("Bo Berg", "tydlig", "klar"), ("Bo Berg", "omedelbart", "")},
    ),
    "put in between": (_between, {("Bo Berg", "", "och säkert")}),
    "by two": (
        _of_three,
        {("Bo Berg", "omedelbart", "genast"), ("Cia Carlsson", "genast", "strax")},
    ),
}


@pytest.mark.parametrize(("edit", "inside"), EDITS.values(), ids=EDITS)
def test_a_change_inside_what_another_put_in_is_one(
    edit: Callable[[WordFile], None], inside: set[tuple[str, str, str]]
) -> None:
    file = WordFile(base(*DOCUMENT).file)
    file.insert(_AFTER, _PUT_IN, ANNA)
    edit(file)
    back = taken_back(project(), file.written(), "prov.docx", base(*DOCUMENT))
    told = [(c.author, str(c.old), str(c.new)) for c in back.taken.result.changes]
    assert set(told) == {("Anna Alm", "", _PUT_IN.strip()), *inside}
    assert len(told) == len(inside) + 1
    anna = [c.number for c in back.taken.result.changes if c.author == "Anna Alm"]
    assert any(_LEFT.format(_PUT_IN) in words for words in words_left(back, anna))
    assert any(_LEFT.format("") in words for words in words_left(back, []))


def test_both_stand_if_both_are_accepted() -> None:
    file = WordFile(base(*DOCUMENT).file)
    file.insert(_AFTER, _PUT_IN, ANNA)
    _over(file, "omedelbart", "genast", BO)
    back = taken_back(project(), file.written(), "prov.docx", base(*DOCUMENT))
    said = _LEFT.format(" tydlig, genast avsänd och")
    assert any(said in words for words in words_left(back, [1, 2]))


def test_a_change_inside_a_new_paragraph_is_of_that_paragraph() -> None:
    file = WordFile(base(*DOCUMENT).file)
    said = "Den skickas omedelbart till parten."
    file.paragraph(_AFTER).addnext(file.new(said, who=ANNA))
    _over(file, "omedelbart", "genast", BO)
    back = taken_back(project(), file.written(), "prov.docx", base(*DOCUMENT))
    told = {(c.author, c.old, c.new) for c in back.taken.result.changes}
    assert told == {("Anna Alm", "", said), ("Bo Berg", "omedelbart", "genast")}


def test_what_one_put_in_and_took_out_again_was_never_there() -> None:
    def edit(file: WordFile) -> None:
        file.insert(_AFTER, _PUT_IN, ANNA)
        _over(file, " omedelbart", "", ANNA)

    assert [c["new"] for c in changes(edit)] == ["tydlig, avsänd och"]
