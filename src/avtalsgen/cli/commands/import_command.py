"""`avtalsgen import`."""

from pathlib import Path

import click

from avtalsgen.cli import speech
from avtalsgen.cli.answers import answer
from avtalsgen.cli.batch.options import BatchAsked, batch_options
from avtalsgen.cli.batch.watch import watching
from avtalsgen.cli.in_common import common_data, common_lines, drift_rows
from avtalsgen.importing.old_fact import OldRecord, OldValue
from avtalsgen.importing.outline import OldSection
from avtalsgen.importing.written import told
from avtalsgen.pipeline.batch.jobs.import_many import import_many
from avtalsgen.pipeline.intake.intake import Imported, shared_by
from avtalsgen.pipeline.output import atomic
from avtalsgen.pipeline.output.delivery import Delivery, Refusal
from avtalsgen.pipeline.workspace.workspace import Workspace
from avtalsgen.writers.spreadsheet import to_csv

_EXAMPLES = """\b
Exempel:
  avtalsgen import avtal.docx --into socialnamnden
  avtalsgen import gamla/*.pdf --into socialnamnden --propose --drift avvikelser.csv
"""

_FOREIGN = Refusal("IM05", "finns redan", "välj ett annat namn med --drift")
_ANY = click.Path(path_type=Path)
"""A folder too, which is refused by itself: the files beside it are taken in."""
_PATH = click.Path(path_type=Path, dir_okay=False)
_BECAME = {"clause": "klausul", "deviation": "avvikelse från", "own": "egen text"}


@click.command("import", epilog=_EXAMPLES)
@click.argument("files", type=_ANY, metavar="FIL …", nargs=-1, required=True)
@click.option(
    "--into",
    "into",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    metavar="MAPP",
    help="En arbetsyta, eller en ny eller tom mapp som blir en.",
)
@click.option(
    "--propose",
    is_flag=True,
    help="Skriv de klausuler som handlingarna delar, som utkast. De visas annars bara.",
)
@click.option(
    "--drift",
    type=_PATH,
    metavar="FIL",
    help="Skriv vem som avviker från vem, med vilka ord, som csv.",
)
@batch_options
@click.option("--json", "json_", is_flag=True, help="Skriv resultatet som JSON.")
def command(
    files: tuple[Path, ...],
    into: Path,
    drift: Path | None,
    jobs: int,
    executor: str,
    log: Path | None,
    summary: Path | None,
    *,
    propose: bool,
    json_: bool,
) -> int:
    """Ta in gamla handlingar: Word (docx), PDF och text.

    Varje handling blir en utgåva med status utkast, med fakta, disposition och texter. Avsnitten
    jämförs med klausulerna; det som inte är en klausul behålls ord för ord. När utgåvan byggs
    ger den handlingens ord. Av flera handlingar visas vilka klausuler de delar, som förslag på
    utgåvor, och var de avviker från varandra.
    """
    asked = BatchAsked(jobs, executor, log, summary)
    table = Delivery((drift,), _FOREIGN) if drift is not None else None
    if table is not None:
        table.refuse_changed()
    with watching("import", len(files), asked, quiet=json_) as watch:
        imported = import_many(files, into, asked.crew, watch.read)
        for document in imported:
            status = "intagen" if document.path else "inte intagen"
            made = [document.path] if document.path else []
            failed = not document.path
            watch.told(document.source, status, document.problems, made, failed=failed)
    problems = tuple(problem for each in imported for problem in each.problems)
    common = shared_by(into, imported)
    if propose and common.clauses:
        places = Workspace(into)
        atomic.write_all({places.locate(path): data for path, data in common.files().items()})
    if table is not None:
        table.put({table.paths[0]: to_csv(drift_rows(common))})
    if json_:
        documents = [_data(each) for each in imported if each.path]
        answer("import", {"documents": documents, **common_data(common)}, problems)
    else:
        told = [*map(_shown, imported), *common_lines(common, written=propose)]
        click.echo(speech.shown("\n".join(told)))
    speech.tell(problems)
    return speech.exit_code(problems)


def _shown(document: Imported) -> str:
    if not document.path:
        return f"{document.source}: inte intagen"
    words = document.words
    lines = [
        f"{document.source}: {document.path}",
        f"  {words['kept']} ord kvar av {words['source']}; {words['furniture']} i"
        " innehållsförteckning, sidhuvud och sidfot",
    ]
    for section in document.sections:
        clause = f" {section.clause}@{section.edition}" if section.became != "own" else ""
        like = f" ({section.similarity:.0%})" if section.similarity else ""
        if text := section.like:
            like = f", som i {text.place}" + (f" ({text.similarity:.0%})" * (text.similarity < 1))
        lines.append(f"  {section.heading or '–'}: {_BECAME[section.became]}{clause}{like}")
    lines += [f"  {fact.path}: {told(fact)} ({fact.place})" for fact in document.facts]
    lines += [f"  FRÅGA {question}" for question in document.questions]
    return "\n".join(lines)


def _data(document: Imported) -> dict[str, object]:
    return {
        "source": document.source,
        "uppdrag": document.path,
        "sections": [_section(section) for section in document.sections],
        "facts": {
            fact.path: {"value": _plain(fact.value), "place": fact.place, "sure": fact.sure}
            for fact in document.facts
        },
        "questions": list(document.questions),
        "words": dict(document.words),
    }


def _plain(value: OldValue) -> object:
    """Return a value as YAML has it: a whole number as one, a gap as nothing."""
    if isinstance(value, tuple):
        return [dict(item.fields) if isinstance(item, OldRecord) else item for item in value]
    return int(value) if value.isdecimal() else value or None


def _section(section: OldSection) -> dict[str, object]:
    return {
        "number": section.section.number or None,
        "heading": section.heading or None,
        "became": section.became,
        "clause": None if section.became == "own" else section.clause,
        "edition": None if section.became == "own" else section.edition,
        "similarity": section.similarity,
        "values": section.values,
        "like": section.like
        and {"text": section.like.place, "similarity": section.like.similarity},
    }
