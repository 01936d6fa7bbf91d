"""What cannot be worked in is told of with its place, and that of what it collides with."""

from datetime import date
from pathlib import Path

import pytest
from tests.assemble.tillagg.small import FILES, FIRST, SECOND, built, codes, tillagg
from tests.cases import Case, read
from tests.workspace import project

from avtalsgen.assemble.tillagg.days import edition_on
from avtalsgen.problems import AvtalsgenError, Exit, Problem

CASES = read(Path(__file__).with_name("problems.md"))


def files(case: Case) -> dict[str, str]:
    first = tillagg(case.blocks["ett"]) + case.blocks.get("fakta i ett", "")
    later = case.blocks.get("två"), case.blocks.get("samtidigt")
    found = {FIRST: first}
    if later[0]:
        found[SECOND] = tillagg(later[0], number=2, start="2022-01-01")
    if later[1]:
        found[SECOND] = tillagg(later[1], number=2)
    return found


def problems(edition: str, changed: dict[str, str]) -> tuple[Problem, ...]:
    try:
        return built(edition, changed)[1]
    except AvtalsgenError as error:
        return error.problems


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_cannot_be_worked_in_is_told(case: Case, *, rewrite: bool) -> None:
    found = problems("1:2022-06-01", files(case))
    case.expect("svar", "".join(f"{problem}\n" for problem in found), rewrite=rewrite)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_tillagg_that_is_at_fault_cannot_be_built_either(case: Case) -> None:
    """It is told there too, in the same words, before anybody signs it."""
    changed = files(case)
    for problem in problems("1:2022-06-01", changed):
        if problem.severity == "fel":
            assert problem.origin is not None
            assert problem.hint
            assert problem.exit is Exit.DATA
            edition = problem.origin.file.removeprefix("uppdrag/prov/").removesuffix(".yaml")
            assert problem in problems(edition, changed)


def test_a_tillagg_of_a_tillagg_is_refused_and_so_is_a_circle() -> None:
    circle = {
        FIRST: tillagg("{upphäver: tva}", base="prov@3-tillagg"),
        SECOND: tillagg("{upphäver: tva}", base="prov@2-tillagg", number=2),
    }
    for edition in ("2-tillagg", "3-tillagg", "2-tillagg:2022-01-01"):
        (problem,) = problems(edition, circle)
        assert problem.code == "TI07"
        assert "-tillagg.yaml:" in problem.message


@pytest.mark.parametrize(("base", "code"), [("prov@9", "UP02"), ("annat@1", "UP01")])
def test_a_base_that_is_not_there_is_told_where_it_is_named(base: str, code: str) -> None:
    (problem,) = problems("2-tillagg", {FIRST: tillagg("{upphäver: tva}", base=base)})
    assert (problem.code, str(problem.origin)[:31]) == (code, f"{FIRST}:11:")


def test_a_tillagg_without_changes_cannot_be_worked_in() -> None:
    text = tillagg("").replace("ändringar:\n", "")
    assert codes(problems("1:2022-06-01", {FIRST: text})) == ["TI12"]
    assert "TI09" in codes(problems("2-tillagg", {FIRST: text}))


def test_a_change_without_a_day_is_told() -> None:
    text = tillagg("{upphäver: tva-ett}").replace("från: 2021-01-01", "från: {okänt: prov}")
    assert codes(problems("1:2022-06-01", {FIRST: text})) == ["TI06"]
    assert codes(problems("2-tillagg", {FIRST: text})) == ["TI06"]


def test_what_the_changes_say_is_not_said_by_hand_too() -> None:
    text = tillagg("{upphäver: tva-ett}").replace(
        "tillägg: {", "tillägg: {upphäver: [{avsnitt: Två}], "
    )
    assert "TI09" in codes(problems("2-tillagg", {FIRST: text}))


def test_an_outline_that_does_not_print_a_change_is_told() -> None:
    outline = "disposition: [{ändringar: [tva-ett, annat]}]\n"
    found = problems(
        "2-tillagg", {FIRST: tillagg("{upphäver: tva-ett}\n{upphäver: ett}") + outline}
    )
    assert codes(found) == ["TI09", "TI09"]
    assert ["annat" in each.message or "”ett”" in each.message for each in found] == [True, True]


def test_a_base_that_is_no_file_of_a_tillagg_is_not_read() -> None:
    """A broken file elsewhere stops no text; one that names the base may change it, and does."""
    broken = {"uppdrag/annat/1.yaml": "typ: [\n"}
    assert problems("1:2022-06-01", broken) == ()
    names = {"uppdrag/annat/1.yaml": "typ: [ # prov@1\n"}
    assert problems("1:2022-06-01", names) != ()


def test_a_day_before_the_first_edition_begins_is_told_with_the_first_day() -> None:
    editions = project(FILES).editions
    assert edition_on(editions, "prov", "1", date(2020, 1, 1)) == "1"
    with pytest.raises(AvtalsgenError) as caught:
        edition_on(editions, "prov", "1", date(2019, 12, 31))
    (problem,) = caught.value.problems
    assert (problem.code, problem.exit) == ("TI14", Exit.NOT_FOUND)
    assert "2020-01-01" in (problem.hint or "")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "DI09"),
        ('{% if ersättning.modell == "annan" %}\nNy text.\n{% endif %}\n', "DI09"),
        ("[fyll i]\n", "DI10"),
    ],
    ids=["empty", "nothing holds", "a place to fill in"],
)
def test_a_section_is_not_replaced_by_nothing(text: str, code: str) -> None:
    change = tillagg("{ersätter: tva, med: {rubrik: Nytt, text: 2/ny.md}}")
    told = problems("2-tillagg", {FIRST: change, "uppdrag/prov/2/ny.md": text})
    assert [each.code for each in told] == [code]
