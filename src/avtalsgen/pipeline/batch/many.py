"""Many documents at once, in processes, each on its own: one that fails stops no other."""

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from avtalsgen.pipeline.build.order import BuildOrder, Result
from avtalsgen.pipeline.build.unchanged import note, unchanged
from avtalsgen.pipeline.memory.memory import Memory
from avtalsgen.pipeline.workspace.snapshot import Snapshot
from avtalsgen.pipeline.workspace.workspace import Workspace
from avtalsgen.problems import AvtalsgenError, Problem, own_fault

if TYPE_CHECKING:
    from avtalsgen.pipeline.workspace.project import Project

_RUNS = count()
_MOST_WORKERS = 61
"""What ProcessPoolExecutor takes on Windows, where it waits for so many handles at once."""


def build_many(
    root: Path,
    orders: Sequence[BuildOrder],
    jobs: int = 0,
    done: Callable[[Result], None] | None = None,
) -> tuple[Result, ...]:
    """Return what became of each of `orders`, in their order.

    `jobs` processes work at a time, as many as there are cores when 0. `done` is called with
    each result as it comes.
    """
    run = next(_RUNS)
    memory = Memory(root, Snapshot(Workspace(root)))
    results = {order: same for order in orders if (same := unchanged(memory, order))}
    if done:
        for result in results.values():
            done(result)
    left = [order for order in orders if order not in results]
    workers = min(jobs or os.cpu_count() or 1, len(left), _MOST_WORKERS)
    for order, result in _results(root, left, workers, run):
        results[order] = result
        note(memory, order, result)
        if done:
            done(result)
    memory.save()
    return tuple(results[order] for order in orders)


def _results(
    root: Path, orders: Sequence[BuildOrder], workers: int, run: int
) -> Iterator[tuple[BuildOrder, Result]]:
    if workers <= 1:
        yield from ((order, build_in(root, run, order)) for order in orders)
        return
    from concurrent.futures import ProcessPoolExecutor, as_completed  # one document needs no pool
    from concurrent.futures.process import BrokenProcessPool

    pool = ProcessPoolExecutor(workers, initializer=_leave_interrupts_to_the_first)
    try:
        waiting = {pool.submit(build_in, root, run, order): order for order in orders}
        for future in as_completed(waiting):
            order = waiting[future]
            try:
                yield order, future.result()
            except BrokenProcessPool:
                yield order, _failed(order, _own_fault(root, "processen avbröts"))
    finally:
        pool.shutdown(cancel_futures=True)  # what has begun is finished, the rest is not begun


def _leave_interrupts_to_the_first() -> None:
    """Let Ctrl-C, which every process gets, stop the first alone: it says so once, in words."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def build_in(root: Path, run: int, order: BuildOrder) -> Result:
    """Return what became of `order` in the workspace at `root`; never raises.

    The workspace is read once for each `run` in each process.
    """
    try:
        project, files = _project(root, run, order.profile)
        if order.package:
            from avtalsgen.pipeline.package.package import build_package  # with the comparison

            return build_package(project, order)
        from avtalsgen.pipeline.build.build import build  # what is unchanged needs none of it

        with files.recording() as made_of:
            result = build(project, order)
        return replace(result, made_of=made_of)
    except AvtalsgenError as error:
        return _failed(order, *error.problems)
    except Exception as error:
        return _failed(order, _own_fault(root, f"{type(error).__name__}: {error}"))


@lru_cache(maxsize=1)
def _project(root: Path, run: int, profile: str) -> "tuple[Project, Snapshot]":
    from avtalsgen.pipeline.workspace.project import read_project

    files = Snapshot(Workspace(root))
    return read_project(files, profile, root), files


def _failed(order: BuildOrder, *problems: Problem) -> Result:
    return Result(order.slug, order.edition, "failed", (), problems)


def _own_fault(root: Path, what: str) -> Problem:
    from avtalsgen.clauses.house.profile import faults_to  # when something has gone wrong

    return own_fault(f"programmet klarade inte dokumentet ({what})", faults_to(Workspace(root)))
