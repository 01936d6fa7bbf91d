"""What pages are made of, kept in memory until a file of the workspace changes."""

from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import Final, TypeVar, cast

from avtalsgen.pipeline.memory.stamp import stamp

T = TypeVar("T")
_NOTHING: Final = object()
_MOST: Final = 200
"""Answers; of more the oldest go, as an address may ask for any day or file."""


class Remembered:
    """Answers by name, all of the workspace as it is now.

    Several who ask for the same wait for one who makes it.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._stamp = ""
        self._answers: dict[str, object] = {}
        self._before: dict[str, object] = {}
        self._turns: dict[str, Lock] = {}
        self._lock = Lock()

    def get(self, name: str, make: Callable[[], T]) -> T:
        """Return what `make` makes, or made when nothing was other than now."""
        now = stamp(self._root)
        with self._lock:
            if now != self._stamp:
                self._stamp, self._answers, self._turns = now, {}, {}
            answers, turn = self._answers, self._turns.setdefault(name, Lock())
        with turn:
            kept = answers.get(name, _NOTHING)
            if kept is _NOTHING:
                kept = make()
                with self._lock:
                    answers[name] = kept
                    for oldest in tuple(answers)[:-_MOST]:
                        del answers[oldest]
                        self._turns.pop(oldest, None)
            return cast("T", kept)

    def renew(self, name: str, make: Callable[[T | None], T]) -> T:
        """Return what `make` makes of what it made last, while a part of that may still be true."""

        def made() -> T:
            self._before[name] = renewed = make(cast("T | None", self._before.get(name)))
            return renewed

        return self.get(name, made)
