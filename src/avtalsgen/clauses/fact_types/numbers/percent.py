"""A change in percent, up or down: `3,5 %`. How large a part of a whole is, is a `SHARE`."""

from decimal import Decimal

from avtalsgen.clauses.fact_types.fact_type import NUMBER, FactType
from avtalsgen.clauses.fact_types.numbers.meant import numbers_meant
from avtalsgen.swedish.numbers import parse_percent, percent_words


def _print(value: Decimal) -> str:
    return percent_words(Decimal(value))


PERCENT = FactType(
    "procent",
    "en procentsats",
    "3,5 %",
    parse_percent,
    _print,
    {"type": ["number", "string"], "pattern": f"^[-−]?{NUMBER[1:]} ?(%|procent)?$"},
    unit="%",
    keyboard="decimal",
    meant=numbers_meant,
)
