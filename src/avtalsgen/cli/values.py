"""Values on a command line that are more than words: formats, a year, a day, a number."""

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from avtalsgen.swedish.dates import parse_date


def from_here(path: Path) -> Path:
    """Return `path` as seen from where the user stands."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


class Formats(click.ParamType[tuple[str, ...]]):
    """A list of formats with commas between."""

    name = "format"

    def __init__(self, known: Iterable[str]) -> None:
        self._known = tuple(known)

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """Return the names, once each, all of them known."""
        if isinstance(value, tuple):
            return value
        names = [name.strip().lower() for name in str(value).split(",") if name.strip()]
        choices = f"välj bland {', '.join(self._known)}"
        for name in names:
            if name not in self._known:
                self.fail(f"formatet ”{name}” finns inte; {choices}", param, ctx)
        if not names:
            self.fail(choices, param, ctx)
        return tuple(dict.fromkeys(names))


class Year(click.ParamType[int]):
    """A year."""

    name = "år"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        """Return the year."""
        if not re.fullmatch(r"(19|20)\d\d", str(value)):
            self.fail(f"väntade ett år som 2023, fick ”{value}”", param, ctx)
        return int(str(value))


class DayParam(click.ParamType[date]):
    """A day."""

    name = "datum"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """Return the day."""
        try:
            return parse_date(str(value))
        except ValueError as error:
            self.fail(str(error), param, ctx)


class Days(click.ParamType[int]):
    """A number of days; none is 0, which nobody has to write."""

    name = "dagar"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        """Return the number."""
        if not re.fullmatch(r"\d{1,3}", str(value)):
            self.fail(f"väntade ett antal dagar som 30, fick ”{value}”", param, ctx)
        return int(str(value))
