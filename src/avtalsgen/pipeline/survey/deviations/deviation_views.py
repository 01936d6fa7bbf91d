"""What deviates from the library's wording as text for a screen, and as files."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from avtalsgen.compare.marks.resolve import accept, reject
from avtalsgen.model.portfolio import Deviations
from avtalsgen.model.redline import Redline
from avtalsgen.pipeline.build.build import write
from avtalsgen.pipeline.output.views import TERMINAL, Content, View
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.problems import Problem, Severity
from avtalsgen.records import dataclass
from avtalsgen.writers.comparison.deviations.report import deviation_rows, report
from avtalsgen.writers.comparison.deviations.terminal import to_terminal
from avtalsgen.writers.render import Render
from avtalsgen.writers.spreadsheet import to_csv


@dataclass(frozen=True, slots=True)
class DeviationsShown:
    """What deviates, of which workspace, and how wide the screen is."""

    deviations: Deviations
    project: Project
    width: int = 100


def _terminal(shown: DeviationsShown) -> Content:
    return Content(to_terminal(shown.deviations, shown.width).encode())


def _csv(shown: DeviationsShown) -> Content:
    return Content(to_csv(deviation_rows(shown.deviations)))


def _html(shown: DeviationsShown) -> Content:
    render = Render(shown.project.house.profile, b"")
    return Content(write(report(shown.deviations), render, ["html"])["html"])


def _docx(shown: DeviationsShown) -> Content:
    """Return the report with the words tracked: rejected it has the library's, accepted ours."""
    from avtalsgen.redline import Options, word_redline

    house = shown.project.house
    render = Render(house.profile, shown.project.shell(house))
    document = report(shown.deviations)
    marked = Redline(document, replace(document, sections=()))
    before, after = (
        write(side, render, ["docx"])["docx"] for side in (reject(marked), accept(marked))
    )
    made = word_redline(before, after, Options())
    listed = (Problem("JF21", each.message, severity=Severity.STYLE) for each in made.listed)
    return Content(made.docx, (*made.problems, *listed), made.changes, made.moves)


VIEWS: Mapping[str, View[DeviationsShown]] = MappingProxyType(
    {
        TERMINAL: View("skärm", "", _terminal),
        "csv": View("kalkylblad", ".csv", _csv),
        "html": View("webbsida", ".html", _html),
        "docx": View("Word", ".docx", _docx, readable=False),
    }
)
"""The forms of the deviations, by the name they have on the command line."""
