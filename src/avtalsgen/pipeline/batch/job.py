"""What is done to many things at once: an item, a job that takes one, and what became of it.

A job knows nothing of processes and machines. It must give the same for the same item wherever
it is done, however often and in whatever order; then nobody can tell how many did the work.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from avtalsgen.problems import Problem
from avtalsgen.records import dataclass

Item = TypeVar("Item")
"""What a job takes: it can be pickled."""
Made = TypeVar("Made")
"""What a job makes of it: so can that."""
ItemIn = TypeVar("ItemIn", contravariant=True)


@dataclass(frozen=True, slots=True)
class Ground:
    """Where a job is done: the workspace, and the folder that the user stands in.

    What is read of a workspace is kept for as long as `moment` is the same. `away` is a copy on
    another machine, where nothing that is written comes to the user by itself.
    """

    root: Path
    here: Path
    moment: str = ""
    away: bool = False


class BatchJob(Protocol[ItemIn, Made]):
    """What is done to each item. It can be pickled."""

    def run(self, item: ItemIn, ground: Ground) -> Made:
        """Return what becomes of `item`.

        Raises:
            AvtalsgenError: what is wrong with it; the others are done all the same.
        """
        ...

    def bring_home(self, item: ItemIn, made: Made, ground: Ground) -> Made:
        """Return what was made away, as it is when it has come to the ground of the user.

        Raises:
            AvtalsgenError: it cannot be put there.
        """
        ...


@dataclass(frozen=True, slots=True)
class Finished(Generic[Made]):
    """An item that is done."""

    made: Made


@dataclass(frozen=True, slots=True)
class NotDone:
    """An item that is not, and why."""

    problems: tuple[Problem, ...]


Outcome = Finished[Made] | NotDone
Told = tuple[int, Outcome[Made]]
"""The number of an item, and what became of it."""

Clock = Callable[[], float]
"""Seconds since some moment. Nothing that is made depends on it, only how many go together."""


def still() -> float:
    """Return the same moment always, where nobody has a clock to give."""
    return 0.0
