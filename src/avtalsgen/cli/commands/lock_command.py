"""`avtalsgen lock`."""

from datetime import date
from pathlib import Path

import click

from avtalsgen.cli import speech
from avtalsgen.cli.answers import answer
from avtalsgen.cli.values import DayParam
from avtalsgen.pipeline.lock.lock import Locked, corrected, locked, write_lock
from avtalsgen.pipeline.workspace.project import open_project
from avtalsgen.pipeline.workspace.selection import select
from avtalsgen.pipeline.workspace.workspace import Workspace, find

_EXAMPLES = """\b
Exempel:
  avtalsgen lock mitt-uppdrag@2021
  avtalsgen lock mitt-uppdrag@2021 --reason "skrivfel rättat, SON 2026-12 § 4" --date 2026-03-24
"""


@click.command("lock", epilog=_EXAMPLES)
@click.argument("name", metavar="SLUG@UTGÅVA")
@click.option("--reason", default="", metavar="TEXT", help="Beslutet om rättelse, eller skälet.")
@click.option("--date", "day", type=DayParam(), metavar="DATUM", help="Dagen för beslutet.")
@click.option("--json", "json_", is_flag=True, help="Skriv resultatet som JSON.")
def command(name: str, reason: str, day: date | None, *, json_: bool) -> int:
    """Visa låset på en undertecknad utgåva, eller lås om den efter beslut om rättelse.

    Orden i en undertecknad utgåva är låsta: det som skulle skriva andra ord vägrar. Utan --reason
    visas vad som skiljer. Med --reason och --date låses orden som de är nu, och dagen, skälet och
    vad som var låst förut skrivs i låset, uppdrag/SLUG/UTGÅVA.lock.json. En utgåva som inte har
    något lås än får ett. Bilagorna är låsta med orden: filer på innehållet, andra uppdrag på orden.
    """
    if bool(reason.strip()) != (day is not None):
        raise click.UsageError("ett beslut har både skäl och dag; lägg till --reason och --date")
    root = find(Path.cwd())
    project = open_project(root)
    ((slug, edition),) = select(Workspace(root), [name])
    if day is None:
        beside = locked(project, slug, edition)
    else:
        beside = corrected(project, slug, edition, day, reason.strip())
    written = write_lock(project, beside)
    if json_:
        answer("lock", _fields(beside, written), beside.problems)
    else:
        click.echo(speech.shown(_text(beside, written)), nl=False)
    speech.tell(beside.problems)
    return speech.exit_code(beside.problems)


def _text(beside: Locked, written: Path | None) -> str:
    name, status = beside.uppdrag.name, beside.uppdrag.status
    lock = beside.new or beside.lock
    if lock is None:
        return f"{name}: {status}, inte låst\n"
    waits = "" if lock.status == status else f", låst som {lock.status}"
    lines = [f"{name}: {status}{waits}, {len(lock.text)} rader, sha256 {lock.sha256}"]
    lines += [
        f"  bilaga {each.title}: {f'sha256 {each.sha256}' if each.sha256 else 'bara en titel'}"
        for each in lock.annexes or ()
    ]
    lines += [
        f"  rättad {c.day.isoformat()}: {c.reason} ({c.before[:12]} → {c.after[:12]})"
        for c in lock.corrections
    ]
    if beside.new and beside.differences:
        for difference in beside.differences:
            lines += [
                f"  – {difference.was}" if difference.was else "",
                f"  + {difference.now}" if difference.now else "",
            ]
    if written:
        lines.append(f"{written} är skriven.")
    return "".join(f"{line}\n" for line in lines if line)


def _fields(beside: Locked, written: Path | None) -> dict[str, object]:
    lock = beside.new or beside.lock
    return {
        "uppdrag": beside.uppdrag.slug,
        "edition": beside.uppdrag.edition,
        "status": beside.uppdrag.status,
        "locked": lock.status if lock else None,
        "sha256": lock.sha256 if lock else None,
        "signed_file": (lock.signed_file or None) if lock else None,
        "lines": len(lock.text) if lock else None,
        "written": written.as_posix() if written else None,
        "annexes": [
            {"title": each.title, "sha256": each.sha256 or None}
            for each in (lock.annexes if lock else None) or ()
        ],
        "corrections": [
            {"date": c.day.isoformat(), "reason": c.reason, "from": c.before, "to": c.after}
            for c in (lock.corrections if lock else ())
        ],
        "differences": [
            {"section": each.section or None, "was": each.was or None, "now": each.now or None}
            for each in beside.differences
        ],
    }
