"""What something else than a document can be shown as: a comparison, a calendar, a portfolio.

A document has `writers.WRITERS`. Each of the others has a registry of its own, made of these,
and whatever is not in it is an error.
"""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Generic, TypeVar

from avtalsgen.problems import AvtalsgenError, Exit, Problem
from avtalsgen.records import dataclass
from avtalsgen.writers import WRITERS

Seen = TypeVar("Seen")
"""What is looked at."""
TERMINAL = "terminal"
"""The name of the view that is text for a screen and never a file."""


@dataclass(frozen=True, slots=True)
class Content:
    """A view as bytes, and what is to be told of it."""

    data: bytes
    problems: tuple[Problem, ...] = ()
    marks: int = 0
    """How many tracked changes it has, if it is one that can be worked in."""
    moves: int = 0


@dataclass(frozen=True, slots=True)
class View(Generic[Seen]):
    """A form to show something in. `write` has no clock: equal input gives equal bytes."""

    name: str
    suffix: str
    """How the names of its files end."""
    write: Callable[[Seen], Content]
    readable: bool = True
    """Whether it is text, that a screen can show as it is."""


def in_format(
    format_: str, report: Callable[[str, Seen], Content], *, readable: bool = True
) -> View[Seen]:
    """Return the view that `report` is in a format of documents."""
    writer = WRITERS[format_]
    return View(writer.name, writer.suffix, partial(report, format_), readable)


def chosen(views: Mapping[str, View[Seen]], format_: str) -> View[Seen]:
    """Return the view called `format_`.

    Raises:
        AvtalsgenError: VY01 there is none; nothing is shown in another form instead.
    """
    if format_ in views:
        return views[format_]
    message, hint = f"formatet ”{format_}” finns inte", f"välj bland {', '.join(views)}"
    raise AvtalsgenError([Problem("VY01", message, hint=hint, exit=Exit.USAGE)])


def by_suffix(views: Mapping[str, View[Seen]], file: Path) -> str:
    """Return the format that the name of `file` ends as, empty if it is none of them."""
    suffix = file.suffix.lower()
    return next((name for name, view in views.items() if view.suffix == suffix), "")
