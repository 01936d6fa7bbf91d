"""What the compensation of an edition comes to in the prices of the one that takes its place.

So that what is new can be told apart from what the index has done. Facts below `räknat`, which
nobody writes.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from avtalsgen.ersattning.ladder import Step, climb
from avtalsgen.ersattning.rounding import Rounding
from avtalsgen.problems import AvtalsgenError, Problem, Severity
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


def price_level(fact: Callable[[str], Fact | None], indices: Mapping[str, Series]) -> PriceLevel:
    """Return the old compensation in the prices of the new, and what the new is beyond that.

    `fact` finds a fact by its path. Nothing where the two are of different kinds, in the same
    prices, or where the old follows no index.
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
        lacking = (replace(each, severity=Severity.WARNING) for each in error.problems)
        return PriceLevel(problems=tuple(lacking))
    return PriceLevel(_facts(steps, new, series.origin))


def _facts(steps: tuple[Step, ...], new: Decimal, origin: Origin) -> dict[str, Fact]:
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


def _step(number: int, step: Step) -> Item:
    origin, at = step.published.origin, f"{known.LADDER}.{number}"
    status = "definitivt" if step.final else "preliminärt"
    return {
        known.STEP_YEAR: Known(f"{at}.{known.STEP_YEAR}", "år", step.year, origin),
        known.STEP_INDEX: Known(f"{at}.{known.STEP_INDEX}", "procent", step.percent, origin),
        known.STEP_STATUS: Known(f"{at}.{known.STEP_STATUS}", "text", status, origin),
        known.STEP_AFTER: Known(f"{at}.{known.STEP_AFTER}", "belopp", step.new, origin),
    }


def _number(value: Any) -> Decimal:
    return Decimal(value)
