"""Characters that Swedish typography needs and keyboards lack, and what people type for them."""

from typing import Final

NO_BREAK_SPACE: Final = "\N{NO-BREAK SPACE}"
"""Keeps a number with its unit, and groups of thousands together."""

EN_DASH: Final = "\N{EN DASH}"
"""Between the ends of an interval, without spaces."""

MINUS: Final = "\N{MINUS SIGN}"

SPACE: Final = "[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]"
"""A pattern for one space, whichever was typed."""

DASH: Final = f"{SPACE}?[-{EN_DASH}]{SPACE}?"
"""A pattern for the dash of an interval, whichever was typed."""
