"""Files that somebody is deciding on: in memory until they are let go, and never on disk.

A file that came back is looked at, decided on and answered, which takes more than one request.
It is held meanwhile under a name that nobody can guess, and dies with the process, however that
ends: on disk it would outlive one that was killed. Of more than two full forms the oldest are
let go.
"""

from collections.abc import Sequence
from threading import Lock
from typing import Final

from avtalsgen.problems import AvtalsgenError, Exit, Problem
from avtalsgen.web.safety.guard import MOST_BYTES
from avtalsgen.web.safety.tokens import unguessable
from avtalsgen.web.uploads.received import Received

MOST_HELD: Final = 2 * MOST_BYTES
"""Bytes of all files together: a form is no larger than half of it."""
_MOST: Final = 40
"""Forms."""


class HeldFiles:
    """What is held, the oldest first."""

    def __init__(self) -> None:
        self._held: dict[str, tuple[Received, ...]] = {}
        self._lock = Lock()

    def hold(self, files: Sequence[Received]) -> str:
        """Return the name that `files` are held by from now on."""
        name = unguessable()
        with self._lock:
            self._held[name] = tuple(files)
            while len(self._held) > 1 and self._too_many():
                del self._held[next(iter(self._held))]
        return name

    def get(self, name: str) -> tuple[Received, ...]:
        """Return the files that are held by `name`.

        Raises:
            AvtalsgenError: WE06 there are none, or no longer.
        """
        files = self._held.get(name)
        if files is None:
            message = "filen finns inte kvar i minnet"
            hint = "välj den igen; det som du har sparat är kvar"
            raise AvtalsgenError([Problem("WE06", message, hint=hint, exit=Exit.NOT_FOUND)])
        return files

    def let_go(self, name: str) -> None:
        """Forget the files that are held by `name`."""
        with self._lock:
            self._held.pop(name, None)

    def _too_many(self) -> bool:
        size = sum(len(file.data) for files in self._held.values() for file in files)
        return len(self._held) > _MOST or size > MOST_HELD
