"""The steps of a letter about a new compensation, held against arithmetic.

The letter keeps the figures that it was written with, whatever the register says later. So
that they are still figures that lead from the old sum to the new, they are climbed again.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from avtalsgen.assemble.facts.lookup import Lookup
from avtalsgen.ersattning.ladder import grown
from avtalsgen.ersattning.rounding import Rounding, shown
from avtalsgen.problems import Problem
from avtalsgen.swedish.numbers import typed
from avtalsgen.uppdrag import known
from avtalsgen.uppdrag.facts import Fact, Known

_PRICE_BEFORE = known.of(known.REPLACED, known.PRICE)
_FINEST = Decimal("0.01")
"""Decimals that an index is published with."""
_LEVEL_BEFORE = known.of(known.REPLACED, known.PRICE_LEVEL)


def wrong_steps(lookup: Lookup) -> Iterator[Problem]:
    """Yield IX10 for each figure of `uppräkning.steg` that does not follow from those before.

    Where the sums of a year agree with each other but not with its index, the index is told.
    The steps lead from the sum of the edition that is replaced to that of the new one, a year
    at a time. Nothing is said of a figure that is missing or not known.
    """
    steps = lookup.fact(known.RISE_STEPS)
    if not isinstance(steps, Known) or not isinstance(steps.value, tuple):
        return
    rounding = Rounding(lookup.text(known.ROUNDING) or Rounding.YEARLY)
    amount, paid = _number(lookup.fact(_PRICE_BEFORE)), None
    level = _number(lookup.fact(_LEVEL_BEFORE))
    for step in steps.value:
        if not isinstance(step, Mapping):
            continue
        level = None if level is None else level + 1
        yield from _wrong(step.get(known.STEP_YEAR), level)
        yield from _wrong(step.get(known.STEP_BEFORE), amount and shown(amount))
        percent = _number(step.get(known.STEP_INDEX))
        if amount is None or percent is None:
            return
        meant = _agreed(step, amount, rounding)
        yield from _wrong(step.get(known.STEP_INDEX), meant)
        unrounded = grown(amount, percent if meant is None else meant)
        amount, paid = rounding.carried(unrounded), rounding.price(unrounded)
        yield from _wrong(step.get(known.STEP_UNROUNDED), shown(unrounded))
        yield from _wrong(step.get(known.STEP_AFTER), paid)
    yield from _wrong(lookup.fact(known.PRICE), paid)
    yield from _wrong(lookup.fact(known.PRICE_LEVEL), level)


def _agreed(step: Mapping[str, Fact], before: Decimal, rounding: Rounding) -> Decimal | None:
    """Return the index by which `before` became both sums of a year, nothing if they differ."""
    unrounded = _number(step.get(known.STEP_UNROUNDED))
    if not before or unrounded is None:
        return None
    if rounding.price(unrounded) != _number(step.get(known.STEP_AFTER)):
        return None
    percent = (unrounded / before * 100 - 100).quantize(_FINEST).normalize()
    return percent if shown(grown(before, percent)) == unrounded else None


def _wrong(fact: Fact | None, expected: Decimal | None) -> Iterator[Problem]:
    stated = _number(fact)
    if fact is None or stated is None or expected is None or stated == expected:
        return
    right = typed(expected)
    message = f"{fact.path} är {typed(stated)}, men stegen ger {right}"
    hint = f"skriv {right}, eller gör om brevet: avtalsgen index --help"
    yield Problem("IX10", message, origin=fact.origin, hint=hint)


def _number(fact: Fact | None) -> Decimal | None:
    number = fact.value if isinstance(fact, Known) else None
    return Decimal(number) if isinstance(number, int | Decimal) else None
