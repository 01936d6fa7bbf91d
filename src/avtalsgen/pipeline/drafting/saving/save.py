"""Answers saved in the file of an edition: one at a time, whole, and none lost.

in the turn of the folder:  read ► merge with what others saved ► put ► replace the file
"""

from pathlib import Path

from avtalsgen.pipeline.drafting.answers import Answers
from avtalsgen.pipeline.drafting.draft import Draft, changed_file, draft_of, open_draft
from avtalsgen.pipeline.drafting.saving.contents import SEEN
from avtalsgen.pipeline.drafting.saving.merge import AnswerClash, merged
from avtalsgen.pipeline.output import atomic
from avtalsgen.pipeline.output.turn import turn
from avtalsgen.pipeline.workspace.project import open_project
from avtalsgen.pipeline.workspace.workspace import Workspace
from avtalsgen.problems import AvtalsgenError, Exit, Problem
from avtalsgen.records import dataclass
from avtalsgen.source import Origin
from avtalsgen.uppdrag import directory
from avtalsgen.uppdrag.uppdrag import renewal


@dataclass(frozen=True, slots=True)
class Saved:
    """What came of a save: all of it, or none while something is to be chosen."""

    etag: str
    """Of the file as it is now."""
    changed: tuple[str, ...] = ()
    """The questions whose answers were written."""
    theirs: tuple[str, ...] = ()
    """Those that others answered meanwhile, and that stay so."""
    clashes: tuple[AnswerClash, ...] = ()
    """Nothing is written as long as there is one."""


def save(root: Path, slug: str, edition: str, etag: str, mine: Answers) -> Saved:
    """Save `mine`, answers to questions of a form that was made of the file with `etag`.

    Law: when it returns without clashes, each answer is in the file, and no answer that somebody
    else has saved since is gone.

    Raises:
        AvtalsgenError: UP15 the edition is locked; it is not there; the disk does not take it.
    """
    with turn(root / directory.FOLDER / slug):
        project = open_project(root)
        draft = open_draft(project, slug, edition)
        result = merged(_before(draft, etag), draft.answers, mine)
        changed = (*result.changes, *(clash.path for clash in result.clashes))
        if not all(map(draft.may_change, changed)):
            refuse_locked(draft)
        if result.clashes:
            return Saved(SEEN.remember(_data(draft)), (), result.theirs, result.clashes)
        if not result.changes:
            return Saved(SEEN.remember(_data(draft)), (), result.theirs)
        data = changed_file(draft, result.changes)
        atomic.write(Workspace(root).locate(draft.file), data)
        return Saved(SEEN.remember(data), tuple(result.changes), result.theirs)


def refuse_locked(draft: Draft) -> None:
    """Do nothing if an edition may be changed.

    Raises:
        AvtalsgenError: UP15 it is signed, or its words are locked.
    """
    if draft.is_locked:
        message = f"{draft.name} är {draft.locked_word} och ändras inte"
        hint = f"gör en ny utgåva: {renewal(draft.name)}"
        origin = Origin(draft.file, 1)
        raise AvtalsgenError(
            [Problem("UP15", message, origin=origin, hint=hint, exit=Exit.CONFLICT)]
        )


def refuse_other(draft: Draft, etag: str) -> None:
    """Do nothing if the file of an edition is the one that somebody has seen.

    Raises:
        AvtalsgenError: UP17 it is another.
    """
    if draft.etag != etag:
        raise other_saved(draft.name)


def other_saved(name: str) -> AvtalsgenError:
    """Return UP17: somebody else has saved what is called `name` meanwhile."""
    message = f"{name} har sparats av någon annan under tiden"
    hint = "öppna sidan på nytt i ett annat fönster, och för in din ändring där"
    return AvtalsgenError([Problem("UP17", message, hint=hint, exit=Exit.CONFLICT)])


def _data(draft: Draft) -> bytes:
    return draft.project.files.read(draft.file)


def _before(draft: Draft, etag: str) -> Answers | None:
    """Return what the file said when it had `etag`, if that is remembered."""
    if etag == draft.etag:
        return draft.answers
    data = SEEN.get(etag)
    if data is None:
        return None
    try:
        return draft_of(draft.project, draft.slug, draft.edition, data).answers
    except AvtalsgenError:
        return None
