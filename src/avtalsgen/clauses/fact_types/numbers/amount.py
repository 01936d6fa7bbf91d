"""A sum of money in kronor, from none to what is beyond all measure; that a price is none is told.

As `4 093 284 kronor` or `605,50`.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from avtalsgen.clauses.fact_types.fact_type import NUMBER, FactType, not_negative
from avtalsgen.clauses.fact_types.numbers.meant import numbers_meant
from avtalsgen.swedish.money import kronor, parse_kronor

_MOST: Final = 1_000_000_000_000
"""What no municipality pays for anything: a figure too many, or two sums that ran together."""


def _parse(text: str) -> Decimal:
    amount = not_negative(parse_kronor(text), text)
    if amount > _MOST:
        raise ValueError(f"”{text}” är mer än 1 000 miljarder kronor")
    return amount


def _meant(text: str) -> Iterator[str]:
    """Yield each sum that `text` may mean, ören as two figures."""
    for sum_ in numbers_meant(text):
        yield f"{sum_}0" if sum_[-2:-1] == "," else sum_


AMOUNT = FactType(
    "belopp",
    "ett belopp i kronor",
    "4093284",
    _parse,
    kronor,
    {"type": ["number", "string"], "pattern": f"{NUMBER} ?(kronor|krona|kr)?$"},
    unit="kronor",
    keyboard="decimal",
    meant=_meant,
)
PRICE = replace(AMOUNT, name="pris")
"""What somebody pays, or is insured for: FA10 tells of one that is zero."""
