"""What a command knows of the workspace that the user stands in, if it is one.

Two Word files can be compared anywhere; in a workspace they look as its documents do, and its
register says which names are of one body.
"""

from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from avtalsgen.model.nodes import Document
from avtalsgen.model.profile import DEFAULT, Profile
from avtalsgen.pipeline.workspace.knowledge import knowledge_in, knowledge_outside
from avtalsgen.pipeline.workspace.starter import word_shell
from avtalsgen.pipeline.workspace.workspace import Workspace, find
from avtalsgen.problems import AvtalsgenError
from avtalsgen.records import dataclass
from avtalsgen.register.knowledge import Knowledge

if TYPE_CHECKING:
    from avtalsgen.clauses.house.profile import HouseStyle
    from avtalsgen.pipeline.workspace.project import Project


@dataclass(frozen=True)
class House:
    """How documents look and what words and names mean; outside a workspace as it comes."""

    root: Path | None = None
    """The folder of the workspace."""
    named: str = ""
    """The house style that was asked for."""
    documents: tuple[Document, ...] = ()
    """Those that are shown: all look as the first of them that is of the workspace."""

    @cached_property
    def project(self) -> "Project | None":
        """The workspace with all that is read of it, read when first asked for.

        Raises:
            AvtalsgenError: something in it is wrong.
        """
        if self.root is None:
            return None
        from avtalsgen.pipeline.workspace.project import open_project  # for what it looks like

        return open_project(self.root, self.named)

    @property
    def profile(self) -> Profile:
        """The house style."""
        return self._style.profile if self._style else DEFAULT

    def shell(self) -> bytes:
        """Return the Word shell."""
        return self.project.shell(self._style) if self.project and self._style else word_shell()

    def of(self, *documents: Document) -> "House":
        """Return the house with the look of the first of `documents` that is of the workspace."""
        return replace(self, documents=documents)

    @cached_property
    def _style(self) -> "HouseStyle | None":
        if self.project is None:
            return None
        for identity in (document.identity for document in self.documents):
            try:
                return self.project.house_of((identity.name,))
            except AvtalsgenError:  # it is somebody else's, or its file is not there any more
                continue
        return self.project.house

    @cached_property
    def knowledge(self) -> Knowledge:
        """What is known of words, and of the names of bodies and laws."""
        return knowledge_in(Workspace(self.root)) if self.root else knowledge_outside()


def house_of(here: Path, profile: str = "") -> House:
    """Return the house of the workspace that `here` is in, a plain one if it is in none.

    Raises:
        AvtalsgenError: a `profile` is asked for outside a workspace, or is none of it.
    """
    try:
        root = find(here)
    except AvtalsgenError:
        if profile:
            raise
        return House()
    house = House(root, profile)
    if profile:
        _ = house.project  # one that is not there is refused before anything is read
    return house
