"""A document of ours by its PDF, and any PDF as pictures of its pages."""

from pathlib import Path

from avtalsgen.pipeline.build.build import as_ordered, write
from avtalsgen.pipeline.build.inside import inside
from avtalsgen.pipeline.workspace.documents import document_of
from avtalsgen.pipeline.workspace.project import Project, open_project
from avtalsgen.problems import Problem, Severity
from avtalsgen.readers.pdf.pictures import PageLook, page_looks, page_picture
from avtalsgen.records import dataclass
from avtalsgen.writers.render import Render

__all__ = ["PageLook", "SetPages", "page_picture", "pages_of_edition", "pages_of_pdf"]


@dataclass(frozen=True, slots=True)
class SetPages:
    """A PDF, and what is on its pages."""

    pdf: bytes
    pages: tuple[PageLook, ...]
    draft: bool = False
    """It is shown as a draft, with what is not known as gaps."""
    problems: tuple[Problem, ...] = ()


def pages_of_pdf(pdf: bytes) -> SetPages:
    """Return the pages of a PDF.

    Raises:
        AvtalsgenError: PF01 it cannot be opened.
    """
    return SetPages(pdf, page_looks(pdf))


def pages_of_edition(root: Path, slug: str, edition: str) -> SetPages:
    """Return the pages of an edition as it would be built now; nothing is written.

    One that has errors is shown as a draft.

    Raises:
        AvtalsgenError: a file that it stands on cannot be read.
    """
    project = open_project(root)
    pdf, draft, problems = _pdf(project, slug, edition)
    return SetPages(pdf, page_looks(pdf), draft, problems)


def _pdf(project: Project, slug: str, edition: str) -> tuple[bytes, bool, tuple[Problem, ...]]:
    profile = project.house_of((f"{slug}@{edition}",)).profile
    for draft in (False, True):
        document, problems = document_of(project, slug, edition, draft=draft)
        held, more = inside(project, document, draft=draft, attach_facts=False)
        told = as_ordered(dict.fromkeys((*problems, *more)), draft=draft)
        if draft or not any(problem.severity is Severity.ERROR for problem in told):
            break
    return write(document, Render(profile, b""), ["pdf"], held)["pdf"], draft, told
