"""`avtalsgen sign`."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from avtalsgen.cli import speech
from avtalsgen.pipeline.verify.received import read
from avtalsgen.pipeline.verify.sign import Signing, ready_to_sign
from avtalsgen.problems import Exit


class ZonedMoment(click.ParamType[datetime]):
    """A time as in ISO 8601; without a zone it is the time of the machine."""

    name = "tid"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        """Return the moment, which has a zone."""
        if isinstance(value, datetime):
            return value
        try:
            return datetime.fromisoformat(str(value)).astimezone()
        except (ValueError, OverflowError):
            self.fail(f"väntade en tid som 2026-03-01T10:30, fick ”{value}”", param, ctx)


_PATH = click.Path(path_type=Path, dir_okay=False)
_EXAMPLES = """\b
Exempel:
  avtalsgen sign mitt-uppdrag-2026.pdf --party beställare --p12 nyckel.p12
"""


@click.command("sign", epilog=_EXAMPLES)
@click.argument("file", type=_PATH, metavar="FIL")
@click.option("--party", required=True, metavar="PART", help="Part som skriver under.")
@click.option("--p12", required=True, type=_PATH, metavar="FIL", help="Certifikat med nyckel.")
@click.option(
    "--password-file",
    type=_PATH,
    metavar="FIL",
    help="Fil med lösenordet till p12-filen. Annars frågar programmet.",
)
@click.option(
    "--out",
    type=_PATH,
    metavar="FIL",
    help="Fil att skriva. Annars som FIL, med -undertecknad i namnet.",
)
@click.option("--reason", default="", metavar="TEXT", help="Skäl att skriva under.")
@click.option("--time", type=ZonedMoment(), metavar="TID", help="Tid för underskriften. Annars nu.")
@click.option(
    "--force",
    is_flag=True,
    help="Skriv över filen om den finns, och skriv under också en fil som inte är som den byggdes.",
)
def command(
    file: Path,
    party: str,
    p12: Path,
    password_file: Path | None,
    out: Path | None,
    reason: str,
    time: datetime | None,
    *,
    force: bool,
) -> int:
    """Skriv under en PDF i en parts fält.

    FIL är en byggd PDF av ett uppdrag som har underskrift: {form: e-signering}. Den ändras inte:
    underskriften (PAdES) skrivs i en ny fil. Det som är värt att se på sägs innan filen skrivs,
    och i en terminal frågar programmet då om du vill skriva under ändå. För prov och eget bruk;
    programmet hämtar varken tidsstämpel eller spärrlista.
    """
    order = Signing(
        file,
        party,
        p12,
        _password(password_file),
        time or datetime.now(UTC).astimezone(),
        reason,
        out,
        force,
    )
    ready = ready_to_sign(order, Path.cwd())
    speech.tell(ready.problems)
    if ready.problems and sys.stdin.isatty() and not _is_wanted():
        click.echo("Inget är skrivet.", err=True)
        return Exit.LOOK
    ready.write()
    click.echo(speech.shown(f"{ready.name} har skrivit under för {party}: {ready.file}"))
    return speech.exit_code(ready.problems)


def _is_wanted() -> bool:
    """Return whether the person at the terminal wants to sign in spite of what was told."""
    choices = click.Choice(["ja", "nej"], case_sensitive=False)
    answer = click.prompt("Skriva under ändå?", type=choices, default="nej", err=True)
    return str(answer).casefold() == "ja"


def _password(file: Path | None) -> str:
    """Return the password in the first line of `file`, else what somebody types."""
    if file is None:
        return str(click.prompt("Lösenord", hide_input=True, default="", show_default=False))
    return read(file).decode("utf-8-sig", "replace").partition("\n")[0].removesuffix("\r")
