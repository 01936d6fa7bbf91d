"""Money: whole kronor without ören, ören always two."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalsgen.swedish.money import amount, kronor, parse_kronor

amounts = st.decimals(
    min_value=-(10**10), max_value=10**10, places=2, allow_nan=False, allow_infinity=False
)


@given(amounts)
def test_a_printed_amount_is_read_back_with_or_without_its_unit(x: Decimal) -> None:
    assert parse_kronor(kronor(x)) == x == parse_kronor(amount(x))


@pytest.mark.parametrize(
    ("x", "printed"),
    [
        (4093284, "4\xa0093\xa0284\xa0kronor"),
        (605, "605\xa0kronor"),
        (Decimal("605.5"), "605,50\xa0kronor"),
        (Decimal("605.05"), "605,05\xa0kronor"),
        (Decimal("605.00"), "605\xa0kronor"),
        (Decimal("0.125"), "0,125\xa0kronor"),
        (1, "1\xa0krona"),
        (0, "0\xa0kronor"),
        (Decimal("-12345.6"), "−12\xa0345,60\xa0kronor"),
    ],
)
def test_an_amount_is_printed_in_kronor(x: Decimal | int, printed: str) -> None:
    assert kronor(x) == printed


def test_an_amount_may_stand_without_its_unit() -> None:
    assert amount(Decimal("2590.5")) == "2\xa0590,50"


@pytest.mark.parametrize(
    "text", ["605,50 kr", "605,50 kronor", "605.50", "605,5", "605,50\xa0kronor"]
)
def test_a_typed_amount_is_read(text: str) -> None:
    assert parse_kronor(text) == Decimal("605.50")


@pytest.mark.parametrize(
    "text",
    [
        "250,000",
        "12,500",
        "1,000",
        "4 093,280 kronor",
        "2,590",
        "605:-",
        "605 SEK",
        "4,093",
        "4.093.284",
        "20 mnkr",
        "kronor",
        "",
        "605 euro",
    ],
)
def test_an_amount_written_otherwise_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="inte ett belopp; skriv tusental med mellanslag"):
        parse_kronor(text)
