"""A sum of money in kronor, from none to what is beyond all measure; a price is above none.

As `4 093 284 kronor` or `605,50`.
"""

from decimal import Decimal
from typing import Final

from avtalsgen.clauses.fact_types.fact_type import NUMBER, FactType, not_negative
from avtalsgen.swedish.money import kronor, parse_kronor

_MOST: Final = 1_000_000_000_000
"""What no municipality pays for anything: a figure too many, or two sums that ran together."""


def _parse(text: str) -> Decimal:
    amount = not_negative(parse_kronor(text), text)
    if amount > _MOST:
        raise ValueError(f"”{text}” är mer än 1 000 miljarder kronor")
    return amount


def _parse_price(text: str) -> Decimal:
    amount = _parse(text)
    if not amount:
        raise ValueError(f"”{text}” är noll kronor; skriv okänt med skäl, eller ta bort raden")
    return amount


AMOUNT = FactType(
    "belopp",
    "ett belopp i kronor",
    "4093284",
    _parse,
    kronor,
    {"type": ["number", "string"], "pattern": f"{NUMBER} ?(kronor|krona|kr)?$"},
    unit="kronor",
    keyboard="decimal",
)
PRICE = FactType(
    "pris",
    "ett belopp i kronor över noll",
    AMOUNT.example,
    _parse_price,
    kronor,
    AMOUNT.schema,
    unit=AMOUNT.unit,
    keyboard=AMOUNT.keyboard,
)
"""What somebody pays, or is insured for: nothing is no price."""
