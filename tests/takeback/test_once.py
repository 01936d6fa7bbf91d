"""What was done at several places and is one thing: it is told once, with its places."""

from collections.abc import Callable

import pytest
from lxml import etree
from tests.takeback.taking import DOCUMENT, base, changes, project
from tests.takeback.word_edits import ANNA, W, Who, WordFile, text

from avtalsgen.ooxml.elements import Element
from avtalsgen.pipeline.takeback.acceptance import AcceptOrder, accepted_files
from avtalsgen.pipeline.takeback.takeback import taken_back
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
