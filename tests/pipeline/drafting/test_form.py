"""The questions of an edition: which there are, when they apply, how answers are read."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.workspace import WHOLE, project

from avtalsgen.clauses.fact_types import FACT_TYPES
from avtalsgen.clauses.parameters import Parameter
from avtalsgen.pipeline.drafting.answers import canonical, shown, told
from avtalsgen.pipeline.drafting.desk import OnDesk, on_desk
from avtalsgen.pipeline.drafting.form.posted import Sent
from avtalsgen.pipeline.drafting.seen.problems import problems_of
from avtalsgen.pipeline.drafting.seen.why import outline_of
from avtalsgen.problems import AvtalsgenError, Severity
from avtalsgen.readers.yaml.values import Put
from avtalsgen.swedish.numbers import digits

TODAY = date(2026, 11, 29)
CONDITIONS = """\
---
rubrik: Ersättning
använder: [ersättning.belopp, ersättning.modell, tid.uppsägning, resultat, kanaler, dnr]
---
{% if ersättning.modell == "timme" %}
Ersättningen är {{ ersättning.belopp }}.
{% elif kanaler and not resultat %}
Tiden är {{ tid.uppsägning }}{% if dnr %} i {{ dnr }}{% endif %}.
{% endif %}
"""


def sent(**fields: str | Sequence[str]) -> Sent:
    """Return a form that was sent with these fields and no other."""
    names = {name.replace("__", ":").replace("_", "."): text for name, text in fields.items()}
    asked = sorted({re.sub(r":.*|\.\d\..*", "", name) for name in names})
    every: Mapping[str, str | Sequence[str]] = {**names, "falt": asked}

    def texts(name: str) -> Sequence[str]:
        text = every.get(name, ())
        return (text,) if isinstance(text, str) else text

    return texts


def desk(changed: Mapping[str, str] | None = None, typed: Sent | None = None) -> OnDesk:
    return on_desk(project(changed or {}), "prov", "1", typed)


def conditions(facts: str) -> OnDesk:
    uppdrag = WHOLE["uppdrag/prov/1.yaml"].replace("{belopp: 605}", f"{{belopp: 605, {facts}}}")
    return desk({"clauses/ersattning/1.md": CONDITIONS, "uppdrag/prov/1.yaml": uppdrag})


def when(on: OnDesk, path: str) -> str:
    field = on.form.field(path)
    assert field
    return field.applies_when


def test_a_question_applies_when_a_place_that_names_it_is_reached() -> None:
    on = conditions("modell: timme")
    assert when(on, "tid.uppsägning") == (
        "”Vilka kanaler?” är besvarad och ”Vilka resultat?” inte är besvarad"
    )
    assert when(on, "kanaler") == ""
    assert when(on, "dnr") == ""
    other = conditions("modell: fast")
    assert when(other, "ersättning.belopp") == ""  # it has an answer, which is not hidden


def test_what_does_not_apply_is_no_longer_lacking() -> None:
    uppdrag = WHOLE["uppdrag/prov/1.yaml"].replace("ersättning: {belopp: 605}\n", "")
    on = desk({"uppdrag/prov/1.yaml": uppdrag, "clauses/ersattning/1.md": CONDITIONS})
    field = on.form.field("ersättning.belopp")
    assert field
    assert field.applies_when == "”Hur räknas den?” är timme"
    assert not field.is_lacking


def test_an_answer_leads_from_the_text_and_to_it() -> None:
    on = desk()
    text = on.preview(3)
    assert '<a class="v" href="#f-parter.utförare.benämning">Utföraren</a>' in text
    field = on.form.field("parter.utförare.benämning")
    assert field
    assert [place.anchor for place in field.places] == ["s-tvist"]


def test_the_names_of_bodies_are_those_of_the_day() -> None:
    text = WHOLE["uppdrag/prov/1.yaml"].replace("datum: 2026-03-01", "datum: 2018-03-01")
    field = desk({"uppdrag/prov/1.yaml": text}).form.field("parter.beställare.organ")
    assert field
    assert [option.label for option in field.options if option.chosen] == ["Omsorgsnämnden"]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"titel": "  Nytt   namn "}, "Nytt namn"),
        ({"titel": ""}, None),
        ({"titel": "", "titel__okänt": "frågas"}, {"okänt": "frågas"}),
        ({"ersättning_belopp": "4 093 284"}, "4093284"),
        ({"ersättning_belopp": "605,50 kronor"}, "605,5"),
        ({"datum": "2027-01-01"}, "2027-01-01"),
        ({"kanaler": "ett\r\n två \r\n\r\n"}, ["ett", "två"]),
        ({"kanaler": "ett\nokänt: frågas"}, ["ett", {"okänt": "frågas"}]),
        ({"kanaler": "", "kanaler__inga": "ja"}, []),
        ({"resultat_2_text": "Ord", "resultat_1_text": ""}, [{"text": "Ord"}]),
        ({"resultat_1_text": "Ord", "resultat_1_mål": "7 %"}, [{"text": "Ord", "mål": "7 %"}]),
    ],
)
def test_what_was_typed_is_read_as_the_file_has_it(fields: dict[str, str], said: Put) -> None:
    posted = desk(typed=sent(**fields)).posted
    assert posted
    assert not posted.wrong
    assert list(posted.answers.values()) == [said]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"ersättning_belopp": "6,450"}, "”6,450” är inte ett belopp; skriv"),
        ({"datum": "1 maj"}, "”1 maj”"),
        ({"ersättning_modell": "timma"}, "menade du timme?"),
        ({"parter_utförare_organ": "Nämnden"}, "menade du namnden?"),
        ({"titel": "A", "titel__okänt": "B"}, "inte båda"),
        ({"resultat_1_mål": "många"}, "Rad 1, mål: ”många”"),
    ],
)
def test_what_cannot_be_read_says_what_was_read_and_what_to_write(
    fields: dict[str, str], words: str
) -> None:
    on = desk(typed=sent(**fields))
    assert len(on.form.errors) == 1
    assert words in on.form.errors[0].error
    assert on.form.errors[0].state == "fel"


def test_the_text_is_as_it_would_be_and_a_wrong_answer_is_left_out() -> None:
    on = desk(typed=sent(ersättning_belopp="700", dnr="SN 2027-7", datum="i dag"))
    text = on.preview(3)
    assert "700&nbsp;kronor" in text
    assert "SN 2027-7" in text


def test_a_file_that_stands_on_one_that_is_gone_is_told_of() -> None:
    on = desk({"uppdrag/prov/1.yaml": WHOLE["uppdrag/prov/1.yaml"].replace("uppdrag@1", "x@1")})
    assert on.seen.text is None
    assert [problem.code for problem in on.seen.problems] == ["TY01"]
    assert on.preview(3) == ""
    assert outline_of(on.seen) == ()
    with pytest.raises(AvtalsgenError):
        desk({"uppdrag/prov/1.yaml": "titel: ["})


def test_the_outline_says_why_each_clause_is_there() -> None:
    text = WHOLE["uppdrag/prov/1.yaml"].replace(
        "disposition: [ersattning@1, tvist@1]",
        "disposition:\n  - ersattning@1\n  - {rubrik: Eget, text: 1/eget.md}\n"
        f"  - klausul: tvist@1\n    avvikelse: {{text: 1/tvist.md, från: {'0' * 64}, skäl: egen}}",
    )
    rows = outline_of(
        desk(
            {
                "uppdrag/prov/1.yaml": text,
                "uppdrag/prov/1/eget.md": "Egna ord.",
                "uppdrag/prov/1/tvist.md": "Andra ord.",
            }
        ).seen
    )
    assert [(row.number, row.heading, row.why) for row in rows] == [
        ("1", "Ersättning", "Ingår i typen uppdrag 1"),
        ("2", "Eget", "Egen text för det här uppdraget"),
        ("3", "Tvist", "Egen lydelse: egen"),
    ]
    assert [(row.can_rise, row.can_sink) for row in rows] == [
        (False, True),
        (True, True),
        (True, False),
    ]
    assert outline_of(desk().seen)[1].why == "Obligatorisk i typen uppdrag 1"


def test_a_problem_leads_to_its_question() -> None:
    text = WHOLE["uppdrag/prov/1.yaml"].replace("dnr: SN 2026-1\n", "")
    text = text.replace("belopp: 605", "belopp: mycket")
    told_all = problems_of(desk({"uppdrag/prov/1.yaml": text}).seen, TODAY)
    told_of = {problem.question: problem for problem in told_all if problem.question}
    assert told_of["dnr"].message == "frågan ”Vilket diarienummer?” är inte besvarad"
    assert told_of["ersättning.belopp"].severity is Severity.ERROR


NUMBERS = st.decimals(0, 10**9, places=2, allow_nan=False)


@given(NUMBERS, st.sampled_from(["belopp", "decimaltal"]))
def test_an_answer_is_one_however_it_is_typed(number: Decimal, kind: str) -> None:
    parameter = Parameter("x", kind, "Hur mycket?")
    plain = canonical(parameter, f"{number.normalize():f}".replace(".", ","), ())
    assert canonical(parameter, digits(number), ()) == plain
    assert canonical(parameter, plain, ()) == plain
    seen = shown(parameter, plain, ())
    assert canonical(parameter, seen, ()) == plain


@pytest.mark.parametrize("kind", [name for name, each in FACT_TYPES.items() if each.example])
def test_what_a_field_shows_is_read_as_what_it_shows(kind: str) -> None:
    parameter = Parameter("x", kind, "Vad?")
    plain = canonical(parameter, FACT_TYPES[kind].example, ())
    assert canonical(parameter, shown(parameter, plain, ()), ()) == plain
    assert told(parameter, plain, {})
