"""A sum of money in kronor, never below zero: `4 093 284 kronor`, `605,50`. A price is above it."""

from decimal import Decimal

from avtalsgen.clauses.fact_types.fact_type import NUMBER, FactType, not_negative
from avtalsgen.swedish.money import kronor, parse_kronor


def _parse(text: str) -> Decimal:
    return not_negative(parse_kronor(text), text)


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
