"""The ladder of `avtalsgen index` in a terminal."""

from collections.abc import Iterable, Sequence

from avtalsgen.ersattning.ladder import Step
from avtalsgen.pipeline.index.indexation import Indexation, Sums
from avtalsgen.swedish.money import amount, kronor
from avtalsgen.uppdrag import known
from avtalsgen.uppdrag.facts import Known

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
        *_table(header, rows),
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


def _table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Return a table with numbers to the right; the status and the source are words."""
    every = [header, *rows]
    widths = [max(len(row[column]) for row in every) for column in range(len(header))]
    words = {0, 2, len(header) - 1}
    return [
        "  ".join(
            cell.ljust(width) if column in words else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in every
    ]
