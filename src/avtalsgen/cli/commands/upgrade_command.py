"""`avtalsgen upgrade`."""

import shutil
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import click

from avtalsgen.cli import speech
from avtalsgen.cli.answers import answer
from avtalsgen.cli.batch.options import BatchAsked, batch_options
from avtalsgen.cli.batch.watch import Watch, watching
from avtalsgen.cli.values import DayParam, from_here
from avtalsgen.pipeline.batch.jobs.law_change import write_law_change
from avtalsgen.pipeline.batch.jobs.upgrade_many import (
    Upgraded,
    UpgradeJob,
    upgrade_many,
    write_editions,
)
from avtalsgen.pipeline.compare.upgrade import Proposal, UpgradeAsked
from avtalsgen.pipeline.workspace.workspace import Workspace, find
from avtalsgen.uppdrag import directory
from avtalsgen.writers.comparison.json import to_json
from avtalsgen.writers.comparison.screen import Screen
from avtalsgen.writers.comparison.terminal import to_terminal

_EXAMPLES = """\b
Exempel:
  avtalsgen upgrade lex-sarah@2026
  avtalsgen upgrade lex-sarah@2026 mitt-uppdrag --edition 2027 --write
  avtalsgen upgrade --all lex-sarah@2026 --package lagandring
"""


@click.command("upgrade", epilog=_EXAMPLES)
@click.argument("pin", metavar="KLAUSUL@UTGÅVA")
@click.argument("slugs", nargs=-1, metavar="[UPPDRAG …]")
@click.option(
    "--edition",
    default="",
    metavar="UTGÅVA",
    help="De nya utgåvornas namn. Annars den gamlas namn och klausulens.",
)
@click.option("--all", "all_", is_flag=True, help="Alla uppdrag, vilket också gäller utan UPPDRAG.")
@click.option(
    "--package",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="MAPP",
    help="Skriv allt som nämnden behöver i en mapp: en skrivelse om alla uppdrag, förslagen och "
    "jämförelserna.",
)
@click.option(
    "--as-of",
    type=DayParam(),
    metavar="DATUM",
    help="Dag som --package prövar utgåvorna mot. Annars i dag.",
)
@batch_options
@click.option("--write", is_flag=True, help="Skriv de nya utgåvorna, och jämförelserna i output.")
@click.option("--json", "json_", is_flag=True, help="Skriv resultatet som JSON.")
def command(
    pin: str,
    slugs: tuple[str, ...],
    edition: str,
    package: Path | None,
    as_of: date | None,
    jobs: int,
    executor: str,
    log: Path | None,
    summary: Path | None,
    *,
    all_: bool,
    write: bool,
    json_: bool,
) -> int:
    """Föreslå nya utgåvor av de uppdrag som har en äldre utgåva av en klausul.

    Förslaget är en kopia av uppdragets nyaste utgåva med klausulen utbytt, och med de frågor som
    den nya texten ställer. Det visas som en jämförelse. Ingen utgåva skrivs i arbetsytan utan
    --write, och ingen som finns ändras.

    Med --package skrivs en mapp med en skrivelse som gäller alla uppdrag (vad som ändras, vad som
    ska besvaras, vad kontrollen finner före och efter), förslagen och jämförelserna.
    """
    if all_ and slugs:
        raise click.UsageError("--all gäller alla uppdrag; ta bort det eller uppdragen")
    root = find(Path.cwd())
    now = datetime.now(UTC)
    today = as_of or now.astimezone().date()
    out = package or (from_here(root / "output") if write else None)
    moment = f"{now:%Y-%m-%dT%H:%M:%SZ}"
    asked = BatchAsked(jobs, executor, log, summary)
    job = UpgradeJob(
        UpgradeAsked(pin, edition, bool(slugs)),
        moment,
        out,
        today if package else None,
        changed_only=bool(package) and not json_,
    )
    count = len(slugs) or len(directory.slugs(Workspace(root)))
    with watching("upgrade", count, asked, quiet=json_) as watch:
        upgraded = upgrade_many(root, job, slugs, asked.crew, lambda each: _tell(watch, each, pin))
    files = write_law_change(root, package, pin, upgraded, today) if package else ()
    if write:
        write_editions(root, upgraded)
    told = tuple(problem for each in upgraded for problem in each.problems)
    proposed = tuple(each for each in upgraded if each.proposal)
    if json_:
        proposals = [_as_data(e.proposal, e.files) for e in proposed if e.proposal]
        fields = {"clause": pin, "written": write, "proposals": proposals}
        answer("upgrade", {**fields, "files": [path.as_posix() for path in files]}, told)
    elif package:
        click.echo(speech.shown(_packed(proposed, package, files)), nl=False)
    else:
        click.echo(speech.shown("".join(_text(proposed, written=write))), nl=False)
    speech.tell(told)
    return speech.exit_code(told)


def _tell(watch: Watch, upgraded: Upgraded, pin: str) -> None:
    status = f"har inte en äldre utgåva än {pin}"
    if upgraded.failed:
        status = "gick inte"
    elif upgraded.proposal:
        status = f"förslag {upgraded.proposal.edition}"
    files = [path.as_posix() for path in upgraded.files]
    watch.told(upgraded.slug, status, upgraded.problems, files, failed=upgraded.failed)


def _packed(proposed: Sequence[Upgraded], folder: Path, files: Sequence[Path]) -> str:
    many = "ett uppdrag" if len(proposed) == 1 else f"{len(proposed)} uppdrag"
    lines = [f"{folder}: förslag för {many}"]
    lines += [f"  {path}" for path in files if path.parent == folder]
    for upgraded in proposed:
        counts = ", ".join(f"{count} {rank}" for rank, count in sorted(upgraded.ranks.items()))
        assert upgraded.proposal is not None
        lines.append(f"  {upgraded.slug}@{upgraded.proposal.edition}: {counts}")
    return "\n".join(lines) + "\n"


def _text(proposed: Sequence[Upgraded], *, written: bool) -> Iterable[str]:
    width = min(shutil.get_terminal_size((100, 24)).columns, 120)
    if not proposed:
        yield "Inget uppdrag har en äldre utgåva.\n"
    for upgraded in proposed:
        proposal = upgraded.proposal
        assert proposal is not None
        name = f"{proposal.slug}@{proposal.edition}"
        copy = f"en kopia av {proposal.slug}@{proposal.old}"
        yield f"{name}: {copy} med klausulen utbytt, förut {proposal.before}\n"
        yield from (f"  svara på {path}\n" for path in proposal.asked)
        verb = "skriven" if written else "skrivs med --write"
        yield from (f"  {path} ({verb})\n" for path in proposal.files)
        yield from (f"  {path} (skriven)\n" for path in upgraded.files)
        yield f"\n{to_terminal(proposal.comparison, Screen(False, width), None)}\n"


def _as_data(proposal: Proposal, redlines: tuple[Path, ...]) -> dict[str, object]:
    return {
        "uppdrag": proposal.slug,
        "from": proposal.old,
        "edition": proposal.edition,
        "clause_before": proposal.before,
        "asked": list(proposal.asked),
        "files": [{"path": p, "text": d.decode()} for p, d in proposal.files.items()],
        "redlines": [path.as_posix() for path in redlines],
        "comparison": to_json(proposal.comparison),
    }
