"""Which view of many is asked for, and where it ends: in a file, or on the screen."""

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

import click

from avtalsgen.cli import speech
from avtalsgen.pipeline.output.views import TERMINAL, Seen, View, by_suffix

JSON = "json"
"""The format of programs, which is no view."""


class Writing(Protocol):
    """Writes a file of ours, unless somebody else has made it."""

    def __call__(self, path: Path, data: bytes, *, force: bool) -> None:
        """Write `data` in `path`; with `force` over a file that is there."""


def asked_view(
    views: Mapping[str, View[Seen]], format_: str | None, out: Path | None, *others: str
) -> str:
    """Return the view called `format_`, else that of the name of the file, else the terminal.

    `others` are formats beside the views.

    Raises:
        click.UsageError: a file is to have a format that nobody knows, or the terminal one that is
            no text.
    """
    named = next((other for other in others if out and out.suffix.lower() == f".{other}"), "")
    view = format_ or named or (by_suffix(views, out) if out else TERMINAL)
    if out and view in ("", TERMINAL):
        *files, last = (name for name in (*views, *others) if name != TERMINAL)
        which = f"{', '.join(files)} eller {last}"
        raise click.UsageError(f"säg med --format vilket format filen ska ha: {which}")
    if not out and view in views and not views[view].readable:
        raise click.UsageError(f"{view} skrivs i en fil; lägg till --out FIL")
    return view


def show_or_write(view: str, data: bytes, out: Path | None, write: Writing, *, force: bool) -> None:
    """Write a view to its file and say so, or show it where there is none."""
    if out is not None:
        write(out, data, force=force)
        click.echo(f"{out} är skriven.")
    elif view == TERMINAL:
        click.echo(speech.shown(data.decode()), nl=False)
    else:
        click.echo(data, nl=False)
