"""A workspace as it is while one thing is done: each file is read once, each folder listed once."""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from hashlib import sha256
from typing import Final

from avtalsgen.source import Files, Made
from avtalsgen.uppdrag.directory import FOLDER, LOCK

_KEPT: Final = 512 * 1024
"""Bytes; a larger file, an annex or a font, is read again when it is asked for again."""


class Snapshot:
    """`files` as they were when they were first asked for; it is a `source.Files` itself.

    What changes on disk in the meantime is not seen, so that everything a command says is of
    the same moment.
    """

    def __init__(self, files: Files, kept: int = _KEPT) -> None:
        """Look at `files`; those of at most `kept` bytes are kept."""
        self._files = files
        self._kept = kept
        self._data: dict[str, bytes] = {}
        self._names: dict[str, tuple[str, ...]] = {}
        self._digests: dict[str, str] = {}
        self._shared: dict[str, None] = {}
        self._own: dict[str, None] = {}

    def read(self, path: str) -> bytes:
        """Return the bytes of `path`; raises as the files below."""
        self._note(path)
        data = self._data.get(path)
        if data is None:
            try:
                data = self._files.read(path)
            except (OSError, OverflowError):
                self._digests[path] = ""
                raise
            if len(data) <= self._kept:
                self._data[path] = data
            else:
                self._digests.setdefault(path, sha256(data).hexdigest())
        return data

    def names(self, folder: str) -> tuple[str, ...]:
        """Return the names in `folder`; none if it is not there."""
        self._note(f"{folder}/")
        names = self._names.get(folder)
        if names is None:
            names = self._names[folder] = self._files.names(folder)
        return names

    def _note(self, path: str) -> None:
        noted = self._own if path.startswith(f"{FOLDER}/") else self._shared
        noted[path] = None

    def reading(self, work: Callable[[], Made]) -> tuple[Made, Collection[str]]:
        """Return what `work` makes, and the paths of `uppdrag/` that it read for it."""
        before, self._own = self._own, {}
        try:
            return work(), self._own
        finally:
            self._own = {**before, **self._own}

    def read_before(self, paths: Collection[str]) -> None:
        """Note that the work now being done stands on `paths`, which were read before it."""
        self._own.update(dict.fromkeys(paths))

    @contextmanager
    def recording(self) -> Iterator[dict[str, str]]:
        """Yield what is filled in the end: the digest of all that the work was made of, by path.

        What is read of `uppdrag/` in between, and everything else that was ever read: clauses
        are read by the first that needs them and kept for all.
        """
        before, self._own = self._own, {}
        made_of: dict[str, str] = {}
        try:
            yield made_of
        finally:
            paths, self._own = {**self._shared, **self._own}, {**before, **self._own}
            made_of.update((path, self.digest(path)) for path in paths)

    def digest(self, path: str) -> str:
        """Return the SHA-256 of a file, or of the names in a folder (`path` ends in `/`).

        Nothing for a file that cannot be read. A lock is read by its own path, whoever wants it,
        so a folder in which one comes is as it was.
        """
        digest = self._digests.get(path)
        if digest is None:
            digest = self._digests[path] = self._hashed(path)
        return digest

    def _hashed(self, path: str) -> str:
        if path.endswith("/"):
            names = (name for name in self.names(path[:-1]) if not name.endswith(LOCK))
            return sha256("\0".join(names).encode()).hexdigest()
        try:
            return sha256(self.read(path)).hexdigest()
        except (OSError, OverflowError):
            return ""
