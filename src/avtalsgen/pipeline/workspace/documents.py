"""The documents of a workspace, each assembled by the way that it asks for.

2021             the edition; one that is a tillägg, with what it changes
2021:2022-01-01  the text in force on a day, with its tillägg
a memo           with a table of what the edition it is about changes
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from avtalsgen.assemble.document import assemble
from avtalsgen.assemble.facts.lookup import Lookup
from avtalsgen.assemble.tillagg.effect import as_it_leaves
from avtalsgen.clauses.document_type import DocumentType
from avtalsgen.clauses.outline import CHANGES, given
from avtalsgen.model.nodes import Document
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.problems import Problem
from avtalsgen.uppdrag import known
from avtalsgen.uppdrag.directory import split_day
from avtalsgen.uppdrag.status import SIGNED
from avtalsgen.uppdrag.uppdrag import Uppdrag

if TYPE_CHECKING:
    from avtalsgen.model.calendar import Obligation
    from avtalsgen.pipeline.workspace.changes import Changes

Assembled = tuple[Document, tuple[Problem, ...]]


def document_of(
    project: Project,
    slug: str,
    edition: str,
    *,
    draft: bool = False,
    shown: "Changes | None" = None,
) -> Assembled:
    """Return the document of an edition, and the problems met.

    A document that does not say yet which uppdrag it is about has gaps. `shown` is what
    `changes_shown` gave for a memo, where it was asked for already.

    Raises:
        AvtalsgenError: a file that it stands on cannot be read.
    """
    edition, day = split_day(edition)
    uppdrag = project.uppdrag(slug, edition)
    if day:
        from avtalsgen.assemble.tillagg.assembled import consolidated_text

        document, problems = consolidated_text(project.materials, uppdrag, day, draft=draft)
    else:
        document, problems = text_of(project, uppdrag, draft=draft, shown=shown)
    return document, (*problems, *known.disagreements(project.parameters))  # notes by now


def text_of(
    project: Project, uppdrag: Uppdrag, *, draft: bool = False, shown: "Changes | None" = None
) -> Assembled:
    """Return the document of an edition as `uppdrag` has it, be it another than its file says.

    Raises:
        AvtalsgenError: a file that it stands on cannot be read.
    """
    type_, lookup = project.document_type(uppdrag), project.lookup(uppdrag)
    if lookup.base and uppdrag.changes:
        from avtalsgen.assemble.tillagg.assembled import tillagg_text

        return tillagg_text(project.materials, lookup, lookup.base, draft=draft)
    if CHANGES in given(lookup.uppdrag.outline or type_.outline):
        shown = shown or changes_shown(project, lookup)
        document, problems = _memo(project, type_, lookup, shown, draft=draft)
    else:
        document, problems = assemble(project.files, project.library, type_, lookup, draft=draft)
    if type_.heritage and not draft and lookup.uppdrag.status != SIGNED:
        from avtalsgen.pipeline.workspace.memo.memo_words import finished

        return document, (*problems, *finished(project.files, document, lookup))
    return document, problems


def duties_of(
    project: Project, slug: str, edition: str, document: Document
) -> "tuple[Obligation, ...]":
    """Return what the clauses of a document, as `document_of` gave it, make people do.

    Nothing of a text in force on a day: its facts are those of several files.
    """
    from avtalsgen.assemble.obligations import obligations  # a build asks for none

    edition, day = split_day(edition)
    if day:
        return ()
    lookup = project.lookup(project.uppdrag(slug, edition))
    as_left = replace(lookup, uppdrag=as_it_leaves(lookup.uppdrag, lookup.base))
    return obligations(document, project.library, as_left)


def changes_shown(project: Project, lookup: Lookup) -> "Changes | None":
    """Return what the edition that a document is about changes in the one it replaces.

    Nothing where the document does not say both.

    Raises:
        AvtalsgenError: a file that one of them stands on cannot be read.
    """
    old, new = lookup.pointed.get(known.REPLACED), lookup.pointed.get(known.ABOUT)
    if old is None or new is None:
        return None
    from avtalsgen.pipeline.workspace.changes import changes  # few documents compare others
    from avtalsgen.pipeline.workspace.knowledge import knowledge_of

    before, after = (
        document_of(project, pointed.uppdrag.slug, pointed.uppdrag.edition)[0]
        for pointed in (old, new)
    )
    return changes(before, after, knowledge_of(project))


def _memo(
    project: Project, type_: DocumentType, lookup: Lookup, shown: "Changes | None", *, draft: bool
) -> Assembled:
    """Return a document that shows what the edition it is about changes, and the problems."""
    if shown is None:
        return assemble(project.files, project.library, type_, lookup, draft=draft)
    from avtalsgen.pipeline.workspace.memo import change_rows, memo_words  # as few as `changes`

    table, wrong = change_rows.table(lookup, shown.comparison)
    document, problems = assemble(
        project.files, project.library, type_, lookup, given={CHANGES: table}, draft=draft
    )
    names = change_rows.written_names(lookup)
    told = memo_words.contradictions(project.files, document, shown.comparison, names)
    return document, (*problems, *wrong, *told)
