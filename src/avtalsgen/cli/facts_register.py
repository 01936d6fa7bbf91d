"""`avtalsgen list --facts`."""

from datetime import date, datetime
from pathlib import Path

import click

from avtalsgen.cli import speech
from avtalsgen.cli.answers import answer
from avtalsgen.model.portfolio import Register, RegisterCell
from avtalsgen.pipeline.output.views import TERMINAL, by_suffix, chosen
from avtalsgen.pipeline.survey.facts_register import RegisterOrder, register
from avtalsgen.pipeline.survey.portfolio_views import write
from avtalsgen.pipeline.survey.register_views import VIEWS, RegisterShown
from avtalsgen.pipeline.workspace.project import Project

JSON = "json"


def today(day: date | None) -> date:
    """Return the day that somebody asks for, else the one that it is."""
    return day or datetime.now().astimezone().date()


def show_register(
    project: Project, order: RegisterOrder, format_: str, out: Path | None, *, force: bool
) -> int:
    """Show the register on standard output or in a file, and return the exit code."""
    shown_register, problems = register(project, order)
    view = format_ or (by_suffix(VIEWS, out) if out else TERMINAL)
    if view == JSON:
        answer("list", _fields(shown_register), problems)
    else:
        if not view or (out and view == TERMINAL):
            raise click.UsageError("säg med --format vilket format filen ska ha: csv eller html")
        content = chosen(VIEWS, view).write(RegisterShown(shown_register, project.house.profile))
        if out is not None:
            write(out, content.data, force=force)
            click.echo(f"{out} är skriven.")
        elif view == TERMINAL:
            click.echo(speech.shown(content.data.decode()), nl=False)
        else:
            click.echo(content.data, nl=False)
    speech.tell(problems)
    return speech.exit_code(problems)


def _fields(shown: Register) -> dict[str, object]:
    rows = [
        {
            "uppdrag": row.uppdrag,
            "title": row.title,
            "status": row.status,
            "facts": {
                path: _fact(cell) for path, cell in zip(shown.columns, row.cells, strict=True)
            },
        }
        for row in shown.rows
    ]
    return {"as_of": shown.day, "facts": rows}


def _fact(cell: RegisterCell) -> dict[str, object]:
    return {
        "text": cell.text if cell.said == "känt" else None,
        "unknown": cell.text if cell.said == "okänt" else None,
        "file": cell.origin.file if cell.origin else None,
        "line": cell.origin.line if cell.origin else None,
    }
