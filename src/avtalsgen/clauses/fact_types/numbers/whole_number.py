"""A count: `12`. A number of something is at least one."""

from avtalsgen.clauses.fact_types.fact_type import NUMBER, FactType, not_negative
from avtalsgen.clauses.fact_types.numbers.meant import numbers_meant
from avtalsgen.swedish.numbers import digits, parse_whole


def _parse(text: str) -> int:
    return not_negative(parse_whole(text), text)


def _parse_number_of(text: str) -> int:
    number = _parse(text)
    if not number:
        raise ValueError(f"”{text}” är mindre än 1; skriv minst 1, eller okänt med skäl")
    return number


WHOLE_NUMBER = FactType(
    "heltal",
    "ett heltal",
    "12",
    _parse,
    digits,
    {"type": ["integer", "string"], "pattern": f"{NUMBER}$"},
    keyboard="numeric",
    meant=numbers_meant,
)
NUMBER_OF = FactType(
    "antal",
    "ett heltal som är minst 1",
    WHOLE_NUMBER.example,
    _parse_number_of,
    digits,
    WHOLE_NUMBER.schema,
    keyboard=WHOLE_NUMBER.keyboard,
    meant=WHOLE_NUMBER.meant,
)
"""How many there are of what an agreement is about: none is no number of it."""
