"""The portfolio: every uppdrag of the workspace."""

from starlette.responses import Response

from avtalsgen.pipeline.workspace.workspace import Workspace
from avtalsgen.uppdrag import directory
from avtalsgen.web.ask import Ask
from avtalsgen.web.page import Way, WebPage
from avtalsgen.web.reply import page


def show(ask: Ask) -> Response:
    """Return the portfolio."""
    files = Workspace(ask.root)
    rows = [(slug, directory.editions(files, slug)) for slug in directory.slugs(files)]
    return page(ask, "start/page.html", rows=rows)


PAGE = WebPage((Way("/", show),), "Uppdrag", 10)
