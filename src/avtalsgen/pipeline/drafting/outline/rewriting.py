"""The files of an edition written anew, and what is wrong with it then that was not before."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from avtalsgen.pipeline.drafting.draft import Draft, draft_of, open_draft
from avtalsgen.pipeline.drafting.saving.contents import SEEN
from avtalsgen.pipeline.drafting.saving.save import refuse_locked, refuse_other
from avtalsgen.pipeline.drafting.seen.seen import SeenDraft, see
from avtalsgen.pipeline.output import atomic
from avtalsgen.pipeline.output.turn import turn
from avtalsgen.pipeline.workspace.overlay import Overlay
from avtalsgen.pipeline.workspace.project import open_project
from avtalsgen.pipeline.workspace.workspace import Workspace
from avtalsgen.problems import Problem
from avtalsgen.readers.yaml.putting import put
from avtalsgen.readers.yaml.values import Put
from avtalsgen.uppdrag import directory

Files = Mapping[str, bytes]
"""Contents by path from the workspace; the file of the edition is among them."""


def rewrite(root: Path, slug: str, edition: str, etag: str, make: Callable[[Draft], Files]) -> None:
    """Write the files that `make` makes of an edition, whose file has `etag`; all of them or none.

    Raises:
        AvtalsgenError: UP15 the edition is signed, UP17 its file is another than the one with
            `etag`; as `make`.
    """
    with turn(root / directory.FOLDER / slug):
        draft = open_draft(open_project(root), slug, edition)
        refuse_locked(draft)
        refuse_other(draft, etag)
        files = make(draft)
        workspace = Workspace(root)
        atomic.write_all({workspace.locate(path): data for path, data in files.items()})
        SEEN.remember(files[draft.file])


def with_records(
    text: str, file: str, key: str, records: Sequence[Put], order: Sequence[str]
) -> str:
    """Return `text`, which is what `file` holds, with `records` under a key; without it for none.

    Raises:
        AvtalsgenError: YA08 the file is laid out in a way that cannot be changed.
    """
    made = put(text, file, {key: list(records) or None}, order)
    if records:
        return made
    return "".join(line for line in made.splitlines(keepends=True) if line.rstrip() != f"{key}:")


def seen_with(draft: Draft, files: Files) -> SeenDraft:
    """Return an edition as it is with other files."""
    project = draft.project.reading(Overlay(draft.project.files, files))
    return see(draft_of(project, draft.slug, draft.edition, files[draft.file]), {})


def new_problems(draft: Draft, after: SeenDraft) -> tuple[Problem, ...]:
    """Return what is wrong with an edition in another form and not as it is."""
    known = {(problem.code, problem.message) for problem in see(draft, {}).problems}
    return tuple(each for each in after.problems if (each.code, each.message) not in known)
