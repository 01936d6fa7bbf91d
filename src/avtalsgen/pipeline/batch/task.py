"""Some items on their way to a worker, and what comes back."""

from functools import partial
from typing import Generic

from avtalsgen.pipeline.batch.carried.contents import NOTHING, Brought, CarriedGround
from avtalsgen.pipeline.batch.carried.store import LackingError, ground_of
from avtalsgen.pipeline.batch.here import tried
from avtalsgen.pipeline.batch.job import BatchJob, Clock, Ground, Item, Made, Outcome
from avtalsgen.records import dataclass


@dataclass(frozen=True, slots=True)
class Task(Generic[Item, Made]):
    """Items for one worker to do one after another."""

    job: BatchJob[Item, Made]
    items: tuple[Item, ...]
    ground: Ground | CarriedGround
    clock: Clock
    brought: Brought = NOTHING


@dataclass(frozen=True, slots=True)
class TaskAnswer(Generic[Made]):
    """What became of the items of a task, in their order, and the seconds that they took.

    Without outcomes nothing was done yet: the worker `lacks` contents, by their hashes.
    """

    outcomes: tuple[Outcome[Made], ...]
    seconds: float = 0.0
    lacks: tuple[str, ...] = ()


def work(task: Task[Item, Made]) -> TaskAnswer[Made]:
    """Return what becomes of `task` in this process; a fault of one item stops no other."""
    started = task.clock()
    try:
        ground = ground_of(task.ground, task.brought)
    except LackingError as lacking:
        return TaskAnswer((), lacks=lacking.hashes)
    outcomes = tuple(tried(partial(task.job.run, item, ground), ground) for item in task.items)
    return TaskAnswer(outcomes, task.clock() - started)
