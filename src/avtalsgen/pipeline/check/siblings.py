"""The other uppdrag of a workspace that one of them can be held beside: of its type and service."""

import re
from collections.abc import Iterator
from typing import Final

from avtalsgen.check.facts.siblings import Sibling
from avtalsgen.clauses.outline import Entry, every
from avtalsgen.model.nodes import Text
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.problems import AvtalsgenError
from avtalsgen.uppdrag import directory, known
from avtalsgen.uppdrag.uppdrag import Uppdrag

_SHARED: Final = (known.AREA, known.RELATION)
_MOST: Final = 12
"""Uppdrag that one is held beside; more say nothing new, and each is a file to read."""


def siblings_of(project: Project, slug: str, edition: str) -> tuple[Sibling, ...]:
    """Return the latest edition of each other uppdrag of the same type, area and relation.

    What the edition has said that it does without is not among what they have.
    """
    try:
        uppdrag = project.uppdrag(slug, edition)
    except AvtalsgenError:
        return ()  # told of where it was opened
    without = {exemption.clause for exemption in uppdrag.exemptions}
    return tuple(
        Sibling(other.name, tuple(_headings(project, other, without)))
        for other in _alike(project, uppdrag)
    )


def _alike(project: Project, uppdrag: Uppdrag) -> Iterator[Uppdrag]:
    """Yield the latest of each slug; a file that does not name the area is never parsed."""
    area = uppdrag.facts.text(known.AREA)
    if not area:
        return
    named = re.compile(rf"^{known.AREA}:[ ]*{re.escape(area)}\b".encode(), re.MULTILINE)
    met = 0
    for slug in directory.slugs(project.files):
        if slug == uppdrag.slug or met == _MOST:
            continue
        for edition in reversed(directory.editions(project.files, slug)):
            other = _read(project, slug, edition, named)
            if other and _is_alike(uppdrag, other):
                met += 1
                yield other
                break


def _read(project: Project, slug: str, edition: str, named: re.Pattern[bytes]) -> Uppdrag | None:
    try:
        if not named.search(project.files.read(directory.path_of(slug, edition))):
            return None
        return project.uppdrag(slug, edition)
    except (AvtalsgenError, OSError, OverflowError):
        return None  # told of where it is checked itself


def _is_alike(uppdrag: Uppdrag, other: Uppdrag) -> bool:
    ours, theirs = uppdrag.type.partition("@")[0], other.type.partition("@")[0]
    same = (uppdrag.facts.text(path) == other.facts.text(path) for path in _SHARED)
    return ours == theirs and all(same)


def _headings(project: Project, uppdrag: Uppdrag, without: set[str]) -> Iterator[str]:
    try:
        outline = uppdrag.outline or project.document_type(uppdrag).outline
    except AvtalsgenError:
        return
    for entry in every(outline):
        if entry.clause not in without:
            heading = _heading(project, entry)
            if heading and "{" not in heading:
                yield heading


def _heading(project: Project, entry: Entry) -> str:
    """Return the heading of an entry as it is written, its own or that of its clause."""
    if entry.heading_text or not entry.clause:
        return entry.heading_text
    try:
        content = project.library.edition(entry.clause, entry.edition, entry.origin).heading.content
    except AvtalsgenError:
        return ""
    return "".join(part.text if isinstance(part, Text) else "{" for part in content)
