"""`avtalsgen schema`."""

from pathlib import Path

import click

from avtalsgen.pipeline.new.json_schema import PATH, schema_text
from avtalsgen.pipeline.output import atomic
from avtalsgen.pipeline.workspace.project import open_project
from avtalsgen.pipeline.workspace.workspace import find

_EXAMPLES = """\b
Exempel:
  avtalsgen schema --write
"""


@click.command("schema", epilog=_EXAMPLES)
@click.option("--write", is_flag=True, help=f"Skriv till {PATH} i arbetsytan.")
def command(*, write: bool) -> int:
    """Skriv ut JSON Schema för uppdrag.

    Med det visar en editor frågorna, alternativen och felen medan man fyller i. Skriv det på
    nytt när klausulerna eller parametrarna har ändrats.
    """
    root = find(Path.cwd())
    text = schema_text(open_project(root))
    if write:
        atomic.write(root / PATH, text.encode())
        click.echo(PATH)
    else:
        click.echo(text, nl=False)
    return 0
