"""A request as a page sees it: words out of the address and the form, files, and who asks."""

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path

from starlette.datastructures import FormData, QueryParams

from avtalsgen.pipeline.workspace.project import Project, open_project
from avtalsgen.records import dataclass
from avtalsgen.web.check_board import CheckBoard
from avtalsgen.web.jobs import JobQueue
from avtalsgen.web.remembered import Remembered
from avtalsgen.web.shown_pages import PageShelf
from avtalsgen.web.uploads.held import HeldFiles
from avtalsgen.web.uploads.received import Received


@dataclass(frozen=True, slots=True)
class Site:
    """What all requests share: the workspace that is served, and the work that goes on."""

    root: Path
    jobs: JobQueue = field(default_factory=JobQueue)
    shelf: PageShelf = field(default_factory=PageShelf)
    held: HeldFiles = field(default_factory=HeldFiles)
    user: str = ""
    """Who sits here; a reverse proxy says it with each request instead."""
    organisation: str = ""
    """Whose workspace it is."""
    remembered: Remembered = field(init=False)
    checks: CheckBoard = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "remembered", Remembered(self.root))
        object.__setattr__(self, "checks", CheckBoard(self.root))

    def close(self) -> None:
        """End all that goes on beside the pages."""
        self.checks.close()
        self.jobs.close()

    @property
    def project(self) -> Project:
        """The workspace as it is now, with all that is read of it kept until a file changes.

        Raises:
            AvtalsgenError: what is wrong in the files that all documents share.
        """
        return self.remembered.get("project", lambda: open_project(self.root))


@dataclass(frozen=True, slots=True)
class Ask:
    """One request."""

    site: Site
    path: str
    parts: Mapping[str, str]
    """What stands in the address where its way has `{part}`."""
    query: QueryParams
    form: FormData
    """The words of a form that was sent, several under a name where there are."""
    files: Mapping[str, tuple[Received, ...]]
    """The files of a form, by the name of the field."""
    user: str
    by_script: bool = False
    """Whether htmx asks, for a piece of the page; else a browser, for all of it."""

    @property
    def root(self) -> Path:
        """The folder of the workspace."""
        return self.site.root

    def text(self, name: str) -> str:
        """Return what was written in the field `name`, without space around it."""
        written = self.form.get(name, "")
        return written.strip() if isinstance(written, str) else ""

    def texts(self, name: str) -> tuple[str, ...]:
        """Return everything that was chosen under `name`."""
        return tuple(each for each in self.form.getlist(name) if isinstance(each, str))
