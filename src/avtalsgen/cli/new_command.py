"""`avtalsgen new`."""

from pathlib import Path

import click

from avtalsgen.pipeline.new import new, new_edition
from avtalsgen.pipeline.project import open_project
from avtalsgen.pipeline.selection import newest
from avtalsgen.pipeline.workspace import Workspace, find


@click.command("new")
@click.argument("type_name", metavar="[TYP]", required=False)
@click.argument("slug", metavar="[SLUG]", required=False)
@click.option("--from", "source", metavar="SLUG@UTGÅVA", help="Utgåva att göra en ny utgåva av.")
@click.option("--edition", metavar="UTGÅVA", default="", help="Den nya utgåvans namn.")
def command(type_name: str | None, slug: str | None, source: str | None, edition: str) -> int:
    """Gör ett nytt uppdrag, eller en ny utgåva av ett gammalt.

    TYP är en dokumenttyp, till exempel verksamhetsuppdrag. SLUG är uppdragets namn i filer och
    kommandon, till exempel vald-i-nara-relation.
    """
    root = find(Path.cwd())
    project = open_project(root)
    if source:
        if type_name or slug or not edition:
            raise click.UsageError("skriv: avtalsgen new --from SLUG@UTGÅVA --edition NY")
        old_slug, _, old = source.partition("@")
        old = old or newest(Workspace(root), old_slug)
        path = new_edition(project, root, old_slug, old, edition)
        click.echo(f"{_shown(path, root)} är en kopia av {old_slug}@{old} med status utkast.")
        click.echo(f"Ändra i den och bygg med: avtalsgen build {old_slug}@{edition}")
        return 0
    if not (type_name and slug):
        raise click.UsageError("skriv: avtalsgen new TYP SLUG")
    path = new(project, root, type_name, slug, edition)
    click.echo(f"{_shown(path, root)} väntar på dina svar.")
    click.echo(f"Bygg sedan med: avtalsgen build {slug}@{path.stem}")
    return 0


def _shown(path: Path, root: Path) -> str:
    return path.relative_to(root.resolve()).as_posix()
