"""Who is to do what and when, of one uppdrag or of all; and the same as files."""

from collections.abc import Sequence
from datetime import date

from starlette.responses import Response

from avtalsgen.model.calendar import Calendar, Obligation, Occurrence, free_because, occurrences
from avtalsgen.pipeline.output.views import chosen
from avtalsgen.pipeline.survey.calendar import CalendarOrder, NamedCalendar, calendar
from avtalsgen.pipeline.survey.calendar_views import VIEWS, CalendarShown
from avtalsgen.pipeline.workspace.workspace import Workspace
from avtalsgen.problems import AvtalsgenError, Exit, Problem
from avtalsgen.swedish.dates import MONTHS, parse_date
from avtalsgen.swedish.phrases import capitalise_first
from avtalsgen.web.ask import Ask
from avtalsgen.web.page import Way, WebPage
from avtalsgen.web.pages.start import overview_of
from avtalsgen.web.reply import download, page
from avtalsgen.web.safety.tokens import today

_KINDS = {"ics": "text/calendar", "csv": "text/csv", "pdf": "application/pdf"}
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_KINDS["docx"] = _WORD
_DAYS_BEFORE = 14
"""How long before a day the calendar of an office program says so."""


def show(ask: Ask) -> Response:
    """Return the days that come, and what is to be done when something happens."""
    slug, who = ask.query.get("uppdrag", ""), ask.query.get("vem", "")
    written = ask.query.get("till", "")
    end, error = _end(written)
    order, made = _calendar(ask, slug, end)
    every = made.calendar.obligations
    dated = occurrences(_of(made.calendar, who), order.horizon)
    return page(
        ask,
        "kalender/page.html",
        status=422 if error else 200,
        rows=overview_of(ask.site).rows,
        slug=slug,
        who=who,
        written=written,
        error=error,
        order=order,
        parties=sorted({_party(each) for each in every}),
        months=_months(dated),
        undated=[each for each in every if not each.dated and who in {"", _party(each)}],
        problems=made.problems,
        free_because=free_because,
        party=_party,
    )


def fetch(ask: Ask) -> Response:
    """Return the calendar as a file, of what is asked for."""
    kind = ask.parts["kind"]
    if kind not in _KINDS:
        hint = f"välj ett av {', '.join(_KINDS)}"
        message = f"kalendern finns inte som {kind}"
        raise AvtalsgenError([Problem("WE07", message, hint=hint, exit=Exit.NOT_FOUND)])
    order, made = _calendar(ask, ask.query.get("uppdrag", ""), None)
    shown = CalendarShown(
        made.calendar, made.name, order.horizon, _DAYS_BEFORE, ask.site.project, made.uppdrag
    )
    data = chosen(VIEWS, kind).write(shown).data
    return download(data, f"kalender.{kind}", _KINDS[kind])


def _calendar(ask: Ask, slug: str, end: date | None) -> tuple[CalendarOrder, NamedCalendar]:
    day = today()
    order = CalendarOrder((slug,) if slug else (), day, day, end)
    made = ask.site.remembered.get(
        f"calendar {order}", lambda: calendar(ask.site.project, Workspace(ask.root), order)
    )
    return order, made


def _end(written: str) -> tuple[date | None, str]:
    """Return the last day that is asked for, or what is wrong with how it is written."""
    if not written:
        return None, ""
    try:
        end = parse_date(written)
    except ValueError as error:
        return None, f"{error}"
    return (end, "") if end >= today() else (None, "Välj en dag som inte har varit än")


def _of(whole: Calendar, who: str) -> Calendar:
    """Return what one party is to do; of everybody where none is asked for."""
    mine = tuple(each for each in whole.obligations if who in {"", _party(each)})
    return Calendar(mine, whole.start, whole.end, whole.stamp)


def _party(obligation: Obligation) -> str:
    return obligation.party or obligation.who


def _months(dated: Sequence[Occurrence]) -> dict[str, list[Occurrence]]:
    """Return the days under their month, as `Januari 2027`."""
    months: dict[str, list[Occurrence]] = {}
    for occurrence in dated:
        month = capitalise_first(MONTHS[occurrence.day.month - 1])
        months.setdefault(f"{month} {occurrence.day.year}", []).append(occurrence)
    return months


PAGE = WebPage((Way("/kalender", show), Way("/kalender/{kind}", fetch)), "Kalender", 70)
