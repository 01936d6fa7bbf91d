"""The clauses that an uppdrag has chosen, held against its day and against each other."""

from collections.abc import Iterable, Iterator
from datetime import date

from avtalsgen.assemble.facts.lookup import Lookup
from avtalsgen.clauses.document_type import DocumentType
from avtalsgen.clauses.expression import Compared, Constant, Either, Fact
from avtalsgen.clauses.library import REPLACED, VALID, ClauseEdition, Library
from avtalsgen.clauses.outline import Entry, every
from avtalsgen.problems import AvtalsgenError, Problem, Severity
from avtalsgen.source import Origin
from avtalsgen.uppdrag import known
from avtalsgen.uppdrag.changes import brought
from avtalsgen.uppdrag.facts import Known
from avtalsgen.uppdrag.status import SIGNED


def clause_choice(type_: DocumentType, library: Library, lookup: Lookup) -> Iterator[Problem]:
    """Yield what is wrong in the choice of clauses.

    DI08 two clauses that reckon the compensation in two ways, or one that does it in another
    way than the facts say. KL08, a warning in what is not signed, for an edition that is not
    of the day that the uppdrag begins, or that is an utkast or replaced.
    """
    chosen = _chosen(type_, library, lookup)
    yield from _two_models(chosen, lookup, library)
    day = begins(lookup)
    if lookup.uppdrag.status != SIGNED and day is not None:
        for entry, clause in chosen:
            yield from _of_another_time(entry, clause, day, _said(day, lookup), library)


def put_in_place(type_: DocumentType, library: Library, lookup: Lookup) -> frozenset[str]:
    """Return the clauses that DI08 tells to write in the place of others."""
    told = lookup.fact(known.MODEL)
    models = [reckons(clause) for _, clause in _chosen(type_, library, lookup)]
    if not isinstance(told, Known) or not any(models) or any(told.value in m for m in models):
        return frozenset()
    return frozenset({_reckoning(str(told.value), lookup, library).partition("@")[0]})


def settled_elsewhere(
    clause_id: str, used: Iterable[ClauseEdition], lookup: Lookup, library: Library
) -> bool:
    """Return whether a clause reckons the compensation as another is to do in this document.

    Which one is said by `ersättning.modell`, otherwise by the clause that is there: a clause
    that needs one for the price has its need met by that, and DI08 refuses a second.
    """
    edition = library.valid_on(clause_id, begins(lookup) or date.max)
    models = reckons(library.edition(clause_id, edition, lookup.uppdrag.origin)) if edition else ()
    told = lookup.fact(known.MODEL)
    if isinstance(told, Known):
        return bool(models) and told.value not in models
    return bool(models) and any(map(reckons, used))


def _chosen(
    type_: DocumentType, library: Library, lookup: Lookup
) -> list[tuple[Entry, ClauseEdition]]:
    """Return the entries of an outline, and of what a tillägg brings, with their clauses."""
    outline = lookup.uppdrag.outline or type_.outline
    chosen: list[tuple[Entry, ClauseEdition]] = []
    for entry in (*every(outline), *every(brought(lookup.uppdrag.changes))):
        if entry.clause and entry.origin.file in (lookup.uppdrag.file, type_.file):
            try:
                clause = library.edition(entry.clause, entry.edition, entry.origin)
            except AvtalsgenError:
                continue  # told where the outline is composed
            chosen.append((entry, clause))
    return chosen


def begins(lookup: Lookup) -> date | None:
    """Return the day whose clauses a document is to have, nothing when that is not known.

    The first day of an uppdrag or a tillägg, else the day of the document; that of a document
    about another is its own.
    """
    facts = lookup.uppdrag.facts
    start = None
    if lookup.heritage is None:
        start = facts.day(known.TILLAGG_START) or facts.day(known.START)
    return start or facts.day(known.DATED)


