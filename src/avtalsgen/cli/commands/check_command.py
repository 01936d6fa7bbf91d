"""`avtalsgen check`."""

from datetime import date, datetime
from pathlib import Path

import click

from avtalsgen.cli import speech
from avtalsgen.cli.answers import answer_check
from avtalsgen.cli.remarks import show
from avtalsgen.cli.values import DayParam
from avtalsgen.pipeline.check.checking import CheckOrder, CheckOutcome, check_documents
from avtalsgen.problems import Exit, Severity

_NEVER = "aldrig"
_ORDER = tuple(str(severity) for severity in Severity)
_EXAMPLES = """\b
Exempel:
  avtalsgen check avtal.docx
  avtalsgen check uppdrag.pdf tjansteskrivelse.docx --json
  avtalsgen check mitt-uppdrag --fail-on varning
"""


@click.command("check", epilog=_EXAMPLES)
@click.argument("names", nargs=-1, required=True, metavar="HANDLING …")
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
@click.option("--json", "json_", is_flag=True, help="Skriv resultatet som JSON.")
def command(names: tuple[str, ...], as_of: date | None, fail_on: str, *, json_: bool) -> int:
    """Granska handlingar innan de skrivs under.

    HANDLING är en fil (docx, pdf, txt, md eller uppdragets yaml), slug@utgåva eller slug.
    Flera handlingar på samma rad hör ihop och prövas också mot varandra. Varje problem har en kod
    som avtalsgen rule KOD förklarar.
    """
    today = as_of or datetime.now().astimezone().date()
    outcome = check_documents(CheckOrder(names, today), Path.cwd())
    if json_:
        answer_check(outcome.remarks, outcome.summary)
    else:
        show(outcome.remarks, outcome.summary)
    speech.tell(outcome.failures)
    return _code(outcome, fail_on)


def _code(outcome: CheckOutcome, fail_on: str) -> int:
    if outcome.failures:
        return speech.exit_code(outcome.failures)
    graver = _ORDER[: _ORDER.index(fail_on) + 1] if fail_on in _ORDER else ()
    grave = any(str(remark.severity) in graver for remark in outcome.remarks)
    return Exit.LOOK if grave else Exit.FINE
