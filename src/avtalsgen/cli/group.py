"""The program as one command with commands below it, each in a file of its name."""

import importlib
import sys
from collections.abc import Sequence

import click

from avtalsgen import __version__
from avtalsgen.cli import speech
from avtalsgen.problems import AvtalsgenError, Exit

COMMANDS = ("init", "new", "list", "schema", "build")
"""In the order of the help."""


class _Commands(click.Group):
    """Loads a command when it is asked for, so that a fast one stays fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        found = importlib.import_module(f"avtalsgen.cli.{cmd_name}_command").command
        assert isinstance(found, click.Command)
        return found


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="avtalsgen %(version)s")
def program() -> None:
    """Sätter samman verksamhetsuppdrag, tillägg och skrivelser av daterade klausuler och fakta.

    Arbetsytan är en mapp med clauses (klausulerna) och uppdrag (ett uppdrag i varje mapp).
    """


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code; no traceback reaches the user."""
    try:
        code = program.main(arguments, prog_name="avtalsgen", standalone_mode=False)
    except click.ClickException as error:
        error.show(sys.stderr)
        return Exit.USAGE
    except click.Abort:
        click.echo("Avbrutet.", err=True)
        return Exit.LOOK
    except AvtalsgenError as error:
        speech.tell(error.problems)
        return speech.exit_code(error.problems)
    except BrokenPipeError:
        return Exit.FINE
    except Exception as error:
        what = f"{type(error).__name__}: {error}"
        click.echo(f"XX01 programmet gjorde fel ({what})", err=True)
        click.echo("  Tips: det är vårt fel; skicka raden till oss", err=True)
        return Exit.OURS
    return code if isinstance(code, int) else Exit.FINE
