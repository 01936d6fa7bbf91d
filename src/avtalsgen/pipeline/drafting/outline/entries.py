"""The entries of an outline by their places, and an outline of its own for an edition without one.

the type                              the edition, when its first clause goes out or in or is moved
disposition:                    ──►   …its answers, untouched
  - tid@2026  # always                disposition:
                                        - tid@2026  # always
"""

from collections.abc import Sequence
from typing import Final

from avtalsgen.clauses import document_type
from avtalsgen.clauses.outline import Entry
from avtalsgen.pipeline.drafting.draft import Draft, draft_of
from avtalsgen.pipeline.workspace.overlay import Overlay
from avtalsgen.problems import AvtalsgenError, Exit, Problem
from avtalsgen.readers.written import read_text
from avtalsgen.readers.yaml.blocks import taken_key
from avtalsgen.source import Origin

OUTLINE: Final = "disposition"
UNDER: Final = "under"
Place = tuple[int, ...]
"""Where an entry stands in an outline: the third below the second is (1, 2)."""


def owning(draft: Draft) -> Draft:
    """Return an edition whose file has an outline: its own, or else that of its type, as it holds.

    Raises:
        AvtalsgenError: its file or type cannot be read; YA08 the outline cannot be written there.
    """
    uppdrag = draft.uppdrag()
    if uppdrag.outline:
        return draft
    type_ = draft.project.document_type(uppdrag)
    path = f"{document_type.FOLDER}/{type_.id}/{type_.edition}.yaml"
    text = taken_key(draft.text, draft.file, OUTLINE, read_text(draft.project.files, path), path)
    data = text.encode()
    project = draft.project.reading(Overlay(draft.project.files, {draft.file: data}))
    return draft_of(project, draft.slug, draft.edition, data)


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
    """Return UP16: an edition has no such entry in its outline."""
    message = f"{draft.name} har ingen punkt där i dispositionen"
    hint = "öppna utgåvan på nytt; dispositionen har ändrats"
    origin = Origin(draft.file, 1)
    return AvtalsgenError([Problem("UP16", message, origin=origin, hint=hint, exit=Exit.CONFLICT)])
