"""Items to outcomes, by whatever executor does the work.

    chunks   as many items as take a second ──┐
    singles  those that were out when a       │
             worker was lost, one in a task   ├─► finished, or listed with why
    alone    those that were out again, with  │
             nothing else running             │
    again    those that were lost alone too ──┘

A task that kills its worker takes those beside it along, begun or not. Each of them is tried
once more among others and then alone, twice: one that never was begun before, and whose worker
is then lost by chance, is not taken for a killer. Whoever loses its worker even so is listed.
Only so many tasks are out at a time that every worker has its next, so what waits takes no
memory.
"""

from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import field, replace
from enum import Enum
from functools import partial
from typing import Final, Generic

from avtalsgen.pipeline.batch.chunks import ChunkSize
from avtalsgen.pipeline.batch.executors.executor import Executor, GoneError
from avtalsgen.pipeline.batch.here import tried
from avtalsgen.pipeline.batch.job import (
    BatchJob,
    Clock,
    Ground,
    Item,
    Made,
    NotDone,
    Outcome,
    Told,
)
from avtalsgen.pipeline.batch.task import Task, TaskAnswer
from avtalsgen.problems import Exit, Problem
from avtalsgen.records import dataclass

_LOOK: Final = 2.0
"""Seconds of silence after which the executor is asked whether anybody is left."""


@dataclass(frozen=True, slots=True)
class _Out(Generic[Item, Made]):
    task: Task[Item, Made]
    chunk: tuple[int, ...]
    """The numbers of its items."""


class _Phase(Enum):
    CHUNKS = "chunks"
    SINGLES = "singles"
    ALONE = "alone"
    AGAIN = "again"


def results(
    job: BatchJob[Item, Made],
    items: Sequence[Item],
    ground: Ground,
    executor: Executor,
    clock: Clock,
) -> Iterator[Told[Made]]:
    """Yield what became of each item by its number, as they get ready; each number once.

    Raises:
        KeyboardInterrupt: the user stopped it; what was out then has been yielded before.
        AvtalsgenError: there is nobody to do the work.
    """
    left: Sequence[int] = range(len(items))
    running = _BatchRun(job, items, ground, executor, clock)
    for phase in _Phase:
        left = left if running.gone else (yield from running.phase(phase, left))
    problems = running.gone or (_lost(),)
    yield from ((number, NotDone(problems)) for number in left)


@dataclass(slots=True)
class _BatchRun(Generic[Item, Made]):
    job: BatchJob[Item, Made]
    items: Sequence[Item]
    ground: Ground
    executor: Executor
    clock: Clock
    size: ChunkSize = field(default_factory=ChunkSize)
    out: dict[Future[TaskAnswer[Made]], _Out[Item, Made]] = field(default_factory=dict)
    suspects: list[int] = field(default_factory=list)
    """Items that were out when a worker was lost."""
    gone: tuple[Problem, ...] = ()
    """Why nobody works any more."""

    def phase(
        self, phase: _Phase, numbers: Iterable[int]
    ) -> Generator[Told[Made], None, Sequence[int]]:
        """Yield what comes back of `numbers`, and return those that are not done after all."""
        waiting, self.suspects = deque(numbers), []
        stopped = False
        while self.out or (waiting and not stopped and not self.gone):
            try:
                if not stopped and not self.gone:
                    self.send(phase, waiting)
                ready = self.ready()
            except KeyboardInterrupt:
                stopped = True  # what is out is short, and is waited for
                continue
            for future in ready:
                yield from self.taken(future)
        if stopped:
            raise KeyboardInterrupt
        return (*self.suspects, *waiting)

    def send(self, phase: _Phase, waiting: deque[int]) -> None:
        """Let out as much of what is waiting as there is somebody to do."""
        alone = phase in (_Phase.ALONE, _Phase.AGAIN)
        most = 1 if alone else self.executor.width + self.executor.ahead
        if self.executor.broken:
            most = 0 if self.out else most
        try:
            if self.executor.broken and not self.out:
                self.executor.renew()
            while waiting and len(self.out) < most:
                length = 1
                if phase is _Phase.CHUNKS:
                    length = self.size.next(len(waiting), self.executor.width)
                chunk = tuple(waiting.popleft() for _ in range(min(length, len(waiting))))
                items = tuple(self.items[number] for number in chunk)
                ground = self.executor.ground(self.ground)
                self.submit(Task(self.job, items, ground, self.clock), chunk)
        except GoneError as error:
            self.gone = error.problems

    def ready(self) -> Iterable[Future[TaskAnswer[Made]]]:
        """Return the tasks that have come back; where nobody is left, what is out is given up."""
        if not self.out:
            return ()
        done = wait(self.out, _LOOK, FIRST_COMPLETED).done
        try:
            if not done:
                self.executor.look()
        except GoneError as error:
            self.gone = error.problems
            for back in self.out.values():
                self.suspects += back.chunk
            self.out.clear()
        return done

    def submit(self, task: Task[Item, Made], chunk: tuple[int, ...]) -> None:
        """Let a task out; of one that nobody takes the items are left.

        Raises:
            GoneError: nobody takes any.
        """
        try:
            self.out[self.executor.submit(task)] = _Out(task, chunk)
        except GoneError:
            self.suspects += chunk
            raise

    def taken(self, future: Future[TaskAnswer[Made]]) -> Iterator[Told[Made]]:
        """Yield what became of the items of a task that has come back."""
        back = self.out.pop(future)
        try:
            answer = future.result()
            if answer.lacks:
                brought = self.executor.brought(answer.lacks)
                self.submit(replace(back.task, brought=brought), back.chunk)
                return
        except GoneError as error:
            self.gone = error.problems
            self.suspects += () if set(back.chunk) <= set(self.suspects) else back.chunk
            return
        except self.executor.lost:
            self.executor.lose()
            self.suspects += back.chunk
            return
        self.size.learn(len(back.chunk), answer.seconds)
        for number, outcome in zip(back.chunk, answer.outcomes, strict=True):
            yield number, self.at_home(self.items[number], outcome)

    def at_home(self, item: Item, outcome: Outcome[Made]) -> Outcome[Made]:
        if isinstance(outcome, NotDone) or not self.executor.away:
            return outcome
        home = partial(self.job.bring_home, item, outcome.made, self.ground)
        return tried(home, self.ground)


def _lost() -> Problem:
    hint = "kör den för sig med --jobs 1, och kör om kommandot när den är rättad"
    message = "processen som arbetade med den dog, också när den fick arbeta ensam"
    return Problem("BT01", message, hint=hint, exit=Exit.OURS)
