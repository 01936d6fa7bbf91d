"""`avtalsgen list --deviations`."""

import shutil
from pathlib import Path

import click

from avtalsgen.cli import speech
from avtalsgen.cli.answers import as_json
from avtalsgen.model.portfolio import ClauseDeviation
from avtalsgen.pipeline.output.views import TERMINAL, by_suffix, chosen
from avtalsgen.pipeline.survey.deviations.deviation_views import VIEWS, DeviationsShown
from avtalsgen.pipeline.survey.deviations.deviations import deviations
from avtalsgen.pipeline.survey.portfolio_views import write
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.writers.comparison.json import section_data

_JSON = "json"
_WHICH = "säg med --format vilket format filen ska ha: csv, html, docx eller json"
_WIDEST = 120


def show_deviations(project: Project, format_: str, out: Path | None, *, force: bool) -> int:
    """Show what deviates on standard output or in a file, and return the exit code."""
    view = format_ or (_by_name(out) if out else TERMINAL)
    if out and view == TERMINAL:
        raise click.UsageError(_WHICH)
    if not out and view != _JSON and not chosen(VIEWS, view).readable:
        raise click.UsageError(f"{view} är ingen text; säg med --out vilken fil")
    deviating, problems = deviations(project)
    if view == _JSON:
        content: dict[str, object] = {
            "deviations": [_fields(row) for row in deviating.rows],
            "following": list(deviating.following),
        }
        data = as_json("list", content, problems).encode()
    else:
        width = min(shutil.get_terminal_size((100, 24)).columns, _WIDEST)
        content_made = chosen(VIEWS, view).write(DeviationsShown(deviating, project, width))
        data, problems = content_made.data, (*problems, *content_made.problems)
    if out is not None:
        write(out, data, force=force)
        click.echo(f"{out} är skriven.")
    elif view == TERMINAL:
        click.echo(speech.shown(data.decode()), nl=False)
    else:
        click.echo(data, nl=False)
    speech.tell(problems)
    return speech.exit_code(problems)


def _by_name(out: Path) -> str:
    named = _JSON if out.suffix.lower() == ".json" else by_suffix(VIEWS, out)
    if not named:
        raise click.UsageError(_WHICH)
    return named


def _fields(row: ClauseDeviation) -> dict[str, object]:
    return {
        "uppdrag": row.uppdrag,
        "title": row.title,
        "status": row.status,
        "clause": row.clause,
        "edition": row.edition,
        "kind": row.kind,
        "against": row.against,
        "reason": row.reason or None,
        "file": row.file,
        "line": row.line,
        "section": section_data(row.pair),
    }