def _two_models(
    chosen: list[tuple[Entry, ClauseEdition]], lookup: Lookup, library: Library
) -> Iterator[Problem]:
    told = lookup.fact(known.MODEL)
    said = str(told.value) if isinstance(told, Known) else ""
    first: ClauseEdition | None = None
    places: set[Origin] = set()
    """Of those that are passed: what a tillägg adds is chosen by it and for its base."""
    for entry, clause in chosen:
        models = reckons(clause)
        if not models:
            continue
        name = f"{clause.id}@{clause.edition}"
        if said and said not in models:
            message = f"”{name}” räknar ersättningen {models[0]}, men ersättning.modell är {said}"
            there = any(said in reckons(other) for _, other in chosen)
            hint = "ta bort klausulen" if there else _other_way(models[0], said, lookup, library)
            yield Problem("DI08", message, origin=entry.origin, hint=hint)
        elif first is not None and not set(reckons(first)) & set(models):
            message = f"”{first.id}@{first.edition}” och ”{name}” räknar ersättningen på två sätt"
            yield Problem("DI08", message, origin=entry.origin, hint="ta bort den ena")
        elif first is not None and entry.origin not in places:
            message = f"”{name}” säger en gång till hur ersättningen räknas"
            yield Problem("DI08", message, origin=entry.origin, hint="ta bort den ena")
        first = first or clause
        places.add(entry.origin)


def _other_way(model: str, said: str, lookup: Lookup, library: Library) -> str:
    """Return the hint that makes a clause and the facts say one way of paying."""
    meant = _reckoning(said, lookup, library)
    return f"skriv {meant}" if meant else f"skriv {known.MODEL}: {model}, eller ta bort klausulen"


def reckons(clause: ClauseEdition) -> tuple[str, ...]:
    """Return the ways of paying that a clause is mandatory for: it says how those are reckoned.

    Nothing for a clause that is mandatory for something else too.
    """
    when = clause.mandatory_when
    models = []
    for condition in when.conditions if isinstance(when, Either) else (when,):
        match condition:
            case Compared(Fact(known.MODEL), "==", Constant(model)):
                models.append(model)
            case _:
                return ()
    return tuple(models)


def _reckoning(model: str, lookup: Lookup, library: Library) -> str:
    """Return the clause that says how a way of paying is reckoned, for the day of the document."""
    day = begins(lookup) or date.max
    held = ((clause, library.valid_on(clause, day)) for clause in sorted(library.ids()))
    there = (library.edition(*pin, lookup.uppdrag.origin) for pin in held if pin[1])
    meant = (clause for clause in there if model in reckons(clause))
    return next((f"{clause.id}@{clause.edition}" for clause in meant), "")


def pinned(clause: str, lookup: Lookup, library: Library) -> str:
    """Return a clause as it is written in an outline: `tid@2026`, for the day of the document.

    Without edition for a clause that the library does not have.
    """
    held = library.valid_on(clause, begins(lookup) or date.max)
    edition = held or next(iter(library.editions(clause)[::-1]), "")
    return f"{clause}@{edition}" if edition else clause


def _said(day: date, lookup: Lookup) -> str:
    """Return what it is that makes the clauses of a day the right ones."""
    facts = lookup.uppdrag.facts
    if lookup.heritage is None and facts.day(known.TILLAGG_START) == day:
        return f"tillägget börjar {day}"
    if lookup.heritage is None and facts.day(known.START) == day:
        return f"uppdraget börjar {day}"
    return f"handlingen är daterad {day}"


def _of_another_time(
    entry: Entry, clause: ClauseEdition, day: date, said: str, library: Library
) -> Iterator[Problem]:
    within = clause.valid_on(day)
    of_its_time = clause.status == REPLACED and clause.valid_to is not None
    if within and (clause.status == VALID or not clause.says_status or of_its_time):
        return
    name = f"{clause.id}@{clause.edition}"
    start, end = clause.valid_from, clause.valid_to
    days = f"från {start or 'okänd dag'}" + (f" till {end}" if end else "")
    message = f"{name} gäller {days} och har status {clause.status}; {said}"
    better = library.valid_on(clause.id, day)
    named = f"{clause.id}@{better}" if better else ""
    hint = f"skriv {named}" if named and named != name else "välj en utgåva som gäller den dagen"
    yield Problem("KL08", message, Severity.WARNING, entry.origin, hint)
