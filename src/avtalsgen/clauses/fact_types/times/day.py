"""A day: typed `2026-02-28`, printed `28 februari 2026`."""

from datetime import date

from avtalsgen.clauses.fact_types.fact_type import FactType
from avtalsgen.swedish.dates import long, parse_date

_YEARS = range(1900, 2100)
"""Those that a year may be (`year.py`): a day of another is mistyped."""


def is_of_our_time(day: date) -> bool:
    """Return whether a day is of a year that agreements know."""
    return day.year in _YEARS


def of_our_time(day: date) -> date:
    """Return `day`.

    Raises:
        ValueError: it is of a year that no agreement knows.
    """
    if not is_of_our_time(day):
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
)
