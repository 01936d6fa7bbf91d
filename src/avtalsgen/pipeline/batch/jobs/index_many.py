"""Many uppdrag whose compensation is raised by an index, each on its own."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from avtalsgen.pipeline.batch.crew import Crew
from avtalsgen.pipeline.batch.job import Finished, Ground
from avtalsgen.pipeline.batch.jobs.opened import ground_at, opened
from avtalsgen.pipeline.index.facts import Dated
from avtalsgen.pipeline.index.files import As, default_as, default_edition, files
from avtalsgen.pipeline.index.indexation import Indexation, index
from avtalsgen.pipeline.new.new import write_new
from avtalsgen.pipeline.workspace.workspace import Workspace
from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.records import dataclass


@dataclass(frozen=True, slots=True)
class IndexJob:
    """Raises the compensation of an edition; nothing of it is written yet."""

    to: int | None
    as_preliminary: bool
    way: As | None
    edition: str
    day: date | None

    def run(self, name: tuple[str, str], ground: Ground) -> tuple[Indexation, Mapping[str, bytes]]:
        """Return the ladder of an edition, and the files that say so.

        Raises:
            AvtalsgenError: as `index` and `files`.
        """
        project, _ = opened(ground)
        indexation = index(project, *name, self.to, as_preliminary=self.as_preliminary)
        way = self.way or default_as(indexation)
        dated = Dated(self.edition or default_edition(indexation, way), self.day)
        return indexation, files(project, indexation, way, dated)

    def bring_home(
        self,
        name: tuple[str, str],
        made: tuple[Indexation, Mapping[str, bytes]],
        ground: Ground,
    ) -> tuple[Indexation, Mapping[str, bytes]]:
        """Return what was made: it is written at home, whoever made it."""
        return made


@dataclass(frozen=True, slots=True)
class Indexed:
    """An edition, its ladder and the files of its new compensation; or why there are none."""

    name: str
    indexation: Indexation | None
    contents: Mapping[str, bytes]
    problems: tuple[Problem, ...]


def index_many(
    root: Path,
    job: IndexJob,
    names: Sequence[tuple[str, str]],
    crew: Crew,
    done: Callable[[Indexed], None] = lambda _: None,
    *,
    write: bool,
) -> tuple[Indexed, ...]:
    """Return what becomes of each of `names`, in their order, written as they get ready.

    Raises:
        AvtalsgenError: as `Crew.outcomes`.
    """
    indexed: dict[int, Indexed] = {}
    for number, outcome in crew.outcomes(job, names, ground_at(root)):
        name = "@".join(names[number])
        if isinstance(outcome, Finished):
            indexation, contents = outcome.made
            indexed[number] = Indexed(name, indexation, contents, indexation.warnings)
            if write:
                indexed[number] = _put(root, indexed[number])
        else:
            indexed[number] = Indexed(name, None, {}, outcome.problems)
        done(indexed[number])
    return tuple(indexed[number] for number in range(len(names)))


def _put(root: Path, indexed: Indexed) -> Indexed:
    try:
        write_new(Workspace(root), indexed.contents)
    except AvtalsgenError as error:
        return Indexed(indexed.name, None, {}, error.problems)
    return indexed
