"""A sum that grows year by year with a published index, with every step shown."""

from decimal import Decimal

from avtalsgen.ersattning.rounding import EXACT, Rounding
from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.records import dataclass
from avtalsgen.register.indices import FILE, Published, Series


@dataclass(frozen=True, slots=True)
class IndexStep:
    """One year: its index, and the sum before and after."""

    published: Published
    percent: Decimal
    final: bool
    old: Decimal
    unrounded: Decimal
    new: Decimal
    carried: Decimal
    """What the next year starts from."""

    @property
    def year(self) -> int:
        """The year that the new sum is for."""
        return self.published.year


def climb(
    amount: Decimal,
    price_level: int,
    to: int,
    series: Series,
    rounding: Rounding,
    *,
    as_preliminary: bool = False,
) -> tuple[IndexStep, ...]:
    """Return a step for each year after `price_level` up to `to`.

    A climb in two parts, the second from what the first carried, has the steps of one climb.
    The final value is used where there is one, unless `as_preliminary` asks what was paid
    before it came.

    Raises:
        AvtalsgenError: IX03 for each year that nobody has published a value for.
    """
    years = range(price_level + 1, to + 1)
    missing = [_missing(series, year) for year in years if year not in series.years]
    if missing:
        raise AvtalsgenError(missing)
    steps: list[IndexStep] = []
    for year in years:
        published = series.years[year]
        steps.append(step(amount, published, rounding, as_preliminary=as_preliminary))
        amount = steps[-1].carried
    return tuple(steps)


def step(
    old: Decimal, published: Published, rounding: Rounding, *, as_preliminary: bool = False
) -> IndexStep:
    """Return the step of one year from the sum `old`."""
    percent, final = _value(published, as_preliminary=as_preliminary)
    unrounded = grown(old, percent)
    price, carried = rounding.price(unrounded), rounding.carried(unrounded)
    return IndexStep(published, percent, final, old, unrounded, price, carried)


def grown(amount: Decimal, percent: Decimal) -> Decimal:
    """Return `amount` and `percent` of it, exactly."""
    return EXACT.multiply(amount, EXACT.add(1, percent.scaleb(-2, context=EXACT)))


def _value(published: Published, *, as_preliminary: bool) -> tuple[Decimal, bool]:
    final, preliminary = published.final, published.preliminary
    if preliminary is not None and (as_preliminary or final is None):
        return preliminary, False
    assert final is not None  # an entry of the register has one or the other
    return final, True


def _missing(series: Series, year: int) -> Problem:
    return Problem(
        "IX03",
        f"registret har inget tal för {series.name} ({series.id}) {year}",
        origin=series.years[max(series.years)].origin if series.years else series.origin,
        hint=f"lägg till året {year} under {series.id}: värden: i {FILE}, skrivet som de andra "
        "åren, när talet är publicerat",
    )
