"""The uppdrag of a workspace beside the clauses: who has which, and who must."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from avtalsgen.assemble.facts.lookup import Lookup
from avtalsgen.assemble.rules.mandatory import demanded
from avtalsgen.clauses.library import Library
from avtalsgen.clauses.outline import Entry, every
from avtalsgen.model.portfolio import Cell, Column, Portfolio, PortfolioRow
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.pipeline.workspace.selection import is_about_another
from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.records import dataclass
from avtalsgen.source import Origin
from avtalsgen.uppdrag import directory, known
from avtalsgen.uppdrag.changes import Repeal, brought
from avtalsgen.uppdrag.uppdrag import Uppdrag

_OF_UPPDRAG = "tillagg@"


def portfolio(project: Project) -> tuple[Portfolio, tuple[Problem, ...]]:
    """Return the clauses of every uppdrag and tillägg, and what could not be read.

    Documents about an uppdrag, as a tjänsteskrivelse, are none of them.
    """
    holdings: list[_Holding] = []
    problems: list[Problem] = []
    for slug in directory.slugs(project.files):
        for edition in directory.editions(project.files, slug):
            try:
                uppdrag = project.uppdrag(slug, edition)
                if is_no_row(project, uppdrag):
                    continue
                holdings.append(_holding(project, uppdrag))
            except AvtalsgenError as error:
                problems.extend(error.problems)
    clauses = sorted({clause for each in holdings for clause in each.cells})
    rows = tuple(
        PortfolioRow(clause, tuple(each.cell(project.library, clause) for each in holdings))
        for clause in clauses
    )
    return Portfolio(tuple(each.column for each in holdings), rows), tuple(problems)


def newest_edition(library: Library, clause: str) -> str:
    """Return the edition of a clause that holds from the latest day, of undated ones the last."""
    return newer_edition(library, clause, "") or library.editions(clause)[-1]


def newer_edition(library: Library, clause: str, edition: str) -> str:
    """Return the edition that holds from the latest day, empty when `edition` is as late.

    Of several from the same day the one of the same variant (`2021-vuxna`, `2026-vuxna`), else
    the plainest.
    """
    days = {
        candidate: from_day(library, clause, candidate) for candidate in library.editions(clause)
    }
    latest = max(days.values(), default=date.min)
    if days.get(edition, date.min) == latest:
        return ""
    latest_editions = [candidate for candidate, day in days.items() if day == latest]
    variant = edition.partition("-")[2]
    same = [candidate for candidate in latest_editions if candidate.partition("-")[2] == variant]
    return min(same or latest_editions, key=lambda candidate: (len(candidate), candidate))


def from_day(library: Library, clause: str, edition: str) -> date:
    """Return the day from which an edition holds, the first of all when it does not say."""
    try:
        edition_read = library.edition(clause, edition, Origin(f"clauses/{clause}/{edition}.md", 1))
    except AvtalsgenError:
        return date.min
    return edition_read.valid_from or date.min


@dataclass(frozen=True, slots=True)
class _Holding:
    column: Column
    cells: Mapping[str, Cell]

    def cell(self, library: Library, clause: str) -> Cell:
        cell = self.cells.get(clause, Cell("utan"))
        newer = newer_edition(library, clause, cell.edition) if cell.edition else ""
        return replace(cell, newer=newer)


def _holding(project: Project, uppdrag: Uppdrag) -> _Holding:
    type_, lookup = project.document_type(uppdrag), project.lookup(uppdrag)
    outline = uppdrag.outline or type_.outline
    must = demanded(type_, project.library, lookup)
    cells = _inherited(uppdrag, lookup)
    for exemption in uppdrag.exemptions:
        cells[exemption.clause] = Cell("undantag", reason=exemption.reason)
    cells |= _own((*outline, *brought(uppdrag.changes)))
    for clause in must:
        held = cells.get(clause, Cell("saknar"))
        cells[clause] = replace(held, mandatory=True)
    facts = lookup.uppdrag.facts
    base = lookup.base.name if lookup.base else ""
    column = Column(uppdrag.name, facts.text(known.TITLE), uppdrag.type, uppdrag.status, base)
    return _Holding(column, cells)


def _inherited(uppdrag: Uppdrag, lookup: Lookup) -> dict[str, Cell]:
    """Return what a tillägg has from its base, and what it ends there."""
    base = lookup.base
    if base is None:
        return {}
    ended = {each.act.target for each in uppdrag.changes if isinstance(each.act, Repeal)}
    gone = {
        each.clause
        for entry in every(base.outline)
        if entry.name in ended
        for each in every((entry,))
    }
    return {
        entry.clause: Cell(
            "upphäver" if entry.clause in gone else "ärver", entry.edition, reason=base.name
        )
        for entry in every(base.outline)
        if entry.clause
    }


def _own(outline: Iterable[Entry]) -> dict[str, Cell]:
    return {
        entry.clause: Cell("har", entry.edition, deviates=entry.deviation is not None)
        for entry in every(outline)
        if entry.clause
    }


def is_no_row(project: Project, uppdrag: Uppdrag) -> bool:
    """Return whether it is a document about an uppdrag, and not one or a tillägg to one."""
    return is_about_another(project.files, uppdrag.type) and not uppdrag.type.startswith(
        _OF_UPPDRAG
    )
