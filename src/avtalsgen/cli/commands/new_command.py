"""`avtalsgen new`."""

from pathlib import Path

import click

from avtalsgen.pipeline.new.new import new, new_edition
from avtalsgen.pipeline.workspace.project import open_project
from avtalsgen.pipeline.workspace.selection import newest
from avtalsgen.pipeline.workspace.workspace import Workspace, find

_EXAMPLES = """\b
Exempel:
  avtalsgen new verksamhetsuppdrag mitt-uppdrag
  avtalsgen new --from mitt-uppdrag@2021 --edition 2026
"""


@click.command("new", epilog=_EXAMPLES)
@click.argument("names", nargs=-1, metavar="[TYP SLUG]")
@click.option("--from", "source", metavar="SLUG@UTGÅVA", help="Utgåva att göra en ny utgåva av.")
@click.option(
    "--edition", metavar="UTGÅVA", default="", help="Den nya utgåvans namn, till exempel 2026."
)
@click.option("--short", is_flag=True, help="Fråga bara efter det som inte kan utelämnas.")
def command(names: tuple[str, ...], source: str | None, edition: str, *, short: bool) -> int:
    """Gör ett nytt uppdrag, eller en ny utgåva av ett gammalt.

    TYP är en dokumenttyp, till exempel verksamhetsuppdrag eller verksamhetsuppdrag@2019. SLUG
    är uppdragets namn i filer och kommandon: små bokstäver a–z, siffror och bindestreck.
    """
    root = find(Path.cwd())
    project = open_project(root)
    if source:
        if names or not edition or short:
            raise click.UsageError("skriv: avtalsgen new --from SLUG@UTGÅVA --edition NY")
        old_slug, _, old = source.partition("@")
        old = old or newest(Workspace(root), old_slug)
        path = new_edition(project, root, old_slug, old, edition)
        click.echo(f"{_shown(path, root)} är en kopia av {old_slug}@{old} med status utkast.")
        click.echo(f"Ändra i den och bygg med: avtalsgen build {old_slug}@{edition}")
        return 0
    if len(names) != 2:
        raise click.UsageError("skriv: avtalsgen new TYP SLUG")
    type_name, slug = names
    path = new(project, root, type_name, slug, edition, short=short)
    click.echo(f"{_shown(path, root)} väntar på dina svar.")
    if short:
        click.echo(f"Se vad som återstår med: avtalsgen status {slug}@{path.stem}")
    click.echo(f"Bygg sedan med: avtalsgen build {slug}@{path.stem}{' --draft' if short else ''}")
    return 0


def _shown(path: Path, root: Path) -> str:
    return path.relative_to(root.resolve()).as_posix()
