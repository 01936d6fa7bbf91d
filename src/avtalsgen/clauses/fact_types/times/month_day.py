"""A day of every year: `31 mars`."""

from avtalsgen.clauses.fact_types.fact_type import FactType
from avtalsgen.clauses.fact_types.times.meant import yearly_days_meant
from avtalsgen.swedish.dates import MonthDay, parse_month_day

_EVERY_YEAR = 2027
"""A year without a day in between."""


def _yearly(text: str) -> MonthDay:
    """Return the day that `text` names; raises ValueError for one that some years lack."""
    day = parse_month_day(text)
    if day.in_year(_EVERY_YEAR) is None:
        raise ValueError(f"dagen {text.strip()} finns bara vart fjärde år; skriv 28 februari")
    return day


MONTH_DAY = FactType(
    "månadsdag",
    "en dag på året",
    "31 mars",
    _yearly,
    str,
    {"type": "string", "pattern": r"^\d{1,2} [a-z]+$"},
    meant=yearly_days_meant,
)
