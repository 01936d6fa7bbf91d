"""The order of the outline: an entry moved up or down among those beside it."""

from pathlib import Path

from avtalsgen.clauses.outline import Entry
from avtalsgen.pipeline.drafting.draft import Draft, open_draft
from avtalsgen.pipeline.drafting.saving.contents import SEEN
from avtalsgen.pipeline.drafting.saving.save import refuse_locked, refuse_other
from avtalsgen.pipeline.output import atomic
from avtalsgen.pipeline.output.turn import turn
from avtalsgen.pipeline.workspace.project import open_project
from avtalsgen.pipeline.workspace.workspace import Workspace
from avtalsgen.problems import AvtalsgenError, Exit, Problem
from avtalsgen.readers.yaml.moving import swapped
from avtalsgen.source import Origin
from avtalsgen.uppdrag import directory

OUTLINE, UNDER = "disposition", "under"
Place = tuple[int, ...]
"""Where an entry stands in an outline: the third below the second is (1, 2)."""


def move(root: Path, slug: str, edition: str, etag: str, place: Place, *, up: bool) -> None:
    """Move an entry of the outline past the one before it, or after it; what is below goes along.

    Raises:
        AvtalsgenError: UP15 the edition is signed, UP16 it has no such entry of its own, UP17 its
            file is another than the one with `etag`, YA08 it is laid out in another way.
    """
    with turn(root / directory.FOLDER / slug):
        draft = open_draft(open_project(root), slug, edition)
        refuse_locked(draft)
        refuse_other(draft, etag)
        *above, last = place or (-1,)
        first = last - up
        _must_be_there(draft, (*above, first), (*above, first + 1))
        path: list[str | int] = [OUTLINE]
        for index in above:
            path += [index, UNDER]
        data = swapped(draft.text, draft.file, path, first).encode()
        atomic.write(Workspace(root).locate(draft.file), data)
        SEEN.remember(data)


def _must_be_there(draft: Draft, *places: Place) -> None:
    outline = draft.uppdrag().outline
    if all(_has(outline, place) for place in places):
        return
    raise no_entry(draft)


def no_entry(draft: Draft) -> AvtalsgenError:
    """Return UP16: an edition has no such entry in an outline of its own."""
    message = f"{draft.name} har ingen egen punkt där i dispositionen"
    hint = "följer utgåvan dokumenttypens disposition, skriv en egen i filen först"
    origin = Origin(draft.file, 1)
    return AvtalsgenError([Problem("UP16", message, origin=origin, hint=hint, exit=Exit.CONFLICT)])


def _has(entries: tuple[Entry, ...], place: Place) -> bool:
    first, *rest = place
    if not 0 <= first < len(entries):
        return False
    return not rest or _has(entries[first].below, tuple(rest))
