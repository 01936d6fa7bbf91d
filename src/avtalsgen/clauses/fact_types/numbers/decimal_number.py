"""A number that may have decimals: `12,5`."""

from decimal import Decimal

from avtalsgen.clauses.fact_types.fact_type import NUMBER, FactType, not_negative
from avtalsgen.swedish.numbers import digits, parse_number


def _parse(text: str) -> Decimal:
    return not_negative(parse_number(text), text)


DECIMAL_NUMBER = FactType(
    "decimaltal",
    "ett tal",
    "12,5",
    _parse,
    digits,
    {"type": ["number", "string"], "pattern": f"{NUMBER}$"},
    keyboard="decimal",
)
