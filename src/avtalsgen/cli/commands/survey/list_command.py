"""`avtalsgen list`."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from unicodedata import normalize

import click

from avtalsgen.cli import speech
from avtalsgen.cli.answers import answer
from avtalsgen.cli.values import DayParam
from avtalsgen.cli.viewing import JSON
from avtalsgen.pipeline.survey.listed import listed
from avtalsgen.pipeline.survey.listing_rows import ClauseRow, Listing, UppdragRow
from avtalsgen.pipeline.survey.portfolio_views import VIEWS
from avtalsgen.pipeline.workspace.selection import FIRST
from avtalsgen.pipeline.workspace.workspace import find
from avtalsgen.uppdrag.status import SIGNED
from avtalsgen.writers.terminal_table import table

_VIEWS = "--matrix, --facts eller --deviations"
_USUAL = "*"
"""That facts are asked for, and not which."""
_EXAMPLES = """\b
Exempel:
  avtalsgen list --matrix
  avtalsgen list --matrix --out uppdrag.html
  avtalsgen list --facts tid.till,ersättning.belopp --ends-before 2028-01-01
  avtalsgen list --facts tid.till,ersättning.belopp --out avtal.csv
  avtalsgen list --deviations --out avvikelser.docx
"""


@click.command("list", epilog=_EXAMPLES)
@click.option("--matrix", is_flag=True, help="Visa varje klausul i varje uppdrag.")
@click.option("--deviations", is_flag=True, help="Visa de klausuler som inte har bibliotekets ord.")
@click.option(
    "--facts",
    is_flag=False,
    flag_value=_USUAL,
    default="",
    metavar="[FAKTA]",
    help="Visa fakta i varje uppdrag, med komma emellan. Utan FAKTA diarienummer, tid och belopp; "
    "så också med bara ett urval.",
)
@click.option(
    "--as-of", "day", type=DayParam(), metavar="DATUM", help="Dag som --facts gäller. Annars i dag."
)
@click.option(
    "--ends-before", type=DayParam(), metavar="DATUM", help="Bara uppdrag som slutar före dagen."
)
@click.option("--index-missing", is_flag=True, help="Bara uppdrag utan index eller indextal.")
@click.option(
    "--clause-older",
    default="",
    metavar="KLAUSUL|DATUM",
    help="Bara uppdrag med en äldre utgåva av klausulen (id@utgåva), eller med någon från före "
    "dagen.",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice((*VIEWS, "docx", JSON)),
    metavar="FORMAT",
    help="Format för --matrix, --facts och --deviations: terminal, html, csv, json (inte "
    "--matrix) eller docx (bara --deviations). Annars det som --out slutar på.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FIL",
    help="Fil att skriva --matrix, --facts eller --deviations i.",
)
@click.option("--force", is_flag=True, help="Skriv över en fil som någon annan har gjort.")
@click.option("--json", "json_", is_flag=True, help="Skriv resultatet som JSON.")
def command(
    facts: str,
    day: date | None,
    ends_before: date | None,
    clause_older: str,
    format_: str | None,
    out: Path | None,
    *,
    matrix: bool,
    deviations: bool,
    index_missing: bool,
    force: bool,
    json_: bool,
) -> int:
    """Visa uppdragen och klausulerna.

    För varje utgåva av ett uppdrag visas status, diarienummer, typ och titel, och för varje
    utgåva av en klausul om en jurist har granskat den och vilka uppdrag som använder den. Tilläggen
    visas under det uppdrag som de ändrar.

    Med --matrix visas vilka klausuler varje uppdrag har, i vilken utgåva, och vilka obligatoriska
    som saknas.

    Med --facts visas fakta i varje uppdrag: den utgåva som gäller den dagen, med det som
    undertecknade tillägg har ändrat, eller den nyaste om ingen har börjat. Ett tillägg som inte är
    undertecknat har en egen rad. Fakta skrivs som i parametrar.yaml. Ett urval säger i en egen
    kolumn varför raden är med.

    Med --deviations visas de klausuler som har uppdragets egen text eller en äldre utgåva, och
    vilka ord som skiljer dem från biblioteket med samma fakta.
    """
    if day or ends_before or index_missing or clause_older:
        facts = facts or _USUAL
    views = (matrix, bool(facts), deviations)
    _refuse_views(views, format_, any_file=bool(format_ or out), json_=json_)
    root = find(Path.cwd())
    if deviations:
        from avtalsgen.cli.deviations import show_deviations
        from avtalsgen.pipeline.workspace.project import open_project

        asked = JSON if json_ else format_
        return show_deviations(open_project(root), asked, out, force=force)
    if facts:
        from avtalsgen.cli.facts_register import show_register, today
        from avtalsgen.pipeline.survey.facts_register import RegisterOrder
        from avtalsgen.pipeline.workspace.project import open_project

        order = RegisterOrder(_paths(facts), today(day), ends_before, index_missing, clause_older)
        asked = JSON if json_ else format_
        return show_register(open_project(root), order, asked, out, force=force)
    if matrix:
        from avtalsgen.cli.matrix import show_matrix
        from avtalsgen.pipeline.workspace.project import open_project

        return show_matrix(open_project(root), format_, out, force=force, json_=json_)
    return _show(listed(root), json_=json_)


def _paths(facts: str) -> tuple[str, ...]:
    """Return the facts that were named with commas between, or the usual ones."""
    from avtalsgen.pipeline.survey.facts_register import USUAL

    typed = normalize("NFC", facts).split(",")  # å, ä and ö may be typed as two signs
    named = tuple(dict.fromkeys(path.strip() for path in typed if path.strip()))
    paths = USUAL if facts == _USUAL else named
    if not paths:
        raise click.UsageError("skriv fakta med komma emellan, som --facts tid.till")
    return paths


def _show(listing: Listing, *, json_: bool) -> int:
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


def _refuse_views(
    views: tuple[bool, bool, bool], format_: str | None, *, any_file: bool, json_: bool
) -> None:
    """Refuse flags that say nothing together, or two things at once."""
    matrix, _, deviations = views
    if any_file and not any(views):
        raise click.UsageError(f"--format och --out gäller {_VIEWS}; lägg till en")
    if sum(views) > 1:
        raise click.UsageError(f"välj {_VIEWS}")
    if matrix and format_ == JSON:
        raise click.UsageError("skriv --matrix --json")
    if format_ == "docx" and not deviations:
        raise click.UsageError("docx gäller --deviations")
    if json_ and not matrix and format_ not in {None, JSON}:
        raise click.UsageError(f"välj --json eller --format {format_}")


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
        return "olåst, bara filen säger så" if row.status == SIGNED else "–"
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
