"""`avtalsgen diff`."""

import os
import shutil
import sys
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from avtalsgen.cli import speech
from avtalsgen.cli.answers import answer
from avtalsgen.cli.batch.options import BatchAsked, batch_options
from avtalsgen.cli.batch.watch import Watch, watching
from avtalsgen.cli.values import Formats
from avtalsgen.model.comparison import Weight
from avtalsgen.pipeline.compare.diff import DiffOrder, Outcome, Told, diff
from avtalsgen.pipeline.compare.views import VIEWS, Earlier
from avtalsgen.pipeline.output.views import TERMINAL, by_suffix
from avtalsgen.problems import Exit

if TYPE_CHECKING:
    from avtalsgen.pipeline.batch.jobs.diff_many import ComparedPair

FORMATS = (TERMINAL, *VIEWS)


class DayOrMoment(click.ParamType[str]):
    """A day, or a moment in UTC."""

    name = "datum"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """Return the moment in ISO 8601; a day is its noon, which is that day in all of Sweden."""
        text = str(value)
        try:
            written = datetime.fromisoformat(text)
        except ValueError:
            self.fail(f"väntade ett datum som 2026-03-31, fick ”{text}”", param, ctx)
        if len(text) <= len("2026-03-31"):
            written = written.replace(hour=12)
        moment = written.astimezone(UTC) if written.tzinfo else written.replace(tzinfo=UTC)
        return f"{moment:%Y-%m-%dT%H:%M:%SZ}"


_EXAMPLES = """\b
Exempel:
  avtalsgen diff vald-i-nara-relation@2019 vald-i-nara-relation@2026
  avtalsgen diff vart-utkast.docx motpartens.docx --format docx
  avtalsgen diff gammal.pdf ny.docx --format html --out jamforelse.html
  avtalsgen diff --pairs par.csv --format html,docx --out jamforelser
"""


@click.command("diff", epilog=_EXAMPLES)
@click.argument("old", metavar="[GAMMAL", default="")
@click.argument("new", metavar="NY]", default="")
@click.option(
    "--pairs",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FIL",
    help="Jämför många par: på varje rad i filen GAMMAL;NY. Då är --out en mapp.",
)
@click.option(
    "--format",
    "formats",
    type=Formats(FORMATS),
    metavar="FORMAT,…",
    help=f"Format att visa i: {', '.join(FORMATS)}. Annars det som --out slutar på, eller "
    "terminal.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="FIL",
    help="Fil att skriva. Flera format blir filer bredvid varandra.",
)
@click.option(
    "--tracked",
    type=click.Choice(("keep", "accept", "reject", "marked")),
    default="keep",
    show_default=True,
    metavar="VAL",
    help="Vad spårade ändringar i en Wordfil blir: keep (kvar i Word, annars godkända), accept, "
    "reject eller marked (lästa med sina märken).",
)
@click.option(
    "--author", default="avtalsgen", metavar="NAMN", help="Vem ändringarna i Word är gjorda av."
)
@click.option(
    "--date",
    "moment",
    type=DayOrMoment(),
    metavar="DATUM",
    help="När ändringarna i Word är gjorda. Annars när den nya Wordfilen sparades senast.",
)
@click.option("--stat", is_flag=True, help="Visa en rad för varje avsnitt.")
@click.option(
    "--duties", is_flag=True, help="Visa vem som måste göra vad, och vad som har blivit av det."
)
@click.option(
    "--only",
    type=click.Choice(("saklig", "redaktionell")),
    metavar="TYNGD",
    help="Visa bara de ändringar som är av en tyngd: saklig eller redaktionell.",
)
@click.option(
    "--profile",
    default="",
    metavar="NAMN",
    help="Utseende: en mapp i clauses/profil, eller sökvägen till dess profil.yaml.",
)
@batch_options
@click.option("--force", is_flag=True, help="Skriv över en fil som någon annan har gjort.")
@click.option("--json", "json_", is_flag=True, help="Skriv resultatet som JSON.")
def command(
    old: str,
    new: str,
    pairs: Path | None,
    formats: tuple[str, ...] | None,
    out: Path | None,
    tracked: str,
    author: str,
    moment: str | None,
    only: str | None,
    profile: str,
    jobs: int,
    executor: str,
    log: Path | None,
    summary: Path | None,
    *,
    stat: bool,
    duties: bool,
    force: bool,
    json_: bool,
) -> int:
    """Jämför två versioner av ett dokument.

    GAMMAL och NY är var sin fil (docx, pdf, txt, md eller uppdragets yaml), slug@utgåva, slug
    (den nyaste utgåvan) eller sökväg@revision i git. Varje avsnitt visas ihop med det som det
    var förut, också när det har flyttats, och ändringarna är sakliga eller redaktionella.
    Slutkoden är 0 när versionerna är lika och 1 när de skiljer sig.
    """
    if bool(pairs) == bool(new):
        raise click.UsageError("skriv GAMMAL och NY, eller --pairs FIL")
    if out is not None and not pairs and out.is_dir():
        raise click.UsageError(f"{out} är en mapp; skriv en fil efter --out")
    chosen = _chosen(formats, None if pairs else out)
    weight = cast(Weight | None, only)
    order = DiffOrder(
        old,
        new,
        tuple(name for name in chosen if name != TERMINAL),
        out,
        cast(Earlier, tracked),
        author,
        moment or "",
        weight,
        profile,
        force,
        duties,
        _told(chosen, stat=stat, json_=json_),
    )
    if pairs:
        return _many(order, pairs, BatchAsked(jobs, executor, log, summary), json_=json_)
    outcome = diff(order, Path.cwd())
    if json_:
        _answer(outcome)
    else:
        if TERMINAL in chosen or stat:
            _show(outcome, weight, stat=stat, duties=duties)
        for path in outcome.files:
            click.echo(f"{path} är skriven{_marked(outcome) if path.suffix == '.docx' else ''}.")
    speech.tell(outcome.problems)
    return _exit_code(outcome)


