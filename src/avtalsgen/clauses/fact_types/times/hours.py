"""Hours of the day: typed `08:00–17:00`, printed `kl. 8–17`."""

from avtalsgen.clauses.fact_types.fact_type import FactType
from avtalsgen.swedish.times import parse_time_span

_CLOCK = r"\d{1,2}([:.]\d\d)?"

HOURS = FactType(
    "tidsspann",
    "klockslag",
    "08:00–17:00",
    parse_time_span,
    str,
    {"type": "string", "pattern": rf"^(kl\.? ?)?{_CLOCK} ?[–-] ?{_CLOCK}$"},
)
