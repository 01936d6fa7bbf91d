"""`avtalsgen upgrade`."""

import shutil
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import click

from avtalsgen.cli import speech
from avtalsgen.cli.answers import answer
from avtalsgen.pipeline.compare.upgrade import Proposal, upgrades, write_proposals
from avtalsgen.pipeline.workspace.house import house_of
from avtalsgen.pipeline.workspace.project import open_project
from avtalsgen.pipeline.workspace.workspace import Workspace, find
from avtalsgen.writers.comparison.json import to_json
from avtalsgen.writers.comparison.screen import Screen
from avtalsgen.writers.comparison.terminal import to_terminal

_EXAMPLES = """\b
Exempel:
  avtalsgen upgrade lex-sarah@2026
  avtalsgen upgrade lex-sarah@2026 mitt-uppdrag --edition 2027 --write
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
@click.option("--write", is_flag=True, help="Skriv de nya utgåvorna, och jämförelserna i output.")
@click.option("--json", "json_", is_flag=True, help="Skriv resultatet som JSON.")
def command(pin: str, slugs: tuple[str, ...], edition: str, *, write: bool, json_: bool) -> int:
    """Föreslå nya utgåvor av de uppdrag som har en äldre utgåva av en klausul.

    Förslaget är en kopia av uppdragets nyaste utgåva med klausulen utbytt, och med de frågor som
    den nya texten ställer. Det visas som en jämförelse. Inget skrivs utan --write, och ingen
    utgåva som finns ändras.
    """
    root = find(Path.cwd())
    proposed, problems = upgrades(open_project(root), Workspace(root), pin, slugs, edition)
    moment = f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"
    output = _from_here(root / "output")
    redlines = (
        write_proposals(proposed, Workspace(root), house_of(root, ""), output, moment)
        if write
        else {}
    )
    told = (*problems, *(problem for each in proposed for problem in each.problems))
    if json_:
        proposals = [_as_data(each, redlines.get(each.slug, ())) for each in proposed]
        answer("upgrade", {"clause": pin, "written": write, "proposals": proposals}, told)
    else:
        click.echo(speech.shown("".join(_text(proposed, redlines, written=write))), nl=False)
    speech.tell(told)
    return speech.exit_code(told)


def _from_here(path: Path) -> Path:
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _text(
    proposals: tuple[Proposal, ...], redlines: dict[str, tuple[Path, ...]], *, written: bool
) -> Iterable[str]:
    width = min(shutil.get_terminal_size((100, 24)).columns, 120)
    if not proposals:
        yield "Inget uppdrag har en äldre utgåva.\n"
    for proposal in proposals:
        name = f"{proposal.slug}@{proposal.edition}"
        copy = f"en kopia av {proposal.slug}@{proposal.old}"
        yield f"{name}: {copy} med klausulen utbytt, förut {proposal.before}\n"
        yield from (f"  svara på {path}\n" for path in proposal.asked)
        verb = "skriven" if written else "skrivs med --write"
        yield from (f"  {path} ({verb})\n" for path in proposal.files)
        yield from (f"  {path} (skriven)\n" for path in redlines.get(proposal.slug, ()))
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
