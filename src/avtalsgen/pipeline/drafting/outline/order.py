"""The order of the outline: an entry moved up or down among those beside it."""

from pathlib import Path

from avtalsgen.pipeline.drafting.draft import Draft
from avtalsgen.pipeline.drafting.outline.entries import (
    OUTLINE,
    UNDER,
    Place,
    entry_at,
    no_entry,
    owning,
)
from avtalsgen.pipeline.drafting.outline.rewriting import Files, rewrite
from avtalsgen.readers.yaml.moving import swapped


def move(root: Path, slug: str, edition: str, etag: str, place: Place, *, up: bool) -> None:
    """Move an entry of the outline past the one before it, or after it; what is below goes along.

    Raises:
        AvtalsgenError: UP15 the edition is signed, UP16 it has no such entry, UP17 its
            file is another than the one with `etag`, YA08 it is laid out in another way.
    """

    def moved(draft: Draft) -> Files:
        draft = owning(draft)
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
