"""Items to outcomes in this process, one after another: no processes, no futures, no chunks."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from avtalsgen.pipeline.batch.job import (
    BatchJob,
    Finished,
    Ground,
    Item,
    Made,
    NotDone,
    Outcome,
    Told,
)
from avtalsgen.pipeline.workspace.workspace import Workspace
from avtalsgen.problems import AvtalsgenError, own_fault


def done_here(
    job: BatchJob[Item, Made], items: Sequence[Item], ground: Ground
) -> Iterator[Told[Made]]:
    """Yield what becomes of each item by its number; a fault of one stops no other."""
    for number, item in enumerate(items):
        yield number, tried(partial(job.run, item, ground), ground)


def tried(made: Callable[[], Made], ground: Ground) -> Outcome[Made]:
    """Return what `made` gives, or why it does not."""
    try:
        return Finished(made())
    except AvtalsgenError as error:
        return NotDone(error.problems)
    except Exception as error:
        from avtalsgen.clauses.house.profile import faults_to  # when something has gone wrong

        what = f"programmet klarade inte dokumentet ({type(error).__name__}: {error})"
        return NotDone((own_fault(what, faults_to(Workspace(ground.root))),))
