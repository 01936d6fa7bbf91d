"""What a workspace has, as it was found last time when nothing of it has changed."""

from dataclasses import fields
from pathlib import Path
from typing import Any

from avtalsgen.pipeline.memory.memory import Memory
from avtalsgen.pipeline.memory.problem_data import from_data, to_data
from avtalsgen.pipeline.memory.store import Json
from avtalsgen.pipeline.survey.listing_rows import ClauseRow, IndexRow, Listing, UppdragRow
from avtalsgen.pipeline.workspace.snapshot import Snapshot
from avtalsgen.pipeline.workspace.workspace import Workspace

_QUESTION = "list"


def listed(root: Path) -> Listing:
    """Return what the workspace at `root` has, sorted by name.

    Raises:
        AvtalsgenError: what is wrong in the files that all documents share.
    """
    files = Snapshot(Workspace(root))
    memory = Memory(root, files)
    before = _listing(memory.recall(_QUESTION))
    if before is not None:
        return before
    from avtalsgen.pipeline.survey.listing import listing
    from avtalsgen.pipeline.workspace.project import read_project

    with files.recording() as made_of:
        now = listing(read_project(files))
    memory.note(_QUESTION, made_of, _data(now))
    memory.save()
    return now


def _data(listing: Listing) -> Json:
    rows = (listing.uppdrag, listing.clauses, listing.indices)
    return [*([_row(row) for row in part] for part in rows), [*map(to_data, listing.problems)]]


def _row(row: UppdragRow | ClauseRow | IndexRow) -> Json:
    values = ((field.name, getattr(row, field.name)) for field in fields(row))
    return {name: [*value] if isinstance(value, tuple) else value for name, value in values}


def _listing(data: Json) -> Listing | None:
    """Return the listing that `data` was made of, nothing if it was made of none."""
    match data:
        case [list(uppdrag), list(clauses), list(indices), list(problems)]:
            pass
        case _:
            return None
    try:
        return Listing(
            tuple(UppdragRow(**_fields(row)) for row in uppdrag),
            tuple(ClauseRow(**_fields(row)) for row in clauses),
            tuple(IndexRow(**_fields(row)) for row in indices),
            tuple(from_data(problem) for problem in problems),
        )
    except (TypeError, ValueError, AttributeError):
        return None


def _fields(row: Any) -> Any:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}
