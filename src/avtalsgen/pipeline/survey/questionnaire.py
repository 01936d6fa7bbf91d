"""What an uppdrag answers to what is asked of it, for the one who knows the service to approve."""

from collections.abc import Iterator

from avtalsgen.assemble.facts.lookup import Lookup
from avtalsgen.clauses.parameters import Parameter
from avtalsgen.model import walk
from avtalsgen.model.nodes import Document, Gap
from avtalsgen.model.portfolio import AskedFact, Questionnaire
from avtalsgen.pipeline.survey.told_facts import told_lines
from avtalsgen.pipeline.workspace.documents import document_of
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.uppdrag import known
from avtalsgen.uppdrag.facts import Known, Unknown


def questionnaire(project: Project, slug: str, edition: str) -> Questionnaire:
    """Return every question that an edition answers, and those that its text needs answered.

    Raises:
        AvtalsgenError: a file that it stands on cannot be read.
    """
    uppdrag = project.uppdrag(slug, edition)
    lookup = project.lookup(uppdrag)
    document, _ = document_of(project, slug, edition, draft=True)
    lacking = {*_gaps(document), *(path for path, _ in project.document_type(uppdrag).requires)}
    asked = tuple(
        fact for parameter in project.parameters for fact in _asked(lookup, parameter, lacking)
    )
    return Questionnaire(uppdrag.name, lookup.text(known.TITLE), uppdrag.status, asked)


def _gaps(document: Document) -> Iterator[str]:
    """Yield the facts that are shown as gaps."""
    for section in walk.sections(document):
        for content in (run for block in section.blocks for run in walk.runs(block)):
            yield from (leaf.path for leaf in walk.leaves(content) if isinstance(leaf, Gap))


def _asked(lookup: Lookup, parameter: Parameter, lacking: set[str]) -> Iterator[AskedFact]:
    path, question = parameter.path, parameter.question or parameter.path
    fact = lookup.uppdrag.facts.get(path) or lookup.inherited.get(path)
    match fact:
        case Known():
            yield AskedFact(path, question, told_lines(lookup, path, fact), "känt", fact.origin)
        case Unknown():
            yield AskedFact(path, question, (fact.reason,), "okänt", fact.origin)
        case _:
            empty = lookup.uppdrag.facts.empty.get(path)
            if path in lacking or empty:
                yield AskedFact(path, question, (), "inte sagt", empty)
