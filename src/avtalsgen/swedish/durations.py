"""Lengths of time, counted in one unit."""

import re
from enum import Enum
from typing import Final

from avtalsgen.records import dataclass
from avtalsgen.swedish.numbers import Gender, digits, in_words, parse_whole, parse_words
from avtalsgen.swedish.typography import NO_BREAK_SPACE, SPACE


class TimeUnit(Enum):
    """A unit of time: one of it, more than one, and its gender."""

    YEAR = ("år", "år", "ett")
    MONTH = ("månad", "månader", "en")
    WEEK = ("vecka", "veckor", "en")
    DAY = ("dag", "dagar", "en")
    WORKING_DAY = ("arbetsdag", "arbetsdagar", "en")
    FULL_DAY = ("dygn", "dygn", "ett")
    HOUR = ("timme", "timmar", "en")
    MINUTE = ("minut", "minuter", "en")

    def __init__(self, singular: str, plural: str, gender: Gender) -> None:
        self.singular = singular
        self.plural = plural
        self.gender: Gender = gender

    def named(self, amount: int) -> str:
        """Return the unit as `amount` of it are called."""
        return self.singular if amount == 1 else self.plural


UNITS: Final = {name: unit for unit in TimeUnit for name in (unit.singular, unit.plural)}
"""A unit by each of its names."""
COUNTED: Final = frozenset((*UNITS, "vardag", "vardagar", "helgdag", "helgdagar"))
"""What time is counted in, also where we count in no such unit."""
SHORTENED: Final = {
    "mån": TimeUnit.MONTH,
    "min": TimeUnit.MINUTE,
    "tim": TimeUnit.HOUR,
    "v": TimeUnit.WEEK,
}
"""A unit as people shorten it; we do not."""
_DURATION: Final = re.compile(rf"(.+){SPACE}({'|'.join(UNITS)})")


@dataclass(frozen=True, slots=True)
class Duration:
    """A number of one unit, at least one.

    Printed `tolv månader`, `30 dagar`: letters up to twelve (Språkrådet), and a no-break
    space after digits. `parse_duration(str(d)) == d == parse_duration(d.digits_form)`.
    """

    amount: int
    unit: TimeUnit

    def __post_init__(self) -> None:
        if self.amount < 1:
            raise ValueError("en varaktighet är minst 1")

    def __str__(self) -> str:
        counted = in_words(self.amount, self.unit.gender)
        space = NO_BREAK_SPACE if counted[0].isdigit() else " "
        return f"{counted}{space}{self.unit.named(self.amount)}"

    @property
    def digits_form(self) -> str:
        """Return `12 månader`, the form of tables."""
        return f"{digits(self.amount)}{NO_BREAK_SPACE}{self.unit.named(self.amount)}"


def parse_duration(text: str) -> Duration:
    """Return the duration that a person typed: `12 månader`, `1 år`, `tolv månader`.

    Raises:
        ValueError: `text` is not a whole number of one unit that we know.
    """
    typed = text.strip()
    match = _DURATION.fullmatch(typed)
    try:
        if not match:
            raise ValueError
        counted = parse_words(match[1])
        amount = parse_whole(match[1]) if counted is None else counted
        return Duration(amount, UNITS[match[2]])
    except ValueError:
        message = f"”{typed[:40]}” är inte en varaktighet; skriv till exempel 12 månader"
        raise ValueError(message) from None
