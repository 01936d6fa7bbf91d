"""Light jobs that stand in for documents: some fail, some kill the process that does them."""

import os
import signal
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from avtalsgen.pipeline.batch.carried.contents import NOTHING, Brought
from avtalsgen.pipeline.batch.executors.executor import Executor
from avtalsgen.pipeline.batch.job import Finished, Ground, Item, Made, Outcome, still
from avtalsgen.pipeline.batch.running import results
from avtalsgen.pipeline.batch.task import Task, TaskAnswer, work
from avtalsgen.problems import AvtalsgenError, Problem

HERE = Ground(Path(), Path())


@dataclass(frozen=True)
class Light:
    """An item: what is made of it, and what happens on the way."""

    number: int
    does: str = "fine"
    place: str = ""


@dataclass(frozen=True)
class LightJob:
    def run(self, item: Light, ground: Ground) -> str:
        if item.does == "fails":
            raise AvtalsgenError([Problem("XX99", f"{item.number} kan inte byggas")])
        if item.does == "breaks":
            raise ValueError(item.number)
        if item.does == "kills" or (item.does == "kills once" and _is_first(item)):
            os.kill(os.getpid(), signal.SIGKILL)
        if item.does == "interrupts":
            os.kill(int(item.place), signal.SIGINT)
        return f"gjord {item.number}"

    def bring_home(self, item: Light, made: str, ground: Ground) -> str:
        return made


def _is_first(item: Light) -> bool:
    try:
        Path(item.place).touch(exist_ok=False)
    except FileExistsError:
        return False
    return True


def told(items: Sequence[Light], executor: Executor) -> dict[int, str]:
    """Return what became of each item: what was made of it, or the codes of its problems."""
    outcomes: dict[int, str] = {}
    for number, outcome in results(LightJob(), items, HERE, executor, still):
        assert number not in outcomes, "told twice"
        outcomes[number] = as_told(outcome)
    return outcomes


def as_told(outcome: Outcome[str]) -> str:
    """Return what was made, or the codes of what is wrong."""
    if isinstance(outcome, Finished):
        return outcome.made
    return " ".join(problem.code for problem in outcome.problems)


def expected(item: Light) -> str:
    """Return what becomes of an item, whoever does it."""
    codes = {"fails": "XX99", "breaks": "XX01", "kills": "BT01"}
    return codes.get(item.does, f"gjord {item.number}")


def _harmless(item: Light) -> Light:
    return replace(item, does="fine") if item.does == "kills once" else item


class LostError(Exception):
    """The worker of a task died."""


@dataclass
class Unreliable:
    """An executor that answers in any order, and loses the workers of what kills them.

    `order` says which of the tasks that are out comes back next. With the worker of one of a
    `pool` all that is out is lost, else that task alone.
    """

    order: Iterator[int]
    pool: bool
    width: int = 2
    ahead: int = 1
    away: bool = False
    lost: tuple[type[BaseException], ...] = (LostError,)
    broken: bool = False
    most: int = 0
    out: dict[Future[Any], Task[Any, Any]] = field(default_factory=dict)
    begun: set[Light] = field(default_factory=set)

    def submit(self, task: Task[Item, Made]) -> Future[TaskAnswer[Made]]:
        assert not self.broken, "nothing is submitted to a broken pool"
        future: Future[TaskAnswer[Made]] = Future()
        self.out[future] = task
        self.most = max(self.most, len(self.out))
        return future

    def ground(self, ground: Ground) -> Ground:
        return ground

    def close(self) -> None:
        """Do nothing: nothing is being done."""

    def brought(self, lacks: tuple[str, ...]) -> Brought:
        return NOTHING

    def lose(self) -> None:
        self.broken = self.pool

    def renew(self) -> None:
        assert not self.out
        self.broken = False

    def look(self) -> None:
        """Do nothing: what is out comes back."""

    def wait(self, out: Iterable[Future[Any]], timeout: float, return_when: str) -> "Waited":
        """Let one of the tasks that are out come back, in place of `concurrent.futures.wait`."""
        assert set(out) == set(self.out)
        future = list(self.out)[next(self.order) % len(self.out)]
        task = self.out.pop(future)
        if self.broken or any(map(self._kills, task.items)):
            future.set_exception(LostError())
            self.lose()
        else:
            fine = tuple(
                replace(i, does="fine") if i.does == "kills once" else i for i in task.items
            )
            future.set_result(work(replace(task, items=fine)))
        return Waited({future})

    def _kills(self, item: Light) -> bool:
        if item.does == "kills once" and item not in self.begun:
            self.begun.add(item)
            return True
        return item.does == "kills"


@dataclass(frozen=True)
class Waited:
    done: set[Future[Any]]
