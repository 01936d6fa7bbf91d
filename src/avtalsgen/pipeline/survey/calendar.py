"""The obligations of the uppdrag that the user names, as a calendar, and as files of it."""

from datetime import date, timedelta

from avtalsgen.model.calendar import Calendar
from avtalsgen.pipeline.survey.duties import DutiesText, document, in_force
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.pipeline.workspace.selection import newest, select
from avtalsgen.pipeline.workspace.workspace import Workspace
from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.records import dataclass
from avtalsgen.swedish.dates import MonthDay
from avtalsgen.uppdrag import directory

_MANY = 4
"""As many uppdrag as are no longer named each by its title."""


@dataclass(frozen=True, slots=True)
class CalendarOrder:
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
class NamedCalendar:
    """A calendar with the name of what it is of, and what could not be read."""

    calendar: Calendar
    name: str
    uppdrag: tuple[str, ...]
    problems: tuple[Problem, ...]


def calendar(project: Project, files: Workspace, order: CalendarOrder) -> NamedCalendar:
    """Return the obligations of what the order names; one bad uppdrag does not hide the others.

    A slug alone, or every one when none is named, is the text in force on the day; what is
    named with its edition is that document.

    Raises:
        AvtalsgenError: a name that is none.
    """
    known = directory.slugs(files)
    asked = [(name, None if name in known else select(files, [name])) for name in order.names]
    problems: list[Problem] = []
    texts: list[DutiesText] = []
    for name, editions in asked or [(slug, None) for slug in known]:
        try:
            if editions is None:
                texts.append(in_force(project, name, newest(files, name), order.as_of))
            else:
                texts += [document(project, *each) for each in editions]
        except AvtalsgenError as error:
            problems += error.problems
    titles = list(dict.fromkeys(text.title for text in texts))
    title = ", ".join(titles) if len(titles) < _MANY else "alla uppdrag"
    made = Calendar(
        tuple(each for text in texts for each in text.obligations),
        order.start,
        order.end,
        max((text.day for text in texts if text.day), default=order.start),
    )
    problems += [each for text in texts for each in text.problems]
    names = tuple(name for text in texts for name in text.names)
    return NamedCalendar(made, title, names, tuple(dict.fromkeys(problems)))
