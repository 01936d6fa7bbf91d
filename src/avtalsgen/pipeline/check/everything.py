"""Every uppdrag of a workspace checked, in processes, each on its own."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from avtalsgen.pipeline.check.checking import CheckOrder, CheckOutcome, check_documents
from avtalsgen.pipeline.workspace.workspace import Workspace
from avtalsgen.uppdrag import directory

_MOST_WORKERS = 61
"""What ProcessPoolExecutor takes on Windows."""


def every_name(root: Path) -> tuple[str, ...]:
    """Return every edition of every uppdrag, as it is named on the command line."""
    files = Workspace(root)
    return tuple(
        f"{slug}@{edition}"
        for slug in directory.slugs(files)
        for edition in directory.editions(files, slug)
    )


def check_everything(
    order: CheckOrder, root: Path, jobs: int, done: Callable[[str], None]
) -> CheckOutcome:
    """Return what is found in each document of `order` for itself, in their order.

    Raises:
        AvtalsgenError: as `check_documents`.
    """
    alone = [replace(order, names=(name,), together=False) for name in order.names]
    outcomes: dict[str, CheckOutcome] = {}
    for name, outcome in _outcomes(alone, root, jobs):
        outcomes[name] = outcome
        done(name)
    ordered = [outcomes[name] for name in order.names]
    remarks = dict.fromkeys(remark for outcome in ordered for remark in outcome.remarks)
    return CheckOutcome(
        tuple(remarks),
        tuple(problem for outcome in ordered for problem in outcome.failures),
        tuple(file for outcome in ordered for file in outcome.files),
    )


def _outcomes(
    orders: Sequence[CheckOrder], root: Path, jobs: int
) -> Iterator[tuple[str, CheckOutcome]]:
    workers = min(jobs or os.cpu_count() or 1, len(orders), _MOST_WORKERS)
    if workers <= 1:
        yield from ((order.names[0], check_documents(order, root)) for order in orders)
        return
    from concurrent.futures import ProcessPoolExecutor, as_completed  # one document needs no pool

    with ProcessPoolExecutor(workers) as pool:
        waiting = {pool.submit(check_documents, order, root): order.names[0] for order in orders}
        for future in as_completed(waiting):
            yield waiting[future], future.result()
