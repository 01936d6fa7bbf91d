"""`avtalsgen list --matrix`."""

import shutil
from dataclasses import asdict
from pathlib import Path

import click

from avtalsgen.cli import speech
from avtalsgen.cli.answers import answer
from avtalsgen.pipeline.output.views import TERMINAL, by_suffix, chosen
from avtalsgen.pipeline.survey.portfolio import portfolio
from avtalsgen.pipeline.survey.portfolio_views import VIEWS, PortfolioShown, write
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.writers.portfolio.terminal import to_terminal

_WIDEST = 200


def show_matrix(
    project: Project, format_: str | None, out: Path | None, *, force: bool, json_: bool
) -> int:
    """Show the portfolio on standard output or in a file, and return the exit code."""
    view = format_ or (_by_name(out) if out else TERMINAL)
    matrix, problems = portfolio(project)
    shown = PortfolioShown(matrix, project.house.profile)
    if out is not None:
        if view == TERMINAL:
            raise click.UsageError(f"--out gäller en fil; välj --format {' eller '.join(VIEWS)}")
        write(out, chosen(VIEWS, view).write(shown).data, force=force)
    if json_:
        answer("list", {"matrix": [asdict(matrix)]}, problems)
    elif out is not None:
        click.echo(f"{out} är skriven.")
    elif view == TERMINAL:
        width = min(shutil.get_terminal_size((100, 24)).columns, _WIDEST)
        click.echo(speech.shown(to_terminal(matrix, width)), nl=False)
    else:
        click.echo(chosen(VIEWS, view).write(shown).data, nl=False)
    speech.tell(problems)
    return speech.exit_code(problems)


def _by_name(out: Path) -> str:
    named = by_suffix(VIEWS, out)
    if not named:
        raise click.UsageError("säg med --format vilket format filen ska ha")
    return named