def _exit_code(outcome: Outcome) -> int:
    if any(speech.exit_code([problem]) > Exit.LOOK for problem in outcome.problems):
        return speech.exit_code(outcome.problems)
    return Exit.FINE if outcome.same else Exit.LOOK


def _answer(outcome: Outcome) -> None:
    """Print the outcome as JSON."""
    from avtalsgen.writers.comparison.json import to_json

    fields: dict[str, object] = {**to_json(outcome.comparison)}
    del fields["schema"]
    fields["files"] = [path.as_posix() for path in outcome.files]
    answer("diff", fields, outcome.problems)


def _many(order: DiffOrder, pairs: Path, asked: BatchAsked, *, json_: bool) -> int:
    from avtalsgen.pipeline.batch.jobs.diff_many import diff_many, read_pairs

    orders = [replace(order, old=old, new=new, out=None) for old, new in read_pairs(pairs)]
    suffix = VIEWS[order.formats[0]].suffix if order.formats else ""
    if order.out:
        orders = [replace(each, out=order.out / f"{each.stem}{suffix}") for each in orders]

    with watching("diff", len(orders), asked, quiet=json_) as watch:
        compared = diff_many(orders, Path.cwd(), asked.crew, partial(_tell, watch))
    problems = tuple(problem for pair in compared for problem in pair.problems)
    if json_:
        fields = [
            {
                "old": pair.old,
                "new": pair.new,
                "same": pair.same,
                "ranks": dict(pair.ranks),
                "files": [path.as_posix() for path in pair.files],
            }
            for pair in compared
        ]
        answer("diff", {"pairs": fields}, problems)
    else:
        for pair in compared:
            click.echo(speech.shown(f"{pair.old} → {pair.new}: {_compared(pair)}"))
            for path in pair.files:
                click.echo(f"  {path}")
    speech.tell(problems)
    if any(pair.failed for pair in compared):
        return speech.exit_code(problems)
    return Exit.FINE if all(pair.same for pair in compared) else Exit.LOOK


def _tell(watch: Watch, pair: "ComparedPair") -> None:
    files = [path.as_posix() for path in pair.files]
    name = f"{pair.old} → {pair.new}"
    watch.told(name, _compared(pair), pair.problems, files, failed=pair.failed)


def _compared(pair: "ComparedPair") -> str:
    if pair.failed:
        return "gick inte"
    if pair.same:
        return "lika"
    counts = (f"{count} {rank}" for rank, count in sorted(pair.ranks.items()))
    return ", ".join(counts) or "skiljer sig"


def _told(chosen: tuple[str, ...], *, stat: bool, json_: bool) -> Told:
    if json_:
        return "json"
    if stat:
        return "stat"
    return "terminal" if TERMINAL in chosen else "files"


def _marked(outcome: Outcome) -> str:
    if not outcome.marks:
        return " utan spårade ändringar"
    marks = "en spårad ändring" if outcome.marks == 1 else f"{outcome.marks} spårade ändringar"
    moves = "en flytt" if outcome.moves == 1 else f"{outcome.moves} flyttar"
    return f" med {marks}" + (f", varav {moves}" if outcome.moves else "")


def _chosen(formats: tuple[str, ...] | None, out: Path | None) -> tuple[str, ...]:
    """Return the formats asked for: by name, by how the file to write ends, else the terminal."""
    if formats is None and out is not None:
        named = by_suffix(VIEWS, out)
        if not named:
            raise click.UsageError("säg med --format vilket format filen ska ha")
        return (named,)
    chosen = formats or (TERMINAL,)
    if out is not None and chosen == (TERMINAL,):
        raise click.UsageError("--out gäller ett format som är en fil; lägg till det i --format")
    return chosen


def _show(outcome: Outcome, only: Weight | None, *, stat: bool, duties: bool) -> None:
    from avtalsgen.writers.comparison.first_screen import to_duties
    from avtalsgen.writers.comparison.screen import Screen
    from avtalsgen.writers.comparison.terminal import to_stat, to_terminal

    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    width = min(shutil.get_terminal_size((100, 24)).columns, 120)
    screen = Screen(colour, width)
    if duties:
        click.echo(to_duties(outcome.comparison, screen), nl=False)
        return
    to_text = to_stat if stat else to_terminal
    click.echo(to_text(outcome.comparison, screen, only), nl=False)
