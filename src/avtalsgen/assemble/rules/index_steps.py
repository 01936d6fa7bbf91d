"""The steps of a letter about a new compensation, held against arithmetic.

The letter keeps the figures that it was written with, whatever the register says later. So
that they are still figures that lead from the old sum to the new, they are climbed again.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from avtalsgen.assemble.facts.lookup import Lookup
from avtalsgen.ersattning.ladder import grown
from avtalsgen.ersattning.rounding import Rounding, shown
from avtalsgen.problems import Problem, Severity
from avtalsgen.register.organisations import Organisation
from avtalsgen.source import Origin
from avtalsgen.swedish.numbers import typed
from avtalsgen.uppdrag import known
from avtalsgen.uppdrag.facts import Fact, Item, Known

_PRICE_BEFORE = known.of(known.REPLACED, known.PRICE)
_BEGINS = known.of(known.ABOUT, known.START)
_FINEST = Decimal("0.01")
"""Decimals that an index is published with."""
_LEVEL_BEFORE = known.of(known.REPLACED, known.PRICE_LEVEL)


def wrong_steps(lookup: Lookup) -> Iterator[Problem]:
    """Yield IX10 for each figure of `uppräkning.steg` that does not follow from those before.

    Where the sums of a year agree with each other but not with its index, the index is told.
    The steps lead from the sum of the edition that is replaced to that of the new one, a year
    at a time, and the new one holds from a day of the last year. Nothing is said of a figure
    that is missing or not known. IX13, a warning, for each source that is not the publisher's.
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
    yield from _another_year(lookup.fact(known.RISE_START), lookup.fact(_BEGINS), level)
    yield from _sources(lookup, steps.value)


def _another_year(
    start: Fact | None, begins: Fact | None, last: Decimal | None
) -> Iterator[Problem]:
    """Yield IX10 where the new sum would hold from another year than the steps reach.

    The day to write is one on which the uppdrag has begun; where it begins later than the steps
    reach there is none (DA01), and the letter is made anew.
    """
    day = start.value if isinstance(start, Known) else None
    if start and last is not None and isinstance(day, date) and day.year != last:
        message = f"{start.path} är {day}, men stegen går till {last}"
        first = begins.value if isinstance(begins, Known) else None
        right = date(int(last), 1, 1)
        if isinstance(first, date):
            right = max(right, first)
        anew = "gör om brevet: avtalsgen index --help"
        hint = f"skriv {start.path}: {right}, eller {anew}" if right.year == last else anew
        yield Problem("IX10", message, origin=start.origin, hint=hint)


def _sources(lookup: Lookup, steps: Iterable[Item]) -> Iterator[Problem]:
    told = lookup.fact(known.PUBLISHER)
    if not isinstance(told, Known):
        return
    publisher = lookup.organisations[str(told.value)]
    for step in steps:
        if isinstance(step, Mapping):
            source, year = step.get(known.STEP_SOURCE), _number(step.get(known.STEP_YEAR))
            if isinstance(source, Known) and year is not None:
                named = str(source.value)
                yield from not_the_publishers(publisher, int(year), named, source.origin)


def not_the_publishers(
    publisher: Organisation, year: int, source: str, place: Origin, above: str = ""
) -> Iterator[Problem]:
    """Yield IX13, a warning, if the value of a year is taken from another than who publishes it.

    `above` is what stands before the key of the source in what is to be typed.
    """
    if not publisher.is_named_in(source):
        message = (
            f"talet för {year} är hämtat ur ”{source}”, men uppdraget räknar med det "
            f"som {publisher.name_on(None)} har publicerat"
        )
        hint = f"skriv {above}källa: {publisher.id}, när talet är läst hos utgivaren"
        yield Problem("IX13", message, Severity.WARNING, place, hint)


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
