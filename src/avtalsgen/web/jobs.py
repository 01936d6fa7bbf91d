"""Long work: it goes on beside the pages, says how far it has come, and can be cancelled.

    start ► waits ► runs ► done | failed | cancelled         kept until enough newer are there

A job has an address of its own, so a page that is loaded again finds it.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import field
from threading import Event, Lock
from typing import Final, Literal

from avtalsgen.problems import AvtalsgenError, Problem, own_fault
from avtalsgen.records import dataclass
from avtalsgen.web.safety.tokens import unguessable

_AT_ONCE: Final = 2
"""JobQueue that run beside each other: as many as the cores of a small server."""
_MOST: Final = 40
"""JobQueue that are remembered, with the files that they made."""

State = Literal["waits", "runs", "done", "failed", "cancelled"]


class CancelledError(Exception):
    """Raised in a job when somebody has cancelled it."""


@dataclass(frozen=True, slots=True)
class Product:
    """A file that a job made."""

    name: str
    kind: str
    """Its media type."""
    data: bytes
    told: str = ""
    """What it is, in a few words."""


@dataclass(frozen=True, slots=True)
class JobOutcome:
    """What a job came to."""

    told: str
    files: tuple[Product, ...] = ()
    problems: tuple[Problem, ...] = ()
    onward: str = ""
    """Where the page of the finished job leads; without it the job's own page is the end."""


@dataclass(slots=True)
class Job:
    """One job, as its page shows it."""

    id: str
    title: str
    back: str
    """The page that it was started from."""
    state: State = "waits"
    told: str = "Väntar på sin tur"
    step: int = 0
    steps: int = 0
    outcome: JobOutcome | None = None
    problems: tuple[Problem, ...] = ()
    stopped: Event = field(default_factory=Event)

    @property
    def is_over(self) -> bool:
        """Return whether nothing more happens to it."""
        return self.state in {"done", "failed", "cancelled"}

    def progress(self, told: str, step: int, steps: int) -> None:
        """Say what is done now, as step `step` of `steps`.

        Raises:
            CancelledError: somebody has cancelled the job.
        """
        if self.stopped.is_set():
            raise CancelledError
        self.told, self.step, self.steps = told, step, steps


Work = Callable[[Job], JobOutcome]


class JobQueue:
    """The jobs of a server."""

    def __init__(self) -> None:
        self._jobs: dict[str, Job] = {}
        self._lock = Lock()
        self._pool = ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="job")

    def start(self, title: str, back: str, work: Work) -> Job:
        """Return a new job, which does `work` as soon as there is room."""
        job = Job(unguessable(), title, back)
        with self._lock:
            self._jobs[job.id] = job
            self._forget()
        self._pool.submit(_run, job, work)
        return job

    def get(self, id_: str) -> Job | None:
        """Return the job of that name; none if there is none, or it is long ago."""
        return self._jobs.get(id_)

    def cancel(self, id_: str) -> None:
        """Cancel the job of that name; one that is over stays as it is."""
        job = self.get(id_)
        if job is not None:
            job.stopped.set()

    def close(self) -> None:
        """Cancel everything and wait until it has stopped."""
        for job in list(self._jobs.values()):
            job.stopped.set()
        self._pool.shutdown(cancel_futures=True)

    def _forget(self) -> None:
        over: Sequence[str] = [id_ for id_, job in self._jobs.items() if job.is_over]
        for id_ in over[: max(0, len(self._jobs) - _MOST)]:
            del self._jobs[id_]


def _run(job: Job, work: Work) -> None:
    try:
        job.progress("Börjar", 0, 0)
        job.state = "runs"
        job.outcome = work(job)
        job.told, job.state = job.outcome.told, "done"
    except CancelledError:
        job.told, job.state = "Avbrutet. Inget är sparat.", "cancelled"
    except AvtalsgenError as error:
        _stop(job, error.problems)
    except Exception as error:
        _stop(job, (own_fault(f"arbetet stannade ({type(error).__name__}: {error})"),))


def _stop(job: Job, problems: tuple[Problem, ...]) -> None:
    """Say at which step a job failed, and why."""
    step = f" vid steget ”{job.told}”" if job.steps else ""
    job.told, job.problems = f"Stannade{step}. Inget är sparat.", problems
    job.state = "failed"
