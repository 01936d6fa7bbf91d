"""The same agreement at another price: an edition or a tillägg that `index` writes, not yet signed.

The texts of the edition are those of a signed one, and so are its facts but for what is paid and
the days of its papers; the tillägg changes what is paid and nothing else. What is wrong in it the
parties have agreed on, and put right when they write anew.
"""

from collections.abc import Iterator
from typing import Final

from avtalsgen.assemble.tillagg.belonging import base_of
from avtalsgen.clauses.document_type import covers
from avtalsgen.model.nodes import Document
from avtalsgen.pipeline.workspace.documents import document_of
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.problems import AvtalsgenError
from avtalsgen.uppdrag import known
from avtalsgen.uppdrag.changes import NewFacts, TillaggChange
from avtalsgen.uppdrag.facts import Item, Known, Unknown
from avtalsgen.uppdrag.status import STATUSES
from avtalsgen.uppdrag.uppdrag import Uppdrag

_AGREED: Final = STATUSES[2:]
_OTHER: Final = (known.COMPENSATION, known.DATED, known.DECIDED, known.SIGNED)
"""What may differ: the sum, and the day and the papers of the edition."""


def same_at_another_price(project: Project, document: Document) -> Iterator[Document]:
    """Yield each decided or signed edition of which `document` differs only in what is paid."""
    identity, editions = document.identity, project.editions
    try:
        this = editions.uppdrag(identity.uppdrag, identity.edition)
    except AvtalsgenError:  # one that was read from a file, or is not saved yet
        return
    if this.changes:
        base = base_of(editions, this)
        if base.status in _AGREED and all(map(_is_of_price, this.changes)):
            yield document_of(project, base.slug, base.edition)[0]
    mains = editions.mains(identity.uppdrag)
    if identity.edition not in mains:
        return
    for edition in mains:
        other = editions.uppdrag(identity.uppdrag, edition)
        if other.status in _AGREED and _said(this) == _said(other):
            agreed, _ = document_of(project, identity.uppdrag, edition)
            if _texts(agreed) == _texts(document):
                yield agreed


def _is_of_price(change: TillaggChange) -> bool:
    return isinstance(change.act, NewFacts) and all(
        covers((known.COMPENSATION,), path) for path in change.act.facts.by_path
    )


def _said(uppdrag: Uppdrag) -> dict[str, object]:
    """Return the type and every fact that must be the same."""
    facts = uppdrag.facts
    kept = {
        path: _value(fact)
        for path, fact in {**facts.by_path, **facts.unknown}.items()
        if not covers(_OTHER, path)
    }
    return {**kept, "typ": uppdrag.type}


def _value(item: Item) -> object:
    """Return what a fact says, wherever it is written."""
    match item:
        case Known(_, _, tuple() as items):
            return tuple(map(_value, items))
        case Known(_, _, value):
            return value
        case Unknown():
            return None
        case record:
            return {key: _value(fact) for key, fact in record.items()}


def _texts(document: Document) -> list[tuple[str, str, str, str]]:
    return [
        (text.kind, text.clause, text.edition, text.sha256) for text in document.identity.clauses
    ]
