"""A Dask cluster by its address: workers on other machines, without the user's disk.

Whoever reaches a scheduler can run anything on its workers. So it is reached on this machine, or
by TLS with the certificates that the configuration of Dask names, and nothing else.
"""

import asyncio
import ipaddress
import logging
import warnings
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import CancelledError, Future
from typing import Final
from urllib.parse import urlsplit

from distributed import Client
from distributed import Future as Submitted
from distributed.client import ClosedClientError, FutureCancelledError
from distributed.comm.core import CommClosedError
from distributed.scheduler import KilledWorker

from avtalsgen.pipeline.batch.carried.contents import Brought, Cargo, CarriedGround
from avtalsgen.pipeline.batch.carried.store import lacking, take_in
from avtalsgen.pipeline.batch.executors.executor import GoneError
from avtalsgen.pipeline.batch.job import Ground, Item, Made
from avtalsgen.pipeline.batch.task import Task, TaskAnswer, work
from avtalsgen.pipeline.output.versions import versions
from avtalsgen.problems import AvtalsgenError, Exit, Problem

_SLICE: Final = 4_000_000
"""Bytes of contents in a message."""
_PORT: Final = 8786
"""Of a scheduler of Dask, where its address names none."""
_PATIENCE: Final = "10s"
"""How long a scheduler may take to answer."""
_GONE: Final = (
    CommClosedError,
    CancelledError,
    FutureCancelledError,
    asyncio.CancelledError,
    OSError,
    TimeoutError,
)


class Cluster:
    """The workers of a scheduler, which have been sent the ground and are as we are."""

    away = True
    broken = False
    lost: tuple[type[BaseException], ...] = (KilledWorker,)

    def __init__(self, address: str, ground: Ground, beside: Iterable[str]) -> None:
        """Reach the scheduler at `address`, and see to it that its workers have what they need.

        Raises:
            AvtalsgenError: BT05 the address is open to others, BT06 nobody answers, BT07 there
                are no workers, BT08 one of them is another program; as `Cargo`.
        """
        _must_be_closed(address)
        self._address = address
        self._cargo = Cargo(ground, beside)
        logging.getLogger("distributed").setLevel(logging.CRITICAL)  # we tell it ourselves
        try:
            self._client = Client(address, timeout=_PATIENCE, set_as_default=False)
        except (OSError, TimeoutError, ValueError) as error:
            raise AvtalsgenError([_unreached(address)]) from error
        try:
            self.width = self._must_be_as_we()
            self._bring()
        except BaseException:
            self._client.close()
            raise

    @property
    def ahead(self) -> int:
        """One more for each: the way to the scheduler is long."""
        return self.width

    def ground(self, ground: Ground) -> CarriedGround:
        """Return the ground as it was sent."""
        return self._cargo.ground

    def brought(self, lacks: tuple[str, ...]) -> Brought:
        """Return what a worker that came later lacks."""
        return self._cargo.contents(lacks)

    def submit(self, task: Task[Item, Made]) -> Future[TaskAnswer[Made]]:
        """Return what will come of `task`.

        Raises:
            GoneError: BT06 the scheduler does not answer.
        """
        future: Future[TaskAnswer[Made]] = Future()
        try:
            with warnings.catch_warnings():  # a worker that came later is sent all with its task
                warnings.filterwarnings("ignore", "Sending large graph")
                submitted = self._client.submit(work, task, pure=False)
            self._client.loop.add_callback(self._tell, submitted, future)
        except (*_GONE, ClosedClientError, RuntimeError) as error:
            raise GoneError([_unreached(self._address)]) from error
        return future

    async def _tell(self, submitted: Submitted, future: "Future[TaskAnswer[Made]]") -> None:
        """Let `future` be what becomes of `submitted`; one called off has lost its scheduler.

        The client's own executor reads the answer first and then how it went: a worker that is
        lost in between makes it take an answer for an error.
        """
        try:
            future.set_result(await self._client.gather(submitted, asynchronous=True))
        except KilledWorker as error:
            future.set_exception(error)
        except _GONE:
            future.set_exception(GoneError([_unreached(self._address)]))
        except Exception as error:
            future.set_exception(error)

    def look(self) -> None:
        """Do nothing while the scheduler is there, or is tried again.

        A scheduler that is lost while a task is on its way to it is told to nobody who waits.

        Raises:
            GoneError: BT06 the scheduler does not answer.
        """
        if self._client.status == "closed" or not self._client.loop.asyncio_loop.is_running():
            raise GoneError([_unreached(self._address)])

    def lose(self) -> None:
        """Do nothing: the others work on."""

    def renew(self) -> None:
        """Do nothing: the scheduler takes another worker by itself."""

    def close(self) -> None:
        """Leave; the scheduler forgets what nobody waits for."""
        self._client.close(timeout=2)

    def _must_be_as_we(self) -> int:
        """Return how many workers there are, all of them as we; others may come later."""
        try:
            workers: Mapping[str, Mapping[str, str]] = self._client.run(versions)
        except ModuleNotFoundError as error:
            raise AvtalsgenError([_another("en arbetare", f"saknar {error.name}")]) from error
        refuse_others(self._address, versions(), workers)
        return len(workers)

    def _bring(self) -> None:
        """Send every worker what any of them lacks: the list first, then what it names."""
        for _ in ("the list", "its contents"):
            lacks = self._client.run(lacking, self._cargo.ground)
            everything = dict.fromkeys(digest for hashes in lacks.values() for digest in hashes)
            for brought in self._slices(everything):
                self._client.run(take_in, brought)

    def _slices(self, hashes: Iterable[str]) -> Iterator[Brought]:
        waiting: list[tuple[str, bytes]] = []
        size = 0
        for digest in hashes:
            waiting += self._cargo.contents((digest,)).contents
            size += len(waiting[-1][1])
            if size >= _SLICE:
                yield Brought(tuple(waiting))
                waiting, size = [], 0
        if waiting:
            yield Brought(tuple(waiting))


