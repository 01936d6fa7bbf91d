"""The obligations of the uppdrag that the user names, as a calendar, and as files of it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, cast

from avtalsgen.assemble.obligations import begins, obligations
from avtalsgen.model.calendar import Calendar, Obligation
from avtalsgen.pipeline.build import write
from avtalsgen.pipeline.editions import BASE_FACT
from avtalsgen.pipeline.project import Project
from avtalsgen.pipeline.selection import newest, select
from avtalsgen.pipeline.workspace import Workspace
from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.swedish.dates import MonthDay
from avtalsgen.uppdrag import reader
from avtalsgen.uppdrag.assignment import Uppdrag
from avtalsgen.uppdrag.facts import Known
from avtalsgen.writers.calendar.icalendar import to_icalendar
from avtalsgen.writers.calendar.report import report
from avtalsgen.writers.calendar.rows import to_rows
from avtalsgen.writers.calendar.terminal import to_terminal
from avtalsgen.writers.render import Render
from avtalsgen.writers.spreadsheet import to_csv

Format = Literal["terminal", "ics", "csv", "html", "md", "txt", "docx", "pdf"]
_LONG_AGO = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Order:
    """Which obligations are asked for: of which uppdrag, as they are on a day, for which time."""

    names: tuple[str, ...]
    as_of: date
    start: date
    end: date | None

    @property
    def horizon(self) -> date:
        """The last day that is listed: two years when nobody says how long."""
        day, year = MonthDay(self.start.month, self.start.day), self.start.year + 2
        return self.end or (day.in_year(year) or date(year, 3, 1)) - timedelta(1)


@dataclass(frozen=True, slots=True)
class Found:
    """A calendar with the name of what it is of, and what could not be read."""

    calendar: Calendar
    name: str
    uppdrag: tuple[str, ...]
    problems: tuple[Problem, ...]


def calendar(project: Project, files: Workspace, order: Order) -> Found:
    """Return the obligations of what the order names; one bad uppdrag does not hide the others.

    A slug alone is its newest edition, and no name every uppdrag; both with the tillägg that
    are signed and have begun.

    Raises:
        AvtalsgenError: a name that is none.
    """
    problems: list[Problem] = []
    found: list[Obligation] = []
    titles, names, stamp = [], [], _LONG_AGO
    for slug, edition in _chosen(project, files, order):
        try:
            lookup = project.lookup(project.uppdrag(slug, edition))
            document, _ = project.document(slug, edition, draft=True)
            found += obligations(document, project.library, lookup)
        except AvtalsgenError as error:
            problems += error.problems
            continue
        names.append(f"{slug}@{edition}")
        titles.append(lookup.text("titel") or slug)
        stamp = max(stamp, lookup.day or begins(lookup) or _LONG_AGO)
    title = ", ".join(dict.fromkeys(titles)) if len(set(titles)) < 4 else "alla uppdrag"
    made = Calendar(tuple(found), order.start, order.end, stamp)
    return Found(made, title, tuple(names), tuple(dict.fromkeys(problems)))


def written(project: Project, found: Found, format_: Format, horizon: date, alarm: int) -> bytes:
    """Return the calendar in a format."""
    views: Mapping[str, Callable[[], bytes]] = {
        "terminal": lambda: to_terminal(found.calendar, horizon).encode(),
        "ics": lambda: to_icalendar(found.calendar, f"Skyldigheter: {found.name}", alarm),
        "csv": lambda: to_csv(to_rows(found.calendar, horizon)),
    }
    if format_ in views:
        return views[format_]()
    shell = project.shell() if format_ == "docx" else b""
    document = report(found.calendar, found.name, horizon)
    return write(document, Render(project.profile, shell), [format_])[format_]


def _chosen(project: Project, files: Workspace, order: Order) -> tuple[tuple[str, str], ...]:
    found: dict[tuple[str, str], None] = {}
    for name in order.names or reader.slugs(files):
        if "@" in name or name not in reader.slugs(files):
            found.update(dict.fromkeys(select(files, [name])))
        else:
            edition = newest(files, name)
            found[name, edition] = None
            found.update(dict.fromkeys(_tillagg(project, name, edition, order.as_of)))
    return tuple(found)


def _tillagg(project: Project, slug: str, base: str, day: date) -> Iterable[tuple[str, str]]:
    """Yield the signed tillägg to an edition that have begun by `day`."""
    for edition in reader.editions(project.files, slug):
        uppdrag = project.uppdrag(slug, edition)
        start = uppdrag.facts.day("tillägg.från")
        signed = uppdrag.status == "undertecknad"
        if _base(uppdrag) == f"{slug}@{base}" and signed and start and start <= day:
            yield slug, edition


def _base(uppdrag: Uppdrag) -> str:
    fact = uppdrag.facts.get(BASE_FACT)
    return cast(str, fact.value) if isinstance(fact, Known) else ""
