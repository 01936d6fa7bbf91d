"""`avtalsgen init`."""

from pathlib import Path

import click

from avtalsgen.pipeline.new.init import init
from avtalsgen.pipeline.workspace.selection import FIRST

_EXAMPLES = """\b
Exempel:
  avtalsgen init socialnamnden
"""


@click.command("init", epilog=_EXAMPLES)
@click.argument("folder", type=click.Path(path_type=Path), metavar="MAPP")
def command(folder: Path) -> int:
    """Gör en ny arbetsyta med klausulbiblioteket i en tom eller ny mapp."""
    written = init(folder)
    click.echo(f"{folder} är en arbetsyta med {len(written)} filer.")
    click.echo(f"Gå dit och börja med: {FIRST}")
    return 0
