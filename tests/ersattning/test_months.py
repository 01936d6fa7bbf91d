"""A year's sum in twelve parts."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalsgen.ersattning.months import MONTHS, last_month, month

sums = st.decimals(0, 10**12, places=2)


@given(sums)
def test_the_months_make_the_year_to_the_ore(year: Decimal) -> None:
    assert month(year) * (MONTHS - 1) + last_month(year) == year


@given(sums)
def test_every_month_is_whole_kronor_and_the_last_is_near_it(year: Decimal) -> None:
    assert month(year) % 1 == 0
    assert last_month(year) >= 0
    if year >= 66:  # from there on half a krona a month cannot empty the last one
        assert abs(month(year) - year / MONTHS) <= Decimal("0.5")
        assert abs(last_month(year) - month(year)) <= 6


@given(sums)
def test_whole_kronor_stay_whole(year: Decimal) -> None:
    assert last_month(year.to_integral_value()) % 1 == 0


@pytest.mark.parametrize(
    ("year", "each", "last"),
    [
        (4093284, 341107, 341107),
        (4216083, 351340, 351343),
        (4279324, 356610, 356614),
        (4360631, 363386, 363385),
        (4561220, 380102, 380098),
        (6, 0, 6),
        (0, 0, 0),
    ],
)
def test_the_last_month_takes_the_rest(year: int, each: int, last: int) -> None:
    assert month(Decimal(year)) == Decimal(each)
    assert last_month(Decimal(year)) == Decimal(last)
