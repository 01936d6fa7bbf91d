"""What was done at several places and is one thing: it is told once, with its places."""

from collections.abc import Callable

import pytest
from lxml import etree
from tests.takeback.taking import DOCUMENT, base, changes, project
from tests.takeback.word_edits import ANNA, BO, W, Who, WordFile, text

from avtalsgen.ooxml.elements import Element
from avtalsgen.pipeline.takeback.acceptance import AcceptOrder, accepted_files
from avtalsgen.pipeline.takeback.takeback import TakebackOf, taken_back
from avtalsgen.pipeline.workspace.overlay import Overlay
from avtalsgen.pipeline.workspace.project import Project, read_project
from avtalsgen.takeback.paper.lines import accepted
from avtalsgen.takeback.undo import undone

_PLACES = ["sidhuvud", "sidhuvud på första sidan"]
_NAME = "Leanlink Råd och Stöd"


def _over(file: WordFile, old: str, new: str, who: Who | None, node: Element) -> None:
    """Type over words, tracked if somebody is named."""
    if who is None:
        file.replace(old, new, node)
    else:
        file.track(old, new, who, node)


def _heads(file: WordFile, old: str, new: str, who: Who | None) -> None:
    for name in [name for name in file.parts if name.startswith("word/header")]:
        root = etree.fromstring(file.parts[name])
        for node in root.iter(f"{W}p"):
            if old in text(node):
                _over(file, old, new, who, node)
        file.parts[name] = etree.tostring(root)


@pytest.mark.parametrize("who", [None, ANNA], ids=["silent", "tracked"])
def test_a_change_of_every_page_head_is_one_with_its_places(who: Who | None) -> None:
    file = WordFile(base(*DOCUMENT).file)
    _heads(file, "Linköpings", "Mjölby", who)
    back = taken_back(project(), file.written(), "prov.docx", base(*DOCUMENT))
    (change,) = back.taken.result.changes
    assert (change.old, change.new, list(change.places)) == ("Linköpings", "Mjölby", _PLACES)
    rejected = accepted(undone(back.taken.sheet, [back.undos[undo] for undo in change.undo]))
    heads = [line.text for line in rejected.lines if line.part == "header"]
    assert len(heads) == len(_PLACES)
    assert all(head.startswith("Linköpings kommun") for head in heads)


def test_other_words_in_each_page_head_are_changes_of_their_own() -> None:
    def edit(file: WordFile) -> None:
        _heads(file, "Dnr SON", "Diarienummer SON", ANNA)
        _heads(file, "Linköpings", "Mjölby", ANNA)

    told = {str(c["new"]).strip(): c["places"] for c in changes(edit)}
    assert told == {"Diarienummer": ["sidhuvud"], "Mjölby": _PLACES}


def test_the_same_words_of_two_hands_in_two_page_heads_are_two_changes() -> None:
    def edit(file: WordFile) -> None:
        for name, who in (("word/header1.xml", ANNA), ("word/header2.xml", BO)):
            root = etree.fromstring(file.parts[name])
            node = next(node for node in root.iter(f"{W}p") if "Linköpings" in text(node))
            file.track("Linköpings", "Mjölby", who, node)
            file.parts[name] = etree.tostring(root)

    told = [(c["author"], c["new"], c["places"]) for c in changes(edit)]
    assert sorted(told) == [("Anna Alm", "Mjölby", _PLACES[:1]), ("Bo Berg", "Mjölby", _PLACES[1:])]


def _renamed(file: WordFile, new: str, who: Who | None) -> None:
    for node in list(file.body.iter(f"{W}p")):
        if _NAME in text(node):
            _over(file, _NAME, new, who, node)


def _accepted(edit: Callable[[WordFile], None]) -> tuple[int, str, tuple[str, ...]]:
    file = WordFile(base(*DOCUMENT).file)
    edit(file)
    back = taken_back(project(), file.written(), "prov.docx", base(*DOCUMENT))
    told = back.taken.result.changes
    order = AcceptOrder(frozenset(c.number for c in told), frozenset(), from_day="2027-01-01")
    made = accepted_files(project(), back, order)
    yaml = made.files["uppdrag/prov/2026.yaml"].decode()
    return len(told), yaml, tuple(name for name in made.files if name.endswith(".md"))


@pytest.mark.parametrize("who", [None, ANNA], ids=["silent", "tracked"])
@pytest.mark.parametrize("new", ["Leanlink Omsorg", f"{_NAME} Syd", "Granvik Råd och Stöd AB"])
def test_a_new_name_is_one_change_also_inside_another_fact(who: Who | None, new: str) -> None:
    count, yaml, texts = _accepted(lambda file: _renamed(file, new, who))
    assert count == 1
    assert f"utförare: verksamhetschef vid {new} " in yaml
    assert texts == ()


def test_words_beside_a_new_name_inside_another_fact_are_a_change_of_their_own() -> None:
    def edit(file: WordFile) -> None:
        _renamed(file, f"{_NAME} Syd", ANNA)
        file.track("verksamhetschef", "enhetschef", ANNA, file.paragraph("verksamhetschef vid"))

    told = changes(edit)
    assert (told[0]["kind"], told[0]["path"], told[0]["new"]) == (
        "värde",
        "parter.utförare.organ.namn",
        f"{_NAME} Syd",
    )
    assert len(told) > 1


@pytest.mark.parametrize("who", [None, ANNA], ids=["silent", "tracked"])
def test_a_fact_changed_at_one_of_its_places_tells_where_it_is_left(who: Who | None) -> None:

    def edit(file: WordFile) -> None:
        node = file.paragraph("inom familjerådgivning")
        _over(file, "familjerådgivning", "parsamtal", who, node)

    (change,) = changes(edit)
    assert (change["path"], change["new"]) == ("verksamhet", "parsamtal")
    assert (change["places"], change["conflict"]) == (["1 Uppdraget", "2.2 Avgift"], ["2.2 Avgift"])
    assert change["hint"] == "samma faktum har kvar sitt gamla värde på andra ställen"


def _with(path: str, words: str) -> Project:
    """Return the workspace with a clause that says more."""
    more = project().files.read(path) + f"\n{words}\n".encode()
    return read_project(Overlay(project().files, {path: more}))


def test_a_fact_matters_as_much_as_where_it_matters_most() -> None:
    said = "Parterna träffas i {{ volym.område }}, nedan kallad orten."
    place = _with("clauses/ersattning-timme/2026.md", said)
    file = WordFile(TakebackOf.of(place, *DOCUMENT).file)
    for words in ("om året i Linköping", "träffas i Linköping"):
        file.replace(words, words.replace("Linköping", "Mjölby"))
    (change,) = taken_back(place, file.written(), "prov.docx").taken.result.changes
    assert (change.path, change.new, change.rank) == ("volym.område", "Mjölby", "avgörande")


def test_a_new_name_in_words_of_a_clause_is_written_there() -> None:
    place = _with("clauses/tvist/2026.md", f"Frågor besvaras av {_NAME}.")
    file = WordFile(TakebackOf.of(place, *DOCUMENT).file)
    _renamed(file, "Stadens Samtal", None)
    back = taken_back(place, file.written(), "prov.docx")
    assert [change.number for change in back.taken.result.changes] == [1]
    order = AcceptOrder(frozenset({1}), frozenset(), from_day="2027-01-01")
    texts = {k: v for k, v in accepted_files(place, back, order).files.items() if ".md" in k}
    assert list(texts) == ["uppdrag/prov/2026/tvist.md"]
    assert "Frågor besvaras av Stadens Samtal." in texts["uppdrag/prov/2026/tvist.md"].decode()
