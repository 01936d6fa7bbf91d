"""One program at a time in a folder, so that two builds at once do not lose each other's notes.

The system keeps the turn by an open file, and takes it back when the program ends, however it
ends: nothing is left that somebody has to remove.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path


@contextmanager
def turn(folder: Path) -> Iterator[None]:
    """Wait till nobody else has the turn in `folder`, made if it is not there, and hold it.

    On a disk that knows no locks, as some network disks, there is no waiting.
    """
    with suppress(OSError):  # whoever writes there tells why it cannot be
        folder.mkdir(parents=True, exist_ok=True)
    descriptor = _opened(folder)
    try:
        yield
    finally:
        if descriptor is not None:
            os.close(descriptor)


if sys.platform == "win32":
    import msvcrt
    import tempfile

    def _opened(folder: Path) -> int | None:
        """Return the descriptor that holds the turn: of a file beside, as no folder is opened."""
        name = sha256(str(folder.resolve()).encode()).hexdigest()[:32]
        place = Path(tempfile.gettempdir()) / f"avtalsgen-{name}.lock"
        try:
            descriptor = os.open(place, os.O_RDWR | os.O_CREAT)
        except OSError:
            return None
        with suppress(OSError):
            msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)
        return descriptor

else:
    import fcntl

    def _opened(folder: Path) -> int | None:
        """Return the descriptor that holds the turn, of the folder itself."""
        try:
            descriptor = os.open(folder, os.O_RDONLY)
        except OSError:
            return None
        with suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        return descriptor
