"""A workspace as it is while many are done: a process reads it for all, and now and then anew."""

from functools import lru_cache
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Final

from avtalsgen.pipeline.batch.job import Ground
from avtalsgen.pipeline.workspace.snapshot import Snapshot
from avtalsgen.pipeline.workspace.workspace import Workspace, find
from avtalsgen.problems import AvtalsgenError

if TYPE_CHECKING:
    from avtalsgen.pipeline.workspace.project import Project

READ_ANEW: Final = 250
"""Times that a workspace is asked for before it is read anew.

What is read of each document is kept till then, so a process takes no more for many than for few.
"""
_MOMENTS = count()
_ASKED = count()


def ground_at(root: Path, here: Path | None = None) -> Ground:
    """Return the ground of one command: what it reads is of one moment."""
    return Ground(root, here or root, f"{next(_MOMENTS)}")


def ground_round(here: Path) -> Ground:
    """Return the ground of a command that needs no workspace: the one round `here`, or `here`."""
    try:
        return ground_at(find(here), here)
    except AvtalsgenError:
        return ground_at(here, here)


def opened(ground: Ground, profile: str = "") -> "tuple[Project, Snapshot]":
    """Return the workspace of `ground`, and the files that it is read from.

    Raises:
        AvtalsgenError: what is wrong in the files that all documents share.
    """
    return _opened(ground, profile, next(_ASKED) // READ_ANEW)


@lru_cache(maxsize=1)
def _opened(ground: Ground, profile: str, _turn: int) -> "tuple[Project, Snapshot]":
    from avtalsgen.pipeline.workspace.project import read_project  # what is unchanged needs none

    files = Snapshot(Workspace(ground.root))
    return read_project(files, profile, ground.root), files
