"""The program as one command with commands below it, each in a file of its name."""

import importlib
import sys
from collections.abc import Sequence

import click

from avtalsgen import __version__
from avtalsgen.cli import speech
from avtalsgen.cli.answers import answer_failure
from avtalsgen.problems import AvtalsgenError, Exit, Problem
from avtalsgen.readers.yaml.keys import nearest

COMMANDS = (
    "init",
    "new",
    "list",
    "schema",
    "build",
    "diff",
    "trace",
    "sign",
    "verify",
    "index",
    "calendar",
    "upgrade",
)
"""In the order of the help."""

_FLAGS = "[FLAGGOR]"


class _Commands(click.Group):
    """Loads a command when it is asked for, so that a fast one stays fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        found = importlib.import_module(f"avtalsgen.cli.{cmd_name}_command").command
        assert isinstance(found, click.Command)
        found.options_metavar = _FLAGS
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        near = nearest(name, COMMANDS)
        if name not in COMMANDS and near:
            ctx.fail(f"kommandot ”{name}” finns inte; menade du {near}?")
        return super().resolve_command(ctx, args)


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    options_metavar=_FLAGS,
    subcommand_metavar="KOMMANDO …",
)
@click.version_option(__version__, message="avtalsgen %(version)s")
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
    try:
        code = program.main(words, prog_name="avtalsgen", standalone_mode=False)
    except click.UsageError as error:
        error.show(sys.stderr)
        answer_failure(words, [Problem("KO01", error.format_message(), exit=Exit.USAGE)])
        return Exit.USAGE
    except click.Abort:
        click.echo("Avbrutet.", err=True)
        return Exit.LOOK
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
    message = f"programmet gjorde fel ({type(error).__name__}: {error})"
    return Problem("XX01", message, hint="det är vårt fel; skicka raden till oss", exit=Exit.OURS)
