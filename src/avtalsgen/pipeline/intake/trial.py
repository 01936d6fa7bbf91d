"""Old documents taken in for trial: what would be written, and nothing is.

files ──► a copy of the workspace ──► what each section became, and the new files
                                           └──► the workspace, when somebody says so
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

from avtalsgen.clauses.library import FOLDER as CLAUSES
from avtalsgen.pipeline.intake.in_common import InCommon
from avtalsgen.pipeline.intake.intake import (
    Imported,
    Readings,
    import_files,
    read_old,
    shared_by,
)
from avtalsgen.pipeline.intake.preparing import NONE_CORRECTED, Corrections
from avtalsgen.pipeline.new.new import write_new
from avtalsgen.pipeline.workspace.document_argument import Opened
from avtalsgen.pipeline.workspace.knowledge import knowledge_in
from avtalsgen.pipeline.workspace.workspace import Workspace
from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.records import dataclass
from avtalsgen.uppdrag import directory


@dataclass(frozen=True, slots=True)
class Trial:
    """What old documents would become, and the files that it takes."""

    documents: tuple[Imported, ...]
    common: InCommon
    """The clauses that they share, and where they part."""
    files: Mapping[str, bytes]
    """By path from the workspace, all of them new."""


def tried(root: Path, paths: Sequence[Path], corrected: Corrections = NONE_CORRECTED) -> Trial:
    """Return what old documents would become in the workspace; nothing is written in it.

    `corrected` is what somebody has decided of them.

    Raises:
        AvtalsgenError: what all documents of the workspace share is wrong.
    """
    with TemporaryDirectory() as name:
        stage = Path(name)
        for folder in (CLAUSES, directory.FOLDER):
            if (root / folder).is_dir():
                copytree(root / folder, stage / folder)
        before = _files(stage)
        documents = import_files(paths, stage, _readings(paths), corrected)
        common = shared_by(stage, documents)
        made = _files(stage)
    new = {path: data for path, data in made.items() if path not in before}
    return Trial(documents, common, new)


def _readings(paths: Sequence[Path]) -> Readings:
    def readings(root: Path) -> Iterator[Opened | tuple[Problem, ...]]:
        words = knowledge_in(Workspace(root)).page
        for path in paths:
            try:
                yield read_old(path.parent, path.name, words)
            except AvtalsgenError as error:
                yield error.problems

    return readings


def _files(stage: Path) -> dict[str, bytes]:
    return {
        path.relative_to(stage).as_posix(): path.read_bytes()
        for path in sorted((stage / directory.FOLDER).rglob("*"))
        if path.is_file()
    }


def take_in(root: Path, trial: Trial, *, propose: bool = False) -> None:
    """Write what was tried, all of it or nothing; with `propose` the shared clauses as drafts.

    Raises:
        AvtalsgenError: UP07 one of the editions is there already.
    """
    shared = trial.common.files() if propose else {}
    write_new(Workspace(root), {**trial.files, **shared})
