"""From one whole number to another: `6–8`."""

from avtalsgen.clauses.fact_types.fact_type import FactType
from avtalsgen.swedish.spans import parse_span

SPAN = FactType(
    "spann",
    "två tal",
    "6–8",
    parse_span,
    str,
    {"type": "string", "pattern": r"^\d[\d ]* ?[–-] ?\d[\d ]*$"},
)
