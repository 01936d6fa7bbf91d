"""Files that are taken back in tests; the workspace is read once, what was sent is made once."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from tests.takeback.word_edits import WordFile

from avtalsgen.pipeline.takeback.takeback import TakebackOf, taken_back
from avtalsgen.pipeline.workspace.project import Project, read_project
from avtalsgen.pipeline.workspace.snapshot import Snapshot
from avtalsgen.pipeline.workspace.workspace import Workspace
from avtalsgen.writers.returned.json import change_data

ROOT = Path(__file__).parents[2]
OWN = Path(__file__).parent / "verkstad"
DOCUMENT = "prov", "2026"


class Layered:
    """The files of the repository, with those of the workshop over them: a text that is frozen."""

    def __init__(self) -> None:
        self._over, self._under = Workspace(OWN), Workspace(ROOT)

    def read(self, path: str) -> bytes:
        """Return the bytes of a file."""
        return (self._over if (OWN / path).is_file() else self._under).read(path)

    def names(self, folder: str) -> tuple[str, ...]:
        """Return what is in a folder; the uppdrag are the workshop's alone."""
        if folder.startswith("uppdrag"):
            return self._over.names(folder)
        return tuple(sorted({*self._over.names(folder), *self._under.names(folder)}))


@cache
def project() -> Project:
    """Return the workspace that files are taken back in."""
    return read_project(Snapshot(Layered()))


@cache
def base(slug: str, edition: str) -> TakebackOf:
    """Return what was sent of an edition."""
    return TakebackOf.of(project(), slug, edition)


def changes(
    edit: Callable[[WordFile], object], slug: str = DOCUMENT[0], edition: str = DOCUMENT[1]
) -> list[dict[str, object]]:
    """Return what is told of a file that was edited."""
    file = WordFile(base(slug, edition).file)
    edit(file)
    result = taken_back(project(), file.written(), "prov.docx", base(slug, edition))
    return [change_data(change) for change in result.taken.result.changes]
