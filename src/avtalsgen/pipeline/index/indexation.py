"""What a service costs after years of an index: the ladder of one uppdrag."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from avtalsgen.assemble.facts.lookup import Lookup
from avtalsgen.assemble.rules.index_steps import not_the_publishers
from avtalsgen.assemble.tillagg.effect import begun, facts_after
from avtalsgen.ersattning.ladder import IndexStep, climb, step
from avtalsgen.ersattning.months import last_month, month
from avtalsgen.ersattning.rounding import Rounding, shown
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.problems import AvtalsgenError, Problem, Severity
from avtalsgen.readers.yaml.keys import nearest
from avtalsgen.records import dataclass
from avtalsgen.register.indices import FILE, Series, read_indices
from avtalsgen.source import Origin
from avtalsgen.swedish.dates import MonthDay
from avtalsgen.swedish.money import amount
from avtalsgen.uppdrag import known
from avtalsgen.uppdrag.changes import NewFacts
from avtalsgen.uppdrag.facts import Facts, Known, Unknown
from avtalsgen.uppdrag.status import SIGNED
from avtalsgen.uppdrag.uppdrag import Uppdrag, renewal

_ASKED = (
    ("IX01", known.SERIES, "uppdraget säger inte vilket index ersättningen följer", "OPI"),
    ("IX06", known.PRICE, "summan saknas", "4093284"),
    ("IX06", known.MODEL, "uppdraget säger inte hur ersättningen beräknas", "fast_per_år"),
    ("IX07", known.PRICE_LEVEL, "prisnivån saknas", "2019"),
)


@dataclass(frozen=True, slots=True)
class Sums:
    """The compensation of one year.

    `year` is its sum for the whole year, or the most it can be. What is paid by the hour or
    by the day has no twelfths.
    """

    price: Decimal
    year: Decimal | None
    month: Decimal | None
    last_month: Decimal | None


@dataclass(frozen=True, slots=True)
class Settlement:
    """What was paid by a preliminary value until the final one came."""

    percent: Decimal
    paid: Decimal
    difference: Decimal
    """The final compensation less what was paid."""


@dataclass(frozen=True, slots=True)
class Indexation:
    """The compensation of an uppdrag, climbed year by year to `to`."""

    uppdrag: Uppdrag
    """With the facts that its signed tillägg have given it."""
    old: str
    """The edition or tillägg that says the compensation to climb from."""
    amended: bool
    """Whether tillägg have changed the uppdrag, in the compensation or else."""
    series: Series
    rounding: Rounding
    model: str
    price_level: int
    base: Sums
    years: tuple[tuple[IndexStep, Sums], ...]
    settlement: Settlement | None
    """Of the last year, where it has had both values."""
    first_day: date
    """When the last year's compensation begins."""
    warnings: tuple[Problem, ...]

    @property
    def to(self) -> int:
        """The last year."""
        return self.years[-1][0].year


def index(
    project: Project,
    slug: str,
    edition: str,
    to: int | None = None,
    *,
    as_preliminary: bool = False,
) -> Indexation:
    """Return the compensation of an edition up to the year `to`, or the last one published.

    Raises:
        AvtalsgenError: IX01 no index is agreed on, IX02 the register does not have it, IX03 a
            year is not published, IX04 only a preliminary value and the parties wait, IX06 no
            sum, IX07 no price level, IX08 years out of order.
    """
    uppdrag, old, amended = _agreed(project, project.uppdrag(slug, edition), to)
    facts = uppdrag.facts
    _refuse(_lacking(uppdrag))
    series = _series(project, facts)
    price_level = int(_decimal(facts, known.PRICE_LEVEL))
    first = facts.day(known.INDEXED_FROM)
    last = to or max(price_level + 1, first.year if first else 0, *series.years)
    _refuse(_out_of_order(facts, price_level, last))
    rounding = Rounding(facts.text(known.ROUNDING) or Rounding.YEARLY)
    price = _decimal(facts, known.PRICE)
    steps = climb(price, price_level, last, series, rounding, as_preliminary=as_preliminary)
    rounded = _rounded_away(facts, steps, rounding, uppdrag.origin)
    _refuse([problem for problem in rounded if problem.severity is Severity.ERROR])
    preliminary = [each for each in steps if not each.final]
    if facts.text(known.BEFORE_FINAL) == known.WAITS:
        _refuse([_waits(each, facts) for each in preliminary if each.published.final is None])
    return Indexation(
        uppdrag,
        old,
        amended,
        series,
        rounding,
        facts.text(known.MODEL),
        price_level,
        _sums(project, uppdrag, price, price, rounding),
        tuple((each, _sums(project, uppdrag, each.new, each.carried, rounding)) for each in steps),
        _settlement(steps[-1], rounding),
        begins(facts.day(known.INDEXED_FROM), last),
        (
            *(_is_preliminary(each, series) for each in preliminary),
            *rounded,
            *_from_others(project, facts, steps),
        ),
    )


