"""The ladder of `avtalsgen index` in a terminal."""

from collections.abc import Iterable

from avtalsgen.ersattning.ladder import IndexStep
from avtalsgen.pipeline.index.indexation import Indexation, Sums
from avtalsgen.swedish.money import amount, kronor
from avtalsgen.uppdrag import known
from avtalsgen.uppdrag.facts import Known
from avtalsgen.writers.terminal_table import table

_PER = {
    known.BY_YEAR: "per år",
    known.BY_HOUR: "per timme",
    known.BY_PLACE: "per plats och år",
    known.BY_DAY: "per dygn",
    known.BY_WORKER: "per årsarbetare och år",
}


def ladder_text(indexation: Indexation, contents: Iterable[str], *, written: bool) -> str:
    """Return every step from the old compensation to the new, and the files that say so."""
    per = _per(indexation)
    year = _has_year(indexation)
    rows = [(str(indexation.price_level), "", "", "", "", *_cells(indexation.base, year=year), "")]
    rows += [_row(step, sums, year=year) for step, sums in indexation.years]
    headings = _headings(indexation, year=year)
    header = ("ÅR", "INDEX", "", "FÖRE", "MED INDEX", "ERSÄTTNING", *headings, "KÄLLA")
    lines = [
        f"{_named(indexation)}: {indexation.uppdrag.facts.text(known.TITLE)}",
        f"Ersättning{per} med {indexation.series.name} ({indexation.series.id}), "
        f"{indexation.rounding.words}.",
        "",
        *table(header, rows, right={*range(1, len(header) - 1)} - {2}),
        "",
        *_settled(indexation),
        f"Ersättningen är {kronor(indexation.years[-1][1].price)}{per} från och med "
        f"{indexation.first_day.isoformat()}.",
        "Skrivet:" if written else "Med --write skrivs:",
        *(f"  {path}" for path in contents),
    ]
    return "\n".join(lines) + "\n"


def _per(indexation: Indexation) -> str:
    """Return what the sum is for, with the space before it; nothing where nobody has said it."""
    return f" {_PER[indexation.model]}" if indexation.model in _PER else ""


def _named(indexation: Indexation) -> str:
    name = indexation.uppdrag.name
    return name if indexation.old == name else f"{name}, ändrat av {indexation.old}"


def _has_year(indexation: Indexation) -> bool:
    """Return whether what is paid in a year has a column: it is another sum than some price."""
    every = (indexation.base, *(sums for _, sums in indexation.years))
    return indexation.base.month is None or any(sums.year != sums.price for sums in every)


def _headings(indexation: Indexation, *, year: bool) -> tuple[str, ...]:
    if indexation.base.month is not None:
        return (*(("PER ÅR",) if year else ()), "MÅNAD", "SISTA MÅNADEN")
    return ("HÖGST PER ÅR",) if indexation.base.year is not None else ()


def _cells(sums: Sums, *, year: bool) -> tuple[str, ...]:
    shown = (sums.price, *((sums.year,) if year else ()), sums.month, sums.last_month)
    return tuple(amount(each) for each in shown if each is not None)


def _row(step: IndexStep, sums: Sums, *, year: bool) -> tuple[str, ...]:
    percent = f"{step.percent:f}".replace(".", ",")
    status = "definitivt" if step.final else "preliminärt"
    grown = (amount(step.old), amount(step.unrounded))
    return (
        str(step.year),
        f"{percent} %",
        status,
        *grown,
        *_cells(sums, year=year),
        step.published.source,
    )


def _settled(indexation: Indexation) -> list[str]:
    settled = indexation.settlement
    if settled is None:
        return []
    percent = f"{settled.percent:f}".replace(".", ",")
    way = "att betala" if settled.difference >= 0 else "att dra av"
    agreed = indexation.uppdrag.facts.get(known.RETROACTIVE)
    silent = "" if isinstance(agreed, Known) else " Uppdraget säger inte om den ska regleras."
    return [
        f"Det preliminära talet för {indexation.to} var {percent} %, alltså "
        f"{kronor(settled.paid)}{_per(indexation)}.",
        f"Skillnaden mot det definitiva är {kronor(abs(settled.difference))} {way}.{silent}",
    ]
