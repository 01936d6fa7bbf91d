"""`avtalsgen library`."""

from collections.abc import Iterator
from pathlib import Path

import click

from avtalsgen.cli import speech
from avtalsgen.cli.answers import answer
from avtalsgen.pipeline.library.newer import LibraryBeside, LibraryFile, library_beside
from avtalsgen.pipeline.library.take import named, opened, take
from avtalsgen.pipeline.workspace.snapshot import Snapshot
from avtalsgen.pipeline.workspace.workspace import Workspace, find
from avtalsgen.problems import Exit
from avtalsgen.writers.terminal_table import table

_EXAMPLES = """\b
Exempel:
  avtalsgen library
  avtalsgen library lex-sarah@2026
  avtalsgen library --take lex-sarah@2026
"""


@click.command("library", epilog=_EXAMPLES)
@click.argument("names", nargs=-1, metavar="[NAMN …]")
@click.option(
    "--take",
    "taken",
    multiple=True,
    metavar="NAMN",
    help="Hämta filen till arbetsytan. Kan skrivas flera gånger; då hämtas alla eller ingen.",
)
@click.option("--json", "json_", is_flag=True, help="Skriv resultatet som JSON.")
def command(names: tuple[str, ...], taken: tuple[str, ...], *, json_: bool) -> int:
    """Visa vad programmets bibliotek har som arbetsytan saknar eller har äldre.

    Klausuler, dokumenttyper, parametrar, register och utseende, var för sig. Med NAMN visas
    skillnaden rad för rad. Det som du har ändrat i arbetsytan, och det som något undertecknat
    är gjort av, skrivs aldrig över. Slutkoden är 0 när inget skiljer.
    """
    if names and taken:
        raise click.UsageError("visa skillnaden först, eller hämta med --take; inte båda")
    root = find(Path.cwd())
    files = Snapshot(Workspace(root))
    if taken:
        return _take(take(files, root, taken), json_=json_)
    project, unopened = opened(files)
    beside = library_beside(files, project)
    problems = (*unopened, *beside.problems)
    shown = named(beside, names) if names else beside.files
    if json_:
        answer("library", {"files": [_fields(file) for file in shown]}, problems)
    else:
        lines = _differences(shown) if names else _table(beside)
        click.echo(speech.shown("".join(f"{line}\n" for line in lines)), nl=False)
    speech.tell(problems)
    return speech.exit_code(problems) or (Exit.LOOK if shown else Exit.FINE)


def _take(files: tuple[LibraryFile, ...], *, json_: bool) -> int:
    if json_:
        answer("library", {"taken": [file.path for file in files]})
        return Exit.FINE
    for file in files:
        click.echo(f"{file.path} är hämtad ur programmets bibliotek.")
    if not files:
        click.echo("Inget nytt att hämta: det är som i programmet, eller bara ändrat här.")
    return Exit.FINE


def _table(beside: LibraryBeside) -> Iterator[str]:
    if beside.files:
        rows = [(file.name, file.state, _next(file)) for file in beside.files]
        yield from table(("NAMN", "HÄR", "SKRIV"), rows)
    else:
        yield "Inget i programmets bibliotek saknas här eller är äldre här."
    if beside.changed:
        count = "En fil är ändrad" if beside.changed == 1 else f"{beside.changed} filer är ändrade"
        yield ""
        yield f"{count} här och som förut i programmet."


def _next(file: LibraryFile) -> str:
    if file.can_be_taken:
        return f"avtalsgen library --take {file.name}"
    signed = f"   (undertecknat: {', '.join(file.pinned_by)})" if file.pinned_by else ""
    return f"avtalsgen library {file.name}{signed}"


def _differences(files: tuple[LibraryFile, ...]) -> Iterator[str]:
    if not files:
        yield "Inget nytt: det är som i programmet, eller bara ändrat här."
    for number, file in enumerate(files):
        if number:
            yield ""
        yield f"{file.path}: {file.state}"
        yield from file.difference()


def _fields(file: LibraryFile) -> dict[str, object]:
    return {
        "name": file.name,
        "file": file.path,
        "state": file.state,
        "can_be_taken": file.can_be_taken,
        "pinned_by": list(file.pinned_by),
        "difference": list(file.difference()),
    }
