"""What every executor can do; each is `concurrent.futures` with what it lacks."""

from concurrent.futures import Future
from typing import Protocol

from avtalsgen.pipeline.batch.carried.contents import Brought, CarriedGround
from avtalsgen.pipeline.batch.job import Ground, Item, Made
from avtalsgen.pipeline.batch.task import Task, TaskAnswer
from avtalsgen.problems import AvtalsgenError


class GoneError(AvtalsgenError):
    """Raised when nobody does any work any more; the problems say why."""


class Executor(Protocol):
    """Does tasks, some at a time. It is closed in the end, whatever happens."""

    @property
    def width(self) -> int:
        """How many tasks are worked on at a time."""
        ...

    @property
    def ahead(self) -> int:
        """How many more are to be out, so that nobody waits for the next."""
        ...

    @property
    def away(self) -> bool:
        """Whether the work is done without the user's disk."""
        ...

    @property
    def lost(self) -> tuple[type[BaseException], ...]:
        """What a future raises when its worker died."""
        ...

    @property
    def broken(self) -> bool:
        """Whether nothing can be submitted before it is renewed."""
        ...

    def ground(self, ground: Ground) -> Ground | CarriedGround:
        """Return the ground as its workers have it."""
        ...

    def brought(self, lacks: tuple[str, ...]) -> Brought:
        """Return the contents that a worker lacks."""
        ...

    def submit(self, task: Task[Item, Made]) -> Future[TaskAnswer[Made]]:
        """Return what will come of `task`.

        Raises:
            GoneError: there is nobody to do it.
        """
        ...

    def look(self) -> None:
        """Do nothing while what is out may come back.

        Raises:
            GoneError: nobody is left to say what became of it.
        """
        ...

    def lose(self) -> None:
        """Note that a worker has died with its task."""
        ...

    def renew(self) -> None:
        """Make a broken executor whole again.

        Raises:
            GoneError: it cannot be.
        """
        ...

    def close(self) -> None:
        """Let what is being done be finished, and begin nothing more."""
        ...
