"""`avtalsgen sign`."""

from datetime import UTC, datetime
from pathlib import Path

import click

from avtalsgen.cli import speech
from avtalsgen.pipeline.verify.received import read
from avtalsgen.pipeline.verify.sign import Signing, sign_file


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
    underskriften (PAdES) skrivs i en ny fil. För prov och eget bruk; programmet hämtar varken
    tidsstämpel eller spärrlista.
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
    done = sign_file(order, Path.cwd())
    click.echo(speech.shown(f"{done.name} har skrivit under för {party}: {done.file}"))
    speech.tell(done.problems)
    return speech.exit_code(done.problems)


def _password(file: Path | None) -> str:
    """Return the password in the first line of `file`, else what somebody types."""
    if file is None:
        return str(click.prompt("Lösenord", hide_input=True, default="", show_default=False))
    return read(file).decode("utf-8-sig", "replace").partition("\n")[0].removesuffix("\r")
