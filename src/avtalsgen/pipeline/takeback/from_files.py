"""Files that came back, for a page: each act from the files again, so that it can be done apart.

Nothing here writes but `put`: what a stranger made is read in a process that may not.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from avtalsgen.model.returned.changes import TakenBack
from avtalsgen.pipeline.output import atomic
from avtalsgen.pipeline.takeback.acceptance import Accepted, AcceptOrder
from avtalsgen.pipeline.takeback.copies import accepted_of_copies
from avtalsgen.pipeline.takeback.reports import report_data
from avtalsgen.pipeline.takeback.takeback import joined_copies, returned
from avtalsgen.pipeline.workspace.project import open_project
from avtalsgen.pipeline.workspace.workspace import Workspace
from avtalsgen.uppdrag.status import SIGNED
from avtalsgen.writers.returned.report import OurReply


def changes_of(root: Path, paths: Sequence[Path]) -> tuple[TakenBack, bool]:
    """Return what was done to copies of one file, and whether their edition is signed.

    Raises:
        AvtalsgenError: as `returned` and `joined_copies`.
    """
    project = open_project(root)
    result = joined_copies([returned(project, path) for path in paths])
    uppdrag = project.uppdrag(result.uppdrag, result.edition)
    return result, uppdrag.status == SIGNED


def accepted_of(root: Path, paths: Sequence[Path], order: AcceptOrder) -> Accepted:
    """Return what a decision on the changes of copies of one file makes, not written.

    Raises:
        AvtalsgenError: as `returned` and `accepted_of_copies`.
    """
    project = open_project(root)
    return accepted_of_copies(project, [returned(project, path) for path in paths], order)


def report_of(
    root: Path, paths: Sequence[Path], format_: str, answers: Mapping[int, OurReply] | None = None
) -> bytes:
    """Return the changes as a file, or with `answers` as the list of a negotiation.

    Raises:
        AvtalsgenError: as `returned`, `joined_copies` and `report_data`.
    """
    project = open_project(root)
    backs = [returned(project, path) for path in paths]
    return report_data(project, backs, format_, answers)


def put(root: Path, accepted: Accepted) -> None:
    """Write what a decision makes, all of it or nothing."""
    files = Workspace(root)
    atomic.write_all({files.locate(path): data for path, data in accepted.files.items()})
