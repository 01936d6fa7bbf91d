"""What the register of the place where the user stands gives to a check."""

from functools import lru_cache
from pathlib import Path

from avtalsgen.pipeline.workspace.starter import starter_clauses
from avtalsgen.pipeline.workspace.workspace import Workspace, find
from avtalsgen.problems import AvtalsgenError
from avtalsgen.register.checking.lore import Lore, read_lore
from avtalsgen.source import Files


def lore_of(here: Path) -> Lore:
    """Return what the workspace around `here` knows; what it has no file for comes along.

    Raises:
        AvtalsgenError: one of its files is wrong.
    """
    try:
        root = find(here)
    except AvtalsgenError:
        return _that_comes_along()
    return lore_in(Workspace(root))


def lore_in(files: Files) -> Lore:
    """Return what a workspace knows; what it has no file for comes along.

    Raises:
        AvtalsgenError: one of its files is wrong.
    """
    return read_lore(files, _carried())


@lru_cache(maxsize=1)
def _that_comes_along() -> Lore:
    return read_lore(_carried(), _carried())


def _carried() -> Workspace:
    return Workspace(starter_clauses().parent)
