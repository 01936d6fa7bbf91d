"""A calendar as text for a screen, and as files."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Final

from avtalsgen.model.calendar import Calendar
from avtalsgen.pipeline.build.build import write
from avtalsgen.pipeline.output.delivery import Delivery, Refusal
from avtalsgen.pipeline.output.views import TERMINAL, Content, View, in_format
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.records import dataclass
from avtalsgen.writers.calendar.calendar_rows import to_rows
from avtalsgen.writers.calendar.icalendar import to_icalendar
from avtalsgen.writers.calendar.report import report
from avtalsgen.writers.calendar.terminal import to_terminal
from avtalsgen.writers.render import Render
from avtalsgen.writers.spreadsheet import to_csv

_FOREIGN: Final = Refusal(
    "CA01",
    "finns redan",
    "välj ett annat namn med --out, eller skriv över med --force",
)


@dataclass(frozen=True, slots=True)
class CalendarShown:
    """A calendar called `name` up to the day `horizon`; `alarm` is how many days ahead it warns."""

    calendar: Calendar
    name: str
    horizon: date
    alarm: int
    project: Project
    uppdrag: tuple[str, ...]
    """Whose obligations they are, each `slug@utgåva`."""


def _terminal(shown: CalendarShown) -> Content:
    return Content(to_terminal(shown.calendar, shown.horizon).encode())


def _icalendar(shown: CalendarShown) -> Content:
    name = f"Skyldigheter: {shown.name}"
    return Content(to_icalendar(shown.calendar, name, shown.alarm))


def _csv(shown: CalendarShown) -> Content:
    return Content(to_csv(to_rows(shown.calendar, shown.horizon)))


def _report(format_: str, shown: CalendarShown) -> Content:
    """Return the calendar as a document, in a format of documents."""
    project = shown.project
    house = project.house_of(shown.uppdrag)
    shell = project.shell(house) if format_ == "docx" else b""
    document = report(shown.calendar, shown.name, shown.horizon)
    return Content(write(document, Render(house.profile, shell), [format_])[format_])


VIEWS: Mapping[str, View[CalendarShown]] = MappingProxyType(
    {
        TERMINAL: View("skärm", "", _terminal),
        "ics": View("iCalendar", ".ics", _icalendar),
        "csv": View("kalkylblad", ".csv", _csv),
        "html": in_format("html", _report),
        "md": in_format("md", _report),
        "txt": in_format("txt", _report),
        "docx": in_format("docx", _report, readable=False),
        "pdf": in_format("pdf", _report, readable=False),
    }
)
"""The forms of a calendar, by the name they have on the command line."""


def deliver(path: Path, data: bytes, *, force: bool) -> None:
    """Write a file of ours.

    Raises:
        AvtalsgenError: CA01 it is there and is not as we left it, and nobody forces it.
    """
    Delivery((path,), _FOREIGN, force).put({path: data})
