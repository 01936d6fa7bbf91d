"""A day of every year: `31 mars`."""

from avtalsgen.clauses.fact_types.fact_type import FactType
from avtalsgen.swedish.dates import parse_month_day

MONTH_DAY = FactType(
    "månadsdag",
    "en dag på året",
    "31 mars",
    parse_month_day,
    str,
    {"type": "string", "pattern": r"^\d{1,2} [a-z]+$"},
)
