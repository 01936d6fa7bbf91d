"""`avtalsgen list`."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

import click

from avtalsgen.cli import speech
from avtalsgen.cli.answers import answer
from avtalsgen.pipeline.output.views import TERMINAL
from avtalsgen.pipeline.survey.listed import listed
from avtalsgen.pipeline.survey.listing_rows import ClauseRow, Listing, UppdragRow
from avtalsgen.pipeline.survey.portfolio_views import VIEWS
from avtalsgen.pipeline.workspace.selection import FIRST
from avtalsgen.pipeline.workspace.workspace import find
from avtalsgen.uppdrag.status import SIGNED
from avtalsgen.writers.terminal_table import table

_EXAMPLES = """\b
Exempel:
  avtalsgen list --matrix
  avtalsgen list --matrix --out uppdrag.html
"""


@click.command("list", epilog=_EXAMPLES)
@click.option("--matrix", is_flag=True, help="Visa varje klausul i varje uppdrag.")
@click.option(
    "--format",
    "format_",
    type=click.Choice((TERMINAL, *VIEWS)),
    metavar="FORMAT",
    help=f"Format för --matrix: terminal, {', '.join(VIEWS)}. Annars det som --out slutar på.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FIL",
    help="Fil att skriva --matrix i.",
)
@click.option("--force", is_flag=True, help="Skriv över en fil som någon annan har gjort.")
@click.option("--json", "json_", is_flag=True, help="Skriv resultatet som JSON.")
def command(
    format_: str | None, out: Path | None, *, matrix: bool, force: bool, json_: bool
) -> int:
    """Visa uppdragen och klausulerna.

    För varje utgåva av ett uppdrag visas status, diarienummer, typ och titel, och för varje
    utgåva av en klausul om en jurist har granskat den och vilka uppdrag som använder den. Tilläggen
    visas under det uppdrag som de ändrar.

    Med --matrix visas vilka klausuler varje uppdrag har, i vilken utgåva, och vilka obligatoriska
    som saknas.
    """
    if (format_ or out) and not matrix:
        raise click.UsageError("--format och --out gäller --matrix; lägg till den")
    root = find(Path.cwd())
    if matrix:
        from avtalsgen.cli.matrix import show_matrix
        from avtalsgen.pipeline.workspace.project import open_project

        return show_matrix(open_project(root), format_, out, force=force, json_=json_)
    listing = listed(root)
    if json_:
        uppdrag = [asdict(row) for row in listing.uppdrag]
        clauses = [asdict(row) for row in listing.clauses]
        indices = [asdict(row) for row in listing.indices]
        content = {"uppdrag": uppdrag, "clauses": clauses, "indices": indices}
        answer("list", content, listing.problems)
    else:
        click.echo(_text(listing), nl=False)
    speech.tell(listing.problems)
    return speech.exit_code(listing.problems)


def _text(listing: Listing) -> str:
    uppdrag = [
        (
            f"{row.slug}@{row.edition}",
            row.status,
            _lock(row),
            row.dnr or "–",
            row.type,
            row.title,
        )
        for row in listing.uppdrag
    ]
    clauses = [
        (
            f"{row.clause}@{row.edition}",
            row.status,
            row.review,
            ", ".join(row.used_by) or "–",
        )
        for row in listing.clauses
    ]
    indices = [
        (
            f"{row.name} ({row.index})",
            f"{row.first}–{row.last}",
            f"{row.value.replace('.', ',')} procent{'' if row.final else ', preliminärt'}",
        )
        for row in listing.indices
    ]
    none = () if uppdrag else (f"(inga ännu; gör ett med: {FIRST})\n",)
    return "".join(
        (
            *_lines(("UPPDRAG", "STATUS", "LÅS", "DNR", "TYP", "TITEL"), uppdrag),
            *none,
            *_tillagg(listing.uppdrag),
            "\n",
            *_lines(("KLAUSUL", "STATUS", "GRANSKNING", "ANVÄNDS I"), clauses),
            "\n",
            *_lines(("INDEX", "ÅR", "SENAST"), indices),
            *_to_check(listing.clauses),
        )
    )


def _lines(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterable[str]:
    return (f"{line}\n" for line in table(header, rows))


def _lock(row: UppdragRow) -> str:
    """Return whether the words are locked: at another status when that was taken back."""
    if not row.lock:
        return "olåst" if row.status == SIGNED else "–"
    locked = "låst" if row.lock == row.status else f"låst som {row.lock}"
    return f"{locked}, rättad {row.corrected[-1]}" if row.corrected else locked


def _tillagg(rows: Iterable[UppdragRow]) -> Iterable[str]:
    """Yield the tillägg under the uppdrag that they change, with what each does."""
    known = sorted((row for row in rows if row.base), key=lambda row: (row.base, row.start))
    lines = []
    base = ""
    for row in known:
        name = "" if row.base == base else row.base
        base = row.base
        first, *others = row.changes or ("–",)
        lines.append((name, f"{row.slug}@{row.edition}", row.start or "–", row.status, first))
        lines.extend(("", "", "", "", each) for each in others)
    if lines:
        yield "\n"
        yield from _lines(("TILLÄGG TILL", "TILLÄGG", "FRÅN", "STATUS", "GÖR"), lines)


def _to_check(clauses: Iterable[ClauseRow]) -> Iterable[str]:
    """Yield what a lawyer is to check, clause by clause; nothing when there is nothing."""
    uncertain = [row for row in clauses if row.to_check]
    if uncertain:
        yield "\nKONTROLLERA\n"
    for row in uncertain:
        yield f"{row.clause}@{row.edition}\n"
        yield from (f"  – {text}\n" for text in row.to_check)
