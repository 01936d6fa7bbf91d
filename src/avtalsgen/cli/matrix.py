"""`avtalsgen list --matrix`."""

import shutil
from dataclasses import asdict
from pathlib import Path

import click

from avtalsgen.cli import speech
from avtalsgen.cli.answers import answer
from avtalsgen.pipeline.survey.portfolio import portfolio
from avtalsgen.pipeline.survey.portfolio_files import SUFFIXES, content, write
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.writers.portfolio.terminal import to_terminal

_WIDEST = 200


def show_matrix(
    project: Project, format_: str | None, out: Path | None, *, force: bool, json_: bool
) -> int:
    """Show the portfolio on standard output or in a file, and return the exit code."""
    chosen = format_ or (_by_name(out) if out else "terminal")
    found, problems = portfolio(project)
    if out is not None:
        if chosen == "terminal":
            raise click.UsageError(f"--out gäller en fil; välj --format {' eller '.join(SUFFIXES)}")
        write(out, content(found, chosen, project.profile), force=force)
    if json_:
        answer("list", {"matrix": [asdict(found)]}, problems)
    elif out is not None:
        click.echo(f"{out} är skriven.")
    elif chosen == "terminal":
        width = min(shutil.get_terminal_size((100, 24)).columns, _WIDEST)
        click.echo(speech.shown(to_terminal(found, width)), nl=False)
    else:
        click.echo(content(found, chosen, project.profile), nl=False)
    speech.tell(problems)
    return speech.exit_code(problems)


def _by_name(out: Path) -> str:
    named = [name for name, suffix in SUFFIXES.items() if out.suffix.lower() == suffix]
    if not named:
        raise click.UsageError("säg med --format vilket format filen ska ha")
    return named[0]
