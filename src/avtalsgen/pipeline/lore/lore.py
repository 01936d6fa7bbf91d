"""What the register of the place where the user stands gives to a check."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path

from avtalsgen.check.facts.making import Desk
from avtalsgen.pipeline.workspace.overlay import ReadFiles
from avtalsgen.pipeline.workspace.starter import starter_clauses
from avtalsgen.pipeline.workspace.workspace import Workspace, find
from avtalsgen.problems import AvtalsgenError
from avtalsgen.register.checking.lore import Lore, read_lore
from avtalsgen.source import Files

_FOLDERS = ("clauses/register", "clauses/register/ord")


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


def desk_in(files: Files, today: date) -> Desk:
    """Return what the documents of a workspace are checked with: one desk while its files are so.

    Raises:
        AvtalsgenError: one of its files is wrong.
    """
    try:
        register = tuple((path, files.read(path)) for path in _paths(files))
    except (OSError, OverflowError):
        return Desk(lore_in(files), today)  # which tells of the file, if it is one of those
    return _desk(register, today)


def _paths(files: Files) -> Iterator[str]:
    for folder in _FOLDERS:
        names = (name for name in files.names(folder) if name.endswith(".yaml"))
        yield from (f"{folder}/{name}" for name in names)


@lru_cache(maxsize=2)
def _desk(register: tuple[tuple[str, bytes], ...], today: date) -> Desk:
    return Desk(lore_in(ReadFiles(dict(register))), today)


@lru_cache(maxsize=1)
def _that_comes_along() -> Lore:
    return read_lore(_carried(), _carried())


def _carried() -> Workspace:
    return Workspace(starter_clauses().parent)