def _agreed(project: Project, uppdrag: Uppdrag, to: int | None) -> tuple[Uppdrag, str, bool]:
    """Return an uppdrag as its signed tillägg have made it by the year `to`, and who says so.

    The last is whether there is any such tillägg.
    A tillägg that comes later is of no concern to what was paid before it.
    """
    if project.document_type(uppdrag).has_base:
        return uppdrag, uppdrag.name, False
    done = begun(project.editions, uppdrag, date(to - 1, 12, 31) if to else date.max)
    says = [
        step.tillagg.name
        for step in done
        if isinstance(step.change.act, NewFacts) and known.PRICE in step.change.act.facts.by_path
    ]
    agreed = replace(uppdrag, facts=facts_after(uppdrag, done))
    return agreed, says[-1] if says else uppdrag.name, bool(done)


def _refuse(problems: list[Problem]) -> None:
    if problems:
        raise AvtalsgenError(problems)


def _lacking(uppdrag: Uppdrag) -> list[Problem]:
    problems = []
    for code, path, message, example in _ASKED:
        fact = uppdrag.facts.get(path)
        if isinstance(fact, Known):
            if path == known.PRICE and not fact.value:
                message = "ersättningen är 0 kronor, och det finns inget att räkna upp"
                hint = f"skriv {path}: {example}"
                problems.append(Problem(code, message, origin=fact.origin, hint=hint))
            continue
        why = f": {fact.reason}" if isinstance(fact, Unknown) else ""
        hint = f"{uppdrag.facts.act(path)} {path}: {example}"
        if uppdrag.status == SIGNED:
            hint = f"gör en ny utgåva: {renewal(uppdrag.name)}, och {hint}"
        origin = fact.origin if fact else uppdrag.facts.empty.get(path, uppdrag.origin)
        problems.append(Problem(code, f"{message}{why}", origin=origin, hint=hint))
    return problems


def _series(project: Project, facts: Facts) -> Series:
    series = read_indices(project.files)
    id_ = facts.text(known.SERIES)
    if id_ not in series:
        message = f"indexet ”{id_}” finns inte i registret"
        near = nearest(id_, series)
        there = ", ".join(series) or "ingen"
        hint = f"menade du {near}?" if near else f"lägg till serien i {FILE}; där finns {there}"
        _refuse([Problem("IX02", message, origin=_place(facts, known.SERIES), hint=hint)])
    return series[id_]


def _out_of_order(facts: Facts, price_level: int, to: int) -> list[Problem]:
    first, fixed_to = facts.day(known.INDEXED_FROM), facts.day(known.FIXED_TO)
    problems = []
    if to <= price_level:
        message = f"prisnivån är redan {price_level}, så ersättningen kan inte räknas upp till {to}"
        hint = f"skriv --to {price_level + 1} eller senare"
        problems.append(
            Problem("IX08", message, origin=_place(facts, known.PRICE_LEVEL), hint=hint)
        )
    if first and price_level < to < first.year:
        message = f"ersättningen räknas upp första gången {first}, inte för {to}"
        origin = _place(facts, known.INDEXED_FROM)
        hint = f"skriv --to {first.year} eller senare"
        problems.append(Problem("IX08", message, origin=origin, hint=hint))
    if first and first.year <= price_level:
        message = f"prisnivån är {price_level}, men ersättningen räknas upp redan {first}"
        hint = f"skriv {known.INDEXED_FROM}: {price_level + 1}-01-01"
        problems.append(
            Problem("IX08", message, origin=_place(facts, known.INDEXED_FROM), hint=hint)
        )
    if first and fixed_to and first <= fixed_to:
        message = f"ersättningen räknas upp {first}, men är fast till och med {fixed_to}"
        hint = f"skriv {known.FIXED_TO}: {first - timedelta(1)}"
        problems.append(Problem("IX08", message, origin=_place(facts, known.FIXED_TO), hint=hint))
    return problems


def _waits(last_step: IndexStep, facts: Facts) -> Problem:
    message = f"talet för {last_step.year} är preliminärt, och parterna väntar på det definitiva"
    hint = (
        f"skriv --to {last_step.year - 1}, eller lägg in det definitiva talet när det är publicerat"
    )
    return Problem("IX04", message, origin=_place(facts, known.BEFORE_FINAL), hint=hint)


