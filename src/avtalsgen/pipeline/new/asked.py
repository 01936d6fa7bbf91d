"""Which facts a document asks for: those that its type, its clauses and its signing name."""

from collections.abc import Iterable, Iterator

from avtalsgen.assemble.facts.computed import written, written_first
from avtalsgen.assemble.tillagg.tillagg_document import LISTS
from avtalsgen.clauses.document_type import DocumentType
from avtalsgen.clauses.library import ClauseEdition, Library
from avtalsgen.clauses.outline import Entry, every
from avtalsgen.clauses.parameters import ORGAN_FACTS, Parameters
from avtalsgen.model.trace import COMPUTED
from avtalsgen.pipeline.new.unanswered import gaps, presumed
from avtalsgen.records import dataclass
from avtalsgen.uppdrag import known


@dataclass(frozen=True, slots=True)
class AskedPaths:
    """The facts that a document asks for, by path as a file has them."""

    paths: frozenset[str]
    printed: frozenset[str]
    """Those that are missed when nothing is answered; the others depend on other answers."""
    required: frozenset[str]
    """Those that the type itself requires."""
    presumed: frozenset[str]
    """Those whose lack decides what is printed when nothing is answered."""


def asked_of(type_: DocumentType, library: Library, outline: Iterable[Entry]) -> AskedPaths:
    """Return the facts that a document of a type with an outline asks for.

    Raises:
        AvtalsgenError: one of the clauses is not there, or its file is wrong.
    """
    parameters = library.parameters
    clauses = clauses_in(library, outline)
    used = {*type_.uses, *(path for path, _ in type_.requires), *_signing(type_)}
    used.update(path for clause in clauses for path in clause.uses)
    return AskedPaths(
        frozenset(path for used_path in used for path in asked_for(used_path, type_, parameters)),
        frozenset(
            as_written(first, parameters)
            for path in gaps(type_, clauses)
            for first in written_first(path)
        ),
        frozenset(as_written(path, parameters) for path, _ in type_.requires),
        frozenset(presumed(clauses)) - ({known.BASE} if not type_.has_base else set()),
    )


def clauses_in(library: Library, outline: Iterable[Entry]) -> tuple[ClauseEdition, ...]:
    """Return the clauses of an outline, in reading order; raises as `Library.edition`."""
    return tuple(
        library.edition(entry.clause, entry.edition, entry.origin)
        for entry in every(outline)
        if entry.clause
    )


def asked_for(path: str, type_: DocumentType, parameters: Parameters) -> Iterator[str]:
    """Yield the facts that somebody has to write for the one at `path` to be known."""
    for needed in written(path):
        if needed not in LISTS and not _elsewhere(needed, type_, parameters):
            yield as_written(needed, parameters)


def _signing(type_: DocumentType) -> Iterator[str]:
    if type_.signature:
        yield from (known.SIGNING_FORM, known.COPIES)
        for party, _ in type_.signature.roles:
            yield from (f"{known.signatory(party)}.{key}" for key in ("organ", "namn", "titel"))


def _elsewhere(path: str, type_: DocumentType, parameters: Parameters) -> bool:
    """Return whether a fact is said in another uppdrag, or worked out of others."""
    parts = path.split(".")
    if parts[0] == COMPUTED or (type_.heritage and type_.heritage.covers(path)):
        return True
    return any(parameters.points(".".join(parts[:end])) for end in range(1, len(parts)))


def as_written(path: str, parameters: Parameters) -> str:
    """Return the path that is written in the file: a body is named there by its id alone."""
    parent, _, last = path.rpartition(".")
    organ = parameters.by_path.get(parent)
    return parent if organ and organ.type == "organ" and last in ORGAN_FACTS else path
