"""Which texts are in force on a day, of the uppdrag that the user names."""

from collections.abc import Iterable
from datetime import date

from avtalsgen.assemble.tillagg.days import edition_on
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.pipeline.workspace.selection import newest, select
from avtalsgen.pipeline.workspace.workspace import Workspace
from avtalsgen.swedish.dates import iso
from avtalsgen.uppdrag import directory


def in_force(
    project: Project, files: Workspace, names: Iterable[str], day: date
) -> tuple[tuple[str, str], ...]:
    """Return slug and edition (`2021:2022-01-01`) of the text in force on `day` for each name.

    A slug alone is the edition that has begun by then; every uppdrag when none is named.

    Raises:
        AvtalsgenError: as `select`; UP05 no edition has begun.
    """
    every = directory.slugs(files)
    asked = tuple(names) or every
    chosen: dict[tuple[str, str], None] = {}
    for name in asked:
        if name in every:
            chosen[name, edition_on(project.editions, name, newest(files, name), day)] = None
        else:
            chosen.update(dict.fromkeys(select(files, [name])))
    return tuple((slug, f"{edition}:{iso(day)}") for slug, edition in chosen)
