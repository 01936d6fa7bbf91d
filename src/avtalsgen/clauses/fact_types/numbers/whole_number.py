"""A count: `12`."""

from avtalsgen.clauses.fact_types.fact_type import NUMBER, FactType, not_negative
from avtalsgen.swedish.numbers import digits, parse_whole


def _parse(text: str) -> int:
    return not_negative(parse_whole(text), text)


WHOLE_NUMBER = FactType(
    "heltal",
    "ett heltal",
    "12",
    _parse,
    digits,
    {"type": ["integer", "string"], "pattern": f"{NUMBER}$"},
    keyboard="numeric",
)
