"""Where a piece of text came from, and the files it is read from."""

from collections.abc import Callable, Collection
from typing import Any, NamedTuple, Protocol, TypeVar, runtime_checkable

Made = TypeVar("Made")


class Origin(NamedTuple):
    """A place a person can open: a file, and a line and column counted from 1.

    A tuple: every word of YAML has one, and a frozen dataclass takes four times as long to make.
    """

    file: str
    line: int
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Files(Protocol):
    """The files of a workspace, by path from its root with `/` between folders.

    The disk, a revision in git and a dict in a test are all `Files`; nothing but
    the pipeline knows which one it has.
    """

    def read(self, path: str) -> bytes:
        """Return the bytes of `path`.

        Raises:
            FileNotFoundError: there is no such file.
            PermissionError: `path` leads out of the workspace.
            OverflowError: the file is larger than a text written by people.
        """
        ...

    def names(self, folder: str) -> tuple[str, ...]:
        """Return the names in `folder`, files and folders, sorted; none if it is not there.

        A folder that leads out of the workspace is not there.
        """
        ...


@runtime_checkable
class KeptFiles(Files, Protocol):
    """Files that never change, and that can tell what a piece of work has read of them."""

    def reading(self, work: Callable[[], Made]) -> tuple[Made, Collection[str]]:
        """Return what `work` makes, and the paths that it read for it."""
        ...

    def read_before(self, paths: Collection[str]) -> None:
        """Note that the work now being done stands on `paths`, which were read before it."""
        ...


Kept = dict[object, tuple[Any, Collection[str]]]
"""What was made of files that never change, and the paths that were read for it."""


def once(files: Files, kept: Kept, what: object, work: Callable[[], Made]) -> Made:
    """Return what `work` makes of `files`, made once as `what` in `kept` if they never change."""
    if not isinstance(files, KeptFiles):
        return work()
    if what not in kept:
        kept[what] = files.reading(work)
    made: Made = kept[what][0]
    files.read_before(kept[what][1])
    return made
