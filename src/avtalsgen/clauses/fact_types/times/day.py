"""A day: typed `2026-02-28`, printed `28 februari 2026`."""

from datetime import date

from avtalsgen.clauses.fact_types.fact_type import FactType
from avtalsgen.clauses.fact_types.times.meant import days_meant
from avtalsgen.swedish.dates import long, parse_date

_YEARS = range(1900, 2100)
"""Those that a year may be (`year.py`): a day of another is mistyped."""


def of_our_time(day: date) -> date:
    """Return `day`.

    Raises:
        ValueError: it is of a year that no agreement knows.
    """
    if day.year not in _YEARS:
        raise ValueError(f"{day} är ingen dag i vår tid; kontrollera året")
    return day


def _parse(text: str) -> date:
    return of_our_time(parse_date(text))


DAY = FactType(
    "datum",
    "ett datum",
    "2026-02-28",
    _parse,
    long,
    {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"},
    meant=days_meant,
)
