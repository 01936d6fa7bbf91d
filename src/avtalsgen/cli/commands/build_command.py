"""`avtalsgen build`."""

from datetime import date, datetime
from pathlib import Path

import click

from avtalsgen.cli import speech
from avtalsgen.cli.answers import answer
from avtalsgen.cli.batch.options import BatchAsked, batch_options
from avtalsgen.cli.batch.watch import Watch, watching
from avtalsgen.cli.values import DayParam, Formats, from_here
from avtalsgen.pipeline.batch.jobs.build_many import build_many
from avtalsgen.pipeline.build.order import BuildOrder, Result
from avtalsgen.pipeline.workspace.selection import select
from avtalsgen.pipeline.workspace.workspace import Workspace, find
from avtalsgen.writers import WRITERS

_STATUS = {"built": "byggd", "unchanged": "oförändrad", "failed": "inte byggd"}


_EXAMPLES = """\b
Exempel:
  avtalsgen build mitt-uppdrag
  avtalsgen build mitt-uppdrag --draft --format docx
  avtalsgen build --package mitt-uppdrag@2026
  avtalsgen build mitt-uppdrag --consolidated --as-of 2027-01-01
"""


@click.command("build", epilog=_EXAMPLES)
@click.argument("documents", nargs=-1, metavar="[UPPDRAG …]")
@click.option(
    "--format",
    "formats",
    type=Formats(WRITERS),
    default="docx,pdf",
    show_default=True,
    metavar="FORMAT,…",
    help=f"Format att bygga: {', '.join(WRITERS)}.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="MAPP",
    help="Mapp att bygga i. Annars output i arbetsytan.",
)
@click.option(
    "--profile",
    default="",
    metavar="NAMN",
    help="Utseende: en mapp i clauses/profil, eller sökvägen till dess profil.yaml.",
)
@click.option(
    "--draft", is_flag=True, help="Bygg utkast: luckor visas och varje sida märks UTKAST."
)
@click.option(
    "--consolidated",
    is_flag=True,
    help="Bygg den konsoliderade lydelsen: uppdraget med sina tillägg inarbetade.",
)
@click.option(
    "--as-of",
    type=DayParam(),
    metavar="DATUM",
    help="Den dag som lydelsen gäller, till exempel 2026-12-31. Annars i dag.",
)
@click.option(
    "--attach-facts",
    is_flag=True,
    help="Lägg uppdragets fil, egna texter och innehållet som JSON i PDF-filen (PDF/A-3a).",
)
@click.option(
    "--package",
    is_flag=True,
    help="Bygg nämndpaket: skrivelse, uppdrag, jämförelse, allt i en PDF, "
    "och uppgifter till diariet.",
)
@batch_options
@click.option("--force", is_flag=True, help="Bygg om allt, även filer som någon har ändrat.")
@click.option("--json", "json_", is_flag=True, help="Skriv resultatet som JSON.")
def command(
    documents: tuple[str, ...],
    formats: tuple[str, ...],
    out: Path | None,
    profile: str,
    jobs: int,
    executor: str,
    log: Path | None,
    summary: Path | None,
    as_of: date | None,
    *,
    draft: bool,
    consolidated: bool,
    attach_facts: bool,
    package: bool,
    force: bool,
    json_: bool,
) -> int:
    """Bygg dokument av uppdrag.

    UPPDRAG är slug@utgåva, slug (den nyaste utgåvan) eller sökvägen till uppdragets fil. Utan
    UPPDRAG byggs alla. Filerna hamnar i output/SLUG/UTGÅVA. En fil som någon har ändrat eller
    har öppen skrivs inte över.

    Med --consolidated byggs den text som gäller en viss dag: den utgåva som har börjat gälla då,
    om inte en utgåva anges, och de undertecknade tilläggen till den. Texten undertecknas inte.
    """
    if attach_facts and "pdf" not in formats:
        raise click.UsageError("--attach-facts gäller PDF; lägg till pdf i --format")
    if package and not documents:
        raise click.UsageError("--package gäller ett uppdrag; skriv vilket")
    if package and "pdf" not in formats:
        raise click.UsageError("--package gäller PDF; lägg till pdf i --format")
    if package and consolidated:
        raise click.UsageError("nämnden beslutar om handlingar, inte om den konsoliderade lydelsen")
    if as_of and not consolidated:
        raise click.UsageError(
            "--as-of gäller den konsoliderade lydelsen; lägg till --consolidated"
        )
    root = find(Path.cwd())
    folder = out if out is not None else from_here(root / "output")
    orders = [
        BuildOrder(slug, edition, formats, folder, draft, force, profile, attach_facts, package)
        for slug, edition in _chosen(root, documents, _day(as_of) if consolidated else None)
    ]
    asked = BatchAsked(jobs, executor, log, summary)
    with watching("build", len(orders), asked, quiet=json_) as watch:
        results = build_many(root, orders, asked.crew, lambda result: _tell(watch, result))
    problems = [problem for result in results for problem in result.problems]
    if json_:
        answer("build", {"documents": [_as_data(result) for result in results]})
    else:
        _summary(results)
    speech.tell(problems)
    return speech.exit_code(problems)


def _tell(watch: Watch, result: Result) -> None:
    watch.told(
        f"{result.slug}@{result.edition}",
        _STATUS[result.status],
        result.problems,
        [path.as_posix() for path in result.files],
        result.changed,
        failed=result.status == "failed",
    )


def _day(asked: date | None) -> date:
    return asked or datetime.now().astimezone().date()


def _chosen(
    root: Path, documents: tuple[str, ...], day: date | None
) -> tuple[tuple[str, str], ...]:
    if day is None:
        return select(Workspace(root), documents)
    from avtalsgen.pipeline.survey.in_force import in_force
    from avtalsgen.pipeline.workspace.project import open_project

    return in_force(open_project(root), Workspace(root), documents, day)


def _summary(results: tuple[Result, ...]) -> None:
    for result in results:
        click.echo(f"{result.slug}@{result.edition}: {_STATUS[result.status]}")
        for path in result.files:
            click.echo(f"  {path}")
    failed = sum(result.status == "failed" for result in results)
    if len(results) > 1:
        click.echo(f"{len(results) - failed} av {len(results)} dokument är klara.")


def _as_data(result: Result) -> dict[str, object]:
    return {
        "uppdrag": result.slug,
        "edition": result.edition,
        "status": result.status,
        "files": [path.as_posix() for path in result.files],
        "problems": [problem.as_data() for problem in result.problems],
    }
