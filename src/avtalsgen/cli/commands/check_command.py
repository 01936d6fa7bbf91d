"""`avtalsgen check`."""

import sys
from datetime import date, datetime
from pathlib import Path

import click

from avtalsgen.cli import speech
from avtalsgen.cli.answers import answer_check
from avtalsgen.cli.remarks import show
from avtalsgen.cli.values import DayParam
from avtalsgen.pipeline.check import fixes
from avtalsgen.pipeline.check.checking import CheckOrder, CheckOutcome, check_documents
from avtalsgen.pipeline.check.views import VIEWS, CheckShown, deliver
from avtalsgen.pipeline.output.views import TERMINAL, by_suffix, chosen
from avtalsgen.pipeline.workspace.workspace import Workspace, find
from avtalsgen.problems import AvtalsgenError, Exit, Severity

_NEVER = "aldrig"
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
@click.option(
    "--jobs",
    type=click.IntRange(0, 64),
    default=0,
    metavar="ANTAL",
    help="Antal handlingar att granska samtidigt när allt granskas. Annars ett per kärna.",
)
@click.option(
    "--package",
    is_flag=True,
    help="Granska uppdraget ihop med skrivelsen om det, som i ett nämndpaket.",
)
@click.option("--force", is_flag=True, help="Skriv över en fil som finns.")
@click.option("--json", "json_", is_flag=True, help="Skriv resultatet som JSON.")
def command(
    names: tuple[str, ...],
    as_of: date | None,
    fail_on: str,
    format_: str | None,
    out: Path | None,
    jobs: int,
    *,
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
    outcome = _checked(CheckOrder(names, today), here, jobs, json_=json_)
    if fix:
        made = fixes.fixes(outcome.remarks, here, _root(here), names)
        fixes.write(made)
        for changed in made:
            click.echo(speech.shown(changed.diff), nl=False, err=json_)
    if json_:
        answer_check(outcome.remarks, outcome.summary)
    elif view == TERMINAL:
        show(outcome.remarks, outcome.summary)
    if view != TERMINAL and out is not None:
        shown = CheckShown(outcome.remarks, outcome.files, today.isoformat())
        deliver(chosen(VIEWS, view).write(shown).data, out, force=force)
        click.echo(f"{out} är skriven.", err=json_)
    speech.tell(outcome.failures)
    return _code(outcome, fail_on)


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


def _checked(order: CheckOrder, here: Path, jobs: int, *, json_: bool) -> CheckOutcome:
    if order.names:
        return check_documents(order, here)
    from avtalsgen.pipeline.check.everything import check_everything, every_name

    root = find(here)
    names = every_name(root)
    hidden = json_ or not sys.stderr.isatty()
    with click.progressbar(
        length=len(names), file=sys.stderr, hidden=hidden, item_show_func=lambda name: name or ""
    ) as progress:
        everything = CheckOrder(names, order.today)
        return check_everything(everything, root, jobs, lambda name: progress.update(1, name))


def _code(outcome: CheckOutcome, fail_on: str) -> int:
    if outcome.failures:
        return speech.exit_code(outcome.failures)
    graver = _ORDER[: _ORDER.index(fail_on) + 1] if fail_on in _ORDER else ()
    grave = any(str(remark.severity) in graver for remark in outcome.remarks)
    return Exit.LOOK if grave else Exit.FINE
