"""The program as one command with commands below it, each in a file of its name."""

import importlib
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

import click

from avtalsgen import __version__
from avtalsgen.cli import speech
from avtalsgen.cli.answers import answer_failure
from avtalsgen.cli.language import in_swedish, in_swedish_quotes
from avtalsgen.problems import AvtalsgenError, Exit, Problem, own_fault

COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "init": "Gör en ny arbetsyta med klausulbiblioteket i en tom eller ny mapp.",
        "new": "Gör ett nytt uppdrag, eller en ny utgåva av ett gammalt.",
        "serve": "Öppna arbetsytan som sidor i en webbläsare, på den här datorn.",
        "list": "Visa uppdragen och klausulerna.",
        "show": "Visa frågorna om ett uppdrag med svaren, för den som ska godkänna dem.",
        "status": "Visa vad som återstår innan uppdraget tar nästa steg.",
        "schema": "Skriv ut JSON Schema för uppdrag.",
        "build": "Bygg dokument av uppdrag.",
        "check": "Granska handlingar innan de skrivs under.",
        "rule": "Visa sidan om en regel, eller alla regler.",
        "diff": "Jämför två versioner av ett dokument.",
        "trace": "Visa var ord i ett dokument kommer ifrån.",
        "lock": "Visa låset på en undertecknad utgåva, eller lås om den efter beslut om rättelse.",
        "sign": "Skriv under en PDF i en parts fält.",
        "verify": "Kontrollera underskrifterna och texten i en fil.",
        "import": "Ta in gamla handlingar: Word (docx), PDF och text.",
        "takeback": "Ta hem en Wordfil som är byggd här och som någon har ändrat.",
        "index": "Räkna upp ersättningen med index, år för år.",
        "calendar": "Visa vem som ska göra vad och när.",
        "library": "Visa vad programmets bibliotek har som arbetsytan saknar eller har äldre.",
        "upgrade": "Föreslå nya utgåvor av de uppdrag som har en äldre utgåva av en klausul.",
    }
)
"""Every command and the first sentence of its help, in the order of the help.

The sentence stands here as well as in the command, so that the help of the program loads none
of them.
"""

_SURVEYS = {"list", "show", "status", "trace"}
"""Those that only show what a workspace has, which stand in a room of their own."""
_STARTING = {"init", "serve"}
"""Those that one begins with, in a room of their own."""
_FLAGS = "[FLAGGOR]"
_VERSION = "Visa programmets version."


def module_of(command: str) -> str:
    """Return the module that a command stands in."""
    room = "survey." if command in _SURVEYS else "starting." if command in _STARTING else ""
    return f"avtalsgen.cli.commands.{room}{command}_command"


class _Commands(click.Group):
    """Loads a command when it is called, so that a fast one stays fast and help is at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(module_of(cmd_name)).command
        assert isinstance(command, click.Command)
        command.options_metavar = _FLAGS
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Kommandon"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name not in COMMANDS:
            from avtalsgen.readers.yaml.keys import nearest  # for a wrong word only

            near = nearest(name, COMMANDS)
            if near:
                ctx.fail(f"kommandot ”{name}” finns inte; menade du {near}?")
        return super().resolve_command(ctx, args)


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    options_metavar=_FLAGS,
    subcommand_metavar="KOMMANDO …",
)
@click.version_option(__version__, message="avtalsgen %(version)s", help=_VERSION)
def program() -> None:
    """Sätter samman verksamhetsuppdrag, tillägg och skrivelser av daterade klausuler och fakta.

    Kommandona körs i en arbetsyta: en mapp med clauses (klausulerna) och uppdrag (ett uppdrag
    i varje mapp). Gör en med avtalsgen init MAPP.
    """


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code; no traceback reaches the user.

    What went wrong is told on standard error, and once more in the object of `--json`.
    """
    words = sys.argv[1:] if arguments is None else list(arguments)
    with in_swedish():
        return _run(words)


def _run(words: Sequence[str]) -> int:
    try:
        code = program.main(list(words), prog_name="avtalsgen", standalone_mode=False)
    except click.UsageError as error:
        told = in_swedish_quotes(error)
        told.show(sys.stderr)
        answer_failure(words, [Problem("KO01", told.message, exit=Exit.USAGE)])
        return Exit.USAGE
    except click.Abort:
        click.echo("Avbrutet.", err=True)
        return Exit.INTERRUPTED
    except BrokenPipeError:
        return Exit.FINE
    except AvtalsgenError as error:
        return _failed(words, error.problems)
    except Exception as error:
        return _failed(words, [_own_fault(error)])
    return code if isinstance(code, int) else Exit.FINE


def _failed(words: Sequence[str], problems: Sequence[Problem]) -> Exit:
    speech.tell(problems)
    answer_failure(words, problems)
    return speech.exit_code(problems)


def _own_fault(error: Exception) -> Problem:
    return own_fault(f"programmet gjorde fel ({type(error).__name__}: {error})", _send_to())


def _send_to() -> str:
    """Return where the workspace that we stand in says that faults are sent, if in any."""
    from avtalsgen.clauses.house.profile import faults_to  # when something has gone wrong
    from avtalsgen.pipeline.workspace.workspace import Workspace, find

    try:
        return faults_to(Workspace(find(Path.cwd())))
    except (AvtalsgenError, OSError):
        return ""
