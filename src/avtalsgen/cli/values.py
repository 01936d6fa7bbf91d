"""Values on a command line that are more than words: a year, a day, a number."""

import re
from datetime import date

import click

from avtalsgen.swedish.dates import parse_date


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


class Day(click.ParamType[date]):
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
