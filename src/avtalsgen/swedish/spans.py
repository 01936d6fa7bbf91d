"""Spans of whole numbers, such as the size of a group."""

import re
from typing import Final

from avtalsgen.records import dataclass
from avtalsgen.swedish.numbers import digits, parse_whole
from avtalsgen.swedish.typography import DASH, EN_DASH

_SPAN: Final = re.compile(rf"([^-–]+?){DASH}([^-–]+)")


@dataclass(frozen=True, slots=True)
class NumberSpan:
    """From a lower number to a higher, both counted in.

    Printed `6–8`, an en dash without spaces (EU Interinstitutional style guide, Swedish part,
    4.10). `parse_span(str(span)) == span`.
    """

    low: int
    high: int

    def __post_init__(self) -> None:
        if not 0 <= self.low < self.high:
            raise ValueError("ett spann går från ett lägre tal till ett högre")

    def __str__(self) -> str:
        return f"{digits(self.low)}{EN_DASH}{digits(self.high)}"


def parse_span(text: str) -> NumberSpan:
    """Return the span that a person typed: `6–8`, `6-8`, `1 000–1 200`.

    Raises:
        ValueError: `text` is not two whole numbers, the lower first.
    """
    typed = text.strip()
    match = _SPAN.fullmatch(typed)
    try:
        if not match:
            raise ValueError
        return NumberSpan(parse_whole(match[1]), parse_whole(match[2]))
    except ValueError:
        message = f"”{typed[:40]}” är inte ett spann; skriv till exempel 6–8"
        raise ValueError(message) from None
