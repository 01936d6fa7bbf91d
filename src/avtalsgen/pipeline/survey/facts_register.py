"""The register of agreements: facts of every uppdrag as they hold on a day."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from avtalsgen.assemble.facts.lookup import Lookup
from avtalsgen.assemble.filling.forms import in_print
from avtalsgen.assemble.tillagg.days import edition_on
from avtalsgen.assemble.tillagg.effect import begun, facts_after
from avtalsgen.clauses.outline import pins
from avtalsgen.model.portfolio import Register, RegisterCell, RegisterRow
from avtalsgen.pipeline.survey.portfolio import from_day
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.pipeline.workspace.selection import is_about_another
from avtalsgen.problems import AvtalsgenError, Exit, Problem
from avtalsgen.readers.yaml.keys import nearest
from avtalsgen.register.indices import read_indices
from avtalsgen.swedish.dates import day_in, iso
from avtalsgen.uppdrag import directory, known
from avtalsgen.uppdrag.facts import Known, Unknown
from avtalsgen.uppdrag.uppdrag import Uppdrag


@dataclass(frozen=True, slots=True)
class RegisterOrder:
    """Which facts are asked for, on which day, and of which uppdrag; all where nothing is said."""

    columns: tuple[str, ...]
    day: date
    ends_before: date | None = None
    index_missing: bool = False
    clause_older: str = ""
    """`klausul@utgåva`: those that have an edition of the clause from an earlier day."""


def register(project: Project, order: RegisterOrder) -> tuple[Register, tuple[Problem, ...]]:
    """Return the register that is asked for, and what could not be read.

    Each uppdrag is there in the edition that holds on the day, with what signed tillägg have
    changed by then; in its newest where none has begun.

    Raises:
        AvtalsgenError: LI01 a fact that nobody can say, LI02 an edition of a clause that is not
            there.
    """
    columns = tuple(_column(project, path) for path in order.columns)
    if order.clause_older:
        _must_be_there(project, order.clause_older)
    rows: list[RegisterRow] = []
    problems: list[Problem] = []
    for slug in directory.slugs(project.files):
        try:
            mains = [
                edition
                for edition in project.editions.mains(slug)
                if not is_about_another(project.files, project.uppdrag(slug, edition).type)
            ]
            if mains and (lookup := _holding(project, slug, mains[-1], order)):
                rows.append(_row(lookup, columns))
        except AvtalsgenError as error:
            problems += error.problems
    return Register(iso(order.day), columns, tuple(rows)), tuple(problems)


def _column(project: Project, path: str) -> str:
    """Return the whole path of a fact that somebody names, perhaps by its alias."""
    named = project.parameters.find(path)
    if named is None:
        near = nearest(path, (*project.parameters.by_path, *project.parameters.aliases))
        hint = f"skriv --facts {near}" if near else "se fakta i clauses/parametrar.yaml"
        message = f"faktumet ”{path}” finns inte"
        raise AvtalsgenError([Problem("LI01", message, hint=hint, exit=Exit.NOT_FOUND)])
    return named[0]


def _must_be_there(project: Project, pin: str) -> None:
    clause, _, edition = pin.partition("@")
    editions = project.library.editions(clause) if clause in project.library.ids() else ()
    if edition not in editions:
        near = nearest(clause, project.library.ids())
        there = f"{clause}@{editions[-1]}" if editions else near
        hint = f"skriv --clause-older {there}" if there else "avtalsgen list visar klausulerna"
        message = f"klausulen {pin} finns inte"
        raise AvtalsgenError([Problem("LI02", message, hint=hint, exit=Exit.NOT_FOUND)])


def _holding(project: Project, slug: str, newest: str, order: RegisterOrder) -> Lookup | None:
    """Return where the facts of an uppdrag are found on the day; nothing if it is not asked for."""
    try:
        edition = edition_on(project.editions, slug, newest, order.day)
    except AvtalsgenError:  # TI14: none has begun, and it is to come
        edition = newest
    uppdrag = project.uppdrag(slug, edition)
    done = begun(project.editions, uppdrag, order.day)
    lookup = project.lookup(replace(uppdrag, facts=facts_after(uppdrag, done)))
    wanted = (
        _ends_before(lookup, order.ends_before)
        and (not order.index_missing or _lacks_index(project, lookup, order.day))
        and (not order.clause_older or _is_older(project, uppdrag, order.clause_older))
    )
    return lookup if wanted else None


def _row(lookup: Lookup, columns: Iterable[str]) -> RegisterRow:
    uppdrag = lookup.uppdrag
    cells = tuple(_cell(lookup, path) for path in columns)
    return RegisterRow(uppdrag.name, lookup.text(known.TITLE), uppdrag.status, cells)


def _cell(lookup: Lookup, path: str) -> RegisterCell:
    match lookup.fact(path):
        case Known(value=tuple(items)) as fact if not all(isinstance(i, Known) for i in items):
            return RegisterCell(f"{len(items)} poster", "känt", fact.origin)
        case Known(type="organ") as fact:
            return replace(_cell(lookup, known.name_of(path)), origin=fact.origin)
        case Known() as fact:
            return RegisterCell(in_print(fact), "känt", fact.origin)
        case Unknown() as fact:
            return RegisterCell(fact.reason, "okänt", fact.origin)
        case _:
            return RegisterCell("", "inte sagt")


def _ends_before(lookup: Lookup, limit: date | None) -> bool:
    if limit is None:
        return True
    last = day_in(lookup.text(known.END))
    return last is not None and last < limit


def _lacks_index(project: Project, lookup: Lookup, day: date) -> bool:
    """Return whether a price with an index cannot be said for the year of `day`."""
    series, level = lookup.fact(known.SERIES), lookup.fact(known.PRICE_LEVEL)
    if not isinstance(series, Known) or not isinstance(level, Known):
        return False
    published = read_indices(project.files).get(str(series.value))
    years = set(published.years) if published else set[int]()
    return any(year not in years for year in range(int(str(level.value)) + 1, day.year + 1))


def _is_older(project: Project, uppdrag: Uppdrag, pin: str) -> bool:
    clause, _, edition = pin.partition("@")
    outline = uppdrag.outline or project.document_type(uppdrag).outline
    since = from_day(project.library, clause, edition)
    return any(
        held == clause and from_day(project.library, held, chosen) < since
        for held, chosen in pins(outline)
    )
