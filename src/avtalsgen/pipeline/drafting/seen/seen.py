"""An edition read as it would be if what was typed were saved, as far as it can be."""

from collections.abc import Mapping

from avtalsgen.assemble.facts.lookup import Lookup
from avtalsgen.clauses.document_type import DocumentType
from avtalsgen.clauses.outline import Entry
from avtalsgen.model.nodes import Document
from avtalsgen.pipeline.drafting.answers import Answers
from avtalsgen.pipeline.drafting.draft import Draft
from avtalsgen.pipeline.workspace.documents import text_of
from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.records import dataclass
from avtalsgen.uppdrag.uppdrag import Uppdrag


@dataclass(frozen=True)
class SeenText:
    """The text of an edition, and all that it was made of."""

    uppdrag: Uppdrag
    type: DocumentType
    lookup: Lookup
    document: Document

    @property
    def outline(self) -> tuple[Entry, ...]:
        """The outline that it follows, its own or that of its type."""
        return self.uppdrag.outline or self.type.outline


@dataclass(frozen=True)
class SeenDraft:
    """An edition as it would be."""

    draft: Draft
    text: SeenText | None
    """Nothing where the file, or one that it stands on, cannot be read."""
    problems: tuple[Problem, ...]
    """What is wrong with it, as a build would say."""

    @property
    def names(self) -> Mapping[str, str]:
        """The bodies of the register by id, as they are called on the day of the document."""
        day = self.text.lookup.day if self.text else None
        bodies = self.draft.project.organisations
        return {body: each.name_on(day) for body, each in bodies.items()}


def see(draft: Draft, changes: Answers) -> SeenDraft:
    """Return an edition with other answers.

    A wrong answer in its file is left out and told of, so that all else is seen.

    Raises:
        AvtalsgenError: YA08 the file is laid out in a way that cannot be changed.
    """
    changed = draft.changed(changes)
    try:
        return _seen(changed, ())
    except AvtalsgenError as error:
        wrong = error.problems
    paths = {_fact_of(problem, draft) for problem in wrong}
    if "" in paths:
        return SeenDraft(changed, None, wrong)
    try:
        return _seen(changed.changed(dict.fromkeys(paths)), wrong)
    except AvtalsgenError as error:
        return SeenDraft(changed, None, (*wrong, *error.problems))


def _seen(draft: Draft, wrong: tuple[Problem, ...]) -> SeenDraft:
    project = draft.project
    uppdrag = draft.uppdrag()
    document, problems = text_of(project, uppdrag, draft=True)
    type_, lookup = project.document_type(uppdrag), project.lookup(uppdrag)
    text = SeenText(lookup.uppdrag, type_, lookup, document)
    return SeenDraft(draft, text, (*wrong, *problems))


def _fact_of(problem: Problem, draft: Draft) -> str:
    """Return the fact that a problem is about, a list for what is in it; empty for any other."""
    parameters = draft.project.parameters.by_path
    path = problem.about
    while path and path not in parameters:
        path = path.rpartition(".")[0]
    return path
