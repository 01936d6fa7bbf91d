"""A sum that grows with an index: the published figures, and the laws of every climb."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from avtalsgen.ersattning.ladder import climb, grown, step
from avtalsgen.ersattning.rounding import Rounding, half_up, shown
from avtalsgen.pipeline.workspace.workspace import Workspace
from avtalsgen.problems import AvtalsgenError
from avtalsgen.register.indices import FILE, Published, Series, read_indices
from avtalsgen.source import Origin

OPI = read_indices(Workspace(Path(__file__).parents[2]))["OPI"]
FIRST = 1990

kronor = st.decimals(0, 10**9, places=2)
percents = st.decimals(-20, 40, places=2)
roundings = st.sampled_from(Rounding)


def series(values: list[Decimal]) -> Series:
    """Return an index with a final value for each year after `FIRST`."""
    years = {year: published(year, value) for year, value in enumerate(values, FIRST + 1)}
    return Series("X", "ett index", "", years, Origin(FILE, 1))


def published(year: int, final: Decimal | None, preliminary: Decimal | None = None) -> Published:
    origin = Origin(FILE, year)
    return Published(year, final, preliminary, MappingProxyType({}), "källa", "A", None, origin)


@pytest.mark.parametrize(
    ("amount", "from_", "ladder"),
    [
        (4093284, 2019, [4216083, 4279324, 4360631, 4561220]),
        (1827000, 2021, [1861713, 1947352]),
    ],
)
def test_the_real_sums_climb_as_they_were_reckoned_by_hand(
    amount: int, from_: int, ladder: list[int]
) -> None:
    steps = climb(Decimal(amount), from_, 2023, OPI, Rounding.YEARLY)
    assert [each.new for each in steps] == ladder
    assert [each.year for each in steps] == list(range(from_ + 1, 2024))


def test_a_step_shows_what_was_rounded() -> None:
    first = climb(Decimal(4093284), 2019, 2020, OPI, Rounding.YEARLY)[0]
    assert first.unrounded == Decimal("4216082.52")
    assert (first.percent, first.final, first.old) == (Decimal("3.0"), True, Decimal(4093284))


@given(kronor, st.lists(percents, min_size=1, max_size=12), st.data(), roundings)
def test_one_climb_is_two_climbs_after_each_other(
    amount: Decimal, values: list[Decimal], data: st.DataObject, rounding: Rounding
) -> None:
    index, last = series(values), FIRST + len(values)
    middle = data.draw(st.integers(FIRST, last))
    lower = climb(amount, FIRST, middle, index, rounding)
    landing = lower[-1].carried if lower else amount
    upper = climb(landing, middle, last, index, rounding)
    assert lower + upper == climb(amount, FIRST, last, index, rounding)


@given(kronor, kronor, st.lists(percents, min_size=1, max_size=8), roundings)
def test_who_had_more_has_no_less(
    one: Decimal, other: Decimal, values: list[Decimal], rounding: Rounding
) -> None:
    less, more = sorted((one, other))
    last = FIRST + len(values)
    low = climb(less, FIRST, last, series(values), rounding)
    high = climb(more, FIRST, last, series(values), rounding)
    assert all(a.new <= b.new for a, b in zip(low, high, strict=True))


@given(kronor, percents, percents, roundings)
def test_a_higher_index_gives_no_less(
    amount: Decimal, one: Decimal, other: Decimal, rounding: Rounding
) -> None:
    low, high = (step(amount, published(2020, each), rounding) for each in sorted((one, other)))
    assert low.new <= high.new


@given(kronor, percents, roundings)
def test_a_price_is_a_whole_number_of_the_unit_and_no_farther_than_half_of_it(
    amount: Decimal, percent: Decimal, rounding: Rounding
) -> None:
    made = step(amount, published(2020, percent), rounding)
    assert made.new % rounding.unit == 0
    assert -rounding.unit / 2 < made.new - made.unrounded <= rounding.unit / 2


@given(kronor, percents)
def test_growth_is_exact(amount: Decimal, percent: Decimal) -> None:
    assert grown(amount, percent) * 100 == amount * (100 + percent)


def test_half_a_unit_goes_upwards() -> None:
    assert half_up(Decimal("2.5"), Decimal(1)) == 3
    assert half_up(Decimal("3.5"), Decimal(1)) == 4
    assert half_up(Decimal(150), Decimal(100)) == 200
    assert half_up(Decimal("149.99"), Decimal(100)) == 100


def test_each_rule_of_rounding_gives_its_own_sum() -> None:
    made = {
        rounding: climb(Decimal(4093284), 2019, 2023, OPI, rounding)[-1].new
        for rounding in Rounding
    }
    assert made == {
        Rounding.YEARLY: 4561220,
        Rounding.AT_INVOICE: Decimal("4561219.93"),
        Rounding.HUNDREDS: 4561200,
        Rounding.THOUSANDS: 4561000,
    }


def test_what_is_rounded_at_the_invoice_keeps_its_oren() -> None:
    index = series([Decimal("0.4")] * 2)
    first, second = climb(Decimal(100), FIRST, FIRST + 2, index, Rounding.AT_INVOICE)
    assert (first.new, first.carried) == (Decimal("100.4"), Decimal("100.4"))
    assert (second.old, second.new) == (Decimal("100.4"), Decimal("100.8"))
    yearly = climb(Decimal(100), FIRST, FIRST + 2, index, Rounding.YEARLY)
    assert [each.new for each in yearly] == [100, 100]


def test_a_hundred_years_lose_no_digit() -> None:
    index = series([Decimal("1.23")] * 100)
    steps = climb(Decimal("12345.67"), FIRST, FIRST + 100, index, Rounding.AT_INVOICE)
    assert Fraction(steps[-1].unrounded) == Fraction("12345.67") * Fraction("1.0123") ** 100


@given(st.decimals(0, 10**9, places=6))
def test_a_letter_shows_six_decimals_as_they_are(amount: Decimal) -> None:
    assert shown(amount) == amount


def test_each_year_that_is_not_published_is_told_with_what_to_type() -> None:
    with pytest.raises(AvtalsgenError) as caught:
        climb(Decimal(1), 2021, 2025, OPI, Rounding.YEARLY)
    told = caught.value.problems
    assert [(each.code, each.message[-4:]) for each in told] == [("IX03", "2024"), ("IX03", "2025")]
    assert {each.origin for each in told} == {OPI.years[2023].origin}
    assert all(f"lägg till året {each.message[-4:]} under OPI" in str(each) for each in told)


def test_the_final_value_goes_before_the_preliminary() -> None:
    both = published(2023, Decimal("4.6"), Decimal("3.5"))
    final, preliminary = (
        step(Decimal(1000), both, Rounding.YEARLY, as_preliminary=asked) for asked in (False, True)
    )
    assert (final.new, final.final) == (Decimal(1046), True)
    assert (preliminary.new, preliminary.final) == (Decimal(1035), False)


def test_a_preliminary_value_is_used_where_there_is_no_other() -> None:
    only = step(Decimal(1000), published(2023, None, Decimal("3.5")), Rounding.YEARLY)
    assert (only.new, only.final) == (Decimal(1035), False)


@given(kronor, percents)
def test_a_year_without_a_preliminary_value_has_the_same_sum_either_way(
    amount: Decimal, percent: Decimal
) -> None:
    assume(percent != 0)
    asked = step(amount, published(2020, percent), Rounding.YEARLY, as_preliminary=True)
    assert asked == step(amount, published(2020, percent), Rounding.YEARLY)


def test_what_is_paid_is_the_invoice_and_not_the_price_of_an_hour() -> None:
    """478,50 an hour from 2019, for 1 000 hours: cases/newuser/index-by-the-hour."""
    last = climb(Decimal("478.50"), 2019, 2023, OPI, Rounding.AT_INVOICE)[-1]
    assert last.new == Decimal("533.20")
    assert Rounding.AT_INVOICE.invoiced(last.carried * 1000) == 533201
    assert Rounding.YEARLY.invoiced(Decimal("6662.5")) == Decimal("6662.5")
    assert climb(Decimal("478.50"), 2019, 2023, OPI, Rounding.YEARLY)[-1].new == 533


@pytest.mark.parametrize(
    ("rounding", "amount", "coarse"),
    [
        (Rounding.THOUSANDS, "478.50", True),
        (Rounding.HUNDREDS, "9999", True),
        (Rounding.HUNDREDS, "10000", False),
        (Rounding.YEARLY, "99.99", True),
        (Rounding.YEARLY, "100", False),
        (Rounding.AT_INVOICE, "1", False),
    ],
)
def test_a_unit_is_coarse_when_it_is_more_than_a_hundredth(
    rounding: Rounding, amount: str, *, coarse: bool
) -> None:
    assert rounding.is_coarse(Decimal(amount)) is coarse
