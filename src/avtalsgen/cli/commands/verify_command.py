"""`avtalsgen verify`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from avtalsgen.cli import speech
from avtalsgen.cli.answers import answer
from avtalsgen.pipeline.verify.verdict import Verdict
from avtalsgen.pipeline.verify.verify import verify
from avtalsgen.signing.moments import local

if TYPE_CHECKING:
    from avtalsgen.signing.validation import Signature

_EXAMPLES = """\b
Exempel:
  avtalsgen verify mitt-uppdrag-2026-undertecknad.pdf --trust ca.pem
  avtalsgen verify svar.docx
"""

_STATES = {
    "holds": "håller",
    "altered": "håller inte",
    "followed": "filen ändrad efteråt",
    "unreadable": "går inte att läsa",
}
_PATH = click.Path(path_type=Path, dir_okay=False)


@click.command("verify", epilog=_EXAMPLES)
@click.argument("file", type=_PATH, metavar="FIL")
@click.option(
    "--trust",
    multiple=True,
    type=_PATH,
    metavar="FIL",
    help="Certifikat som du litar på (PEM eller DER). Kan skrivas flera gånger.",
)
@click.option("--json", "json_", is_flag=True, help="Skriv resultatet som JSON.")
def command(file: Path, trust: tuple[Path, ...], *, json_: bool) -> int:
    """Kontrollera underskrifterna och texten i en fil.

    FIL är en PDF eller en Wordfil (docx). För en PDF visas vem som har skrivit under, om
    underskrifterna håller och om något har ändrats efter dem. Texten jämförs med den som
    arbetsytan ger, och i en Wordfil visas de avsnitt som är ändrade och spårade ändringar.
    """
    verdict = verify(file, trust, Path.cwd())
    if json_:
        answer("verify", _fields(file, verdict), verdict.problems)
    else:
        click.echo(speech.shown("\n".join(_lines(file, verdict))))
    speech.tell(verdict.problems)
    return speech.exit_code(verdict.problems)


def _lines(file: Path, verdict: Verdict) -> list[str]:
    lines = [f"{file}{f': {verdict.uppdrag}' if verdict.uppdrag else ''}"]
    lines.append(f"  {verdict.summary}")
    lines.append(f"  sha256 {verdict.sha256}")
    lines += [f"  {_told(signature)}" for signature in verdict.signatures]
    return [*lines, *(f"  {note}" for note in verdict.notes)]


def _told(signature: "Signature") -> str:
    state = _STATES[signature.state]
    if not signature.name:
        return f"{signature.party}: {state}"
    time = local(signature.time.astimezone()) if signature.time else "okänd tid"
    trust = "betrott" if signature.trusted else "inte betrott"
    by = f"{signature.name}, {time} enligt egen uppgift"
    return f"{signature.party}: {by}; {state}; certifikat från {signature.issuer}, {trust}"


def _fields(file: Path, verdict: Verdict) -> dict[str, object]:
    slug, _, edition = verdict.uppdrag.partition("@")
    return {
        "file": file.as_posix(),
        "sha256": verdict.sha256,
        "standing": verdict.standing,
        "summary": verdict.summary,
        "uppdrag": slug or None,
        "edition": edition or None,
        "signatures": [_as_data(signature) for signature in verdict.signatures],
        "notes": list(verdict.notes),
        "differences": [
            {
                "section": each.part.anchor or None,
                "name": each.part.name,
                "expected": each.expected,
                "found": each.found,
            }
            for each in verdict.differences
        ],
    }


def _as_data(signature: "Signature") -> dict[str, object]:
    return {
        "party": signature.party,
        "name": signature.name,
        "issuer": signature.issuer,
        "time": signature.time.isoformat() if signature.time else None,
        "reason": signature.reason,
        "state": signature.state,
        "trusted": signature.trusted,
        "doubts": list(signature.doubts),
    }
