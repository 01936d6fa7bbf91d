"""What `check` finds in every uppdrag: known at once where it is, else worked out beside the pages.

told ──► what is known of the workspace as it is now
start ──► a thread ──► a few editions at a time, each time in a process apart
"""

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date
from pathlib import Path
from threading import Lock
from typing import Final, Literal

from avtalsgen.pipeline.memory.stamp import stamp
from avtalsgen.pipeline.overview.checked import CheckCounts, checked_before, checked_now
from avtalsgen.problems import AvtalsgenError
from avtalsgen.web.uploads.apart import apart

_AT_ONCE: Final = 8
"""Editions of one process: some seconds, after which a page tells of them."""
CheckState = CheckCounts | Literal["waits", "runs", "failed"]
"""What a check found; nobody has asked for it; it is made; why it cannot be, its page tells."""
_Moment = tuple[str, date]
"""The workspace as it was, and the day."""


class CheckBoard:
    """The checks of the workspace at `root`; those of another moment are forgotten."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._moment: _Moment = ("", date.min)
        self._known: dict[str, CheckCounts] = {}
        self._asked: set[str] = set()
        self._unmade: set[str] = set()
        self._lock = Lock()
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="check")

    def told(self, names: Sequence[str], day: date) -> Mapping[str, CheckState]:
        """Return how far the check of each of `names` has come."""
        _, known = self._now(names, day)
        with self._lock:
            asked, unmade = self._asked, self._unmade
            return {
                name: known.get(name)
                or ("failed" if name in unmade else "runs" if name in asked else "waits")
                for name in names
            }

    def start(self, names: Sequence[str], day: date) -> None:
        """Work out what is not known of `names`, beside the pages."""
        moment, known = self._now(names, day)
        with self._lock:
            lacking = [name for name in names if name not in known and name not in self._asked]
            self._asked |= set(lacking)
        if lacking:
            self._pool.submit(self._work, moment, lacking)

    def wait(self) -> None:
        """Return when all that was started is made."""
        self._pool.submit(int).result()

    def close(self) -> None:
        """Begin nothing more."""
        self._moment = ("", date.max)
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _now(self, names: Sequence[str], day: date) -> tuple[_Moment, dict[str, CheckCounts]]:
        moment = stamp(self._root), day
        with self._lock:
            if moment != self._moment:
                self._moment, self._asked, self._unmade = moment, set(), set()
                self._known = dict(checked_before(self._root, names, day))
            return moment, dict(self._known)

    def _work(self, moment: _Moment, names: Sequence[str]) -> None:
        for first in range(0, len(names), _AT_ONCE):
            some = names[first : first + _AT_ONCE]
            if self._moment != moment:
                return
            made: Mapping[str, CheckCounts] = {}
            with suppress(AvtalsgenError, RuntimeError):  # told where an edition is worked on
                made = apart(checked_now, self._root, some, moment[1])
            with self._lock:
                if self._moment == moment:
                    self._known |= made
                    self._unmade |= set(some) - made.keys()
