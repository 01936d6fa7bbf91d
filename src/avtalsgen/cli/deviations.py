"""`avtalsgen list --deviations`."""

import shutil
from pathlib import Path

from avtalsgen.cli import speech
from avtalsgen.cli.answers import as_json
from avtalsgen.cli.viewing import JSON, asked_view, show_or_write
from avtalsgen.model.portfolio import ClauseDeviation
from avtalsgen.pipeline.output.views import chosen
from avtalsgen.pipeline.survey.deviations.deviation_views import VIEWS, DeviationsShown
from avtalsgen.pipeline.survey.deviations.deviations import deviations
from avtalsgen.pipeline.survey.portfolio_views import write
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.writers.comparison.json import section_data

_WIDEST = 120


def show_deviations(project: Project, format_: str | None, out: Path | None, *, force: bool) -> int:
    """Show what deviates on standard output or in a file, and return the exit code."""
    view = asked_view(VIEWS, format_, out, JSON)
    deviating, problems = deviations(project)
    if view == JSON:
        content: dict[str, object] = {
            "deviations": [_fields(row) for row in deviating.rows],
            "following": list(deviating.following),
        }
        data = as_json("list", content, problems).encode()
    else:
        width = min(shutil.get_terminal_size((100, 24)).columns, _WIDEST)
        content_made = chosen(VIEWS, view).write(DeviationsShown(deviating, project, width))
        data, problems = content_made.data, (*problems, *content_made.problems)
    show_or_write(view, data, out, write, force=force)
    speech.tell(problems)
    return speech.exit_code(problems)


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
