"""A new uppdrag from nothing but its kind and its name, and a new edition of an old one."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from avtalsgen.clauses.document_type import read_document_type, type_names
from avtalsgen.importing.written import TYPE as IMPORTED
from avtalsgen.pipeline.drafting.answers import Answers
from avtalsgen.pipeline.drafting.draft import etag_of
from avtalsgen.pipeline.drafting.saving.save import save
from avtalsgen.pipeline.new.new import new, new_edition
from avtalsgen.pipeline.workspace.project import Project, open_project
from avtalsgen.problems import AvtalsgenError
from avtalsgen.records import dataclass
from avtalsgen.source import Origin
from avtalsgen.swedish.phrases import fold
from avtalsgen.uppdrag import directory, known


@dataclass(frozen=True, slots=True)
class KindOfDocument:
    """A document type in its newest edition."""

    name: str
    """`verksamhetsuppdrag@2026`."""
    told: str
    """What its documents are called."""
    edition: str
    points: str
    """The fact that says which uppdrag it is about; empty where it is about none."""
    about: tuple[str, ...]
    """The types that it may be about; none named is any."""

    @property
    def id(self) -> str:
        """The id of the type: `verksamhetsuppdrag`."""
        return self.name.partition("@")[0]


def kinds(project: Project) -> tuple[KindOfDocument, ...]:
    """Return what may be written, each in its newest edition.

    What is about no other comes first, and of those what the workspace has most of.
    A type that is wrong is left out, and the one that old documents are taken in as.
    """
    newest = {name.partition("@")[0]: name for name in type_names(project.files)}
    told = []
    for name in newest.values():
        try:
            type_ = read_document_type(project.files, name, project.parameters, Origin(name, 1))
        except AvtalsgenError:
            continue  # told when it is used
        points, about = (
            (type_.heritage.pointer, type_.heritage.types) if type_.heritage else ("", ())
        )
        points = known.BASE if type_.has_base else points
        told.append(KindOfDocument(name, type_.kicker, type_.edition, points, about))
    alike = Counter(each.told for each in told)
    named = (
        replace(each, told=f"{each.told} ({each.id})") if alike[each.told] > 1 else each
        for each in told
        if each.name != IMPORTED
    )
    written = Counter(
        kind.partition("@")[0]
        for slug in directory.slugs(project.files)
        for kind in _kinds_of(project, slug)
    )
    return tuple(sorted(named, key=lambda each: (bool(each.points), -written[each.id])))


def _kinds_of(project: Project, slug: str) -> Iterator[str]:
    """Yield the type of each edition of an uppdrag that can be read."""
    for edition in directory.editions(project.files, slug):
        try:
            yield project.uppdrag(slug, edition).type
        except AvtalsgenError:
            continue


def start_about(root: Path, slug: str, about: str, kind: str, edition: str) -> str:
    """Make a document about an edition of an uppdrag, beside it, and return its name.

    Raises:
        AvtalsgenError: TY01 no such type, UP06 a name that cannot be one, UP07 there already.
    """
    project = open_project(root)
    of_kind = next((each for each in kinds(project) if each.name == kind), None)
    name = edition or (f"{about}-{of_kind.id}" if of_kind else about)
    path = new(project, root, kind, slug, name, short=True)
    type_ = project.uppdrag(slug, about).type.partition("@")[0]
    if of_kind and of_kind.points and (not of_kind.about or type_ in of_kind.about):
        answers: Answers = {of_kind.points: f"{slug}@{about}"}
        save(root, slug, path.stem, etag_of(path.read_bytes()), answers)
    return path.stem


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
