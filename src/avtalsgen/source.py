"""Where a piece of text came from, and the files it is read from."""

from typing import Protocol

from avtalsgen.frozen import frozen


@frozen
class Origin:
    """A place a person can open: a file, and a line and column counted from 1."""

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
