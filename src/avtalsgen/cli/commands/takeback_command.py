"""`avtalsgen takeback`."""

import re
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from avtalsgen.cli import speech
from avtalsgen.cli.answers import answer
from avtalsgen.cli.values import DayParam
from avtalsgen.model.returned.changes import ReturnedChange, TakenBack
from avtalsgen.pipeline.output import atomic
from avtalsgen.pipeline.takeback.acceptance import Accepted, AcceptOrder
from avtalsgen.pipeline.takeback.copies import accepted_of_copies
from avtalsgen.pipeline.takeback.reports import write_report
from avtalsgen.pipeline.takeback.takeback import joined_copies, returned
from avtalsgen.pipeline.workspace.project import open_project
from avtalsgen.pipeline.workspace.workspace import Workspace, find
from avtalsgen.problems import Exit
from avtalsgen.writers.returned.json import change_data
from avtalsgen.writers.returned.terminal import change_lines, to_terminal

_EXAMPLES = """\b
Exempel:
  avtalsgen takeback svar.docx
  avtalsgen takeback svar.docx --out andringar.docx
  avtalsgen takeback svar.docx --accept 1,3-5 --reject 2 --reason "enligt motpartens önskan"
"""

_PATH = click.Path(path_type=Path, dir_okay=False)
_EVERY = "alla"


class ChangeNumbers(click.ParamType[str]):
    """ChangeNumbers of changes: `1,3-5`, or all of them."""

    name = "N,…"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """Return the text as it was typed, if it may be numbers."""
        text = str(value).replace(" ", "")
        if text not in ("", _EVERY) and not re.fullmatch(
            r"\d{1,5}(-\d{1,5})?(,\d{1,5}(-\d{1,5})?)*", text
        ):
            self.fail(f"väntade nummer som 1,3-5 eller {_EVERY}, fick ”{text}”", param, ctx)
        for first, last in re.findall(r"(\d+)-(\d+)", text):
            if int(first) > int(last):
                self.fail(f"skriv det minsta numret först: {last}-{first}", param, ctx)
        return text


@click.command("takeback", epilog=_EXAMPLES)
@click.argument("files", type=_PATH, metavar="FIL …", nargs=-1, required=True)
@click.option(
    "--accept",
    default="",
    type=ChangeNumbers(),
    metavar="N,…",
    help="Ändringar att godta, eller alla.",
)
@click.option(
    "--reject",
    default="",
    type=ChangeNumbers(),
    metavar="N,…",
    help="Ändringar att avslå, eller alla.",
)
@click.option("--ask", is_flag=True, help="Fråga om varje ändring för sig.")
@click.option(
    "--edition",
    default="",
    metavar="UTGÅVA",
    help="Namnet på en ny utgåva att skriva i. Behövs bara när den som filen är av är "
    "undertecknad; annars heter den som den, med -2.",
)
@click.option("--reason", default="", metavar="SKÄL", help="Skälet till avvikelserna.")
@click.option(
    "--as-clause",
    is_flag=True,
    help="Gör ändrade ord till förslag på nya utgåvor av klausulerna. De visas innan de skrivs.",
)
@click.option(
    "--from-day",
    type=DayParam(),
    metavar="DATUM",
    help="Från vilken dag en part har sitt nya namn.",
)
@click.option(
    "--out", type=_PATH, metavar="FIL", help="Skriv ändringarna som html, docx, pdf, md eller csv."
)
@click.option("--replies", type=_PATH, metavar="FIL", help="Skriv svarslistan som docx eller csv.")
@click.option("--json", "json_", is_flag=True, help="Skriv resultatet som JSON.")
def command(
    files: tuple[Path, ...],
    accept: str,
    reject: str,
    edition: str,
    reason: str,
    from_day: date | None,
    out: Path | None,
    replies: Path | None,
    *,
    ask: bool,
    as_clause: bool,
    json_: bool,
) -> int:
    """Ta hem en Wordfil som är byggd här och som någon har ändrat.

    Varje skillnad visas för sig: ett värde, en avvikelse från klausulen, ett avsnitt som är nytt,
    struket eller flyttat, formatering och kommentarer. Det som inte är spårat visas först.
    Godtagna värden skrivs i uppdragets fakta, godtagna ord som avvikelser och egna texter. Flera
    kopior av en fil visas och avgörs ihop, var och en i sitt namn.
    """
    if as_clause and not (accept or ask):
        raise click.UsageError("--as-clause gäller det som godtas; skriv --accept eller --ask")
    root = find(Path.cwd())
    project = open_project(root)
    backs = [returned(project, file) for file in files]
    result = joined_copies(backs)
    for path, answers in ((out, False), (replies, True)):
        if path is not None:
            write_report(project, backs, path, answers=answers)
    changes = result.changes
    accepted, rejected = _numbers(accept, changes), _numbers(reject, changes)
    if ask:
        accepted, rejected = _asked(changes, accepted, rejected)
    made = None
    if accepted or rejected:
        day = from_day.isoformat() if from_day else ""
        order = AcceptOrder(accepted, rejected - accepted, edition, reason, day, as_clause)
        made = accepted_of_copies(project, backs, order)
        if made.proposed and not json_ and not _is_wanted(made):
            click.echo("Inget är skrivet.", err=True)
            return Exit.LOOK
        places = Workspace(root)
        atomic.write_all({places.locate(path): data for path, data in made.files.items()})
    if json_:
        answer("takeback", _fields(files, result, made))
    else:
        click.echo(speech.shown(to_terminal(result) + _written(made)), nl=False)
    left = [c for c in changes if c.number not in accepted | rejected]
    return Exit.LOOK if left else Exit.FINE


