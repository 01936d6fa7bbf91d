"""A clause and all that is known of it: its editions beside each other, and who uses them."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from avtalsgen.clauses.outline import every
from avtalsgen.clauses.review import in_words
from avtalsgen.compare.one_section import compare_sections
from avtalsgen.model import plain
from avtalsgen.model.comparison import SectionPair
from avtalsgen.model.nodes import Section
from avtalsgen.pipeline.survey.listed import listed
from avtalsgen.pipeline.survey.listing_rows import UppdragRow
from avtalsgen.pipeline.survey.portfolio import newer_edition
from avtalsgen.pipeline.wording.clause_file import path_of
from avtalsgen.pipeline.wording.printed import printed, sample
from avtalsgen.pipeline.workspace.knowledge import knowledge_of
from avtalsgen.pipeline.workspace.project import Project, open_project
from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.records import dataclass
from avtalsgen.source import Origin
from avtalsgen.uppdrag.changes import brought
from avtalsgen.uppdrag.status import SIGNED


@dataclass(frozen=True, slots=True)
class EditionCard:
    """One edition of a clause, beside the one before it."""

    edition: str
    status: str
    valid_from: date | None
    valid_to: date | None
    review: str
    """Whether its words are reviewed, and when, in words."""
    is_reviewed: bool
    locked_by: tuple[str, ...]
    """Uppdrag with locked words that have it; its own words may not change."""
    to_check: tuple[str, ...]
    pair: SectionPair | None
    """What it says, with what the edition before did not; nothing where it is not printed."""
    problem: Problem | None
    """Why it cannot be read, if it cannot."""


@dataclass(frozen=True, slots=True)
class ClauseUser:
    """An edition of an uppdrag that has the clause."""

    row: UppdragRow
    edition: str
    newer: str
    """An edition of the clause that could be taken instead; empty where there is none."""
    deviates: str
    """Why it has words of its own; empty where it has not."""

    @property
    def is_locked(self) -> bool:
        """Whether nothing in it is changed any more."""
        return is_locked(self.row)


@dataclass(frozen=True, slots=True)
class ClauseOverview:
    """All that is known of a clause."""

    id: str
    heading: str
    cards: tuple[EditionCard, ...]
    """The oldest first."""
    users: tuple[ClauseUser, ...]
    shown_with: str
    """The uppdrag whose facts it is shown with; empty where nothing is shown."""


def is_locked(row: UppdragRow) -> bool:
    """Return whether the words of an edition are locked."""
    return bool(row.lock) or row.status == SIGNED


def locking(root: Path, clause: str, edition: str) -> tuple[str, ...]:
    """Return the uppdrag with locked words that have an edition of a clause."""
    listing = listed(root)
    locked = {f"{row.slug}@{row.edition}" for row in listing.uppdrag if is_locked(row)}
    for row in listing.clauses:
        if (row.clause, row.edition) == (clause, edition):
            return tuple(name for name in row.used_by if name in locked)
    return ()


def clause_overview(root: Path, clause: str) -> ClauseOverview:
    """Return all that is known of a clause.

    Raises:
        AvtalsgenError: KL02 there is no such clause; what all documents share is wrong.
    """
    project, listing = open_project(root), listed(root)
    editions = project.library.editions(clause)
    rows = {f"{row.slug}@{row.edition}": row for row in listing.uppdrag}
    users = {row.edition: row.used_by for row in listing.clauses if row.clause == clause}
    if not editions:
        project.library.edition(clause, "", Origin(f"clauses/{clause}", 1))
    names = [name for edition in editions for name in users.get(edition, ())] or [*rows]
    sections = _sections(project, names, clause, editions)
    cards = tuple(
        _card(project, clause, edition, users.get(edition, ()), rows, sections, before)
        for edition, before in zip(editions, ("", *editions), strict=False)
    )
    user_rows = tuple(
        ClauseUser(
            rows[name],
            edition,
            newer_edition(project.library, clause, edition),
            _deviation(project, name, clause),
        )
        for edition in reversed(editions)
        for name in users.get(edition, ())
        if name in rows
    )
    newest = sections.get(editions[-1])
    heading = _heading(newest) or clause
    return ClauseOverview(clause, heading, cards, user_rows, max(names) if sections else "")


def _sections(
    project: Project, names: list[str], clause: str, editions: tuple[str, ...]
) -> Mapping[str, Section]:
    """Return what each edition prints with the facts of one uppdrag."""
    if not names:
        return {}
    made = {}
    for edition in editions:
        try:
            _, section, _ = printed(project, sample(project, names), clause, edition)
        except AvtalsgenError:  # told on its card
            continue
        if section is not None:
            made[edition] = section
    return made


def _card(
    project: Project,
    clause: str,
    edition: str,
    used_by: tuple[str, ...],
    rows: Mapping[str, UppdragRow],
    sections: Mapping[str, Section],
    before: str,
) -> EditionCard:
    locked = tuple(name for name in used_by if name in rows and is_locked(rows[name]))
    try:
        read = project.library.edition(clause, edition, Origin(path_of(clause, edition), 1))
    except AvtalsgenError as error:
        problem = error.problems[0]
        return EditionCard(edition, "fel", None, None, "", False, locked, (), None, problem)
    pair = None
    if edition in sections:
        old = sections.get(before, sections[edition])
        pair = compare_sections(old, sections[edition], knowledge_of(project))
    return EditionCard(
        edition,
        read.status,
        read.valid_from,
        read.valid_to,
        in_words(read.review, read.sha256),
        read.is_reviewed,
        locked,
        tuple(note.text for note in read.to_check),
        pair,
        None,
    )


def _deviation(project: Project, name: str, clause: str) -> str:
    """Return why an edition has words of its own instead of the clause's, empty if it has not."""
    slug, _, edition = name.partition("@")
    try:
        uppdrag = project.uppdrag(slug, edition)
    except AvtalsgenError:  # it is told where it is listed
        return ""
    outline = (*uppdrag.outline, *brought(uppdrag.changes))
    reasons = [e.deviation.reason for e in every(outline) if e.clause == clause and e.deviation]
    return (reasons[0] or "utan angivet skäl") if reasons else ""


def _heading(section: Section | None) -> str:
    return plain.text(section.heading) if section else ""
