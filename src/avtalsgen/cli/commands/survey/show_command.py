"""`avtalsgen show`."""

from pathlib import Path

import click

from avtalsgen.cli.answers import answer
from avtalsgen.cli.viewing import asked_view, show_or_write
from avtalsgen.model.portfolio import AskedFact, Questionnaire
from avtalsgen.pipeline.output.views import chosen
from avtalsgen.pipeline.survey.portfolio_views import write
from avtalsgen.pipeline.survey.questionnaire import questionnaire
from avtalsgen.pipeline.survey.questionnaire_views import VIEWS, QuestionnaireShown
from avtalsgen.pipeline.workspace.project import open_project
from avtalsgen.pipeline.workspace.selection import select
from avtalsgen.pipeline.workspace.workspace import Workspace, find

_EXAMPLES = """\b
Exempel:
  avtalsgen show mitt-uppdrag
  avtalsgen show mitt-uppdrag --out svar.docx
"""


@click.command("show", epilog=_EXAMPLES)
@click.argument("name", metavar="UPPDRAG")
@click.option(
    "--format",
    "format_",
    type=click.Choice(tuple(VIEWS)),
    help="Form att visa eller skriva i. Annars det som --out slutar på.",
)
@click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), metavar="FIL", help="Fil att skriva."
)
@click.option("--force", is_flag=True, help="Skriv över en fil som någon annan har gjort.")
@click.option("--json", "json_", is_flag=True, help="Skriv resultatet som JSON.")
def command(name: str, format_: str | None, out: Path | None, *, force: bool, json_: bool) -> int:
    """Visa frågorna om ett uppdrag med svaren, för den som ska godkänna dem.

    Varje fråga står med svaret och den rad där det är skrivet, också de frågor som saknar svar.
    UPPDRAG är slug@utgåva, eller slug (den nyaste utgåvan).
    """
    root = find(Path.cwd())
    ((slug, edition),) = select(Workspace(root), [name])
    project = open_project(root)
    told = questionnaire(project, slug, edition)
    if json_:
        answer("show", _fields(told))
        return 0
    view = asked_view(VIEWS, format_, out)
    data = chosen(VIEWS, view).write(QuestionnaireShown(told, project)).data
    show_or_write(view, data, out, write, force=force)
    return 0


def _fields(told: Questionnaire) -> dict[str, object]:
    return {
        "uppdrag": told.name,
        "title": told.title,
        "status": told.status,
        "answers": [_fact(fact) for fact in told.asked],
    }


def _fact(fact: AskedFact) -> dict[str, object]:
    return {
        "path": fact.path,
        "question": fact.question,
        "answer": list(fact.lines) if fact.said == "känt" else None,
        "unknown": fact.lines[0] if fact.said == "okänt" else None,
        "file": fact.origin.file if fact.origin else None,
        "line": fact.origin.line if fact.origin else None,
    }
