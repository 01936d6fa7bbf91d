"""A workspace as it is while one thing is done: each file is read once, each folder listed once."""

from typing import Final

from avtalsgen.source import Files

_KEPT: Final = 512 * 1024
"""Bytes; a larger file, an annex or a font, is read again when it is asked for again."""


class Snapshot:
    """`files` as they were when they were first asked for; it is a `source.Files` itself.

    What changes on disk in the meantime is not seen, so that everything a command says is of
    the same moment.
    """

    def __init__(self, files: Files) -> None:
        self._files = files
        self._data: dict[str, bytes] = {}
        self._names: dict[str, tuple[str, ...]] = {}

    def read(self, path: str) -> bytes:
        """Return the bytes of `path`; raises as the files below."""
        data = self._data.get(path)
        if data is None:
            data = self._files.read(path)
            if len(data) <= _KEPT:
                self._data[path] = data
        return data

    def names(self, folder: str) -> tuple[str, ...]:
        """Return the names in `folder`; none if it is not there."""
        names = self._names.get(folder)
        if names is None:
            names = self._names[folder] = self._files.names(folder)
        return names
