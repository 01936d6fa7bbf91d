"""A section or a paragraph that somebody moved is one change, and comes home to where it went."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.takeback.handed import move
from tests.takeback.taking import changes
from tests.takeback.test_tillagg import PATH, YAML, accept, left, sent, with_tillagg
from tests.takeback.word_edits import WordFile

from avtalsgen.clauses.outline import CHANGES
from avtalsgen.pipeline.takeback.takeback import TakebackOf, taken_back
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.takeback.paper.one_move import moved_alone

Moves = Sequence[tuple[str, str]]

# What stands in the document, in its order:
#   Inledning (under it Beslut), Vad som ändras (Vite, and under that Takbelopp),
#   Annat (Kontaktpersoner upphävs, Städning, Tvist), Underskrifter
IN_A_TILLAGG: Moves = [
    ("stadning", "vad"),  # a change to below a text of the tillägg
    ("tvist", "annat"),  # to the end of those that are named
    ("kontaktpersoner", "inledning"),  # before all
    ("annat", "vite"),  # the heading of a place goes away from what it prints
    ("vad", "underskrifter"),
    ("beslut", "vite"),  # a text of the tillägg before what a place prints
    ("beslut", "takbelopp"),  # a text of the tillägg in among what one change brings
    ("inledning", "tvist"),
    ("vite", "stadning"),  # from below what stands below it
    ("takbelopp", "inledning"),
]


def _moved(file: WordFile, moves: Moves) -> bytes:
    for anchor, before in moves:
        move(file, anchor, before)
    return file.written()


def _whole(project: Project, of: TakebackOf, data: bytes) -> str:
    """Return the facts file after accepting all; nothing but levels differs from the file then."""
    made = accept(project, of, data)
    assert all(note.startswith("rubriken ") for note in made.notes)
    assert [change for change in left(made, project, data) if change[0] != "format"] == []
    return made.files[PATH].decode()


@pytest.mark.parametrize(
    "moves", [[each] for each in IN_A_TILLAGG], ids=map("-".join, IN_A_TILLAGG)
)
def test_what_was_moved_in_a_tillagg_comes_home_to_where_it_went(moves: Moves) -> None:
    data = _moved(WordFile(sent().file), moves)
    (told,) = taken_back(with_tillagg(), data, "prov.docx", sent()).taken.result.changes
    assert told.kind == "flyttad"
    _whole(with_tillagg(), sent(), data)


def test_several_moves_in_a_tillagg_come_home_together() -> None:
    moves = [("tvist", "vite"), ("stadning", "beslut"), ("annat", "inledning")]
    text = _whole(with_tillagg(), sent(), _moved(WordFile(sent().file), moves))
    assert "ändringar: övriga" not in text.partition("rubrik: Vad som ändras")[2].partition("}")[0]


def test_a_place_of_a_tillagg_that_prints_the_same_is_written_as_it_was() -> None:
    data = _moved(WordFile(sent().file), [("inledning", "underskrifter")])
    text = _whole(with_tillagg(), sent(), data)
    assert "ändringar: [vite], noter: nej" in text
    assert "ändringar: övriga, noter: nej" in text


def test_what_stands_beside_a_change_is_never_written_before_it() -> None:
    beside = "  - {lägger_till: {rubrik: Fläkt, text: 2027-tillagg/stad.md}, efter: vite}\n"
    yaml = YAML.replace(
        "  - upphäver: kontaktpersoner\n", f"{beside}  - upphäver: kontaktpersoner\n"
    )
    project = with_tillagg(yaml)
    of = TakebackOf.of(project, "prov", "2027-tillagg")
    text = _whole(project, of, _moved(WordFile(of.file), [("flakt", "vite")]))
    assert text.index("rubrik: Vite") < text.index("rubrik: Fläkt")
    assert f"{CHANGES}: [flakt, vite]" in text or "- flakt\n        - vite" in text


def test_what_is_moved_out_of_a_change_of_a_later_day_keeps_its_day() -> None:
    later = YAML.replace("    beskrivning: vite\n", "    gäller_från: 2027-09-01\n").replace(
        "[vite]", "[vite-2027-09-01]"
    )
    project = with_tillagg(later)
    of = TakebackOf.of(project, "prov", "2027-tillagg")
    text = _whole(project, of, _moved(WordFile(of.file), [("takbelopp", "kontaktpersoner")]))
    assert text.count("gäller_från: 2027-09-01") == 2


def test_what_is_moved_below_a_change_of_another_day_stands_beside_it() -> None:
    later = YAML.replace("beskrivning: städning}", "gäller_från: 2027-09-01}")
    project = with_tillagg(later)
    of = TakebackOf.of(project, "prov", "2027-tillagg")
    text = _whole(project, of, _moved(WordFile(of.file), [("takbelopp", "underskrifter")]))
    assert "- lägger_till: {rubrik: Takbelopp, text: 2027-tillagg/tak.md}" in text


def test_what_the_program_says_of_a_change_goes_along_with_it() -> None:
    project = with_tillagg(YAML.replace("ändringar: övriga, noter: nej", "ändringar: övriga"))
    of = TakebackOf.of(project, "prov", "2027-tillagg")
    text = _whole(project, of, _moved(WordFile(of.file), [("stadning", "vite")]))
    assert text.count("noter: nej") == 1  # of vite, which had none


def test_a_long_section_moved_past_short_ones_is_one_change() -> None:
    data = _moved(WordFile(sent().file), [("tvist", "kontaktpersoner")])
    told = taken_back(with_tillagg(), data, "prov.docx", sent()).taken.result.changes
    assert [(change.kind, change.anchor) for change in told] == [("flyttad", "tvist")]


def _past_two(file: WordFile) -> None:
    file.paragraph("Parterna får skriftligen").addnext(file.paragraph("Båda parter får säga"))


def test_a_long_paragraph_moved_past_short_ones_is_one_change() -> None:
    (told,) = changes(_past_two)
    assert (told["kind"], str(told["new"])[:11]) == ("flyttad", "Båda parter")


@given(st.permutations(range(6)), st.integers(0, 5), st.integers(0, 5))
def test_one_move_is_known_whatever_was_moved(words: list[int], start: int, end: int) -> None:
    order = [*range(6)]
    order.insert(end, order.pop(start))
    answers = [order.index(place) for place in range(6)]
    alone = moved_alone(answers, [range(place, place + 1) for place in range(6)], words)
    left_over = [answer for place, answer in enumerate(answers) if place != alone]
    assert alone >= 0
    assert left_over == sorted(left_over)
