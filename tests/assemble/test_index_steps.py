"""A letter about a new compensation says only what arithmetic says."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache

import pytest
from tests.documents.every import ROOT

from avtalsgen.model import plain
from avtalsgen.model.nodes import Document
from avtalsgen.pipeline.index.facts import Dated
from avtalsgen.pipeline.index.files import files
from avtalsgen.pipeline.index.indexation import index
from avtalsgen.pipeline.workspace.documents import document_of
from avtalsgen.pipeline.workspace.overlay import Overlay
from avtalsgen.pipeline.workspace.project import open_project, read_project
from avtalsgen.pipeline.workspace.workspace import Workspace
from avtalsgen.problems import Problem, Severity

SLUG, EDITION = "vald-i-nara-relation", "2023-indexbrev"
PATHS = [f"uppdrag/{SLUG}/{name}.yaml" for name in ("2023", EDITION)]
STEP_FIGURE = r"(?m)^ +(?:- )?(?:år|index|före|oavrundat|efter): ([\d,]+)$"


@cache
def made() -> Mapping[str, bytes]:
    """Return the new edition and its letter, as `avtalsgen index` writes them."""
    project = open_project(ROOT)
    found = index(project, SLUG, "2019", 2023)
    return files(project, found, "edition", Dated("2023", date(2023, 5, 2)))


def letter() -> str:
    return made()[PATHS[1]].decode()


def built(text: str, edition: str = "") -> tuple[Document, tuple[Problem, ...]]:
    """Return the letter in these words, of the edition in others if there are any."""
    about = edition.encode() or made()[PATHS[0]]
    changed = {**made(), PATHS[0]: about, PATHS[1]: text.encode()}
    return document_of(read_project(Overlay(Workspace(ROOT), changed)), SLUG, EDITION)


def wrong(text: str, code: str = "IX10") -> list[Problem]:
    return [each for each in built(text)[1] if each.code == code]


def test_the_figures_of_the_letter_follow_from_each_other() -> None:
    assert len(re.findall(STEP_FIGURE, letter())) == 4 * 5
    document, found = built(letter())
    assert [each for each in found if each.severity is Severity.ERROR] == []
    said = "\n".join(plain.lines(document)).replace("\u00a0", " ")
    assert "Från och med den 1 januari 2023 är ersättningen 4 561 220 kronor per år i 2023" in said
    assert "Den är uppräknad från 4 093 284 kronor per år i 2019 års prisnivå." in said


def test_of_another_uppdrag_it_is_said_where_the_sum_before_stands() -> None:
    own = re.sub(r"(?m)^dnr: .*$", "dnr: SON 2026-000", made()[PATHS[0]].decode())
    document, _ = built(letter(), own)
    assert (
        "Det beloppet står i ett äldre uppdrag, Våld i nära relation, diarienummer SON 2019-755, "
        "som uppdraget ersätter."
    ) in "\n".join(plain.lines(document)).replace("\u00a0", " ")


def test_the_new_sum_holds_from_a_day_of_the_year_that_the_steps_reach() -> None:
    (told,) = wrong(letter().replace("från: 2023-01-01", "från: 2027-01-01"))
    assert told.message == "uppräkning.från är 2027-01-01, men stegen går till 2023"
    assert (told.hint or "").startswith("skriv uppräkning.från: 2023-01-01, eller")


@pytest.mark.parametrize(
    ("begins", "ends"), [("2027-01-01", False), ("2023-05-01", True), ("2019-05-01", True)]
)
def test_hints_on_the_day_of_the_new_sum_lead_to_an_end(begins: str, ends: bool) -> None:
    """Not to each other: where no day will do, the letter is made anew."""
    about = re.sub(r"(?m)^  från: .*$", f"  från: {begins}", made()[PATHS[0]].decode(), count=1)
    assert f"\n  från: {begins}" in about.partition("\ntid:")[2][:40]
    text = letter().replace("från: 2023-01-01", "från: 2024-02-01")
    typed: list[str] = []
    while len(typed) < 5:
        told = [each for each in built(text, about)[1] if each.code in ("IX10", "DA01")]
        written = re.match(r"skriv (uppräkning.från: [\d-]+)", told[0].hint or "") if told else None
        if not written:
            break
        typed.append(written[1])
        text = re.sub(r"(?m)^  från: .*$", f"  {written[1].partition('.')[2]}", text)
    assert len(typed) < 5
    assert [each.hint for each in told] == (
        [] if ends else ["gör om brevet: avtalsgen index --help"]
    )


def test_a_source_that_is_not_the_publishers_is_told_where_it_stands() -> None:
    told = wrong(letter(), "IX13")
    assert [each.message.split(",")[0] for each in told] == [
        "talet för 2022 är hämtat ur ”jarfalla.se”",
        "talet för 2023 är hämtat ur ”vardforetagarna.se april 2023”",
    ]
    assert {each.origin and each.origin.file for each in told} == {PATHS[1]}


def test_a_letter_from_before_the_decision_that_it_tells_of_is_told() -> None:
    decided = "\nbeslutad: {organ: linkoping-son, datum: 2023-05-03, paragraf: § 1}\n"
    own = re.sub(r"(?m)^beslutad:\n(?:  .*\n)+", "", made()[PATHS[0]].decode())
    _, found = built(letter(), own + decided)
    told = [each.message for each in found if each.code == "DA02"]
    assert "brevet är daterat 2023-05-02, före beslutet 2023-05-03 om det som det säger" in told


@pytest.mark.parametrize("number", range(4 * 5))
def test_no_figure_can_be_another(number: int) -> None:
    text = letter()
    at = list(re.finditer(STEP_FIGURE, text))[number].end() - 1
    other = str((int(text[at]) + 1) % 10)
    assert wrong(text[:at] + other + text[at + 1 :])


def test_a_step_left_out_is_missed() -> None:
    text = letter()
    start, end = text.index("    - år: 2022"), text.index("    - år: 2023")
    assert wrong(text[:start] + text[end:])
    assert wrong(text[:end] + text[text.index("\ndisposition:") :])


def test_it_is_told_what_the_figure_should_be_and_where() -> None:
    (told, *_) = wrong(letter().replace("efter: 4279324", "efter: 4279325"))
    assert "uppräkning.steg.2.efter är 4279325, men stegen ger 4279324" in told.message
    assert told.origin
    assert told.origin.file == f"uppdrag/{SLUG}/{EDITION}.yaml"
    assert (told.hint or "").startswith("skriv 4279324")


@pytest.mark.parametrize(("right", "wrongly"), [("1,5", "1,6"), ("4,6", "6,4"), ("1,9", "19")])
def test_an_index_that_no_sum_was_reckoned_with_is_told_and_no_sum_is(
    right: str, wrongly: str
) -> None:
    changed = letter().replace(f"index: {right}\n", f"index: {wrongly}\n", 1)
    assert changed != letter()
    (told,) = wrong(changed)
    assert told.message.endswith(f".index är {wrongly}, men stegen ger {right}")
    assert (told.hint or "").startswith(f"skriv {right}, eller")
