"""A sum of money in kronor, never below zero: `4 093 284 kronor`, `605,50`."""

from decimal import Decimal

from avtalsgen.clauses.fact_types.fact_type import NUMBER, FactType, not_negative
from avtalsgen.swedish.money import kronor, parse_kronor


def _parse(text: str) -> Decimal:
    return not_negative(parse_kronor(text), text)


AMOUNT = FactType(
    "belopp",
    "ett belopp i kronor",
    "4093284",
    _parse,
    kronor,
    {"type": ["number", "string"], "pattern": f"{NUMBER} ?(kronor|krona|kr)?$"},
)
