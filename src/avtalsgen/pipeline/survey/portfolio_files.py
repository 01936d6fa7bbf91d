"""A portfolio as files: a web page, and rows for a spreadsheet."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from avtalsgen.model.portfolio import Portfolio
from avtalsgen.model.profile import Profile
from avtalsgen.pipeline.output import atomic, built
from avtalsgen.problems import AvtalsgenError, Exit, Problem
from avtalsgen.writers.portfolio.html import to_html
from avtalsgen.writers.portfolio.rows import rows
from avtalsgen.writers.spreadsheet import to_csv

SUFFIXES: Mapping[str, str] = {"html": ".html", "csv": ".csv"}
"""The formats that are files, with how their names end."""


def content(portfolio: Portfolio, format_: str, profile: Profile) -> bytes:
    """Return the portfolio in one of `SUFFIXES`."""
    return to_html(portfolio, profile) if format_ == "html" else to_csv(rows(portfolio))


def write(path: Path, data: bytes, *, force: bool) -> None:
    """Write a file of ours.

    Raises:
        AvtalsgenError: PO01 it is there and is not as we left it, and nobody forces it.
    """
    records = built.read([path])
    if not force and built.is_changed(records, path):
        message = f"{path} finns redan och är inte en fil som vi har skrivit"
        hint = "välj ett annat namn med --out, eller skriv över den med --force"
        raise AvtalsgenError([Problem("PO01", message, hint=hint, exit=Exit.CONFLICT)])
    prints = {path: hashlib.sha256(data).hexdigest()}
    atomic.write_all({path: data, **built.updated(records, {path: data}, prints)})
