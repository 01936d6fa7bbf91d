"""A clause as it is printed with the facts of an uppdrag, in any of its editions."""

from collections.abc import Iterable
from dataclasses import replace

from avtalsgen.clauses.outline import Entry, every
from avtalsgen.model.nodes import Document, Section
from avtalsgen.model.walk import sections
from avtalsgen.pipeline.workspace.documents import text_of
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.problems import Problem
from avtalsgen.uppdrag.uppdrag import Uppdrag


def printed(
    project: Project, uppdrag: Uppdrag, clause: str, edition: str
) -> tuple[Document, Section | None, tuple[Problem, ...]]:
    """Return the text of an uppdrag with a clause in the wording of `edition`, and that section.

    An uppdrag that has not the clause is given it last. No section where it is not printed, as
    when what it needs is not so in the uppdrag.

    Raises:
        AvtalsgenError: the edition, or a file that the uppdrag stands on, cannot be read.
    """
    outline = uppdrag.outline or project.document_type(uppdrag).outline
    document, problems = text_of(
        project, replace(uppdrag, outline=_with(outline, clause, edition)), draft=True
    )
    printed_section = next(
        (
            section
            for section in sections(document)
            if section.provenance and section.provenance.clause == clause
        ),
        None,
    )
    return document, printed_section, problems


def _with(outline: tuple[Entry, ...], clause: str, edition: str) -> tuple[Entry, ...]:
    if any(entry.clause == clause for entry in every(outline)):
        return tuple(_pinned(entry, clause, edition) for entry in outline)
    other = next(entry for entry in every(outline) if entry.clause)
    bare = replace(other, clause=clause, heading=None, heading_text="", anchor="", below=())
    return (*outline, _pinned(bare, clause, edition))


def _pinned(entry: Entry, clause: str, edition: str) -> Entry:
    below = tuple(_pinned(each, clause, edition) for each in entry.below)
    if entry.clause != clause:
        return replace(entry, below=below)
    return replace(entry, edition=edition, deviation=None, below=below)


def sample(project: Project, users: Iterable[str]) -> Uppdrag:
    """Return the uppdrag whose facts a clause is shown with: the last of `users` by name.

    Raises:
        AvtalsgenError: it cannot be read.
    """
    slug, _, edition = max(users).partition("@")
    return project.uppdrag(slug, edition)
