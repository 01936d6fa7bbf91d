"""Duties of clauses become obligations with the days that the facts of an uppdrag give."""

from datetime import date

import pytest
from tests.assemble.small import CLAUSE, PARAMETERS, UPPDRAG
from tests.documents.every import NAMES
from tests.documents.every import project as whole
from tests.workspace import WHOLE, document_of, project

from avtalsgen.assemble.obligations import begins, obligations
from avtalsgen.model.calendar import Obligation, Once, Undated, When, Yearly
from avtalsgen.swedish.dates import MonthDay

FACTS = WHOLE[PARAMETERS].replace(
    "alias:",
    """\
  tid.rättelse: {typ: varaktighet, fråga: Hur lång tid?}
  rapport.senast: {typ: månadsdag, fråga: När?}
  öppettider.tid: {typ: tidsspann, fråga: När?}
alias:""",
)
TIME = "tid: {från: 2022-01-01, till: till och med den 31 december 2027, uppsägning: 12 månader}\n"


def made(when: str, facts: str = TIME, more: str = "") -> tuple[Obligation, ...]:
    duty = f"{{vem: utförare, vad: gör det, när: {when}{more}}}"
    clause = WHOLE[CLAUSE].replace("använder:", f"skyldigheter: [{duty}]\nanvänder:")
    changed = {PARAMETERS: FACTS, CLAUSE: clause, UPPDRAG: WHOLE[UPPDRAG] + facts}
    found = project(changed)
    lookup = found.lookup(found.uppdrag("prov", "1"))
    return obligations(document_of(found, "prov", "1", draft=True)[0], found.library, lookup)


@pytest.mark.parametrize(
    ("when", "facts", "time", "words"),
    [
        ("genast", "", Undated(), "genast"),
        ("", "", Undated(), "utan angiven tid"),
        ("tid.från", TIME, Once(date(2022, 1, 1)), "den 1 januari 2022"),
        ("tid.till", TIME, Once(date(2027, 12, 31)), "den 31 december 2027"),
        ("tid.till", "tid: {till: tills vidare}\n", Undated(), "tills vidare"),
        ("dagen efter tid.från", TIME, Once(date(2022, 1, 2)), "den 2 januari 2022"),
        (
            "varje år från tid.från",
            TIME,
            Yearly(MonthDay(1, 1), date(2022, 1, 1), date(2027, 12, 31)),
            "den 1 januari varje år, första gången 2022",
        ),
        (
            "rapport.senast",
            f"{TIME}rapport: {{senast: 31 mars}}\n",
            Yearly(MonthDay(3, 31), date(2022, 1, 1), date(2027, 12, 31)),
            "den 31 mars varje år",
        ),
        (
            "rapport.senast",
            "rapport: {senast: 31 mars}\n",
            Yearly(MonthDay(3, 31), None, None),
            "den 31 mars varje år",
        ),
        (
            "tid.uppsägning före tid.till",
            TIME,
            Once(date(2026, 12, 31)),
            "senast tolv månader före den 31 december 2027",
        ),
        (
            "tid.uppsägning före tid.till",
            "tid: {till: tills vidare, uppsägning: 12 månader}\n",
            Undated(),
            "minst tolv månader i förväg",
        ),
        (
            "tid.uppsägning före tid.till",
            TIME.replace("12 månader", "10 arbetsdagar"),
            Undated(),
            "senast tio arbetsdagar före den 31 december 2027",
        ),
        ("tid.rättelse", "tid: {rättelse: 30 dagar}\n", Undated(), "inom 30 dagar"),
        ("öppettider.tid", "öppettider: {tid: 08:00–17:00}\n", Undated(), "kl. 8–17"),
        ("tid.från", "tid: {från: {okänt: ej beslutat}}\n", Undated(), "okänt: ej beslutat"),
        ("tid.från", "", Undated(), "när det är bestämt"),
        ("varje år från tid.från", "", Undated(), "när det är bestämt"),
        ("tid.uppsägning före tid.till", "", Undated(), "när det är bestämt"),
    ],
)
def test_facts_give_the_day(when: str, facts: str, time: When, words: str) -> None:
    (found,) = made(when, facts)
    assert found.when == time
    assert found.words.replace("\N{NO-BREAK SPACE}", " ") == words


def test_an_obligation_says_who_and_where() -> None:
    (found,) = made("genast")
    assert (found.who, found.party) == ("utförare", "Stödenheten")
    assert (found.section, found.clause, found.uppdrag) == ("2 Tvist", "tvist@1", "prov@1")
    assert (found.title, found.dnr, found.deviates) == ("Prov", "SN 2026-1", False)


@pytest.mark.parametrize(("condition", "count"), [("titel", 1), ("tid.rättelse", 0)])
def test_a_duty_whose_condition_does_not_hold_is_none(condition: str, count: int) -> None:
    assert len(made("genast", "", f", om: {condition}")) == count


@pytest.mark.parametrize("name", NAMES)
def test_every_uppdrag_has_the_obligations_of_its_clauses(name: str) -> None:
    slug, _, edition = name.partition("@")
    project_ = whole()
    lookup = project_.lookup(project_.uppdrag(slug, edition))
    document, _ = document_of(project_, slug, edition)
    for each in obligations(document, project_.library, lookup):
        assert each.words
        assert each.section or each.clause.startswith(("avsandare@", "tillagg-inledning@"))
        if each.who in {"utförare", "beställare", "nämnd"}:
            assert each.party


def dated(name: str) -> set[tuple[str, When]]:
    slug, _, edition = name.partition("@")
    lookup = whole().lookup(whole().uppdrag(slug, edition))
    document, _ = document_of(whole(), slug, edition)
    found = obligations(document, whole().library, lookup)
    return {(each.what, each.when) for each in found if not isinstance(each.when, Undated)}


def test_the_real_days_are_all_there() -> None:
    start, index = date(2021, 4, 1), date(2022, 1, 1)
    assert dated("beroendemottagningen@2021-tillagg") == {
        ("börjar utföra det som tillägget omfattar", Once(start)),
        ("har sin sista dag med fast ersättning", Once(date(2021, 12, 31))),
        ("räknar upp ersättningen med index", Yearly(MonthDay(1, 1), index)),
        (
            "redovisar en verksamhetsberättelse",
            Yearly(MonthDay(3, 31), start),
        ),
    }
    violence = dated("vald-i-nara-relation@2019")
    assert ("justerar ersättningen med index", Yearly(MonthDay(1, 1), date(2020, 1, 1))) in violence
    assert ("lämnar verksamhetsberättelse till beställaren", Yearly(MonthDay(3, 31))) in violence
    lex_sarah = "lämnar sammanställning över lex Sarah till beställarens kontaktperson"
    assert (lex_sarah, Yearly(MonthDay(3, 31))) in violence


def test_a_tillagg_begins_when_it_says() -> None:
    tillagg = whole().uppdrag("beroendemottagningen", "2021-tillagg")
    assert begins(whole().lookup(tillagg)) == date(2021, 4, 1)
    assert begins(whole().lookup(whole().uppdrag("vald-i-nara-relation", "2019"))) is None
