"""`avtalsgen index`."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import cast

import click

from avtalsgen.cli import speech
from avtalsgen.cli.answers import answer
from avtalsgen.cli.index_ladder import ladder_text
from avtalsgen.cli.values import DayParam, Year
from avtalsgen.ersattning.ladder import IndexStep
from avtalsgen.pipeline.index.facts import Dated
from avtalsgen.pipeline.index.files import As, default_as, default_edition, files
from avtalsgen.pipeline.index.indexation import Indexation, Sums, index
from avtalsgen.pipeline.new.new import write_new
from avtalsgen.pipeline.workspace.project import open_project
from avtalsgen.pipeline.workspace.selection import select
from avtalsgen.pipeline.workspace.workspace import Workspace, find
from avtalsgen.swedish.numbers import typed

_EXAMPLES = """\b
Exempel:
  avtalsgen index mitt-uppdrag@2019 --to 2023
  avtalsgen index mitt-uppdrag@2019 --to 2023 --write --date 2023-05-02
"""


@click.command("index", epilog=_EXAMPLES)
@click.argument("name", metavar="UPPDRAG")
@click.option("--to", type=Year(), metavar="ÅR", help="Sista året. Annars det senast publicerade.")
@click.option(
    "--preliminary",
    is_flag=True,
    help="Räkna med preliminära tal också där det finns definitiva.",
)
@click.option(
    "--as",
    "as_",
    type=click.Choice(["edition", "tillagg"]),
    help="Vad den nya ersättningen skrivs i. Annars en ny utgåva, för ett tillägg ett tillägg.",
)
@click.option("--edition", default="", metavar="UTGÅVA", help="Den nya utgåvans namn. Annars året.")
@click.option(
    "--date", "day", type=DayParam(), metavar="DATUM", help="Dag för de nya handlingarna."
)
@click.option("--write", is_flag=True, help="Skriv filerna. Annars visas bara vilka de är.")
@click.option("--json", "json_", is_flag=True, help="Skriv resultatet som JSON.")
def command(
    name: str,
    to: int | None,
    as_: str | None,
    edition: str,
    day: date | None,
    *,
    preliminary: bool,
    write: bool,
    json_: bool,
) -> int:
    """Räkna upp ersättningen med index, år för år.

    UPPDRAG är slug@utgåva eller slug (den nyaste utgåvan). Bara publicerade tal används. Med
    --write skrivs den nya ersättningen i en ny utgåva eller ett tillägg, och ett meddelande om
    den till utföraren. Den gamla utgåvan ändras aldrig.
    """
    root = find(Path.cwd())
    project = open_project(root)
    ((slug, old),) = select(Workspace(root), [name])
    indexation = index(project, slug, old, to, as_preliminary=preliminary)
    way = cast(As, as_) if as_ else default_as(indexation)
    contents = files(
        project, indexation, way, Dated(edition or default_edition(indexation, way), day)
    )
    if write:
        write_new(Workspace(root), contents)
    if json_:
        answer("index", _fields(indexation, contents, written=write), indexation.warnings)
    else:
        click.echo(speech.shown(ladder_text(indexation, contents, written=write)), nl=False)
    speech.tell(indexation.warnings)
    return speech.exit_code(indexation.warnings)


def _fields(
    indexation: Indexation, contents: Mapping[str, bytes], *, written: bool
) -> dict[str, object]:
    settled = indexation.settlement
    return {
        "uppdrag": indexation.uppdrag.slug,
        "edition": indexation.uppdrag.edition,
        "series": indexation.series.id,
        "model": indexation.model,
        "rounding": str(indexation.rounding),
        "from": indexation.price_level,
        "to": indexation.to,
        "first_day": indexation.first_day.isoformat(),
        "base": _sums(indexation.base),
        "years": [_year(step, sums) for step, sums in indexation.years],
        "settlement": settled
        and {
            "percent": _plain(settled.percent),
            "paid": _plain(settled.paid),
            "difference": _plain(settled.difference),
        },
        "written": written,
        "files": [{"path": path, "text": data.decode()} for path, data in contents.items()],
    }


def _year(step: IndexStep, sums: Sums) -> dict[str, object]:
    return {
        "year": step.year,
        "percent": _plain(step.percent),
        "status": "definitivt" if step.final else "preliminärt",
        "source": step.published.source,
        "confidence": step.published.confidence,
        "old": _plain(step.old),
        "unrounded": _plain(step.unrounded),
        "new": _sums(sums),
    }


def _sums(sums: Sums) -> dict[str, str | None]:
    return {
        "price": _plain(sums.price),
        "year": _plain(sums.year),
        "month": _plain(sums.month),
        "last_month": _plain(sums.last_month),
    }


def _plain(number: Decimal | None) -> str | None:
    """Return a number as JSON has it: a text with a point, so that nobody makes it a float."""
    return None if number is None else typed(number).replace(",", ".")
