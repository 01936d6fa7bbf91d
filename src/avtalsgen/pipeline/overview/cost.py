"""What an uppdrag costs, year by year: the ladder of its index, and as it is drawn."""

from decimal import Decimal
from typing import Final

from avtalsgen.pipeline.index.indexation import index
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.problems import AvtalsgenError
from avtalsgen.records import dataclass
from avtalsgen.swedish.money import amount
from avtalsgen.swedish.numbers import digits, percent_sign

WIDTH, HEIGHT, FOOT = 600, 260, 26
_LEFT, _TOP = 20, 30
_WIDEST: Final = 64
_MILLION: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class CostYear:
    """A year: its sum, the index that made it, and its bar in the picture."""

    year: int
    sum: Decimal
    percent: Decimal | None
    """None for the price that was agreed on."""
    final: bool
    source: str
    x: float = 0
    y: float = 0
    width: float = 0
    height: float = 0

    @property
    def told(self) -> str:
        """The sum as a table has it."""
        return amount(self.sum)

    @property
    def percent_told(self) -> str:
        """The index as a table has it."""
        return "–" if self.percent is None else percent_sign(self.percent)

    @property
    def short(self) -> str:
        """The sum as it stands over its bar."""
        if self.sum < _MILLION:
            return amount(self.sum)
        return digits((self.sum / _MILLION).quantize(Decimal("0.01")))


@dataclass(frozen=True, slots=True)
class CostLadder:
    """The years of an uppdrag that a price or an index is known for; else why there are none."""

    slug: str
    edition: str
    years: tuple[CostYear, ...] = ()
    unit: str = ""
    series: str = ""
    why_not: str = ""

    @property
    def unit_drawn(self) -> str:
        """What the numbers over the bars count."""
        return f"miljoner {self.unit}" if self.years[-1].sum >= _MILLION else self.unit


def cost(project: Project, slug: str, edition: str) -> CostLadder:
    """Return what an edition costs, as far as indices are published; nothing is guessed."""
    try:
        made = index(project, slug, edition)
    except AvtalsgenError as error:
        return CostLadder(slug, edition, why_not=error.problems[0].message)
    per_year = made.base.year is not None
    first = made.base.year if made.base.year is not None else made.base.price
    years = [
        CostYear(
            made.price_level,
            first,
            None,
            True,
            f"avtalat pris, utgåva {made.old.partition('@')[2]}",
        )
    ]
    for step, sums in made.years:
        told = sums.year if per_year and sums.year is not None else sums.price
        state = "definitivt" if step.final else "preliminärt"
        source = f"{made.series.id} {state}"
        years.append(CostYear(step.year, told, step.percent, step.final, source))
    unit = "kronor per år" if per_year else "kronor"
    return CostLadder(slug, edition, _drawn(years), unit, made.series.name)


def _drawn(years: list[CostYear]) -> tuple[CostYear, ...]:
    """Return the years with their bars: as tall as their sums, from nought."""
    most = max(each.sum for each in years) or Decimal(1)
    room = (WIDTH - 2 * _LEFT) / len(years)
    width = min(_WIDEST, room * 0.72)
    drawn = []
    for number, cost_year in enumerate(years):
        height = float(cost_year.sum / most) * (HEIGHT - _TOP - FOOT)
        x = _LEFT + room * (number + 0.5) - width / 2
        drawn.append(
            CostYear(
                cost_year.year,
                cost_year.sum,
                cost_year.percent,
                cost_year.final,
                cost_year.source,
                round(x, 1),
                round(HEIGHT - FOOT - height, 1),
                round(width, 1),
                round(height, 1),
            )
        )
    return tuple(drawn)
