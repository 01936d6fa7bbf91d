"""Facts that stand close: rows and items of lists, two in one place, a number in letters."""

from collections.abc import Callable
from copy import deepcopy
from functools import cache

import pytest
from lxml import etree
from tests.takeback.taking import OWN, Layered
from tests.takeback.word_edits import ANNA, W, WordFile, look_of, text

from avtalsgen.ooxml.elements import Element
from avtalsgen.pipeline.takeback.takeback import TakebackOf, taken_back
from avtalsgen.pipeline.workspace.overlay import Overlay
from avtalsgen.pipeline.workspace.project import Project, read_project
from avtalsgen.writers.returned.json import change_data

FACTS = """
resultat:
  - {text: De som söker stöd får det snart, mål: 90 %}
  - {text: De som har fått stöd mår bättre, mål: 80 %}

disposition:
  - ersattning-timme@2026
  - tid@2026
  - tillganglighet@2026
  - resultat@2026
  - uppfoljning@2026
"""
SLUG, EDITION = "prov", "2027"
Told = tuple[object, object, object, object, object]


@cache
def project() -> Project:
    text_of = (OWN / "uppdrag/prov/2026.yaml").read_text(encoding="utf-8")
    own = text_of.partition("\ndisposition:")[0].replace(
        "från: {okänt: bestäms när nämnden beslutar}", "från: 2027-01-01"
    )
    more = {f"uppdrag/{SLUG}/{EDITION}.yaml": (own + FACTS).encode()}
    return read_project(Overlay(Layered(), more))


@cache
def sent() -> TakebackOf:
    return TakebackOf.of(project(), SLUG, EDITION)


def told(edit: Callable[[WordFile], object]) -> list[Told]:
    file = WordFile(sent().file)
    edit(file)
    result = taken_back(project(), file.written(), "prov.docx", sent())
    changes = [change_data(change) for change in result.taken.result.changes]
    return [(c["kind"], c["tracked"], c["path"], c["old"], c["new"]) for c in changes]


def row_of(file: WordFile, words: str) -> Element:
    return next(row for row in file.body.iter(f"{W}tr") if words in text(row))


def strike_row(file: WordFile) -> None:
    row = row_of(file, "mår bättre")
    properties = etree.Element(f"{W}trPr")
    properties.append(file.marked("del", ANNA))
    row.insert(0, properties)
    for paragraph in row.iter(f"{W}p"):
        file.deleted(list(paragraph.iter(f"{W}r")), ANNA)


def take_row(file: WordFile) -> None:
    row = row_of(file, "mår bättre")
    parent = row.getparent()
    assert parent is not None
    parent.remove(row)


def add_row(file: WordFile) -> None:
    row = row_of(file, "mår bättre")
    new = deepcopy(row)
    for cell, words in zip(new.iter(f"{W}tc"), ("Barn kommer till tals", "70 %"), strict=True):
        first, *others = cell.iter(f"{W}t")
        first.text = words
        for other in others:
            other.text = ""
    row.addnext(new)


STRUCK = "De som har fått stöd mår bättre | 80\u00a0%"
HOURS = "vardagar kl.\u00a08–17"


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (strike_row, [("värde", True, "resultat.2", STRUCK, None)]),
        (take_row, [("värde", False, "resultat.2", STRUCK, None)]),
        (
            add_row,
            [("värde", False, "resultat.3", "", "text: Barn kommer till tals | mål: 70 %")],
        ),
        (
            lambda file: file.replace("90\u00a0%", "95 %"),
            [("värde", False, "resultat.1.mål", 90, 95)],
        ),
        (
            lambda file: file.track("minst fem", "högst sex"),
            [
                ("värde", True, "ersättning.grupp.deltagare", 5, 6),
                ("avvikelse", True, None, "minst", "högst"),
            ],
        ),
        (
            lambda file: file.replace("minst fem", "högst sex"),
            [
                ("värde", False, "ersättning.grupp.deltagare", 5, 6),
                ("avvikelse", False, None, "minst", "högst"),
            ],
        ),
        (
            lambda file: file.track("och tills vidare", "till och med den 30 juni 2029"),
            [("värde", True, "tid.till", "tills vidare", "till och med den 30 juni 2029")],
        ),
        (
            lambda file: file.replace("och tills vidare", "till och med den 30 juni 2029"),
            [("värde", False, "tid.till", "tills vidare", "till och med den 30 juni 2029")],
        ),
        (
            lambda file: file.track(HOURS, "alla dagar kl. 7–21"),
            [
                ("värde", True, "öppettider.dagar", "vardagar", "alla dagar"),
                ("värde", True, "öppettider.tid", "kl. 8–17", "kl. 7–21"),
            ],
        ),
    ],
)
def test_each_fact_is_told_by_itself(
    edit: Callable[[WordFile], object], expected: list[Told]
) -> None:
    assert sorted(told(edit), key=str) == sorted(expected, key=str)


def test_words_that_stand_on_say_nothing_of_their_fact() -> None:
    file = WordFile(sent().file)
    file.track("ska informera om verksamheten på Leanlinks", "får visa verksamheten på Leanlinks")
    (change,) = taken_back(project(), file.written(), "prov.docx", sent()).taken.result.changes
    assert (change.kind, change.hint) == ("avvikelse", "")


def test_capitals_are_a_look() -> None:
    def shout(file: WordFile) -> None:
        look_of(next(file.section("tid")[0].iter(f"{W}r")), "caps")

    assert [(kind, new) for kind, _, _, _, new in told(shout)] == [("format", "versaler")]


def test_a_reference_that_a_program_counted_anew_is_no_change() -> None:
    def move_and_count(file: WordFile) -> None:
        first = file.section("ersattning-timme")[0]
        for node in file.section("resultat"):
            first.addprevious(node)
        file.replace("4", "1", file.paragraph("hur väl resultaten i"))

    assert [kind for kind, *_ in told(move_and_count)] == ["flyttad"]
    wrong = told(lambda file: file.replace("4", "1", file.paragraph("hur väl resultaten i")))
    assert [kind for kind, *_ in wrong] == ["avvikelse"]


def test_an_item_put_in_before_a_fact_is_no_part_of_it() -> None:
    def before(file: WordFile) -> None:
        target = file.paragraph("väntetiden till ett första")
        target.addprevious(file.new("antal väntande", who=ANNA))

    assert told(before) == [("avvikelse", True, None, "", "antal väntande")]
