"""`avtalsgen serve`."""

import re
import webbrowser
from pathlib import Path
from shlex import quote

import click

from avtalsgen.problems import AvtalsgenError, Exit, Problem
from avtalsgen.web.safety.entrance import Entrance
from avtalsgen.web.serving import serve

_EXAMPLES = """\b
Exempel:
  avtalsgen serve
  avtalsgen serve --workspace socialnamnden --no-browser
"""

_LAST_PORT = 65535
_FOLDER = click.Path(path_type=Path, file_okay=False)
_FILE = click.Path(path_type=Path, dir_okay=False)


class PortNumber(click.ParamType[int]):
    """A port to listen at."""

    name = "nummer"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        """Return the port; 0 is any that is free."""
        number = str(value)
        if re.fullmatch(r"\d{1,5}", number, re.ASCII) and int(number) <= _LAST_PORT:
            return int(number)
        self.fail(f"väntade ett tal mellan 0 och {_LAST_PORT}, fick ”{value}”", param, ctx)


@click.command("serve", epilog=_EXAMPLES)
@click.option(
    "--workspace",
    type=_FOLDER,
    default=Path(),
    metavar="MAPP",
    help="Arbetsytan. Utan den är det mappen som du står i.",
)
@click.option(
    "--port",
    type=PortNumber(),
    default=0,
    metavar="NUMMER",
    help="Port, högst 65535. Utan den väljs en som är ledig.",
)
@click.option(
    "--no-browser", is_flag=True, help="Öppna ingen webbläsare; skriv adressen i stället."
)
@click.option("--log", is_flag=True, help="Skriv en rad för varje svar, utan det som är hemligt.")
@click.option(
    "--host", default="127.0.0.1", metavar="ADRESS", help="Lyssna på ADRESS, bakom en egen proxy."
)
@click.option("--socket", metavar="FIL", help="Lyssna på en Unix-socket, bakom en egen proxy.")
@click.option(
    "--user-header", metavar="NAMN", help="Rubriken där proxyn säger vem som har loggat in."
)
@click.option(
    "--proxy-secret",
    type=_FILE,
    metavar="FIL",
    help="Fil med en hemlighet som proxyn skickar i X-Avtalsgen-Proxy.",
)
@click.option(
    "--name",
    "names",
    multiple=True,
    metavar="NAMN",
    help="Namnet som webbläsaren når proxyn med. Kan skrivas flera gånger.",
)
def command(
    workspace: Path,
    port: int,
    host: str,
    socket: str | None,
    user_header: str | None,
    proxy_secret: Path | None,
    names: tuple[str, ...],
    *,
    no_browser: bool,
    log: bool,
) -> int:
    """Öppna arbetsytan som sidor i en webbläsare, på den här datorn.

    Sidorna visas bara för den som startade dem, och inget skickas till internet. Avsluta med
    Ctrl-C. Startas kommandot igen öppnas samma sidor.
    """
    entrance = Entrance(host, port, socket, user_header, _secret(proxy_secret), frozenset(names))
    show = click.echo if no_browser else _browse
    serve(workspace, entrance, _tell, show, log=log)
    return 0


def _tell(line: str) -> None:
    click.echo(line, err=True)


def _browse(address: str) -> None:
    """Open `address`; where there is no browser it is written."""
    if not webbrowser.open(address):
        click.echo(address)


def _secret(file: Path | None) -> str | None:
    """Return the secret that `file` has.

    Raises:
        AvtalsgenError: WE04 it cannot be read, or is too short to be one.
    """
    if file is None:
        return None
    try:
        secret = file.read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        secret = ""
    if len(secret) >= 20:
        return secret
    message = f"{file} har ingen hemlighet på minst 20 tecken (a–z, 0–9)"
    hint = f"gör en: openssl rand -hex 32 > {quote(str(file))}"
    raise AvtalsgenError([Problem("WE04", message, hint=hint, exit=Exit.USAGE)])
