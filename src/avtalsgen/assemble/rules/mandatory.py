"""Clauses that must be there: by the document type, by their own condition, by each other."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import field
from typing import Final

from avtalsgen.assemble.facts.lookup import Lookup
from avtalsgen.assemble.filling.conditions import holds
from avtalsgen.assemble.imported import is_imported
from avtalsgen.assemble.rules.clause_choice import pinned, put_in_place, settled_elsewhere
from avtalsgen.clauses.document_type import DocumentType
from avtalsgen.clauses.library import ClauseEdition, Library
from avtalsgen.clauses.outline import every, pins
from avtalsgen.problems import AvtalsgenError, Problem, Severity
from avtalsgen.readers.yaml.keys import nearest
from avtalsgen.records import dataclass
from avtalsgen.source import Origin
from avtalsgen.uppdrag.changes import Repeal, Replacement

LACKS: Final = frozenset({"DI05", "DI06"})
"""That a clause must be there and is not, by the type or by another clause."""


def missing_clauses(
    type_: DocumentType,
    library: Library,
    lookup: Lookup,
    used: Iterable[ClauseEdition],
    referred: Container[str] = (),
) -> tuple[Problem, ...]:
    """Return DI05 for each mandatory clause and DI06 for each required one that is not there.

    What the base of a tillägg has, the tillägg has, and what DI08 says is to stand in the place
    of another is told there. An `undantag` with a reason excuses, and is offered but for a clause
    among those that are `referred` to; one that excuses nothing is DI07, a warning.
    """
    editions = tuple(used)
    outline = lookup.uppdrag.outline or type_.outline
    present = {clause for clause, _ in pins(outline)} | inherited(lookup)
    exempt = {exemption.clause for exemption in lookup.uppdrag.exemptions}
    present |= misspelled(library, present) | put_in_place(type_, library, lookup)
    lacks = _Lacking(type_, library, lookup, referred)
    return (
        *_mandatory(lacks, present, exempt),
        *_required(lacks, editions, present, exempt),
        *_idle(lookup, library, present),
    )


def misspelled(library: Library, named: Iterable[str]) -> set[str]:
    """Return the clauses that are meant by names that no clause has, told of as KL02."""
    known = library.ids()
    return {nearest(name, known) for name in named if name not in known} - {""}


def inherited(lookup: Lookup) -> frozenset[str]:
    """Return the clauses that a tillägg has from its base."""
    return (
        frozenset(clause for clause, _ in pins(lookup.base.outline)) if lookup.base else frozenset()
    )


def demanded(type_: DocumentType, library: Library, lookup: Lookup) -> dict[str, str]:
    """Return the clauses that a document must have, each with the file that says so.

    By the type, or by the condition of a clause that the type has in its outline.
    """
    required = {each.clause: type_.file for each in type_.mandatory if holds(each.when, lookup, {})}
    for clause in _pinned(type_, library):
        if holds(clause.mandatory_when, lookup, {}):
            required.setdefault(clause.id, clause.file)
    return required


@dataclass(frozen=True, slots=True)
class _Lacking:
    """Says how a clause that lacks is put into an uppdrag, or left out of it."""

    type: DocumentType
    library: Library
    lookup: Lookup
    referred: Container[str]
    excused: list[str] = field(default_factory=list)
    """What the hints so far offer to excuse, as it is written."""

    def beside(self, clause_id: str) -> str:
        """Return after or before which clause of the uppdrag another stands, as the type has it."""
        places = {
            clause: f"{clause}@{edition}" for clause, edition in pins(self.lookup.uppdrag.outline)
        }
        order = [clause for clause, _ in pins(self.type.outline)]
        if clause_id not in order:
            return ""
        place = order.index(clause_id)
        before = next((places[c] for c in order[:place][::-1] if c in places), "")
        after = next((places[c] for c in order[place + 1 :] if c in places), "")
        return f" efter {before}" if before else f" före {after}" if after else ""

    def hint(self, clause_id: str) -> str:
        """Return how; what is offered to be excused holds those of the hints before it.

        A line that is typed in the place of the one before it then takes nothing back.
        """
        uppdrag = self.lookup.uppdrag
        excused = f'{{klausul: {clause_id}, skäl: "skäl"}}'
        all_excused = ", ".join((*self.excused, excused))
        if any(
            entry.repealed or entry.origin.file != uppdrag.file for entry in every(uppdrag.outline)
        ):  # with an entry goes what stands below it
            files = {each.origin.file for each in uppdrag.exemptions} - {uppdrag.file}
            if files:
                return f"lägg till - {excused} under undantag i {max(files)}"
            self.excused.append(excused)
            return f"skriv undantag: [{all_excused}], i det tillägg som tar bort klausulen"
        whose = "" if uppdrag.outline else f" i {self.type.file}"
        where = whose or self.beside(clause_id)
        add = f"lägg till - {pinned(clause_id, self.lookup, self.library)} i dispositionen{where}"
        leave = f"skriv undantag: [{all_excused}]"
        if uppdrag.exemptions:
            leave = f"lägg till - {excused} under undantag"
        is_clause = clause_id in self.library.ids()
        if is_clause and clause_id in self.referred:
            return add
        self.excused.append(excused)
        return f"{add}, eller {leave}" if is_clause else leave


def _mandatory(lacks: _Lacking, present: set[str], exempt: set[str]) -> Iterator[Problem]:
    for clause_id, by in demanded(lacks.type, lacks.library, lacks.lookup).items():
        if clause_id not in present | exempt:
            message = f"den obligatoriska klausulen ”{clause_id}” saknas (enligt {by})"
            origin = lacks.lookup.uppdrag.origin
            yield Problem("DI05", message, origin=origin, hint=lacks.hint(clause_id))


def _pinned(type_: DocumentType, library: Library) -> Iterator[ClauseEdition]:
    for clause, edition in pins(type_.outline):
        try:
            yield library.edition(clause, edition, Origin(type_.file, 1))
        except AvtalsgenError:
            continue  # told where the outline is composed, or of no concern to this uppdrag


def _required(
    lacks: _Lacking, used: tuple[ClauseEdition, ...], present: set[str], exempt: set[str]
) -> Iterator[Problem]:
    lookup, library = lacks.lookup, lacks.library
    old = is_imported(lookup.uppdrag.facts)  # what it lacks it has lacked since it was written
    severity = Severity.WARNING if old else Severity.ERROR
    for clause in used:
        for needed in clause.requires:
            if needed in present | exempt or settled_elsewhere(needed, used, lookup, library):
                continue
            message = f"klausulen ”{clause.id}@{clause.edition}” kräver ”{needed}”, som saknas"
            origin = lookup.uppdrag.origin
            yield Problem("DI06", message, severity, origin, lacks.hint(needed))


def _taken_away(lookup: Lookup) -> Iterator[str]:
    """Yield the clauses of the base that a tillägg repeals, or puts something else in place of."""
    base = {entry.name: entry for entry in every(lookup.base.outline)} if lookup.base else {}
    for change in lookup.uppdrag.changes:
        match change.act:
            case Repeal(target) if target in base:
                yield from (entry.clause for entry in every([base[target]]))
            case Replacement(target, entry) if target in base:
                yield from {base[target].clause} - {entry.clause}
            case _:
                continue


def _idle(lookup: Lookup, library: Library, present: set[str]) -> Iterator[Problem]:
    present = present - {*_taken_away(lookup)}
    first: dict[str, Origin] = {}
    for exemption in lookup.uppdrag.exemptions:
        before = first.setdefault(exemption.clause, exemption.origin)
        if before is not exemption.origin and before.file == exemption.origin.file:
            message = f"undantaget för ”{exemption.clause}” står redan på rad {before.line}"
            yield _idle_problem(message, exemption.origin)
        elif exemption.clause in present:
            message = f"undantaget för ”{exemption.clause}” behövs inte: klausulen är med"
            yield _idle_problem(message, exemption.origin)
        elif exemption.clause not in library.ids():
            message = f"undantaget gäller ”{exemption.clause}”, som inte är någon klausul"
            yield _idle_problem(message, exemption.origin)


def _idle_problem(message: str, origin: Origin) -> Problem:
    return Problem(
        "DI07", message, Severity.WARNING, origin, "ta bort undantaget eller rätta namnet"
    )
