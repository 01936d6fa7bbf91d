"""A length of time: `12 månader`, printed `tolv månader`."""

from avtalsgen.clauses.fact_types.fact_type import FactType
from avtalsgen.swedish.durations import parse_duration

DURATION = FactType(
    "varaktighet",
    "en tid",
    "12 månader",
    parse_duration,
    str,
    {"type": "string", "pattern": r"^\S+ [a-zåäö]+$"},
)
