"""`avtalsgen list --facts`."""

from datetime import date, datetime
from pathlib import Path

from avtalsgen.cli import speech
from avtalsgen.cli.answers import as_json
from avtalsgen.cli.viewing import JSON, asked_view, show_or_write
from avtalsgen.model.portfolio import Register, RegisterCell
from avtalsgen.pipeline.output.views import chosen
from avtalsgen.pipeline.survey.facts_register import RegisterOrder, register
from avtalsgen.pipeline.survey.portfolio_views import write
from avtalsgen.pipeline.survey.register_views import VIEWS, RegisterShown
from avtalsgen.pipeline.workspace.project import Project


def today(day: date | None) -> date:
    """Return the day that somebody asks for, else the one that it is."""
    return day or datetime.now().astimezone().date()


def show_register(
    project: Project, order: RegisterOrder, format_: str | None, out: Path | None, *, force: bool
) -> int:
    """Show the register on standard output or in a file, and return the exit code."""
    view = asked_view(VIEWS, format_, out, JSON)
    shown_register, problems = register(project, order)
    if view == JSON:
        data = as_json("list", _fields(shown_register), problems).encode()
    else:
        shown = RegisterShown(shown_register, project.house.profile)
        data = chosen(VIEWS, view).write(shown).data
    show_or_write(view, data, out, write, force=force)
    speech.tell(problems)
    return speech.exit_code(problems)


def _fields(shown: Register) -> dict[str, object]:
    rows = [
        {
            "uppdrag": row.uppdrag,
            "title": row.title,
            "status": row.status,
            "tillagg": list(row.tillagg),
            "why": dict(zip(shown.filters, row.why, strict=True)),
            "facts": {
                path: _fact(cell) for path, cell in zip(shown.columns, row.cells, strict=True)
            },
        }
        for row in shown.rows
    ]
    return {"as_of": shown.day, "facts": rows, "end_unknown": list(shown.end_unknown)}


def _fact(cell: RegisterCell) -> dict[str, object]:
    return {
        "type": cell.type or None,
        "value": cell.value,
        "text": cell.text if cell.said == "känt" else None,
        "unknown": cell.text if cell.said == "okänt" else None,
        "file": cell.origin.file if cell.origin else None,
        "line": cell.origin.line if cell.origin else None,
    }
