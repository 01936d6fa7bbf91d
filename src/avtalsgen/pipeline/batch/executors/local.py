"""Processes beside this one, on the same disk."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import forkserver
from typing import Final

from avtalsgen import garbage
from avtalsgen.pipeline.batch.carried.contents import NOTHING, Brought
from avtalsgen.pipeline.batch.job import Ground, Item, Made
from avtalsgen.pipeline.batch.task import Task, TaskAnswer, work

_MOST: Final = 61
"""Processes: what ProcessPoolExecutor takes on Windows, where it waits for so many at once."""
_SERVER: Final = "forkserver"
"""Begins each out of a small process without threads; where there is none, out of nothing."""


class Processes:
    """A pool of processes; one that dies takes the pool along, and a new one is made."""

    ahead = 1
    away = False
    lost: tuple[type[BaseException], ...] = (BrokenProcessPool,)
    broken = False

    def __init__(self, workers: int) -> None:
        self.width = min(workers, _MOST)
        self._pool = _pool(self.width)

    def ground(self, ground: Ground) -> Ground:
        """Return the ground: it is this one."""
        return ground

    def brought(self, lacks: tuple[str, ...]) -> Brought:
        """Return nothing: nothing is lacking on one's own disk."""
        return NOTHING

    def look(self) -> None:
        """Do nothing: a pool that dies says so itself."""

    def lose(self) -> None:
        """Note that the worker has died, and what it belongs to with it."""
        self.broken = True

    def submit(self, task: Task[Item, Made]) -> Future[TaskAnswer[Made]]:
        """Return what will come of `task`; of a pool that has just broken, that."""
        try:
            return self._pool.submit(work, task)
        except BrokenProcessPool as error:
            self.lose()
            future: Future[TaskAnswer[Made]] = Future()
            future.set_exception(error)
            return future

    def renew(self) -> None:
        """Begin with a new pool."""
        self._pool.shutdown()
        self._pool = _pool(self.width)
        self.broken = False

    def close(self) -> None:
        """Let what is being done be finished, and begin nothing more."""
        self._pool.shutdown(cancel_futures=True)


def _pool(workers: int) -> ProcessPoolExecutor:
    if _SERVER not in multiprocessing.get_all_start_methods():
        return ProcessPoolExecutor(workers, initializer=_begin)
    with _interrupts_left_to_the_first():
        forkserver.ensure_running()
    context = multiprocessing.get_context(_SERVER)
    return ProcessPoolExecutor(workers, context, _begin)


def _begin() -> None:
    garbage.collect_seldom()
    _live_with_the_first()


def _live_with_the_first() -> None:
    """Leave Ctrl-C to the first process, and end when it is gone, however it went."""
    _leave_interrupts_to_the_first()
    threading.Thread(target=_end_with_the_first, daemon=True).start()


def _end_with_the_first() -> None:
    first = multiprocessing.parent_process()
    if first:
        first.join()
        os._exit(1)  # nobody is left to be told anything


@contextmanager
def _interrupts_left_to_the_first() -> Iterator[None]:
    """Let what is begun inside leave Ctrl-C, which every process gets, to the first alone.

    It says so once, in words. Whoever begins work in a thread has no say in signals.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.getsignal(signal.SIGINT)
    _leave_interrupts_to_the_first()
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _leave_interrupts_to_the_first() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
