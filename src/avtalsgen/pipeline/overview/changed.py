"""When somebody last changed a file of an uppdrag, by the disk."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from avtalsgen.pipeline.overview.rows import OverviewRow
from avtalsgen.pipeline.workspace.workspace import Workspace
from avtalsgen.uppdrag import directory


def last_changes(root: Path, rows: Iterable[OverviewRow]) -> Mapping[str, datetime]:
    """Return when each uppdrag was last changed, in the time of this machine, by its slug."""
    files = Workspace(root)
    changes: dict[str, datetime] = {}
    for row in rows:
        for edition in (row.newest, *row.about):
            with suppress(OSError):  # it is gone since the row was made
                place = files.locate(directory.path_of(row.slug, edition))
                moment = datetime.fromtimestamp(place.stat().st_mtime).astimezone()
                changes[row.slug] = max(moment, changes.get(row.slug, moment))
    return changes
