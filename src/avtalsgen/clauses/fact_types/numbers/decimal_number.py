"""A number that may have decimals: `12,5`. So much of something is more than nothing."""

from decimal import Decimal

from avtalsgen.clauses.fact_types.fact_type import NUMBER, FactType, not_negative
from avtalsgen.clauses.fact_types.numbers.meant import numbers_meant
from avtalsgen.swedish.numbers import digits, parse_number


def _parse(text: str) -> Decimal:
    return not_negative(parse_number(text), text)


def _parse_amount_of(text: str) -> Decimal:
    number = _parse(text)
    if not number:
        raise ValueError(f"”{text}” är inte mer än 0; skriv ett tal över 0, eller okänt med skäl")
    return number


DECIMAL_NUMBER = FactType(
    "decimaltal",
    "ett tal",
    "12,5",
    _parse,
    digits,
    {"type": ["number", "string"], "pattern": f"{NUMBER}$"},
    keyboard="decimal",
    meant=numbers_meant,
)
AMOUNT_OF = FactType(
    "mängd",
    "ett tal över 0",
    DECIMAL_NUMBER.example,
    _parse_amount_of,
    digits,
    DECIMAL_NUMBER.schema,
    keyboard=DECIMAL_NUMBER.keyboard,
    meant=DECIMAL_NUMBER.meant,
)
"""How much there is of what an agreement is about: none is no part of it."""
