"""Which document type a file that names none is most likely of, by what the types say they need."""

from collections.abc import Iterable, Sequence

from avtalsgen.clauses.document_type import DocumentType
from avtalsgen.readers.yaml.tree import Branch, Tree
from avtalsgen.swedish.phrases import fold
from avtalsgen.uppdrag import changes, known


def hint(tree: Branch, edition: str, types: Sequence[DocumentType]) -> str:
    """Return the hint at an uppdrag, `edition` of its slug, without `typ:`.

    The type that the file or a key of it is named after, or whose facts it has the most of; if
    two are as likely, which types there are. Of the editions of a type the newest that is no
    newer than the file.
    """
    paths = frozenset(_paths(tree))
    names = {fold(key) for key in tree.entries}
    scores = [
        (type_.id, (edition.endswith(type_.id), type_.id in names, *_matched(type_, paths)))
        for type_ in types
        if not (needs := _pointers(type_))
        or needs & paths
        or type_.id in names
        or edition.endswith(type_.id)
    ]
    best = max((score for _, score in scores), default=None)
    ids = {id_ for id_, score in scores if score == best}
    if best is None or len(ids) > 1 or not any(best[:-1]):
        names_of_all = ", ".join(sorted(type_.name for type_ in types))
        return f"lägg till en rad som börjar med typ:; typer: {names_of_all or 'inga'}"
    (id_,) = ids
    editions = sorted(type_.edition for type_ in types if type_.id == id_)
    no_newer = [known_ for known_ in editions if known_ <= edition]
    return f"lägg till typ: {id_}@{(no_newer or editions)[-1]}"


def _paths(tree: Tree, prefix: str = "") -> Iterable[str]:
    """Yield the path of every key, the outer ones too."""
    if isinstance(tree, Branch):
        for key, below in tree.entries.items():
            path = f"{prefix}{key}"
            yield path
            yield from _paths(below, f"{path}.")


def _pointers(type_: DocumentType) -> frozenset[str]:
    """Return the keys of which a file of a type has one: they say what uppdrag it is about."""
    if type_.has_base:
        return frozenset({known.TILLAGG, changes.KEY})
    return frozenset({type_.heritage.pointer} if type_.heritage else ())


def _matched(type_: DocumentType, paths: frozenset[str]) -> tuple[bool, int, int]:
    """Return whether a file points as its type does, and how many needed facts it has and lacks.

    The more of what it lacks, the less the last.
    """
    needed = {
        path
        for path, _ in type_.requires
        if not (type_.heritage and type_.heritage.covers(path)) and not type_.takes_from_base(path)
    }
    return bool(_pointers(type_) & paths), len(needed & paths), -len(needed - paths)
