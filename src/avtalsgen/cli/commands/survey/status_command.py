"""`avtalsgen status`."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import click

from avtalsgen.cli import speech
from avtalsgen.cli.answers import answer
from avtalsgen.pipeline.survey.remaining import RemainingThing, Standing, standing
from avtalsgen.pipeline.workspace.project import open_project
from avtalsgen.pipeline.workspace.selection import select
from avtalsgen.pipeline.workspace.workspace import Workspace, find
from avtalsgen.problems import Exit

_EXAMPLES = """\b
Exempel:
  avtalsgen status mitt-uppdrag
"""

_HEADINGS = {
    "fel": "Fel i handlingen",
    "se över": "Att se över",
    "okänt": "Okända fakta",
    "ej granskad": "Klausuler som ingen jurist har granskat",
    "kontrollera": "Att kontrollera i klausulerna",
    "beslut": "Beslutet",
    "underskrift": "Underskrifterna",
    "lås": "Låset",
}


@click.command("status", epilog=_EXAMPLES)
@click.argument("name", metavar="UPPDRAG")
@click.option("--json", "json_", is_flag=True, help="Skriv resultatet som JSON.")
def command(name: str, *, json_: bool) -> int:
    """Visa vad som återstår innan uppdraget tar nästa steg.

    Fel, okända fakta, klausuler som ingen jurist har granskat, det som ska kontrolleras, beslutet,
    underskrifterna och låset, var och ett med det som ska skrivas. UPPDRAG är slug@utgåva, eller
    slug (den nyaste utgåvan). Slutkoden är 0 när inget återstår.
    """
    root = find(Path.cwd())
    ((slug, edition),) = select(Workspace(root), [name])
    told = standing(open_project(root), slug, edition)
    if json_:
        answer("status", _fields(told))
    else:
        click.echo(speech.shown("".join(_lines(told))), nl=False)
    return Exit.LOOK if told.remaining else Exit.FINE


def _lines(told: Standing) -> Iterator[str]:
    if not told.step and not told.remaining:
        yield f"{told.name}: {told.status}. Inget återstår.\n"
        return
    if told.step:
        yield f"{told.name}: {told.status}. Nästa steg: {told.step}.\n"
    else:  # the file alone says that it is the last: what it lacks is not known to be there
        yield f"{told.name}: filen säger {told.status}, men det här återstår.\n"
    for kind, group in groupby(told.remaining, key=lambda each: each.kind):
        things = [*group]
        yield f"\n{_HEADINGS[kind]} ({len(things)})\n"
        for thing in things:
            place = f"{thing.origin}: " if thing.origin else ""
            yield f"  {place}{thing.text}\n    {thing.do}\n"
    if not told.step:
        return
    if told.remaining:
        yield "\nNär det är gjort: "
    else:
        yield "Inget återstår före det: "
    yield f"skriv status: {told.step} i {told.file}\n"


def _fields(told: Standing) -> dict[str, object]:
    return {
        "uppdrag": told.name,
        "status": told.status,
        "next": told.step or None,
        "remaining": [_thing(each) for each in told.remaining],
    }


def _thing(thing: RemainingThing) -> dict[str, object]:
    return {
        "kind": thing.kind,
        "text": thing.text,
        "do": thing.do,
        "file": thing.origin.file if thing.origin else None,
        "line": thing.origin.line if thing.origin else None,
    }
