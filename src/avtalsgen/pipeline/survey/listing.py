"""What a workspace has: uppdrag with editions and status, clauses with where they are used."""

from typing import assert_never

from avtalsgen.clauses.outline import pins
from avtalsgen.clauses.review import NOT_REVIEWED, in_words
from avtalsgen.pipeline.lock.lock_file import read_lock
from avtalsgen.pipeline.survey.listing_rows import ClauseRow, IndexRow, Listing, UppdragRow
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.register.indices import read_indices
from avtalsgen.source import Origin
from avtalsgen.swedish.dates import iso
from avtalsgen.uppdrag import directory, known
from avtalsgen.uppdrag.changes import Act, Addition, NewFacts, Repeal, Replacement, brought


def listing(project: Project) -> Listing:
    """Return what the workspace has, sorted by name."""
    rows: list[UppdragRow] = []
    problems: list[Problem] = []
    users: dict[tuple[str, str], list[str]] = {}
    for slug in directory.slugs(project.files):
        for edition in directory.editions(project.files, slug):
            try:
                rows.append(_uppdrag(project, slug, edition, users))
            except AvtalsgenError as error:
                problems.extend(error.problems)
                rows.append(UppdragRow(slug, edition, "", "fel", "", ""))
    clauses = tuple(_clauses(project, users, problems))
    return Listing(tuple(rows), clauses, _indices(project), tuple(problems))


def _indices(project: Project) -> tuple[IndexRow, ...]:
    rows = []
    for series in read_indices(project.files).values():
        last = series.years[max(series.years)]
        value = last.final if last.final is not None else last.preliminary
        final = last.final is not None
        first = min(series.years)
        rows.append(IndexRow(series.id, series.name, first, last.year, str(value), final))
    return tuple(rows)


def _uppdrag(
    project: Project, slug: str, edition: str, users: dict[tuple[str, str], list[str]]
) -> UppdragRow:
    uppdrag = project.uppdrag(slug, edition)
    outline = uppdrag.outline or project.document_type(uppdrag).outline
    for pin in (*pins(outline), *pins(brought(uppdrag.changes))):
        users.setdefault(pin, []).append(uppdrag.name)
    facts = project.lookup(uppdrag)
    days = [uppdrag.facts.day(known.TILLAGG_START), *(change.start for change in uppdrag.changes)]
    start = min((day for day in days if day), default=None)
    lock = read_lock(project.files, uppdrag)
    return UppdragRow(
        slug,
        edition,
        uppdrag.type,
        uppdrag.status,
        facts.text(known.TITLE),
        facts.text(known.DNR),
        facts.text(known.BASE),
        iso(start) if start else "",
        tuple(_change(change.act) for change in uppdrag.changes),
        lock.status if lock else "",
        tuple(iso(each.day) for each in lock.corrections) if lock else (),
    )


def _change(act: Act) -> str:
    match act:
        case Addition(entry):
            return f"lägger till {entry.name}"
        case Replacement(target):
            return f"ersätter {target}"
        case Repeal(target):
            return f"upphäver {target}"
        case NewFacts(facts):
            return f"ändrar {', '.join((*facts.by_path, *facts.unknown))}"
        case _ as unreachable:
            assert_never(unreachable)


def _clauses(
    project: Project, users: dict[tuple[str, str], list[str]], problems: list[Problem]
) -> list[ClauseRow]:
    rows = []
    library = project.library
    for clause in library.ids():
        for edition in library.editions(clause):
            used_by = tuple(users.get((clause, edition), ()))
            try:
                edition_read = library.edition(
                    clause, edition, Origin(f"clauses/{clause}/{edition}.md", 1)
                )
                by = edition_read.review.by if edition_read.review else ""
                review = in_words(edition_read.review, edition_read.sha256)
                rows.append(
                    ClauseRow(
                        clause,
                        edition,
                        edition_read.status,
                        by,
                        review,
                        used_by,
                        tuple(note.text for note in edition_read.to_check),
                    )
                )
            except AvtalsgenError as error:
                problems.extend(error.problems)
                rows.append(ClauseRow(clause, edition, "fel", "", NOT_REVIEWED, used_by))
    return rows
