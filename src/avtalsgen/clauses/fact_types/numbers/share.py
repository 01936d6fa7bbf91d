"""How large a part of a whole is, from none to all of it: `80 %`."""

from decimal import Decimal

from avtalsgen.clauses.fact_types.fact_type import NUMBER, FactType, not_negative
from avtalsgen.clauses.fact_types.numbers.meant import numbers_meant
from avtalsgen.swedish.numbers import parse_percent, percent_words

_WHOLE = 100


def _parse(text: str) -> Decimal:
    share = not_negative(parse_percent(text), text)
    if share > _WHOLE:
        raise ValueError(f"”{text}” är mer än {_WHOLE} %, alltså mer än det hela")
    return share


def _print(value: Decimal) -> str:
    return percent_words(Decimal(value))


SHARE = FactType(
    "andel",
    "en andel i procent",
    "80 %",
    _parse,
    _print,
    {"type": ["number", "string"], "pattern": f"{NUMBER} ?(%|procent)?$"},
    unit="%",
    keyboard="decimal",
    meant=numbers_meant,
)
