"""What a piece of work costs: seconds on the wall, seconds of processor, memory."""

import ctypes
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

REPOSITORY = Path(__file__).parents[1]
_SUBREAPER = 36
"""PR_SET_CHILD_SUBREAPER, of prctl(2)."""
_PYTHONPATH = os.pathsep.join((str(REPOSITORY), str(REPOSITORY / "src")))
ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
    "PYTHONPATH": _PYTHONPATH,
}
"""What is measured has its bytecode beside it, as what pip installs has, whatever is set here."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of wall and of processor, and the most memory (bytes) any one process held.

    The processor time is that of the process and all its children; `first` is the memory of the
    process itself, beside its workers.
    """

    wall: float
    cpu: float
    peak: int = 0
    first: int = 0


class FailedError(Exception):
    """Raised with what a program said when it did not do its work."""


def child(
    command: Sequence[str | Path],
    *,
    cwd: Path = REPOSITORY,
    fine: Collection[int] = (0,),
    environment: Mapping[str, str] | None = None,
) -> Cost:
    """Return what a fresh process costs from its start to its end; `fine` are good exit codes.

    `environment` is set beside what there is.

    Raises:
        FailedError: it did not end well.
    """
    _adopt()
    started = time.perf_counter()
    process = subprocess.Popen(
        [str(part) for part in command],
        cwd=cwd,
        env={**ENVIRONMENT, **(environment or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    assert process.stdout
    said = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    left = list(_left())
    process.stdout.close()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in fine:
        raise FailedError(said.decode())
    cpu = sum(each.ru_utime + each.ru_stime for each in (used, *left))
    peak = max(each.ru_maxrss for each in (used, *left))
    return Cost(wall, cpu, peak * 1024, used.ru_maxrss * 1024)


def _adopt() -> None:
    """Let what a child leaves behind, as the process that begins its workers, be ours to count."""
    ctypes.CDLL(None).prctl(_SUBREAPER, 1, 0, 0, 0)


def _left() -> Iterator[resource.struct_rusage]:
    """Yield what each of them used, when all have ended."""
    while True:
        try:
            yield os.wait4(-1, 0)[2]
        except ChildProcessError:
            return


def inside(work: Callable[[], object]) -> Cost:
    """Return what `work` costs in this process, which is warm."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    used = resource.getrusage(resource.RUSAGE_SELF)
    return Cost(time.perf_counter() - wall, time.process_time() - cpu, used.ru_maxrss * 1024)


def in_one_process(module: str, *arguments: str | Path) -> list[Cost]:
    """Return the costs that `module` measures inside a process of its own and prints."""
    command = [sys.executable, "-m", module, *map(str, arguments)]
    done = subprocess.run(
        command, cwd=REPOSITORY, env=ENVIRONMENT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise FailedError(done.stderr)
    return [Cost(**cost) for cost in json.loads(done.stdout.splitlines()[-1])]


def report(costs: Iterable[Cost]) -> None:
    """Print `costs` for `in_one_process` to read."""
    print(json.dumps([asdict(cost) for cost in costs]))


def median(costs: Iterable[Cost]) -> Cost:
    """Return the median of each measure for itself; of memory the most."""
    all_costs = list(costs)
    return Cost(
        statistics.median(cost.wall for cost in all_costs),
        statistics.median(cost.cpu for cost in all_costs),
        max(cost.peak for cost in all_costs),
    )
