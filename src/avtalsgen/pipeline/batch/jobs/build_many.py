"""Many documents built: those that are as they would be made again are told without being made."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from avtalsgen.pipeline.batch.crew import Crew
from avtalsgen.pipeline.batch.job import Finished, Ground, Outcome
from avtalsgen.pipeline.batch.jobs.opened import ground_at, opened
from avtalsgen.pipeline.build.order import BuildOrder, Result
from avtalsgen.pipeline.build.unchanged import changed_since, note, unchanged
from avtalsgen.pipeline.memory.memory import Memory
from avtalsgen.pipeline.workspace.snapshot import Snapshot
from avtalsgen.pipeline.workspace.workspace import Workspace
from avtalsgen.problems import Problem
from avtalsgen.records import dataclass

if TYPE_CHECKING:
    from avtalsgen.pipeline.build.prepared import PreparedFiles

_OFTEN: Final = 100
"""Documents before what is known is first saved; then when they are twice as many.

A saving writes all that is known, so that those of many cost no more for each than those of few.
What a crash forgets is on disk all the same, and is not made again: it is put together once more.
"""


def build_many(
    root: Path,
    orders: Sequence[BuildOrder],
    crew: Crew,
    done: Callable[[Result], None] = lambda _: None,
) -> tuple[Result, ...]:
    """Return what became of each of `orders`, in their order; `done` is told as they get ready.

    Raises:
        AvtalsgenError: as `Crew.outcomes`.
        KeyboardInterrupt: the user stopped it; what is done is on disk and remembered.
    """
    results: dict[BuildOrder, Result] = {}
    with _memory(root) as memory:
        for order, result in _results(root, tuple(dict.fromkeys(orders)), crew, memory):
            results[order] = replace(result, made_of={}, prints={})  # what is noted is enough
            done(results[order])
    return tuple(results[order] for order in orders)


@contextmanager
def _memory(root: Path) -> Iterator[Memory]:
    memory = Memory(root, Snapshot(Workspace(root), kept=0))
    try:
        yield memory
    finally:
        memory.save()


def _results(
    root: Path, orders: Iterable[BuildOrder], crew: Crew, memory: Memory
) -> Iterator[tuple[BuildOrder, Result]]:
    left = []
    for order in orders:
        same = unchanged(memory, order)
        if same:
            yield order, same
        else:
            left.append(order)
    outcomes, often = crew.outcomes(BuildJob(), left, ground_at(root)), _OFTEN
    for count, (number, outcome) in enumerate(outcomes, start=1):
        order, result = left[number], _result(left[number], outcome)
        result = replace(result, changed=changed_since(memory, order, result))
        note(memory, order, result)
        if count == often:
            memory.save()
            often *= 2
        yield order, result


@dataclass(frozen=True, slots=True)
class Away:
    """What a document came to on another machine, with its files."""

    prepared: "PreparedFiles"
    made_of: dict[str, str]


@dataclass(frozen=True, slots=True)
class BuildJob:
    """Builds an order where it stands; away it makes the files, which are written at home."""

    def run(self, order: BuildOrder, ground: Ground) -> Result | Away:
        """Return what became of `order`, or away what is to become of it.

        Raises:
            AvtalsgenError: something that it stands on cannot be read, or the disk is against it.
        """
        from avtalsgen.pipeline.build.build import prepare  # with all that makes a document
        from avtalsgen.pipeline.build.prepared import deliver

        project, files = opened(ground, order.profile)
        if order.package:
            from avtalsgen.pipeline.package.package import prepare_package  # with the comparison

            package = prepare_package(project, order)
            return (
                Away(package.packed(), {})
                if ground.away
                else deliver(package, order, project.place)
            )
        with files.recording() as read:
            prepared = prepare(project, order)
            prepared = prepared.packed() if ground.away else prepared
            result = None if ground.away else deliver(prepared, order, project.place)
        made_of = prepared.made_of(read)
        return replace(result, made_of=made_of) if result else Away(prepared, made_of)

    def bring_home(self, order: BuildOrder, made: Result | Away, ground: Ground) -> Result | Away:
        """Return what became of `order` when its files have been written.

        Raises:
            AvtalsgenError: as `deliver`.
        """
        assert isinstance(made, Away)
        from avtalsgen.pipeline.build.prepared import deliver  # as above

        result = deliver(made.prepared, order, Workspace(ground.root).locate)
        return replace(result, made_of=made.made_of)


def _result(order: BuildOrder, outcome: Outcome[Result | Away]) -> Result:
    if isinstance(outcome, Finished):
        assert isinstance(outcome.made, Result)
        return outcome.made
    return failed(order, outcome.problems)


def failed(order: BuildOrder, problems: tuple[Problem, ...]) -> Result:
    """Return that an order could not be built."""
    return Result(order.slug, order.edition, "failed", (), problems)
