"""`avtalsgen check`."""

from datetime import date, datetime
from functools import partial
from pathlib import Path

import click

from avtalsgen.cli import speech
from avtalsgen.cli.answers import answer_check
from avtalsgen.cli.batch.options import BatchAsked, batch_options
from avtalsgen.cli.batch.watch import Watch, watching
from avtalsgen.cli.remarks import show
from avtalsgen.cli.values import DayParam
from avtalsgen.pipeline.check import fixes
from avtalsgen.pipeline.check.checking import CheckOrder, CheckOutcome
from avtalsgen.pipeline.check.views import VIEWS, CheckShown, deliver
from avtalsgen.pipeline.lore.dictionary import dictionary_folder
from avtalsgen.pipeline.output.views import TERMINAL, by_suffix, chosen
from avtalsgen.pipeline.workspace.workspace import Workspace, find
from avtalsgen.problems import AvtalsgenError, Exit, Problem, Remark, Severity
from avtalsgen.source import Origin
from avtalsgen.swedish.phrases import capitalise_first

_NEVER = "aldrig"
_NO_DICTIONARY = (
    "Stavningen prövades bara mot handlingens egna ord: tillvalet stavning är inte installerat."
)
_ORDER = tuple(str(severity) for severity in Severity)
_EXAMPLES = """\b
Exempel:
  avtalsgen check avtal.docx
  avtalsgen check uppdrag.pdf tjansteskrivelse.docx --json
  avtalsgen check mitt-uppdrag --fail-on varning
  avtalsgen check --package mitt-uppdrag
  avtalsgen check avtal.docx --format docx --out granskat.docx
"""


@click.command("check", epilog=_EXAMPLES)
@click.argument("names", nargs=-1, metavar="[HANDLING …]")
@click.option(
    "--as-of",
    type=DayParam(),
    metavar="DATUM",
    help="Dag som lagar och namn prövas mot som i dag. Annars i dag.",
)
@click.option(
    "--fail-on",
    type=click.Choice((*_ORDER, _NEVER)),
    default=_ORDER[0],
    show_default=True,
    metavar="GRAD",
    help="Den lindrigaste grad som ger slutkod 1: fel, varning, stil eller aldrig.",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(tuple(VIEWS)),
    metavar="FORMAT",
    help=f"Format att visa i: {', '.join(VIEWS)}. Annars det som --out slutar på, eller terminal.",
)
@click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), metavar="FIL", help="Fil att skriva."
)
@click.option("--fix", is_flag=True, help="Rätta det som är säkert i våra texter, och visa det.")
@batch_options
@click.option("--apart", is_flag=True, help="Granska handlingarna var för sig, inte mot varandra.")
@click.option(
    "--package",
    is_flag=True,
    help="Granska uppdraget ihop med skrivelsen om det, som i ett nämndpaket.",
)
@click.option("--force", is_flag=True, help="Skriv över en fil som någon annan har gjort.")
@click.option("--json", "json_", is_flag=True, help="Skriv resultatet som JSON.")
def command(
    names: tuple[str, ...],
    as_of: date | None,
    fail_on: str,
    format_: str | None,
    out: Path | None,
    jobs: int,
    executor: str,
    log: Path | None,
    summary: Path | None,
    *,
    apart: bool,
    fix: bool,
    package: bool,
    force: bool,
    json_: bool,
) -> int:
    """Granska handlingar innan de skrivs under.

    HANDLING är en fil (docx, pdf, txt, md eller uppdragets yaml), slug@utgåva eller slug.
    Flera handlingar på samma rad hör ihop och prövas också mot varandra. Utan HANDLING granskas
    varje uppdrag i arbetsytan för sig. Varje regel har en kod som avtalsgen rule KOD förklarar.
    """
    view = _view(format_, out)
    today = as_of or datetime.now().astimezone().date()
    here = Path.cwd()
    names = _with_memos(names, here) if package else names
    asked = BatchAsked(jobs, executor, log, summary)
    order = CheckOrder(names, today, not apart)
    outcome = _checked(order, here, asked, quiet=json_)
    if fix and (made := fixes.fixes(outcome.remarks, here, _root(here), names)):
        fixes.write(made)
        for changed in made:
            click.echo(speech.shown(changed.diff), nl=False, err=json_)
        click.echo(_fixed(sum(changed.count for changed in made)), err=json_)
        outcome = _checked(order, here, asked, quiet=json_)
    if json_:
        answer_check(outcome.remarks, outcome.summary)
    elif view == TERMINAL:
        show(outcome.remarks, outcome.summary)
    if view != TERMINAL and out is not None:
        shown = CheckShown(outcome.remarks, outcome.files, today.isoformat())
        deliver(chosen(VIEWS, view).write(shown).data, out, force=force)
        click.echo(f"{out} är skriven.", err=json_)
        if not json_:
            speech.tell(outcome.failures)
    if dictionary_folder() is None:
        click.echo(_NO_DICTIONARY, err=True)
    return _code(outcome, fail_on)


