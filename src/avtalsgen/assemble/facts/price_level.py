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
from avtalsgen.uppdrag.facts import Fact, Item, Known

GROWN, ABOVE, BELOW = "räknat.uppräknat", "räknat.över_index", "räknat.under_index"
LADDER = "räknat.trappa"
_OLD, _NEW = "ersätter.ersättning", "avser.ersättning"


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
    known = {
        path: found.value
        for path in (
            *(f"{_OLD}.{key}" for key in ("belopp", "prisnivå", "modell", "index.serie")),
            *(f"{_NEW}.{key}" for key in ("belopp", "prisnivå", "modell")),
        )
        if isinstance(found := fact(path), Known)
    }
    series = indices.get(str(known.get(f"{_OLD}.index.serie")))
    if len(known) < 7 or series is None or known[f"{_OLD}.modell"] != known[f"{_NEW}.modell"]:
        return PriceLevel()
    old, new, start, end = (_number(known[path]) for path in _AMOUNTS)
    told = fact(f"{_OLD}.index.avrundning")
    rounding = Rounding(str(told.value)) if isinstance(told, Known) else Rounding.YEARLY
    if start >= end:
        return PriceLevel()
    try:
        steps = climb(old, int(start), int(end), series, rounding)
    except AvtalsgenError as error:
        lacking = (replace(each, severity=Severity.WARNING) for each in error.problems)
        return PriceLevel(problems=tuple(lacking))
    return PriceLevel(_facts(steps, new, series.origin))


_AMOUNTS = (f"{_OLD}.belopp", f"{_NEW}.belopp", f"{_OLD}.prisnivå", f"{_NEW}.prisnivå")


def _facts(steps: tuple[Step, ...], new: Decimal, origin: Origin) -> dict[str, Fact]:
    grown = steps[-1].new
    amounts = {
        GROWN: grown,
        ABOVE: max(new - grown, Decimal(0)),
        BELOW: max(grown - new, Decimal(0)),
    }
    ladder = tuple(_step(number, each) for number, each in enumerate(steps, start=1))
    return {
        **{path: Known(path, "belopp", amount, origin) for path, amount in amounts.items()},
        LADDER: Known(LADDER, "lista", ladder, origin),
    }


def _step(number: int, step: Step) -> Item:
    origin, at = step.published.origin, f"{LADDER}.{number}"
    status = "definitivt" if step.final else "preliminärt"
    return {
        "år": Known(f"{at}.år", "år", step.year, origin),
        "index": Known(f"{at}.index", "procent", step.percent, origin),
        "status": Known(f"{at}.status", "text", status, origin),
        "efter": Known(f"{at}.efter", "belopp", step.new, origin),
    }


def _number(value: Any) -> Decimal:
    return Decimal(value)
