"""`avtalsgen index`."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import cast

import click

from avtalsgen.cli import speech
from avtalsgen.cli.answers import answer
from avtalsgen.cli.batch.options import BatchAsked, batch_options
from avtalsgen.cli.batch.watch import Watch, watching
from avtalsgen.cli.index_ladder import ladder_text
from avtalsgen.cli.values import DayParam, Year
from avtalsgen.ersattning.ladder import IndexStep
from avtalsgen.pipeline.batch.jobs.index_many import Indexed, IndexJob, index_many
from avtalsgen.pipeline.index.files import As
from avtalsgen.pipeline.index.indexation import Indexation, Sums
from avtalsgen.pipeline.workspace.selection import select
from avtalsgen.pipeline.workspace.workspace import Workspace, find
from avtalsgen.problems import AvtalsgenError
from avtalsgen.swedish.numbers import typed

_EXAMPLES = """\b
Exempel:
  avtalsgen index mitt-uppdrag@2019 --to 2023
  avtalsgen index mitt-uppdrag@2019 --to 2023 --write --date 2023-05-02
"""


@click.command("index", epilog=_EXAMPLES)
@click.argument("names", nargs=-1, required=True, metavar="UPPDRAG …")
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
@batch_options
@click.option("--write", is_flag=True, help="Skriv filerna. Annars visas bara vilka de är.")
@click.option("--json", "json_", is_flag=True, help="Skriv resultatet som JSON.")
def command(
    names: tuple[str, ...],
    to: int | None,
    as_: str | None,
    edition: str,
    day: date | None,
    jobs: int,
    executor: str,
    log: Path | None,
    summary: Path | None,
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
    chosen = select(Workspace(root), names)
    job = IndexJob(to, preliminary, cast(As, as_) if as_ else None, edition, day)
    asked = BatchAsked(jobs, executor, log, summary)
    with watching("index", len(chosen), asked, quiet=json_) as watch:
        indexed = index_many(root, job, chosen, asked.crew, partial(_tell, watch), write=write)
    problems = tuple(problem for each in indexed for problem in each.problems)
    if len(indexed) == 1 and indexed[0].indexation is None:
        raise AvtalsgenError(problems)
    if json_:
        answer("index", _answered(indexed, written=write), problems)
    else:
        texts = (
            ladder_text(each.indexation, each.contents, written=write)
            for each in indexed
            if each.indexation
        )
        click.echo(speech.shown("\n".join(texts)), nl=False)
    speech.tell(problems)
    return speech.exit_code(problems)


def _tell(watch: Watch, indexed: Indexed) -> None:
    failed = indexed.indexation is None
    status = "inte uppräknad" if failed else "uppräknad"
    watch.told(indexed.name, status, indexed.problems, list(indexed.contents), failed=failed)


def _answered(indexed: Sequence[Indexed], *, written: bool) -> dict[str, object]:
    """Return the fields of the object: of several, each is an object in `documents`."""
    fields = [
        _fields(each.indexation, each.contents, written=written)
        for each in indexed
        if each.indexation
    ]
    return fields[0] if len(indexed) == 1 else {"documents": fields}


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
