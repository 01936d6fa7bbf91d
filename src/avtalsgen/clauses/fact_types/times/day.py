"""A day: typed `2026-02-28`, printed `28 februari 2026`."""

from avtalsgen.clauses.fact_types.fact_type import FactType
from avtalsgen.swedish.dates import long, parse_date

DAY = FactType(
    "datum",
    "ett datum",
    "2026-02-28",
    parse_date,
    long,
    {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"},
)
