"""What was done to files that came back, as files: a report, and the list of a negotiation."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from avtalsgen.pipeline.build.build import write
from avtalsgen.pipeline.output.delivery import Delivery, Refusal
from avtalsgen.pipeline.takeback.sent_beside import beside_what_was_sent
from avtalsgen.pipeline.takeback.takeback import Return, joined_copies
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.problems import AvtalsgenError, Exit, Problem
from avtalsgen.writers.render import Render
from avtalsgen.writers.returned.report import OurReply, replies, reply_rows, report
from avtalsgen.writers.spreadsheet import to_csv

_FOREIGN: Final = Refusal(
    "TB11", "finns redan och är inte en fil som vi har skrivit", "välj ett annat namn"
)
FORMATS = ("html", "docx", "pdf", "md", "txt", "csv")


def write_report(
    project: Project, backs: Sequence[Return], path: Path, *, answers: bool = False
) -> None:
    """Write a report, or with `answers` the list of a negotiation, in the format of the name.

    In Word the report of one file is what was sent with every change tracked; that of several
    copies is a table, as one file cannot say what each of them made of the same words.

    Raises:
        AvtalsgenError: TB10 no format is called so; TB11 the file is not as we left it; JF02 no
            redline could be proven; as `joined_copies`.
    """
    format_ = path.suffix.lower().removeprefix(".")
    if format_ not in FORMATS:
        message = f"{path.name} slutar inte på något format som skrivs"
        hint = f"skriv ett namn som slutar på {', '.join(f'.{each}' for each in FORMATS)}"
        raise AvtalsgenError([Problem("TB10", message, hint=hint, exit=Exit.USAGE)])
    data = report_data(project, backs, format_, {} if answers else None)
    Delivery((path,), _FOREIGN).put({path: data})


def report_data(
    project: Project,
    backs: Sequence[Return],
    format_: str,
    answers: Mapping[int, OurReply] | None = None,
) -> bytes:
    """Return a report as `format_` has it; with `answers`, by number, the list of a negotiation.

    Raises:
        AvtalsgenError: JF02 no redline could be proven; as `joined_copies`.
    """
    result = joined_copies(backs)
    if format_ == "csv":
        return to_csv(reply_rows(result, answers or {}))
    if format_ == "docx" and answers is None and len(backs) == 1:
        return beside_what_was_sent(project, backs[0])
    document = report(result) if answers is None else replies(result, answers)
    house = project.house_of((f"{result.uppdrag}@{result.edition}",))
    shell = project.shell(house) if format_ == "docx" else b""
    return write(document, Render(house.profile, shell), [format_])[format_]