def _is_preliminary(last_step: IndexStep, series: Series) -> Problem:
    message = f"talet för {series.id} {last_step.year} är preliminärt"
    hint = "skriv det definitiva talet på den raden när det är publicerat, och kör om"
    if last_step.published.final is not None:
        hint = "kör utan --preliminary: det definitiva talet finns på den raden"
    return Problem("IX05", message, Severity.WARNING, last_step.published.origin, hint)


def _from_others(project: Project, facts: Facts, steps: Iterable[IndexStep]) -> Iterator[Problem]:
    """Yield IX13 for each year that is not taken from the publisher that is agreed on."""
    told = facts.get(known.PUBLISHER)
    if not isinstance(told, Known):
        return
    publisher = project.organisations[str(told.value)]
    for yearly in steps:
        source, place = yearly.published.source, yearly.published.origin
        yield from not_the_publishers(publisher, yearly.year, source, place, f"{yearly.year}.")


def begins(first: date | None, year: int) -> date:
    """Return the day of `year` that its compensation begins, 1 January if nobody says."""
    if first is None:
        return date(year, 1, 1)
    return MonthDay(first.month, first.day).in_year(year) or date(year, 3, 1)


def _settlement(last: IndexStep, rounding: Rounding) -> Settlement | None:
    if not last.final or last.published.preliminary is None:
        return None
    paid = step(last.old, last.published, rounding, as_preliminary=True)
    return Settlement(paid.percent, paid.new, last.new - paid.new)


def _rounded_away(
    facts: Facts, steps: Iterable[IndexStep], rounding: Rounding, uppdrag: Origin
) -> list[Problem]:
    """Return IX11 where a sum is rounded to nothing, IX12, a warning, where nearly to that."""
    coarse = [yearly for yearly in steps if rounding.is_coarse(yearly.unrounded)]
    if not coarse:
        return []
    nothing = next((yearly for yearly in coarse if yearly.new == 0), None)
    least = nothing or min(coarse, key=lambda yearly: yearly.unrounded)
    origin = _place(facts, known.ROUNDING) or uppdrag
    sum_, unit = amount(shown(least.unrounded)), amount(rounding.unit)
    finer = [
        f"{known.ROUNDING}: {each}"
        for each in (Rounding.YEARLY, Rounding.AT_INVOICE)
        if each.unit < rounding.unit and not each.is_coarse(least.unrounded)
    ]
    hint = f"skriv {', eller '.join(finer) or 'en ersättning som är större än avrundningen'}"
    if nothing:
        message = f"{sum_} kronor avrundat till hela {unit} är noll ({least.year})"
        return [Problem("IX11", message, origin=origin, hint=hint)]
    message = f"{sum_} kronor avrundas till hela {unit}, mer än en hundradel av summan"
    return [Problem("IX12", message, Severity.WARNING, origin, hint)]


def _sums(
    project: Project, uppdrag: Uppdrag, price: Decimal, exact: Decimal, rounding: Rounding
) -> Sums:
    """Return what the facts of an uppdrag make of another price.

    `exact` is what the sums are reckoned by: a price that keeps its ören is shown without.
    """
    fact = uppdrag.facts.by_path[known.PRICE]
    assert isinstance(fact, Known)
    by_path = {**uppdrag.facts.by_path, known.PRICE: replace(fact, value=exact)}
    changed = replace(uppdrag, facts=replace(uppdrag.facts, by_path=by_path))
    lookup = project.lookup(changed)
    as_used = uppdrag.facts.text(known.MODEL) in (known.BY_HOUR, known.BY_DAY)
    product = _amount(lookup, known.YEARS_SUM)
    if product is None:
        return Sums(price, None, None, None)
    year = rounding.invoiced(product)
    if as_used:
        return Sums(price, year, None, None)
    return Sums(price, year, month(year), last_month(year))


def _amount(lookup: Lookup, path: str) -> Decimal | None:
    fact = lookup.fact(path)
    return fact.value if isinstance(fact, Known) and isinstance(fact.value, Decimal) else None


def _decimal(facts: Facts, path: str) -> Decimal:
    fact = facts.get(path)
    assert isinstance(fact, Known)
    assert isinstance(fact.value, int | Decimal)
    return Decimal(fact.value)


def _place(facts: Facts, path: str) -> Origin | None:
    fact = facts.get(path)
    return fact.origin if fact else None
