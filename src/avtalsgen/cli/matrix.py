"""`avtalsgen list --matrix`."""

import shutil
from dataclasses import asdict
from pathlib import Path

from avtalsgen.cli import speech
from avtalsgen.cli.answers import answer
from avtalsgen.cli.viewing import asked_view, show_or_write
from avtalsgen.pipeline.output.views import chosen
from avtalsgen.pipeline.survey.portfolio import portfolio
from avtalsgen.pipeline.survey.portfolio_views import VIEWS, PortfolioShown, write
from avtalsgen.pipeline.workspace.project import Project

_WIDEST = 200


def show_matrix(
    project: Project, format_: str | None, out: Path | None, *, force: bool, json_: bool
) -> int:
    """Show the portfolio on standard output or in a file, and return the exit code."""
    view = asked_view(VIEWS, format_, out)
    matrix, problems = portfolio(project)
    width = min(shutil.get_terminal_size((100, 24)).columns, _WIDEST)
    data = chosen(VIEWS, view).write(PortfolioShown(matrix, project.house.profile, width)).data
    if json_:
        if out is not None:
            write(out, data, force=force)
        answer("list", {"matrix": [asdict(matrix)]}, problems)
    else:
        show_or_write(view, data, out, write, force=force)
    speech.tell(problems)
    return speech.exit_code(problems)
