"""Earlier versions of files, as git has kept them.

Objects are read and nothing else: no hook runs, no filter, nothing is fetched and nothing is
checked out.
"""

import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from dulwich.errors import NotGitRepository
from dulwich.object_store import BaseObjectStore
from dulwich.objects import Blob, Commit, ObjectID, Tree
from dulwich.objectspec import parse_commit
from dulwich.repo import Repo

from avtalsgen.pipeline.workspace.paths import segments
from avtalsgen.pipeline.workspace.workspace import bounded, by_people
from avtalsgen.problems import AvtalsgenError, Exit, Problem
from avtalsgen.records import dataclass
from avtalsgen.swedish.dates import parse_date

_REVISION = re.compile(r"(?P<start>@|[\w][\w./+-]{0,199})?(?P<steps>(?:[~^]\d{0,4})*)")
_STEP = re.compile(r"([~^])(\d*)")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_SEARCHED = 200_000
"""Commits that are looked through for a date."""
_ABSENT = (KeyError, ValueError, OSError)
"""What dulwich raises where git would say that there is no such thing."""
_HINT = "skriv till exempel @HEAD~1, @main, @2026-11-01 eller början på en versions kod"


@dataclass(frozen=True, slots=True)
class CommitFiles:
    """The files below a folder in one commit; it is a `source.Files`.

    Names are NFC, as in a workspace on disk. A link leads nowhere: what it led to then is not
    known to be inside.
    """

    store: BaseObjectStore
    root: ObjectID
    """The tree of the commit."""
    folder: str
    """From the root of the repository; empty for the root itself."""

    def read(self, path: str) -> bytes:
        """Return the bytes of `path` in the commit.

        Raises:
            FileNotFoundError: there was no such file, or it was a folder or a link.
            PermissionError: `path` leads out of the folder.
            OverflowError: it is larger than a file of a workspace may be.
        """
        entry = self._find(path)
        if entry is None or not S_ISREG(entry[0]):
            raise FileNotFoundError(f"filen {path} finns inte i versionen")
        blob = self.store[entry[1]]
        if not isinstance(blob, Blob):
            raise FileNotFoundError(f"filen {path} finns inte i versionen")
        return bounded(path, blob.data)

    def names(self, folder: str) -> tuple[str, ...]:
        """Return the names in `folder` in the commit, sorted; none if it was not there."""
        try:
            folder_entry = self._find(folder)
        except PermissionError:
            return ()
        tree = self.store[folder_entry[1]] if folder_entry and S_ISDIR(folder_entry[0]) else None
        if not isinstance(tree, Tree):
            return ()
        return by_people(_name(entry.path) for entry in tree.iteritems())

    def _find(self, path: str) -> tuple[int, ObjectID] | None:
        """Return the mode and the object of `path`, if it was there."""
        mode, object_id = _FOLDER, self.root
        for name in (*segments(self.folder), *segments(path)):
            tree = self.store[object_id] if S_ISDIR(mode) else None
            if not isinstance(tree, Tree):
                return None
            entry = next((each for each in tree.iteritems() if _name(each.path) == name), None)
            if entry is None:
                return None
            mode, object_id = entry.mode, entry.sha
        return mode, object_id


_FOLDER = 0o040000
"""The mode of a folder in git."""


@contextmanager
def at(folder: Path, revision: str) -> Iterator[CommitFiles]:
    """Give the files that `folder` held in `revision`; the folder need not be there any more.

    `revision` is as git has it: `HEAD~1`, `@^`, a branch, a tag, the first four or more signs of
    a commit; or a date, for the last commit of that day or before it.

    Raises:
        AvtalsgenError: GI01 no history is kept there, GI02 it has no such revision.
    """
    place = _absolute(folder)
    with _repository(place) as repository:
        top = Path(repository.path).resolve()
        commit = _commit(repository, revision)
        inside = place.relative_to(top).as_posix() if place != top else ""
        yield CommitFiles(repository.object_store, commit.tree, "" if inside == "." else inside)


def is_known(folder: Path, revision: str) -> bool:
    """Return whether `folder` has a history with `revision` in it."""
    try:
        with at(folder, revision):
            return True
    except AvtalsgenError:
        return False


def _absolute(folder: Path) -> Path:
    """Return `folder` with links followed as far as it is on disk."""
    return folder.resolve()


@contextmanager
def _repository(folder: Path) -> Iterator[Repo]:
    there = next(place for place in (folder, *folder.parents) if place.is_dir())
    try:
        repository = Repo.discover(there)
    except (NotGitRepository, OSError, ValueError):
        message = f"det finns ingen git-historik för {folder}"
        hint = "ange filen utan @, eller lägg arbetsytan i git"
        problem = Problem("GI01", message, hint=hint, exit=Exit.NOT_FOUND)
        raise AvtalsgenError([problem]) from None
    with repository:
        if not folder.is_relative_to(Path(repository.path).resolve()):
            message = f"{folder} ligger utanför den mapp som git har historik för"
            problem = Problem("GI01", message, hint="ange en fil i mappen", exit=Exit.NOT_FOUND)
            raise AvtalsgenError([problem])
        yield repository


def _commit(repository: Repo, revision: str) -> Commit:
    written = _REVISION.fullmatch(revision)
    if not revision or not written or ".." in revision:
        raise _unknown(revision)
    start = written["start"] or "HEAD"
    try:
        commit = _on(repository, start) if _DATE.fullmatch(start) else _named(repository, start)
        for sign, number in _STEP.findall(written["steps"]):
            commit = _step(repository, commit, sign, int(number or 1))
    except _ABSENT:
        raise _unknown(revision) from None
    return commit


def _named(repository: Repo, name: str) -> Commit:
    return parse_commit(repository, b"HEAD" if name == "@" else name.encode())


def _on(repository: Repo, day: str) -> Commit:
    """Return the last commit on `day`, where it was made, or before."""
    last = parse_date(day)
    for entry in repository.get_walker(max_entries=_SEARCHED):
        if _day(entry.commit) <= last:
            return entry.commit
    raise KeyError(day)


def _day(commit: Commit) -> date:
    moment = datetime.fromtimestamp(commit.commit_time, UTC)
    return (moment + timedelta(seconds=commit.commit_timezone)).date()


def _step(repository: Repo, commit: Commit, sign: str, number: int) -> Commit:
    """Return an earlier commit, as `~` and `^` say (gitrevisions)."""
    parents = [0] * number if sign == "~" else [number - 1] * (number > 0)
    for parent in parents:
        if parent >= len(commit.parents):
            raise KeyError(number)
        parent_commit = repository[commit.parents[parent]]
        if not isinstance(parent_commit, Commit):
            raise KeyError(number)
        commit = parent_commit
    return commit


def _name(path: bytes) -> str:
    return unicodedata.normalize("NFC", path.decode("utf-8", "replace"))


def _unknown(revision: str) -> AvtalsgenError:
    message = f"versionen ”{revision}” finns inte i git-historiken"
    return AvtalsgenError([Problem("GI02", message, hint=_HINT, exit=Exit.NOT_FOUND)])
