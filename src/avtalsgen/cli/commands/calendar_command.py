"""`avtalsgen calendar`."""

from datetime import date, datetime
from pathlib import Path
from typing import assert_never

import click

from avtalsgen.cli import speech
from avtalsgen.cli.answers import answer
from avtalsgen.cli.values import DayParam, Days
from avtalsgen.cli.viewing import asked_view, show_or_write
from avtalsgen.model.calendar import Obligation, Once, Undated, When, Yearly, free_because
from avtalsgen.model.calendar import occurrences as all_occurrences
from avtalsgen.pipeline.output.views import TERMINAL, chosen
from avtalsgen.pipeline.survey.calendar import CalendarOrder, NamedCalendar, calendar
from avtalsgen.pipeline.survey.calendar_views import VIEWS, CalendarShown, deliver
from avtalsgen.pipeline.workspace.project import open_project
from avtalsgen.pipeline.workspace.workspace import Workspace, find

_EXAMPLES = """\b
Exempel:
  avtalsgen calendar mitt-uppdrag
  avtalsgen calendar --format ics --alarm 30 --out skyldigheter.ics
"""


@click.command("calendar", epilog=_EXAMPLES)
@click.argument("names", nargs=-1, metavar="[UPPDRAG …]")
@click.option(
    "--as-of", type=DayParam(), metavar="DATUM", help="Dag som texten gäller. Annars i dag."
)
@click.option(
    "--from", "start", type=DayParam(), metavar="DATUM", help="Första dagen. Annars --as-of."
)
@click.option(
    "--to", "end", type=DayParam(), metavar="DATUM", help="Sista dagen. Annars två år framåt."
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(tuple(VIEWS)),
    help="Form att visa eller skriva i. Annars det som --out slutar på.",
)
@click.option(
    "--alarm", type=Days(), default=0, metavar="DAGAR", help="Påminn så många dagar före (ics)."
)
@click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), metavar="FIL", help="Fil att skriva."
)
@click.option("--force", is_flag=True, help="Skriv över en fil som någon annan har gjort.")
@click.option("--json", "json_", is_flag=True, help="Skriv resultatet som JSON.")
def command(
    names: tuple[str, ...],
    as_of: date | None,
    start: date | None,
    end: date | None,
    format_: str | None,
    alarm: int,
    out: Path | None,
    *,
    force: bool,
    json_: bool,
) -> int:
    """Visa vem som ska göra vad och när.

    UPPDRAG är slug@utgåva, eller slug: den text som gäller en viss dag, med de undertecknade
    tilläggen. Utan UPPDRAG visas alla. Dagarna räknas ur fakta; det som ska göras när något händer
    står för sig, utan dag. Med --format ics blir det en fil som kalendrar kan läsa.
    """
    today = as_of or datetime.now().astimezone().date()
    order = CalendarOrder(names, today, start or today, end)
    if end and end < order.start:
        raise click.UsageError(f"--to {end} är före {order.start}; byt plats på dagarna")
    view = TERMINAL if json_ else asked_view(VIEWS, format_, out)
    root = find(Path.cwd())
    project = open_project(root)
    outcome = calendar(project, Workspace(root), order)
    if json_:
        answer("calendar", _fields(outcome, order), outcome.problems)
    else:
        shown = CalendarShown(
            outcome.calendar, outcome.name, order.horizon, alarm, project, outcome.uppdrag
        )
        show_or_write(view, chosen(VIEWS, view).write(shown).data, out, deliver, force=force)
    speech.tell(outcome.problems)
    return speech.exit_code(outcome.problems)


def _fields(outcome: NamedCalendar, order: CalendarOrder) -> dict[str, object]:
    every = outcome.calendar.obligations
    numbers = {id(each): number for number, each in enumerate(every)}
    return {
        "as_of": order.as_of.isoformat(),
        "from": order.start.isoformat(),
        "to": order.horizon.isoformat(),
        "uppdrag": list(outcome.uppdrag),
        "obligations": [_obligation(each) for each in every],
        "occurrences": [
            {
                "date": each.day.isoformat(),
                "free": free_because(each.day) or None,
                "obligation": numbers[id(each.obligation)],
            }
            for each in all_occurrences(outcome.calendar, order.horizon)
        ],
    }


def _obligation(obligation: Obligation) -> dict[str, object]:
    return {
        "who": obligation.who,
        "party": obligation.party or None,
        "what": obligation.what,
        "when": obligation.words,
        **_when(obligation.when),
        "clause": obligation.clause,
        "deviates": obligation.deviates,
        "number": obligation.number or None,
        "heading": obligation.heading or None,
        "uppdrag": obligation.uppdrag,
        "title": obligation.title or None,
        "dnr": obligation.dnr or None,
    }


def _when(when: When) -> dict[str, object]:
    match when:
        case Once(day):
            return {"recurs": False, "date": day.isoformat(), "last": None}
        case Yearly(day, first, last):
            begins = first.isoformat() if first else f"--{day.month:02}-{day.day:02}"
            return {"recurs": True, "date": begins, "last": last.isoformat() if last else None}
        case Undated():
            return {"recurs": False, "date": None, "last": None}
        case _ as unreachable:
            assert_never(unreachable)
