"""What the compensation of an edition comes to in the prices of the one that takes its place.

So that what is new can be told apart from what the index has done; what is paid today, and what
the new one comes to when it begins. Facts below `räknat`, which nobody writes.

    old  2019 ──► 2020 ──► … ──► prices of the new ──►  …  ──► the day of the memo
                                  new 2023 ──► …  ──► the year that it begins

Where the register ends before a year, the years that lack are a fact, and no sum is.
"""

from collections.abc import Callable, Mapping
from dataclasses import field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from avtalsgen.ersattning.ladder import IndexStep, climb
from avtalsgen.ersattning.rounding import Rounding
from avtalsgen.problems import AvtalsgenError, Problem, Severity
from avtalsgen.records import dataclass
from avtalsgen.register.indices import Series
from avtalsgen.source import Origin
from avtalsgen.uppdrag import known
from avtalsgen.uppdrag.facts import Fact, Item, Known


def _old(path: str) -> str:
    return known.of(known.REPLACED, path)


def _new(path: str) -> str:
    return known.of(known.ABOUT, path)


_AMOUNTS = (
    *(_old(known.PRICE), _new(known.PRICE)),
    *(_old(known.PRICE_LEVEL), _new(known.PRICE_LEVEL)),
)
_NEEDED = (*_AMOUNTS, _old(known.MODEL), _new(known.MODEL), _old(known.SERIES))


@dataclass(frozen=True, slots=True)
class PriceLevel:
    """The facts, and a warning for each year that has no published index."""

    facts: Mapping[str, Fact] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _Goal:
    """A year that a sum is climbed to: the day in it, and the facts that come of it."""

    day: str
    year: str
    sum: str
    lacking: str

    @property
    def facts(self) -> tuple[str, str]:
        """The facts that say the sum, or why there is none."""
        return self.sum, self.lacking


_TODAY = _Goal(known.DATED, known.TODAY_YEAR, known.TODAY, known.TODAY_LACKS)
_AT_START = _Goal(_new(known.START), known.START_YEAR, known.AT_START, known.START_LACKS)


OF_PRICES = frozenset(
    (known.GROWN, known.LADDER, *(path for goal in (_TODAY, _AT_START) for path in goal.facts))
)
"""The facts that lack where a year is not published; who prints none of them is not told."""


def price_level(fact: Callable[[str], Fact | None], indices: Mapping[str, Series]) -> PriceLevel:
    """Return two compensations in one price level, what is paid today, and what at the start.

    `fact` finds a fact by its path. A year that nobody has published is a warning, once.
    """
    levels = (
        _in_one_level(fact, indices),
        _reached(fact, indices, _old, _TODAY),
        _reached(fact, indices, _new, _AT_START),
    )
    facts = {path: value for level in levels for path, value in level.facts.items()}
    problems = dict.fromkeys(problem for level in levels for problem in level.problems)
    return PriceLevel(facts, tuple(problems))


def _in_one_level(fact: Callable[[str], Fact | None], indices: Mapping[str, Series]) -> PriceLevel:
    """Return the old compensation in the prices of the new, and what the new is beyond that.

    Nothing where the two are of different kinds, in the same prices, or where the old follows
    no index.
    """
    values = {path: value.value for path in _NEEDED if isinstance(value := fact(path), Known)}
    series = indices.get(str(values.get(_old(known.SERIES))))
    if len(values) < len(_NEEDED) or series is None:
        return PriceLevel()
    if values[_old(known.MODEL)] != values[_new(known.MODEL)]:
        return PriceLevel()
    old, new, start, end = (_number(values[path]) for path in _AMOUNTS)
    told = fact(_old(known.ROUNDING))
    rounding = Rounding(str(told.value)) if isinstance(told, Known) else Rounding.YEARLY
    if start >= end:
        return PriceLevel()
    try:
        steps = climb(old, int(start), int(end), series, rounding)
    except AvtalsgenError as error:
        return PriceLevel(problems=_warned(error))
    return PriceLevel(_facts(steps, new, series.origin))


def _warned(error: AvtalsgenError) -> tuple[Problem, ...]:
    return tuple(replace(each, severity=Severity.WARNING) for each in error.problems)


def _reached(
    fact: Callable[[str], Fact | None],
    indices: Mapping[str, Series],
    of: Callable[[str], str],
    goal: _Goal,
) -> PriceLevel:
    """Return what a compensation comes to in the year of a day, or the years that lack for it.

    `of` makes the path of a fact of its uppdrag. Nothing where it follows no index, or has the
    prices of that year or of a later one.
    """
    day, price, level = (fact(path) for path in (goal.day, of(known.PRICE), of(known.PRICE_LEVEL)))
    serie, told = fact(of(known.SERIES)), fact(of(known.ROUNDING))
    named = str(serie.value) if isinstance(serie, Known) else ""
    if not (isinstance(day, Known) and isinstance(price, Known) and isinstance(level, Known)):
        return PriceLevel()
    if named not in indices or not isinstance(day.value, date):
        return PriceLevel()
    year, from_, series = day.value.year, int(_number(level.value)), indices[named]
    rounding = Rounding(str(told.value)) if isinstance(told, Known) else Rounding.YEARLY
    if year <= from_:
        return PriceLevel()
    when = Known(goal.year, "år", year, day.origin)
    try:
        last = climb(_number(price.value), from_, year, series, rounding)[-1]
    except AvtalsgenError as error:
        lacking = [each for each in range(from_ + 1, year + 1) if each not in series.years]
        years = f"{lacking[0]}–{lacking[-1]}" if len(lacking) > 1 else f"{lacking[0]}"
        missing = Known(goal.lacking, "text", years, series.origin)
        return PriceLevel({goal.year: when, goal.lacking: missing}, _warned(error))
    sum_ = Known(goal.sum, "belopp", last.new, last.published.origin)
    return PriceLevel({goal.year: when, goal.sum: sum_})


def _facts(steps: tuple[IndexStep, ...], new: Decimal, origin: Origin) -> dict[str, Fact]:
    grown = steps[-1].new
    amounts = {
        known.GROWN: grown,
        known.ABOVE_INDEX: max(new - grown, Decimal(0)),
        known.BELOW_INDEX: max(grown - new, Decimal(0)),
    }
    ladder = tuple(_step(number, each) for number, each in enumerate(steps, start=1))
    return {
        **{path: Known(path, "belopp", amount, origin) for path, amount in amounts.items()},
        known.LADDER: Known(known.LADDER, "lista", ladder, origin),
    }


def _step(number: int, step: IndexStep) -> Item:
    origin, step_path = step.published.origin, f"{known.LADDER}.{number}"
    status = "definitivt" if step.final else "preliminärt"
    return {
        known.STEP_YEAR: Known(f"{step_path}.{known.STEP_YEAR}", "år", step.year, origin),
        known.STEP_INDEX: Known(f"{step_path}.{known.STEP_INDEX}", "procent", step.percent, origin),
        known.STEP_STATUS: Known(f"{step_path}.{known.STEP_STATUS}", "text", status, origin),
        known.STEP_AFTER: Known(f"{step_path}.{known.STEP_AFTER}", "belopp", step.new, origin),
    }


def _number(value: Any) -> Decimal:
    return Decimal(value)