def _numbers(text: str, changes: Sequence[ReturnedChange]) -> frozenset[int]:
    if text == _EVERY:
        return frozenset(change.number for change in changes)
    numbers: set[int] = set()
    for part in filter(None, text.split(",")):
        first, _, last = part.partition("-")
        numbers.update(range(int(first), int(last or first) + 1))
    return frozenset(numbers)


def _asked(
    changes: Sequence[ReturnedChange], accepted: frozenset[int], rejected: frozenset[int]
) -> tuple[frozenset[int], frozenset[int]]:
    """Return what the user answers, a change at a time."""
    yes, no = set(accepted), set(rejected)
    for change in changes:
        if change.number in yes | no:
            continue
        click.echo(speech.shown("\n".join(change_lines(change))), err=True)
        choice = click.Choice(("g", "a", "h"))
        said = click.prompt("godta, avslå eller hoppa över", type=choice, default="h", err=True)
        {"g": yes, "a": no, "h": set[int]()}[said].add(change.number)
    return frozenset(yes), frozenset(no)


def _is_wanted(made: Accepted) -> bool:
    """Show the proposed editions, and return whether they are to be written.

    The person at a terminal is asked; a script has read what it asked for.
    """
    for path in made.proposed:
        click.echo(speech.shown(f"{path}:\n\n{made.files[path].decode()}"))
    if not sys.stdin.isatty():
        return True
    choices = click.Choice(["ja", "nej"], case_sensitive=False)
    answer = click.prompt("Skriva förslagen?", type=choices, default="nej", err=True)
    return str(answer).casefold() == "ja"


def _fields(files: Sequence[Path], result: TakenBack, made: Accepted | None) -> dict[str, object]:
    return {
        "files": [file.as_posix() for file in files],
        "uppdrag": result.uppdrag,
        "edition": result.edition,
        "notes": [*result.notes, *(made.notes if made else ())],
        "changes": [change_data(change) for change in result.changes],
        "proposed": {path: made.files[path].decode() for path in made.proposed} if made else {},
        "written": sorted(made.files) if made else [],
    }


def _written(made: Accepted | None) -> str:
    if made is None:
        return ""
    lines = [f"  {note}" for note in made.notes]
    lines += [f"  {path} (skriven)" for path in sorted(made.files)]
    return "\n" + "\n".join(lines) + "\n"
