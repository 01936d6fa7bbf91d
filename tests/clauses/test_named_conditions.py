"""Conditions that have a name in parametrar.yaml, and what is told of those that are none."""

import pytest
from tests.assemble.small import ALL, CLAUSE, PARAMETERS, TYPE, built, clause
from tests.workspace import WHOLE, project

from avtalsgen.model import plain
from avtalsgen.problems import AvtalsgenError
from avtalsgen.source import Origin

NAMED = 'villkor: {dyr: ersättning.belopp == 605 and titel == "Prov"}\n'
BODY = """\
{% if dyr %}
Dyr.
{% endif %}
{% if not dyr or kanaler %}
Inte dyr, eller har kanaler.
{% endif %}"""


def files(named: str = NAMED, body: str = BODY) -> dict[str, str | bytes]:
    return {PARAMETERS: WHOLE[PARAMETERS] + named, CLAUSE: clause(body)}


def test_a_name_says_what_the_condition_that_it_stands_for_says() -> None:
    written = BODY.replace("dyr", '(ersättning.belopp == 605 and titel == "Prov")')
    lines = [*plain.lines(built(files())[0])]
    assert "Dyr." in lines
    assert lines == [*plain.lines(built(files(named="", body=written))[0])]


def test_a_type_may_ask_for_a_clause_by_a_name() -> None:
    type_ = WHOLE[TYPE].replace("[{klausul: tvist}]", "[{klausul: tvist, när: dyr}]")
    without = WHOLE["uppdrag/prov/1.yaml"].replace(", tvist@1]", "]")
    changed = {**files(), TYPE: type_, "uppdrag/prov/1.yaml": without}
    assert "DI05" in [problem.code for problem in built(changed)[1]]


def test_the_facts_that_a_name_stands_for_are_used_where_it_is() -> None:
    lacking = {**files(), CLAUSE: clause(BODY).replace(ALL, "titel, kanaler")}
    with pytest.raises(AvtalsgenError) as caught:
        project(lacking).library.edition("tvist", "1", Origin(CLAUSE, 1))
    assert [each.hint for each in caught.value.problems] == ["lägg till ersättning.belopp"]


@pytest.mark.parametrize(
    ("named", "code", "said"),
    [
        ("villkor: {titel: dnr}", "PA01", "titel"),
        ("villkor: {dyr: belopp.fel}", "MA02", "belopp.fel"),
        ("villkor: {dyr: titel ==}", "MA01", "titel =="),
        ('villkor: {dyr: "titel %}x{% else"}', "MA01", "titel %}x{% else"),
        ("villkor: {dyr: titel, x: dyr}", "MA02", "dyr"),
        ("villkor: {två ord: titel}", "PA01", "två ord"),
    ],
)
def test_a_name_or_words_that_are_none_are_told_where_they_stand(
    named: str, code: str, said: str
) -> None:
    with pytest.raises(AvtalsgenError) as caught:
        project(files(f"{named}\n"))
    (problem,) = caught.value.problems
    assert (problem.code, f"”{said}”" in problem.message) == (code, True)
    assert problem.origin
    assert problem.origin.file == PARAMETERS


def test_a_name_of_a_condition_is_not_printed() -> None:
    problems = built(files(body="{{ dyr }}"))[1]
    assert "skriv {% if dyr %}; det är ett villkor" in [each.hint for each in problems]
