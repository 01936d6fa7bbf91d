"""A tracked replacement of more than what differs is told as what differs, place by place."""

import pytest
from tests.takeback.taking import changes
from tests.takeback.word_edits import ANNA, BO, WordFile

_LINE = "Båda parter får säga upp"
_PHRASE = "ska vara skriftlig och gäller från den dag"

Pair = tuple[str, str]


def _told(file_changes: list[dict[str, object]]) -> list[Pair]:
    assert all(c["tracked"] and c["kind"] == "avvikelse" for c in file_changes), file_changes
    return sorted((str(c["old"]), str(c["new"])) for c in file_changes)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("ska vara muntlig och gäller från den dag", [("skriftlig", "muntlig")]),
        ("bör vara skriftlig och gäller till den dag", [("från", "till"), ("ska", "bör")]),
        ("ska vara skriftlig, undertecknad och gäller från den dag", [("", ", undertecknad")]),
        ("ska vara och gäller från den dag", [("skriftlig", "")]),
        (_PHRASE.replace(" ", "\u00a0"), []),
        (_PHRASE, []),
    ],
)
def test_words_typed_again_are_no_change(typed: str, told: list[Pair]) -> None:
    def edit(file: WordFile) -> None:
        file.track(_PHRASE, typed, ANNA, file.paragraph(_LINE))

    assert _told(changes(edit)) == told


def test_two_people_in_one_word_have_each_their_own() -> None:
    def edit(file: WordFile) -> None:
        node = file.paragraph(_LINE)
        file.track("skrift", "munt", ANNA, node)
        file.track("lig och", "a och", BO, node)

    told = {str(c["author"]): (c["old"], c["new"]) for c in changes(edit)}
    assert told == {"Anna Alm": ("skrift", "munt"), "Bo Berg": ("lig", "a")}


@pytest.mark.parametrize("first", ["the new one", "the old one"])
def test_a_paragraph_typed_anew_is_what_differs_in_it(first: str) -> None:
    def edit(file: WordFile) -> None:
        old = file.paragraph("Underlaget får inte")
        new = file.new("Underlaget får aldrig röja vem som har fått insatsen.", who=ANNA)
        (old.addprevious if first == "the new one" else old.addnext)(new)
        file.delete_whole([old], ANNA)

    assert _told(changes(edit)) == [("inte", "aldrig")]


def test_a_paragraph_of_other_words_is_no_edit_of_the_one_that_went() -> None:
    def edit(file: WordFile) -> None:
        old = file.paragraph("Underlaget får inte")
        old.addnext(file.new("Fakturan betalas inom trettio dagar.", who=ANNA))
        file.delete_whole([old], ANNA)

    (told,) = _told(changes(edit))
    assert told[0].startswith("Underlaget får inte")
    assert told[1].startswith("Fakturan")


def test_a_look_that_the_words_typed_again_came_with_is_told() -> None:
    def edit(file: WordFile) -> None:
        node = file.paragraph(_LINE)
        file.track(_PHRASE, "ska vara skriftlig och gäller från vilken dag", ANNA, node)
        file.look("ska vara skriftlig och gäller från vilken dag", "b")

    told = [(c["kind"], c["new"], c["author"]) for c in changes(edit)]
    assert ("format", "fet", "Anna Alm") in told
    assert len(told) > 1
