"""Who does the work, as the user said it: this process, some processes, or a cluster."""

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from avtalsgen.pipeline.batch.here import done_here
from avtalsgen.pipeline.batch.job import BatchJob, Clock, Ground, Item, Made, Told, still
from avtalsgen.problems import AvtalsgenError, Exit, Problem
from avtalsgen.records import dataclass

if TYPE_CHECKING:
    from avtalsgen.pipeline.batch.executors.executor import Executor

_WORTH: Final = 3
"""Documents: what a process takes to begin, in documents that one who has begun makes meanwhile."""


@dataclass(frozen=True, slots=True)
class Crew:
    """`jobs` processes, when 0 one for each core that has enough to do; or workers at `address`."""

    clock: Clock = still
    jobs: int = 0
    address: str = ""

    def outcomes(
        self,
        job: BatchJob[Item, Made],
        items: Sequence[Item],
        ground: Ground,
        beside: Iterable[str] = (),
    ) -> Iterator[Told[Made]]:
        """Yield what becomes of each of `items` by its number, as they get ready.

        `beside` are the files that the user named, besides the workspace.

        Raises:
            AvtalsgenError: as `Cluster`; BT09 no cluster can be reached from here.
            KeyboardInterrupt: the user stopped it, when what was out has been yielded.
        """
        if not items:
            return
        workers = self.jobs or min(os.cpu_count() or 1, len(items) // _WORTH)
        workers = max(1, min(workers, len(items)))
        if workers == 1 and not self.address:
            yield from done_here(job, items, ground)
            return
        from avtalsgen.pipeline.batch.running import results  # futures and processes, for many

        executor = self._executor(ground, workers, beside)
        try:
            yield from results(job, items, ground, executor, self.clock)
        finally:
            executor.close()

    def _executor(self, ground: Ground, workers: int, beside: Iterable[str]) -> "Executor":
        if not self.address:
            from avtalsgen.pipeline.batch.executors.local import Processes  # as above

            return Processes(workers)
        try:
            from avtalsgen.pipeline.batch.executors.cluster import Cluster  # an extra, and heavy
        except ModuleNotFoundError as error:
            message = f"programmet kan inte nå andra maskiner: {error.name} saknas"
            hint = "installera det i programmets mapp med: pip install -r requirements.txt"
            raise AvtalsgenError([Problem("BT09", message, hint=hint, exit=Exit.USAGE)]) from None
        return Cluster(self.address, ground, beside)
