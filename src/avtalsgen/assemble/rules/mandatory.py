"""Clauses that must be there: by the document type, by their own condition, by each other."""

from collections.abc import Iterable, Iterator
from typing import Final

from avtalsgen.assemble.facts.lookup import Lookup
from avtalsgen.assemble.filling.conditions import holds
from avtalsgen.assemble.imported import is_imported
from avtalsgen.assemble.rules.clause_choice import pinned, put_in_place
from avtalsgen.clauses.document_type import DocumentType
from avtalsgen.clauses.library import ClauseEdition, Library
from avtalsgen.clauses.outline import every, pins
from avtalsgen.problems import AvtalsgenError, Problem, Severity
from avtalsgen.readers.yaml.keys import nearest
from avtalsgen.source import Origin
from avtalsgen.uppdrag.changes import Repeal, Replacement

LACKS: Final = frozenset({"DI05", "DI06"})
"""That a clause must be there and is not, by the type or by another clause."""


def missing_clauses(
    type_: DocumentType, library: Library, lookup: Lookup, used: Iterable[ClauseEdition]
) -> tuple[Problem, ...]:
    """Return DI05 for each mandatory clause and DI06 for each required one that is not there.

    What the base of a tillägg has, the tillägg has, and what DI08 says is to stand in the place
    of another is told there. An `undantag` with a reason excuses;
    one that excuses nothing is DI07, a warning.
    """
    editions = tuple(used)
    outline = lookup.uppdrag.outline or type_.outline
    present = {clause for clause, _ in pins(outline)} | inherited(lookup)
    exempt = {exemption.clause for exemption in lookup.uppdrag.exemptions}
    present |= misspelled(library, present) | put_in_place(type_, library, lookup)
    return (
        *_mandatory(type_, library, lookup, present, exempt),
        *_required(editions, library, lookup, present, exempt),
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


def _mandatory(
    type_: DocumentType, library: Library, lookup: Lookup, present: set[str], exempt: set[str]
) -> Iterator[Problem]:
    changed = any(
        entry.repealed or entry.origin.file != lookup.uppdrag.file
        for entry in every(lookup.uppdrag.outline)
    )
    for clause_id, by in demanded(type_, library, lookup).items():
        if clause_id in present | exempt:
            continue
        message = f"den obligatoriska klausulen ”{clause_id}” saknas (enligt {by})"
        excused = f'undantag: [{{klausul: {clause_id}, skäl: "skäl"}}]'
        hint = f"skriv {excused}, i det tillägg som tar bort klausulen"
        if not changed:  # with an entry goes what stands below it
            added = pinned(clause_id, lookup, library)
            hint = f"lägg till - {added} i dispositionen, eller {excused}"
        yield Problem("DI05", message, origin=lookup.uppdrag.origin, hint=hint)


def _pinned(type_: DocumentType, library: Library) -> Iterator[ClauseEdition]:
    for clause, edition in pins(type_.outline):
        try:
            yield library.edition(clause, edition, Origin(type_.file, 1))
        except AvtalsgenError:
            continue  # told where the outline is composed, or of no concern to this uppdrag


def _required(
    used: tuple[ClauseEdition, ...],
    library: Library,
    lookup: Lookup,
    present: set[str],
    exempt: set[str],
) -> Iterator[Problem]:
    old = is_imported(lookup.uppdrag.facts)  # what it lacks it has lacked since it was written
    severity = Severity.WARNING if old else Severity.ERROR
    for clause in used:
        for needed in clause.requires:
            if needed not in present | exempt:
                message = f"klausulen ”{clause.id}@{clause.edition}” kräver ”{needed}”, som saknas"
                hint = f"lägg till - {pinned(needed, lookup, library)} i dispositionen"
                yield Problem("DI06", message, severity, lookup.uppdrag.origin, hint)


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
    for exemption in lookup.uppdrag.exemptions:
        if exemption.clause in present:
            message = f"undantaget för ”{exemption.clause}” behövs inte: klausulen är med"
            yield _idle_problem(message, exemption.origin)
        elif exemption.clause not in library.ids():
            message = f"undantaget gäller ”{exemption.clause}”, som inte är någon klausul"
            yield _idle_problem(message, exemption.origin)


def _idle_problem(message: str, origin: Origin) -> Problem:
    return Problem(
        "DI07", message, Severity.WARNING, origin, "ta bort undantaget eller rätta namnet"
    )
