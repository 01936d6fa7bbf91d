"""A year of our time: `2026`."""

import re

from avtalsgen.clauses.fact_types.fact_type import FactType
from avtalsgen.clauses.fact_types.times.meant import years_meant


def _parse(text: str) -> int:
    if not re.fullmatch(r"(19|20)\d\d", text):
        raise ValueError(f"”{text}” är inget år")
    return int(text)


YEAR = FactType(
    "år",
    "ett år",
    "2026",
    _parse,
    str,
    {"type": ["integer", "string"], "pattern": r"^(19|20)\d\d$"},
    keyboard="numeric",
    meant=years_meant,
)
