"""`avtalsgen takeback`."""

from pathlib import Path

import click

from avtalsgen.cli import speech
from avtalsgen.cli.answers import answer
from avtalsgen.pipeline.takeback.takeback import returned
from avtalsgen.pipeline.workspace.project import open_project
from avtalsgen.pipeline.workspace.workspace import find
from avtalsgen.problems import Exit
from avtalsgen.writers.returned.json import change_data
from avtalsgen.writers.returned.terminal import to_terminal

_PATH = click.Path(path_type=Path, dir_okay=False)


@click.command("takeback")
@click.argument("file", type=_PATH, metavar="FIL")
@click.option("--json", "json_", is_flag=True, help="Skriv resultatet som JSON.")
def command(file: Path, *, json_: bool) -> int:
    """Ta hem en Wordfil som är byggd här och som någon har ändrat.

    Varje skillnad visas för sig: ett värde, en avvikelse från klausulen, ett avsnitt som är nytt,
    struket eller flyttat, formatering och kommentarer. Det som inte är spårat visas först.
    """
    back = returned(open_project(find(Path.cwd())), file)
    result = back.taken.result
    if json_:
        fields = {
            "file": file.as_posix(),
            "uppdrag": result.uppdrag,
            "edition": result.edition,
            "notes": list(result.notes),
            "changes": [change_data(change) for change in result.changes],
        }
        answer("takeback", fields)
    else:
        click.echo(speech.shown(to_terminal(result)), nl=False)
    return Exit.LOOK if result.changes else Exit.FINE
