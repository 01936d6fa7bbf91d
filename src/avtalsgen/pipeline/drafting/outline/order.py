"""The order of the outline: an entry moved up or down among those beside it."""

from collections.abc import Sequence
from pathlib import Path

from avtalsgen.clauses.outline import Entry
from avtalsgen.pipeline.drafting.draft import Draft
from avtalsgen.pipeline.drafting.outline.rewriting import Files, rewrite
from avtalsgen.problems import AvtalsgenError, Exit, Problem
from avtalsgen.readers.yaml.moving import swapped
from avtalsgen.source import Origin

OUTLINE, UNDER = "disposition", "under"
Place = tuple[int, ...]
"""Where an entry stands in an outline: the third below the second is (1, 2)."""


def move(root: Path, slug: str, edition: str, etag: str, place: Place, *, up: bool) -> None:
    """Move an entry of the outline past the one before it, or after it; what is below goes along.

    Raises:
        AvtalsgenError: UP15 the edition is signed, UP16 it has no such entry of its own, UP17 its
            file is another than the one with `etag`, YA08 it is laid out in another way.
    """

    def moved(draft: Draft) -> Files:
        *above, last = place or (-1,)
        first = last - up
        _must_be_there(draft, (*above, first), (*above, first + 1))
        path: list[str | int] = [OUTLINE]
        for index in above:
            path += [index, UNDER]
        return {draft.file: swapped(draft.text, draft.file, path, first).encode()}

    rewrite(root, slug, edition, etag, moved)


def _must_be_there(draft: Draft, *places: Place) -> None:
    outline = draft.uppdrag().outline
    if any(entry_at(outline, place) is None for place in places):
        raise no_entry(draft)


def entry_at(entries: Sequence[Entry], place: Place) -> Entry | None:
    """Return the entry at a place of an outline; nothing where there is none."""
    entry = None
    for index in place:
        if not 0 <= index < len(entries):
            return None
        entry = entries[index]
        entries = entry.below
    return entry


def no_entry(draft: Draft) -> AvtalsgenError:
    """Return UP16: an edition has no such entry in an outline of its own."""
    message = f"{draft.name} har ingen egen punkt där i dispositionen"
    hint = "följer utgåvan dokumenttypens disposition, skriv en egen i filen först"
    origin = Origin(draft.file, 1)
    return AvtalsgenError([Problem("UP16", message, origin=origin, hint=hint, exit=Exit.CONFLICT)])