def _fixed(count: int) -> str:
    places = "ett ställe är rättat" if count == 1 else f"{count} ställen är rättade"
    return f"{capitalise_first(places)}; kvar är det som står nedan."


def _with_memos(names: tuple[str, ...], here: Path) -> tuple[str, ...]:
    """Return each uppdrag with the memo that asks the nämnd to decide on it."""
    if not names:
        raise click.UsageError("--package gäller ett uppdrag; skriv dess namn")
    from avtalsgen.pipeline.package.parts import memo_of  # only for a package
    from avtalsgen.pipeline.workspace.project import open_project
    from avtalsgen.pipeline.workspace.selection import select

    root = find(here)
    project = open_project(root)
    every: list[str] = []
    for slug, edition in select(Workspace(root), names):
        memo = memo_of(project, slug, edition)
        every += [f"{slug}@{edition}", f"{memo.slug}@{memo.edition}"]
    return tuple(dict.fromkeys(every))


def _root(here: Path) -> Path | None:
    try:
        return find(here)
    except AvtalsgenError:
        return None


def _view(format_: str | None, out: Path | None) -> str:
    view = format_ or (by_suffix(VIEWS, out) if out else TERMINAL)
    if not view:
        raise click.UsageError("säg med --format vilket format filen ska ha")
    if view != TERMINAL and out is None:
        raise click.UsageError(f"{view} skrivs i en fil; lägg till --out FIL")
    if view == TERMINAL and out is not None:
        raise click.UsageError("--out gäller ett format som är en fil; lägg till det i --format")
    return view


def _checked(order: CheckOrder, here: Path, asked: BatchAsked, *, quiet: bool) -> CheckOutcome:
    from avtalsgen.pipeline.batch.jobs.check_many import check_many, every_name  # who works, too

    if not order.names:
        here = find(here)
        order = CheckOrder(every_name(here), order.today, together=False, everything=True)
    total = 1 if order.together else len(order.names)
    with watching("check", total, asked, quiet=quiet) as watch:
        return check_many(order, here, asked.crew, partial(_tell, watch))


def _tell(watch: Watch, name: str, outcome: CheckOutcome) -> None:
    """Note what was found in a document; what is not opened is among the remarks too."""
    problems = [
        Problem(remark.code, _words(remark), remark.severity, _origin(remark), remark.hint)
        for remark in outcome.remarks
    ]
    counts = {name: outcome.summary[name] for name in _ORDER if outcome.summary[name]}
    told = ", ".join(f"{count} {name}" for name, count in counts.items())
    watch.told(name, told or "inget att anmärka", problems, failed=bool(outcome.failures))


def _words(remark: Remark) -> str:
    quote = f"”{remark.place.quote}” " if remark.place.quote else ""
    return f"{quote}{remark.message}"


def _origin(remark: Remark) -> Origin | None:
    spot = remark.place.spot
    return Origin(spot.file, spot.line, spot.column or 1) if spot.line else None


def _code(outcome: CheckOutcome, fail_on: str) -> int:
    if outcome.failures:
        return speech.exit_code(outcome.failures)
    graver = _ORDER[: _ORDER.index(fail_on) + 1] if fail_on in _ORDER else ()
    grave = any(str(remark.severity) in graver for remark in outcome.remarks)
    return Exit.LOOK if grave else Exit.FINE
