"""Spans of the clock, such as opening hours."""

import re
from typing import Final

from avtalsgen.records import dataclass
from avtalsgen.swedish.typography import DASH, EN_DASH, NO_BREAK_SPACE, SPACE

_DAY: Final = 24 * 60
_CLOCK: Final = r"([0-9]{1,2})(?:[:.]([0-9]{2}))?"
_SPAN: Final = re.compile(rf"(?:kl\.?{SPACE}?)?{_CLOCK}{DASH}{_CLOCK}")


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """From one time of day to another, in minutes after midnight; a night passes midnight.

    Printed `kl. 8–17` and `kl. 8.30–16`: a point between hours and minutes, and no minutes
    on the hour (Myndigheternas skrivregler, about times). `parse_time_span(str(span)) == span`.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not (0 <= self.start < _DAY and 0 < self.end <= _DAY and self.start != self.end):
            raise ValueError("klockslagen ska vara två olika, från 0.00 till 24.00")

    def __str__(self) -> str:
        return f"kl.{NO_BREAK_SPACE}{_clock(self.start)}{EN_DASH}{_clock(self.end)}"


def _clock(minutes: int) -> str:
    hour, minute = divmod(minutes, 60)
    return f"{hour}.{minute:02}" if minute else str(hour)


def parse_time_span(text: str) -> TimeSpan:
    """Return the span that a person typed: `08:00–17:00`, `08.00-17.00`, `8–17`, `kl. 8–17`.

    Raises:
        ValueError: `text` has another form, or names a time that no clock shows.
    """
    typed = text.strip()
    match = _SPAN.fullmatch(typed)
    try:
        if not match:
            raise ValueError
        return TimeSpan(_minutes(match[1], match[2]), _minutes(match[3], match[4]))
    except ValueError:
        message = f"”{typed[:40]}” är inte ett tidsspann; skriv till exempel 08:00–17:00"
        raise ValueError(message) from None


def _minutes(hour: str, minute: str | None) -> int:
    if int(minute or 0) >= 60:
        raise ValueError
    return int(hour) * 60 + int(minute or 0)
