"""The editions of one uppdrag beside each other, as somebody chooses among them."""

from collections.abc import Iterator

from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.records import dataclass
from avtalsgen.swedish.dates import iso
from avtalsgen.uppdrag import directory, known
from avtalsgen.uppdrag.status import SIGNED


@dataclass(frozen=True, slots=True)
class ShelfRow:
    """One edition."""

    edition: str
    title: str
    kind: str
    """What documents of its type are called."""
    status: str
    day: str
    """Of the document; empty where it is not known."""
    problem: Problem | None
    """Why it cannot be read, if it cannot."""
    is_main: bool
    """Whether it is an uppdrag of its own, and not about another."""

    @property
    def is_locked(self) -> bool:
        """Whether it is signed."""
        return self.status == SIGNED


@dataclass(frozen=True, slots=True)
class Shelf:
    """All editions of an uppdrag, the newest first."""

    slug: str
    title: str
    rows: tuple[ShelfRow, ...]

    @property
    def newest(self) -> str:
        """The newest edition of the uppdrag itself, of which a new one is made."""
        return next((row.edition for row in _mains(self.rows)), "")


def shelf_of(project: Project, slug: str) -> Shelf:
    """Return the editions of an uppdrag.

    Raises:
        AvtalsgenError: UP01 there is no such uppdrag.
    """
    editions = directory.editions(project.files, slug)
    if not editions:
        directory.must_exist(project.files, slug, "", None)
    rows = tuple(_row(project, slug, edition) for edition in reversed(editions))
    titles: Iterator[str] = (row.title for row in (*_mains(rows), *rows) if row.title)
    return Shelf(slug, next(titles, slug), rows)


def _mains(rows: tuple[ShelfRow, ...]) -> Iterator[ShelfRow]:
    return (row for row in rows if row.is_main)


def _row(project: Project, slug: str, edition: str) -> ShelfRow:
    try:
        uppdrag = project.uppdrag(slug, edition)
        type_ = project.document_type(uppdrag)
    except AvtalsgenError as error:
        return ShelfRow(edition, "", "", "", "", error.problems[0], is_main=False)
    day = uppdrag.facts.day(known.DATED)
    title = uppdrag.facts.text(known.TITLE)
    about = bool(uppdrag.facts.get(known.BASE) or type_.has_base or type_.heritage)
    told = iso(day) if day else ""
    return ShelfRow(edition, title, type_.kicker, uppdrag.status, told, None, is_main=not about)
