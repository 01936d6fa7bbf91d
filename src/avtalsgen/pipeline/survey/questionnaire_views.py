"""Questions and answers as text for a screen, and as files to read and approve."""

from collections.abc import Mapping
from types import MappingProxyType

from avtalsgen.model.portfolio import Questionnaire
from avtalsgen.pipeline.build.build import write
from avtalsgen.pipeline.output.views import TERMINAL, Content, View, in_format
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.records import dataclass
from avtalsgen.writers.portfolio.asked import asked_lines, asked_page, asked_report, asked_rows
from avtalsgen.writers.render import Render
from avtalsgen.writers.spreadsheet import to_csv


@dataclass(frozen=True, slots=True)
class QuestionnaireShown:
    """Questions and answers, and the workspace that decides how they look."""

    questionnaire: Questionnaire
    project: Project


def _terminal(shown: QuestionnaireShown) -> Content:
    return Content("".join(asked_lines(shown.questionnaire)).encode())


def _csv(shown: QuestionnaireShown) -> Content:
    return Content(to_csv(asked_rows(shown.questionnaire)))


def _html(shown: QuestionnaireShown) -> Content:
    profile = shown.project.house_of((shown.questionnaire.name,)).profile
    return Content(asked_page(shown.questionnaire, profile))


def _report(format_: str, shown: QuestionnaireShown) -> Content:
    project = shown.project
    house = project.house_of((shown.questionnaire.name,))
    shell = project.shell(house) if format_ == "docx" else b""
    document = asked_report(shown.questionnaire)
    return Content(write(document, Render(house.profile, shell), [format_])[format_])


VIEWS: Mapping[str, View[QuestionnaireShown]] = MappingProxyType(
    {
        TERMINAL: View("skärm", "", _terminal),
        "csv": View("kalkylblad", ".csv", _csv),
        "html": View("webbsida", ".html", _html),
        "docx": in_format("docx", _report, readable=False),
        "pdf": in_format("pdf", _report, readable=False),
    }
)
"""The forms of questions and answers, by the name they have on the command line."""
