"""What was done to files that came back, as files: a report, and the list of a negotiation."""

from pathlib import Path
from typing import Final

from avtalsgen.model.returned.changes import TakenBack
from avtalsgen.pipeline.build.build import write
from avtalsgen.pipeline.output.delivery import Delivery, Refusal
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.problems import AvtalsgenError, Exit, Problem
from avtalsgen.writers.render import Render
from avtalsgen.writers.returned.report import replies, reply_rows, report
from avtalsgen.writers.spreadsheet import to_csv

_FOREIGN: Final = Refusal(
    "TB11", "finns redan och är inte en fil som vi har skrivit", "välj ett annat namn"
)
FORMATS = ("html", "docx", "pdf", "md", "txt", "csv")


def write_report(project: Project, result: TakenBack, path: Path, *, answers: bool) -> None:
    """Write a report, or with `answers` the list of a negotiation, in the format of the name.

    Raises:
        AvtalsgenError: TB10 no format is called so; TB11 the file is not as we left it.
    """
    format_ = path.suffix.lower().removeprefix(".")
    if format_ not in FORMATS:
        message = f"{path.name} slutar inte på något format som skrivs"
        hint = f"skriv ett namn som slutar på {', '.join(f'.{each}' for each in FORMATS)}"
        raise AvtalsgenError([Problem("TB10", message, hint=hint, exit=Exit.USAGE)])
    if format_ == "csv":
        data = to_csv(reply_rows(result))
    else:
        document = replies(result) if answers else report(result)
        house = project.house_of((f"{result.uppdrag}@{result.edition}",))
        shell = project.shell(house) if format_ == "docx" else b""
        data = write(document, Render(house.profile, shell), [format_])[format_]
    Delivery((path,), _FOREIGN).put({path: data})
