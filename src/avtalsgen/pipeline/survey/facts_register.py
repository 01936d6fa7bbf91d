"""The register of agreements: facts of every uppdrag as they hold on a day."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from avtalsgen.assemble.facts.lookup import Lookup
from avtalsgen.assemble.tillagg.belonging import tillagg_of
from avtalsgen.assemble.tillagg.days import edition_on
from avtalsgen.assemble.tillagg.effect import as_it_leaves, begun, facts_after
from avtalsgen.clauses.outline import pins
from avtalsgen.model.portfolio import Register, RegisterCell, RegisterRow
from avtalsgen.pipeline.survey.portfolio import from_day
from avtalsgen.pipeline.survey.told_facts import told_lines, told_value
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.pipeline.workspace.selection import is_about_another
from avtalsgen.problems import AvtalsgenError, Exit, Problem
from avtalsgen.readers.yaml.keys import nearest
from avtalsgen.records import dataclass
from avtalsgen.register.indices import Series, read_indices
from avtalsgen.swedish.dates import day_in, iso, parse_date
from avtalsgen.uppdrag import directory, known
from avtalsgen.uppdrag.changes import NewFacts, brought
from avtalsgen.uppdrag.facts import Known, Unknown
from avtalsgen.uppdrag.status import SIGNED
from avtalsgen.uppdrag.uppdrag import Uppdrag

_NO_END = "tills vidare"
USUAL = (known.DNR, known.START, known.END, known.PRICE)
"""The facts that are shown where nobody says which."""


@dataclass(frozen=True, slots=True)
class RegisterOrder:
    """Which facts are asked for, on which day, and of which uppdrag; all where nothing is said."""

    columns: tuple[str, ...]
    day: date
    ends_before: date | None = None
    index_missing: bool = False
    clause_older: str = ""
    """`klausul@utgåva`: those that have an edition of the clause from an earlier day. A day: those
    that have any clause from before it."""

    @property
    def filters(self) -> tuple[str, ...]:
        """What is told of each row that is left, as heads of columns."""
        return (
            *(("Slutar",) if self.ends_before else ()),
            *(("Index saknas",) if self.index_missing else ()),
            *((f"Äldre än {self.clause_older}",) if self.clause_older else ()),
        )


def register(project: Project, order: RegisterOrder) -> tuple[Register, tuple[Problem, ...]]:
    """Return the register that is asked for, and what could not be read.

    Each uppdrag is there in the edition that holds on the day, with what signed tillägg have
    changed by then; in its newest where none has begun. A tillägg to it that is not signed has
    a row of its own, with what would hold.

    Raises:
        AvtalsgenError: LI01 a fact that nobody can say, LI02 an edition of a clause that is not
            there.
    """
    asked = _columns(project, order.columns)
    columns = tuple(asked)
    if order.clause_older and not _day(order.clause_older):
        _must_be_there(project, order.clause_older)
    reading = _RegisterReader(project, order, columns, read_indices(project.files))
    rows: list[RegisterRow] = []
    unknown: list[str] = []
    problems: list[Problem] = []
    for slug in directory.slugs(project.files):
        try:
            mains = [
                edition
                for edition in project.editions.mains(slug)
                if not is_about_another(project.files, project.uppdrag(slug, edition).type)
            ]
            if mains:
                held = reading.holding(slug, mains[-1])
                rows += reading.row(*held)
                rows += reading.not_signed(held[0].uppdrag)
                unknown += reading.end_unknown(held[0])
        except AvtalsgenError as error:
            problems += error.problems
    shown = Register(
        iso(order.day), columns, tuple(rows), order.filters, tuple(asked.values()), tuple(unknown)
    )
    return shown, tuple(problems)


def _columns(project: Project, paths: Iterable[str]) -> Mapping[str, str]:
    """Return the whole paths of facts that somebody names, perhaps by an alias, and questions."""
    parameters = project.parameters
    columns: dict[str, str] = {}
    problems = []
    for path in paths:
        named = parameters.find(path)
        if named:
            columns[named[0]] = named[1].question
            continue
        message = f"faktumet ”{path}” finns inte"
        if parameters.below(path):
            message = f"”{path}” är flera fakta"
            inside = [each.path for each in parameters if each.path.startswith(f"{path}.")]
            near = ",".join(inside)
        else:
            near = nearest(path, (*parameters.by_path, *parameters.aliases))
        hint = f"skriv --facts {near}" if near else "se fakta i clauses/parametrar.yaml"
        problems.append(Problem("LI01", message, hint=hint, exit=Exit.NOT_FOUND))
    if problems:
        raise AvtalsgenError(problems)
    return columns


def _must_be_there(project: Project, pin: str) -> None:
    clause, _, edition = pin.partition("@")
    library = project.library
    if clause not in library.ids() or edition not in library.editions(clause):
        meant = clause if clause in library.ids() else nearest(clause, library.ids())
        editions = library.editions(meant) if meant else ()
        there = edition if edition in editions else editions[-1] if editions else ""
        pinned = f"skriv --clause-older {meant}@{there}"
        hint = pinned if there else "avtalsgen list visar klausulerna"
        message = f"klausulen {pin} finns inte"
        raise AvtalsgenError([Problem("LI02", message, hint=hint, exit=Exit.NOT_FOUND)])


@dataclass(frozen=True, slots=True)
class _RegisterReader:
    project: Project
    order: RegisterOrder
    columns: tuple[str, ...]
    indices: Mapping[str, Series]

    def holding(self, slug: str, newest: str) -> tuple[Lookup, tuple[str, ...]]:
        """Return where the facts of an uppdrag are found on the day, and which tillägg say some."""
        project, day = self.project, self.order.day
        try:
            edition = edition_on(project.editions, slug, newest, day)
        except AvtalsgenError:  # TI14: none has begun, and it is to come
            edition = newest
        uppdrag = project.uppdrag(slug, edition)
        done = begun(project.editions, uppdrag, day)
        names = [step.tillagg.name for step in done if isinstance(step.change.act, NewFacts)]
        lookup = project.lookup(replace(uppdrag, facts=facts_after(uppdrag, done)))
        return lookup, tuple(dict.fromkeys(names))

    def row(self, lookup: Lookup, tillagg: tuple[str, ...]) -> Iterator[RegisterRow]:
        """Yield the row of an uppdrag; nothing if it is not asked for."""
        uppdrag = lookup.uppdrag
        why = self._why(lookup)
        if all(why):
            cells = tuple(_cell(lookup, path) for path in self.columns)
            title = lookup.text(known.TITLE)
            yield RegisterRow(uppdrag.name, title, uppdrag.status, cells, tillagg, why)

    def not_signed(self, base: Uppdrag) -> Iterator[RegisterRow]:
        """Yield the row of each tillägg to `base` that is not signed, as it would leave it."""
        for tillagg in tillagg_of(self.project.editions, base):
            if tillagg.status != SIGNED:
                yield from self.row(self.project.lookup(as_it_leaves(tillagg, base)), ())

    def end_unknown(self, lookup: Lookup) -> Iterator[str]:
        """Yield the name of an uppdrag of which nobody knows whether it ends before the day."""
        if self.order.ends_before and not _end(lookup):
            yield lookup.uppdrag.name

    def _why(self, lookup: Lookup) -> tuple[str, ...]:
        """Return what each filter found; an empty text where it found nothing."""
        order = self.order
        why = []
        if order.ends_before:
            last = day_in(_end(lookup))
            why.append(iso(last) if last and last < order.ends_before else "")
        if order.index_missing:
            why.append(self._lacking(lookup))
        if order.clause_older:
            why.append(", ".join(self._older(lookup.uppdrag)))
        return tuple(why)

    def _lacking(self, lookup: Lookup) -> str:
        """Return what the index lacks for the price to be said for the year of the day."""
        series, level = lookup.fact(known.SERIES), lookup.fact(known.PRICE_LEVEL)
        if lookup.fact(known.PRICE) is None:
            return ""
        if isinstance(series, Unknown):
            return f"okänt: {series.reason}"
        if series is None:
            return "inget index"
        published = self.indices.get(str(series.value))
        if published is None:
            return f"{series.value} finns inte i registret"
        if not isinstance(level, Known):
            return "ingen prisnivå"
        asked = range(int(str(level.value)) + 1, self.order.day.year + 1)
        lacking = [str(year) for year in asked if year not in published.years]
        return f"{series.value} för {', '.join(lacking)}" if lacking else ""

    def _older(self, uppdrag: Uppdrag) -> Iterator[str]:
        """Yield the clauses that are from an earlier day than what was asked for."""
        library = self.project.library
        asked = _day(self.order.clause_older)
        clause, _, edition = self.order.clause_older.partition("@")
        since = asked or from_day(library, clause, edition)
        outline = uppdrag.outline or self.project.document_type(uppdrag).outline
        for held, chosen in dict.fromkeys((*pins(outline), *pins(brought(uppdrag.changes)))):
            if (asked or held == clause) and from_day(library, held, chosen) < since:
                yield f"{held}@{chosen}"


def _day(text: str) -> date | None:
    try:
        return parse_date(text)
    except ValueError:
        return None


def _end(lookup: Lookup) -> str:
    """Return how long an uppdrag holds, where that is known: a last day, or that there is none."""
    text = lookup.text(known.END)
    return text if day_in(text) or _NO_END in text else ""


def _cell(lookup: Lookup, path: str) -> RegisterCell:
    match lookup.fact(path):
        case Known() as fact:
            lines = told_lines(lookup, path, fact)
            return RegisterCell(lines, "känt", fact.origin, told_value(fact), fact.type)
        case Unknown() as fact:
            return RegisterCell((fact.reason,), "okänt", fact.origin)
        case _:
            return RegisterCell((), "inte sagt")