def refuse_others(
    address: str, ours: Mapping[str, str], workers: Mapping[str, Mapping[str, str]]
) -> None:
    """Do nothing if the versions of all `workers` of the scheduler at `address` are `ours`.

    Raises:
        AvtalsgenError: BT07 there are none, BT08 for each that is another program.
    """
    if not workers:
        message = f"schemaläggaren {address} har inga arbetare"
        hint = f"starta en: dask worker {address} --nthreads 1 --no-dashboard"
        raise AvtalsgenError([Problem("BT07", message, hint=hint, exit=Exit.NOT_FOUND)])
    problems = [
        _another(worker, ", ".join(_differing(ours, theirs)))
        for worker, theirs in sorted(workers.items())
        if dict(theirs) != dict(ours)
    ]
    if problems:
        raise AvtalsgenError(problems)


def _must_be_closed(address: str) -> None:
    """Do nothing if nobody else can reach `address`, or only with a certificate."""
    parts = urlsplit(address)
    if parts.scheme == "tls" or (parts.scheme == "tcp" and _is_here(parts.hostname or "")):
        return
    message = f"{address} är inte den här maskinen, och trafiken dit är inte skyddad"
    hint = "använd tls:// med certifikat, eller tcp://127.0.0.1:PORT (README, Several machines)"
    raise AvtalsgenError([Problem("BT05", message, hint=hint, exit=Exit.USAGE)])


def _is_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _unreached(address: str) -> Problem:
    parts = urlsplit(address)
    where = "--protocol tls" if parts.scheme == "tls" else f"--host {parts.hostname}"
    hint = (
        f"starta den: dask scheduler {where} --port {parts.port or _PORT} --no-dashboard; "
        "det som är klart görs inte om"
    )
    message = f"schemaläggaren {address} svarar inte"
    return Problem("BT06", message, hint=hint, exit=Exit.NOT_FOUND)


def _another(worker: str, differs: str) -> Problem:
    message = f"{worker} är inte som den här maskinen: {differs}"
    hint = "installera programmet på arbetaren ur samma requirements.txt, och starta om den"
    return Problem("BT08", message, hint=hint, exit=Exit.CONFLICT)


def _differing(ours: Mapping[str, str], theirs: Mapping[str, str]) -> Iterator[str]:
    for name in dict.fromkeys((*ours, *theirs)):
        if ours.get(name) != theirs.get(name):
            yield f"{name} {theirs.get(name, 'saknas')} i stället för {ours.get(name, 'inget')}"
