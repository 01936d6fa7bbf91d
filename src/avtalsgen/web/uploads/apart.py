"""Work on what a stranger made, in a process of its own: bounded, without network, can be killed.

    the page ──► process: memory and time bounded, no network, no programs ──► what it came to
                    │ too long, too much, or cancelled: killed
                    └──► a problem in Swedish

A process costs some milliseconds where processes can be copied (Linux, macOS), since what reads
files is loaded once, in the one that is copied. Windows bounds the time alone.
"""

import ctypes
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from pathlib import Path
from threading import Event
from typing import Final, TypeVar, cast

from avtalsgen import garbage
from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.web.jobs import CancelledError

SECONDS: Final = 120
"""How long a file may take to read; the largest that are read take ten."""
MEMORY: Final = 3_000_000_000
"""Bytes of addresses, most of them never touched; the largest files that are read need a third."""
T = TypeVar("T")
_AFTER: Final = 5
"""How far such work stands behind the pages when both want the machine."""
_POLL: Final = 0.2
LOADED: Final = (
    "avtalsgen.pipeline.compare.diff",
    "avtalsgen.pipeline.intake.trial",
    "avtalsgen.pipeline.shown.page_pictures",
    "avtalsgen.pipeline.shown.text",
    "avtalsgen.pipeline.takeback.acceptance",
    "avtalsgen.pipeline.takeback.from_files",
    "avtalsgen.pipeline.takeback.reports",
    "avtalsgen.pipeline.verify.verify",
    # what these wait with until there is a file
    "avtalsgen.compare.compare",
    "avtalsgen.pipeline.verify.docx",
    "avtalsgen.pipeline.verify.pdf",
    "avtalsgen.readers.docx.document",
    "avtalsgen.readers.pdf.document",
    "avtalsgen.readers.plain_text",
    "avtalsgen.readers.rows.document",
    "avtalsgen.signing.validation",
    "avtalsgen.writers.docx",
    "avtalsgen.writers.pdf.archive",
)
"""What a process has read before it is asked: it reads every kind of file."""
_REFUSED: Final = ("subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork")
"""What a file may never make the program do, as Python names it when it happens."""
_REACHING: Final = ("socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo")
_LOOKING_UP: Final = "socket.gethostby"
_NEW_USERS: Final = 0x10000000
_NEW_NETWORK: Final = 0x40000000
"""CLONE_NEWUSER and CLONE_NEWNET of Linux: a process with a network of its own, which is empty."""
_WITHIN: Final = ("127.0.0.1", "::1")
"""Where Windows makes the pair of sockets that an event loop wakes itself by."""


def apart(
    work: Callable[..., T],
    *given: object,
    stopped: Event | None = None,
    seconds: int = SECONDS,
    memory: int = MEMORY,
) -> T:
    """Return what `work` makes of `given` in a process of its own; both can be pickled.

    Raises:
        AvtalsgenError: as `work`; FU03 it took too long, or too much memory, or fell.
        CancelledError: `stopped` was set while it went on.
    """
    context = _context()
    receiving, sending = context.Pipe(duplex=False)
    process = context.Process(  # type: ignore[attr-defined]
        target=_run, args=(sending, memory, seconds, work, given), daemon=True
    )
    process.start()
    sending.close()
    try:
        for _ in range(round(seconds / _POLL)):
            if receiving.poll(_POLL):
                return cast("T", _answer(receiving))
            if stopped is not None and stopped.is_set():
                raise CancelledError
        raise _too_heavy()
    finally:
        receiving.close()
        process.kill()
        process.join()


def make_ready() -> None:
    """Load what reads files, so that whoever drops the first one need not wait for it."""
    with suppress(AvtalsgenError):
        apart(os.getpid)


def _answer(receiving: Connection) -> object:
    try:
        is_fine, value = receiving.recv()
    except EOFError:
        raise _too_heavy() from None
    if is_fine:
        return value
    raise AvtalsgenError(value) if isinstance(value, tuple) else value


def _too_heavy() -> AvtalsgenError:
    message = "filen gick inte att läsa: den tog för lång tid eller för mycket minne"
    hint = "öppna den i Word eller en PDF-läsare, spara den igen och försök på nytt"
    return AvtalsgenError([Problem("FU03", message, hint=hint)])


@lru_cache(maxsize=1)
def _context() -> BaseContext:
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__, *LOADED])
    return context


def _run(
    sending: Connection,
    memory: int,
    seconds: int,
    work: Callable[..., object],
    given: tuple[object, ...],
) -> None:
    """Do the work, in the process of its own, and send what it came to."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who ends the server ends this too
    _bound(memory, seconds)
    garbage.collect_seldom()
    try:
        result: tuple[bool, object] = (True, work(*given))
    except AvtalsgenError as error:
        result = (False, error.problems)
    except MemoryError:
        result = (False, _too_heavy().problems)
    except Exception as error:
        result = (False, RuntimeError(f"{type(error).__name__}: {error}"))
    with suppress(OSError):
        sending.send(result)


def _bound(memory: int, seconds: int) -> None:
    _leave_network()
    sys.addaudithook(_refuse)
    if sys.platform == "win32":
        return
    import resource  # which Windows does not have

    os.nice(_AFTER)
    for kind, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds)):
        with suppress(ValueError, OSError):  # macOS keeps no bound on addresses
            resource.setrlimit(kind, (most, most))
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _leave_network() -> None:
    """Go where there is no network, where the system lets a user; as the same user there."""
    if sys.platform != "linux":
        return
    user, group = os.getuid(), os.getgid()
    if ctypes.CDLL(None).unshare(_NEW_USERS | _NEW_NETWORK):
        return  # it does not, and what follows refuses what Python would do
    written = {"setgroups": "deny", "uid_map": f"{user} {user} 1", "gid_map": f"{group} {group} 1"}
    for name, said in written.items():
        with suppress(OSError):
            Path("/proc/self", name).write_text(said)


def _refuse(event: str, details: tuple[object, ...]) -> None:
    """Refuse programs and the network; a pair of sockets inside the process reaches nobody."""
    reaching = event.startswith(_REACHING) and not _is_within(details)
    if reaching or event.startswith((*_REFUSED, _LOOKING_UP)):
        raise PermissionError(f"{event} är inte tillåtet medan en fil läses")


def _is_within(details: tuple[object, ...]) -> bool:
    """Return whether an address, the last but of a look-up, is of the process itself."""
    if sys.platform != "win32":
        return False
    hosts = [each[0] if isinstance(each, tuple) else each for each in details[:2]]
    return any(host in _WITHIN for host in hosts)
