"""The old compensation in new prices: published figures only, and nothing where they lack."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.documents.every import document, project

from avtalsgen.assemble.facts.price_level import PriceLevel, price_level
from avtalsgen.clauses.fact_types.fact_type import Plain
from avtalsgen.model import plain
from avtalsgen.problems import Severity
from avtalsgen.register.indices import Series, read_indices
from avtalsgen.source import Origin
from avtalsgen.uppdrag import known
from avtalsgen.uppdrag.facts import Fact, Known

HERE = Origin("fil", 1)
OLD: dict[str, Plain] = {
    "ersätter.ersättning.belopp": Decimal(4093284),
    "ersätter.ersättning.prisnivå": 2019,
    "ersätter.ersättning.modell": "fast_per_år",
    "ersätter.ersättning.index.serie": "OPI",
    "avser.ersättning.belopp": Decimal(4561220),
    "avser.ersättning.prisnivå": 2023,
    "avser.ersättning.modell": "fast_per_år",
}


def _level(**changed: Plain | None) -> PriceLevel:
    return _level_by(read_indices(project().files), **changed)


def _level_by(indices: Mapping[str, Series], **changed: Plain | None) -> PriceLevel:
    given_ = {**OLD, **{path.replace("__", "."): value for path, value in changed.items()}}
    facts: dict[str, Fact] = {
        path: Known(path, "text", value, HERE)
        for path, value in given_.items()
        if value is not None
    }
    return price_level(facts.get, indices)


def _amount(level: PriceLevel, path: str) -> Decimal:
    found = level.facts[path]
    assert isinstance(found, Known)
    assert isinstance(found.value, Decimal)
    return found.value


def test_the_real_sums_differ_by_the_index_alone() -> None:
    level = _level()
    assert level.problems == ()
    assert _amount(level, known.GROWN) == 4561220
    assert _amount(level, known.ABOVE_INDEX) == _amount(level, known.BELOW_INDEX) == 0


def test_every_year_is_a_step_of_the_ladder() -> None:
    ladder = _level().facts[known.LADDER]
    assert isinstance(ladder, Known)
    assert isinstance(ladder.value, tuple)
    steps = [{key: each.value for key, each in step.items()} for step in ladder.value]  # type: ignore[union-attr]
    assert [(step["år"], step["index"], step["efter"]) for step in steps] == [
        (2020, Decimal("3.0"), 4216083),
        (2021, Decimal("1.5"), 4279324),
        (2022, Decimal("1.9"), 4360631),
        (2023, Decimal("4.6"), 4561220),
    ]
    assert {step["status"] for step in steps} == {"definitivt"}


def test_a_year_that_is_not_final_is_said_to_be_preliminary() -> None:
    opi = read_indices(project().files)["OPI"]
    years = {**opi.years, 2023: replace(opi.years[2023], final=None, preliminary=Decimal("3.5"))}
    ladder = _level_by({"OPI": replace(opi, years=years)}).facts[known.LADDER]
    assert isinstance(ladder, Known)
    assert isinstance(ladder.value, tuple)
    told = [step["status"].value for step in ladder.value]  # type: ignore[index, union-attr]
    assert told == ["definitivt", "definitivt", "definitivt", "preliminärt"]


_SUMS = (known.GROWN, known.ABOVE_INDEX, known.BELOW_INDEX)


@given(st.integers(1, 10**8))
def test_what_is_new_is_the_grown_sum_and_what_is_beyond_it(new: int) -> None:
    level = _level(avser__ersättning__belopp=Decimal(new))
    grown, above, below = (_amount(level, path) for path in _SUMS)
    assert grown + above - below == new
    assert min(above, below) == 0


def test_a_year_that_nobody_has_published_is_a_warning_and_no_figure() -> None:
    level = _level(avser__ersättning__prisnivå=2025)
    assert level.facts == {}
    assert [(each.code, each.severity) for each in level.problems] == [
        ("IX03", Severity.WARNING),
        ("IX03", Severity.WARNING),
    ]
    assert "2024" in level.problems[0].message


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("avser__ersättning__modell", "per_timme"),
        ("avser__ersättning__prisnivå", 2019),
        ("avser__ersättning__prisnivå", 2018),
        ("avser__ersättning__belopp", None),
        ("ersätter__ersättning__index__serie", None),
        ("ersätter__ersättning__index__serie", "PKV"),
    ],
)
def test_what_cannot_be_compared_is_not(path: str, value: Plain | None) -> None:
    assert _level(**{path: value}) == PriceLevel()


def test_the_rounding_that_the_parties_chose_is_kept() -> None:
    level = _level(ersätter__ersättning__index__avrundning="tusental")
    assert _amount(level, known.GROWN) % 1000 == 0


def test_the_memo_of_the_renewal_shows_every_step() -> None:
    lines = [
        line.replace("\N{NO-BREAK SPACE}", " ")
        for line in plain.lines(document("vald-i-nara-relation@2026-tjansteskrivelse"))
    ]
    for amount in ("4 216 083", "4 279 324", "4 360 631", "4 561 220"):
        assert amount in lines
    assert any("hela skillnaden är uppräkning" in line for line in lines)


def test_what_is_paid_today_and_at_the_start_is_the_sum_of_that_year_if_it_is_known() -> None:
    level = _level(
        datum=date(2022, 5, 1),
        avser__tid__från=date(2023, 7, 1),
        avser__ersättning__belopp=Decimal(4360631),
        avser__ersättning__prisnivå=2022,
        avser__ersättning__index__serie="OPI",
    )
    assert level.problems == ()
    assert _amount(level, known.TODAY) == 4360631
    assert _amount(level, known.AT_START) == 4561220


def test_where_the_register_ends_the_years_that_lack_are_named_and_told_once() -> None:
    level = _level(
        datum=date(2025, 5, 1),
        avser__tid__från=date(2026, 7, 1),
        avser__ersättning__index__serie="OPI",
    )
    said = {path: fact.value for path, fact in level.facts.items() if isinstance(fact, Known)}
    assert said[known.TODAY_LACKS] == "2024–2025"
    assert said[known.START_LACKS] == "2024–2026"
    assert (said[known.TODAY_YEAR], said[known.START_YEAR]) == (2025, 2026)
    assert known.TODAY not in said
    assert known.AT_START not in said
    assert [each.message[-4:] for each in level.problems] == ["2024", "2025", "2026"]


def test_a_day_before_the_prices_of_the_uppdrag_asks_for_nothing() -> None:
    assert known.TODAY_YEAR not in _level(datum=date(2019, 12, 4)).facts


def test_the_memo_of_the_renewal_says_what_is_not_known() -> None:
    text = " ".join(plain.lines(document("vald-i-nara-relation@2026-tjansteskrivelse")))
    text = text.replace("\N{NO-BREAK SPACE}", " ")
    assert "oförändrad i fast pris" in text
    assert "eftersom uppgift om OPI för 2024–2027 saknas" in text
    assert "11,4" not in text
