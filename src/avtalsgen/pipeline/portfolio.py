"""The uppdrag of a workspace beside the clauses: who has which, and who must."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from avtalsgen.assemble.lookup import Lookup
from avtalsgen.assemble.mandatory import demanded
from avtalsgen.clauses.library import Library
from avtalsgen.clauses.outline import Entry, every
from avtalsgen.model.portfolio import Cell, Column, Portfolio, Row
from avtalsgen.pipeline.project import Project
from avtalsgen.pipeline.selection import SIDE_TYPES
from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.source import Origin
from avtalsgen.uppdrag import reader
from avtalsgen.uppdrag.assignment import Uppdrag
from avtalsgen.uppdrag.changes import Repeal, brought

_OF_UPPDRAG = "tillagg@"


def portfolio(project: Project) -> tuple[Portfolio, tuple[Problem, ...]]:
    """Return the clauses of every uppdrag and tillägg, and what could not be read.

    Documents about an uppdrag, as a tjänsteskrivelse, are none of them.
    """
    holdings: list[_Holding] = []
    problems: list[Problem] = []
    for slug in reader.slugs(project.files):
        for edition in reader.editions(project.files, slug):
            try:
                uppdrag = project.uppdrag(slug, edition)
                if _is_about_another(uppdrag):
                    continue
                holdings.append(_holding(project, uppdrag))
            except AvtalsgenError as error:
                problems.extend(error.problems)
    clauses = sorted({clause for each in holdings for clause in each.cells})
    newest = {clause: newest_edition(project.library, clause) for clause in clauses}
    rows = tuple(
        Row(clause, tuple(each.cell(clause, newest[clause]) for each in holdings))
        for clause in clauses
    )
    return Portfolio(tuple(each.column for each in holdings), rows), tuple(problems)


def newest_edition(library: Library, clause: str) -> str:
    """Return the edition of a clause that came to hold last, empty when none can be read."""
    found = [
        (from_day(library, clause, edition), edition) for edition in library.editions(clause)
    ]
    return max(found, default=(date.min, ""))[1]


def from_day(library: Library, clause: str, edition: str) -> date:
    """Return the day from which an edition holds, the first of all when it does not say."""
    try:
        found = library.edition(clause, edition, Origin(f"clauses/{clause}/{edition}.md", 1))
    except AvtalsgenError:
        return date.min
    return found.valid_from or date.min


@dataclass(frozen=True, slots=True)
class _Holding:
    column: Column
    cells: Mapping[str, Cell]

    def cell(self, clause: str, newest: str) -> Cell:
        found = self.cells.get(clause, Cell("utan"))
        older = bool(found.edition) and found.edition != newest
        return Cell(
            found.state,
            found.edition,
            found.mandatory,
            found.reason,
            newest if older else "",
            found.deviates,
        )


def _holding(project: Project, uppdrag: Uppdrag) -> _Holding:
    type_, lookup = project.document_type(uppdrag), project.lookup(uppdrag)
    outline = uppdrag.outline or type_.outline
    must = demanded(type_, project.library, lookup)
    cells = _inherited(uppdrag, lookup)
    for exemption in uppdrag.exemptions:
        cells[exemption.clause] = Cell("undantag", reason=exemption.reason)
    cells |= _own((*outline, *brought(uppdrag.changes)))
    for clause in must:
        found = cells.get(clause, Cell("saknar"))
        cells[clause] = Cell(
            found.state, found.edition, True, found.reason, deviates=found.deviates
        )
    facts = lookup.uppdrag.facts
    base = lookup.base.name if lookup.base else ""
    column = Column(uppdrag.name, facts.text("titel"), uppdrag.type, uppdrag.status, base)
    return _Holding(column, cells)


def _inherited(uppdrag: Uppdrag, lookup: Lookup) -> dict[str, Cell]:
    """Return what a tillägg has from its base, and what it ends there."""
    base = lookup.base
    if base is None:
        return {}
    ended = {each.act.target for each in uppdrag.changes if isinstance(each.act, Repeal)}
    gone = {
        each.clause for entry in every(base.outline) if entry.name in ended for each in every((entry,))
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


def _is_about_another(uppdrag: Uppdrag) -> bool:
    return uppdrag.type.startswith(SIDE_TYPES) and not uppdrag.type.startswith(_OF_UPPDRAG)
