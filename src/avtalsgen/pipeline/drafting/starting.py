"""A new uppdrag from nothing but its kind and its name, and a new edition of an old one."""

from pathlib import Path

from avtalsgen.clauses.document_type import read_document_type, type_names
from avtalsgen.frozen import frozen
from avtalsgen.pipeline.drafting.draft import etag_of
from avtalsgen.pipeline.drafting.saving.save import save
from avtalsgen.pipeline.new.new import new, new_edition
from avtalsgen.pipeline.workspace.project import Project, open_project
from avtalsgen.problems import AvtalsgenError
from avtalsgen.source import Origin
from avtalsgen.swedish.phrases import fold
from avtalsgen.uppdrag import directory, known


@frozen
class KindOfDocument:
    """A document type in its newest edition."""

    name: str
    """`verksamhetsuppdrag@2026`."""
    told: str
    """What its documents are called."""
    edition: str


def kinds(project: Project) -> tuple[KindOfDocument, ...]:
    """Return what an uppdrag may be, each in its newest edition; one that is wrong is left out."""
    newest = {name.partition("@")[0]: name for name in type_names(project.files)}
    told = []
    for name in newest.values():
        try:
            type_ = read_document_type(project.files, name, project.parameters, Origin(name, 1))
        except AvtalsgenError:
            continue  # told when it is used
        told.append(KindOfDocument(name, type_.kicker, type_.edition))
    return tuple(told)


def start(root: Path, kind: str, title: str, edition: str = "") -> tuple[str, str]:
    """Make a new uppdrag that asks what cannot be left out, and return its slug and edition.

    It is called by its title; a document about an uppdrag that there is lies beside it.

    Raises:
        AvtalsgenError: TY01 no such type, UP06 a name that cannot be one, UP07 there already.
    """
    slug = fold(title)
    path = new(open_project(root), root, kind, slug, edition, short=True)
    save(root, slug, path.stem, etag_of(path.read_bytes()), {known.TITLE: title})
    return slug, path.stem


def renew(root: Path, slug: str, old: str, edition: str) -> str:
    """Make a new edition as a copy of an old one, with status utkast, and return its name.

    Raises:
        AvtalsgenError: as `pipeline.new.new_edition`.
    """
    new_edition(open_project(root), root, slug, old, edition)
    return edition


def free_edition(project: Project, slug: str, year: int) -> str:
    """Return a name for a new edition: the year, or the year and a number when that is taken."""
    taken = directory.editions(project.files, slug)
    number = 1
    while (name := str(year) if number == 1 else f"{year}-{number}") in taken:
        number += 1
    return name
