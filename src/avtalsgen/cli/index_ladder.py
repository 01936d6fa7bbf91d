"""The ladder of `avtalsgen index` in a terminal."""

from collections.abc import Iterable

from avtalsgen.ersattning.ladder import Step
from avtalsgen.pipeline.index.indexation import Indexation, Sums
from avtalsgen.swedish.money import amount, kronor
from avtalsgen.uppdrag import known
from avtalsgen.uppdrag.facts import Known
from avtalsgen.writers.terminal_table import table

_PER = {
    known.BY_YEAR: "per år",
    known.BY_HOUR: "per timme",
    known.BY_PLACE: "per plats och år",
    known.BY_WORKER: "per årsarbetare och år",
}


def ladder_text(found: Indexation, contents: Iterable[str], *, written: bool) -> str:
    """Return every step from the old compensation to the new, and the files that say so."""
    per = _PER.get(found.model, "")
    rows = [(str(found.price_level), "", "", "", "", *_cells(found.base), "")]
    rows += [_row(step, sums) for step, sums in found.years]
    header = ("ÅR", "INDEX", "", "FÖRE", "MED INDEX", "ERSÄTTNING", *_headings(found), "KÄLLA")
    lines = [
        f"{_named(found)}: {found.uppdrag.facts.text(known.TITLE)}",
        f"Ersättning {per} med {found.series.name} ({found.series.id}), {found.rounding.words}.",
        "",
        *table(header, rows, right={*range(1, len(header) - 1)} - {2}),
        "",
        *_settled(found),
        f"Ersättningen är {kronor(found.years[-1][1].price)} {per} från och med "
        f"{found.first_day.isoformat()}.",
        "Skrivet:" if written else "Med --write skrivs:",
        *(f"  {path}" for path in contents),
    ]
    return "\n".join(lines) + "\n"


def _named(found: Indexation) -> str:
    name = found.uppdrag.name
    return name if found.old == name else f"{name}, ändrat av {found.old}"


def _headings(found: Indexation) -> tuple[str, ...]:
    if found.base.month is not None:
        year = () if found.base.year == found.base.price else ("PER ÅR",)
        return (*year, "MÅNAD", "SISTA MÅNADEN")
    return ("HÖGST PER ÅR",) if found.base.year is not None else ()


def _cells(sums: Sums) -> tuple[str, ...]:
    year = () if sums.year == sums.price else (sums.year,)
    shown = (sums.price, *year, sums.month, sums.last_month)
    return tuple(amount(each) for each in shown if each is not None)


def _row(step: Step, sums: Sums) -> tuple[str, ...]:
    percent = f"{step.percent:f}".replace(".", ",")
    status = "definitivt" if step.final else "preliminärt"
    grown = (amount(step.old), amount(step.unrounded))
    return (str(step.year), f"{percent} %", status, *grown, *_cells(sums), step.published.source)


def _settled(found: Indexation) -> list[str]:
    settled = found.settlement
    if settled is None:
        return []
    percent = f"{settled.percent:f}".replace(".", ",")
    way = "att betala" if settled.difference >= 0 else "att dra av"
    agreed = found.uppdrag.facts.get(known.RETROACTIVE)
    silent = "" if isinstance(agreed, Known) else " Uppdraget säger inte om den ska regleras."
    return [
        f"Det preliminära talet för {found.to} var {percent} %, alltså {kronor(settled.paid)} "
        f"{_PER.get(found.model, '')}.",
        f"Skillnaden mot det definitiva är {kronor(abs(settled.difference))} {way}.{silent}",
    ]
