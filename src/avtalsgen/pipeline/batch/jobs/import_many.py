"""Many old documents taken in: read by all who work, and written one after another.

What an edition is called depends on those before it, so only the reading is done at once.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from avtalsgen.pipeline.batch.crew import Crew
from avtalsgen.pipeline.batch.job import Finished, Ground
from avtalsgen.pipeline.batch.jobs.opened import ground_at, opened
from avtalsgen.pipeline.intake.intake import Imported, import_files, read_old
from avtalsgen.pipeline.workspace.document_argument import Opened
from avtalsgen.pipeline.workspace.knowledge import knowledge_of
from avtalsgen.problems import Problem
from avtalsgen.readers.recognise.page_words import PageWords
from avtalsgen.records import dataclass


@dataclass(frozen=True, slots=True)
class ReadJob:
    """Reads an old document."""

    def run(self, name: str, ground: Ground) -> Opened:
        """Return what the file called `name` says.

        Raises:
            AvtalsgenError: as `read_old`.
        """
        return read_old(ground.here, name, _words(ground))

    def bring_home(self, name: str, made: Opened, ground: Ground) -> Opened:
        """Return what was read: it is nothing but words."""
        return made


@lru_cache(maxsize=1)
def _words(ground: Ground) -> PageWords:
    return knowledge_of(opened(ground)[0]).page


def import_many(
    paths: Sequence[Path], into: Path, crew: Crew, done: Callable[[str], None] = lambda _: None
) -> tuple[Imported, ...]:
    """Take old documents into a workspace, or into a new one; a bad file does not stop others.

    Raises:
        AvtalsgenError: as `import_files` and `Crew.outcomes`.
    """
    names = [path.as_posix() for path in paths]

    def readings(root: Path) -> Iterator[Opened | tuple[Problem, ...]]:
        """Yield what each file says in their order; those that are ready too early are kept."""
        early: dict[int, Opened | tuple[Problem, ...]] = {}
        wanted = 0
        ground = ground_at(root.resolve(), Path.cwd())
        for number, outcome in crew.outcomes(ReadJob(), names, ground, names):
            early[number] = outcome.made if isinstance(outcome, Finished) else outcome.problems
            done(names[number])
            while wanted in early:
                yield early.pop(wanted)
                wanted += 1

    return import_files(paths, into, readings)
