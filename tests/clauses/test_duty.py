"""The times that a duty may have, and what is told of those that are none."""

import pytest
from tests.assemble.small import PARAMETERS
from tests.documents.every import project as whole
from tests.workspace import WHOLE, project

from avtalsgen.clauses.duty import At, Before, DayAfter, EveryYearFrom, InWords, Time, read_duty
from avtalsgen.problems import Problem
from avtalsgen.readers.yaml.keys import Keys
from avtalsgen.readers.yaml.read import read_yaml
from avtalsgen.source import Origin

FACTS = WHOLE[PARAMETERS].replace(
    "alias:",
    """\
  rapport.senast: {typ: månadsdag, fråga: När?}
alias:""",
)


def read(record: str) -> tuple[Time | None, list[Problem], object]:
    problems: list[Problem] = []
    tree, _ = read_yaml(f"vem: utförare\nvad: rapporterar\n{record}\n", "fil")
    parameters = project({PARAMETERS: FACTS}).parameters
    duty = read_duty(Keys(tree, problems, "KL04"), parameters)
    return duty.when, problems, duty.only_if


@pytest.mark.parametrize(
    ("written", "time"),
    [
        ("genast", InWords("genast")),
        ("varje månad  i efterskott", InWords("varje månad i efterskott")),
        ("rapport.senast", At("rapport.senast")),
        ("tid.uppsägning", At("tid.uppsägning")),
        ("varje år från tid.från", EveryYearFrom("tid.från")),
        ("dagen efter tid.från", DayAfter("tid.från")),
        ("tid.uppsägning före tid.till", Before("tid.uppsägning", "tid.till")),
        ("tid.uppsägning före tid.från", Before("tid.uppsägning", "tid.från")),
        ("före kl. 8", InWords("före kl. 8")),
    ],
)
def test_a_time_is_words_or_facts(written: str, time: Time) -> None:
    assert read(f"när: {written}") == (time, [], True)


def test_no_time_is_no_words() -> None:
    assert read("")[0] == InWords("")


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("rapport.sist", "”rapport.sist” är inget faktum"),
        ("senast rapport.senast", "går inte att läsa som en tid"),
        ("varje år från rapport.senast", "är av typen månadsdag, väntade datum"),
        ("dagen efter tid.till", "är av typen sluttid, väntade datum"),
        ("tid.från före tid.till", "är av typen datum, väntade varaktighet"),
        ("tid.uppsägning före rapport.senast", "väntade datum eller sluttid eller text"),
        ("varje år från tid.sedan", "är inget faktum"),
    ],
)
def test_what_is_no_time_is_told_at_its_place(written: str, told: str) -> None:
    _, problems, _ = read(f"när: {written}")
    assert [(each.code, told in each.message) for each in problems] == [("KL07", True)]
    assert problems[0].origin == Origin("fil", 3, 6)
    assert problems[0].hint


@pytest.mark.parametrize(
    ("path", "ways"), [("tid.från", 4), ("tid.till", 2), ("rapport.senast", 1)]
)
def test_each_time_that_a_hint_shows_can_be_written(path: str, ways: int) -> None:
    hint = str(read(f"när: snart efter {path}")[1][0].hint)
    shown = hint.removeprefix("skriv ").split(", eller ")
    assert len(shown) == ways
    assert [read(f"när: {each}")[1] for each in shown] == [[]] * ways


def test_a_duty_may_have_a_condition_and_a_wrong_one_is_told() -> None:
    assert read("om: titel")[2] is not True
    assert [each.code for each in read("om: (")[1]] == ["MA01"]


def test_every_duty_of_the_library_can_be_read() -> None:
    library = whole().library
    for clause in library.ids():
        for edition in library.editions(clause):
            for duty in library.edition(clause, edition, Origin("fil", 1)).duties:
                assert duty.who
                assert not duty.what.endswith(".")
