"""What a command knows of the workspace that the user stands in, if it is one.

Two Word files can be compared anywhere; in a workspace they look as its documents do, and its
register says which names are of one body.
"""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from avtalsgen.model.nodes import Document
from avtalsgen.model.profile import DEFAULT, Profile
from avtalsgen.pipeline.workspace.knowledge import knowledge_of, knowledge_outside
from avtalsgen.pipeline.workspace.starter import word_shell
from avtalsgen.pipeline.workspace.workspace import find
from avtalsgen.problems import AvtalsgenError
from avtalsgen.register.knowledge import Knowledge

if TYPE_CHECKING:
    from avtalsgen.clauses.house.profile import HouseStyle
    from avtalsgen.pipeline.workspace.project import Project


@dataclass(frozen=True, slots=True)
class House:
    """How documents look and what words and names mean; outside a workspace as it comes."""

    project: "Project | None" = None
    style: "HouseStyle | None" = None
    """How one document looks; as what belongs to none where it is not said."""

    @property
    def profile(self) -> Profile:
        """The house style."""
        return self._style.profile if self._style else DEFAULT

    def shell(self) -> bytes:
        """Return the Word shell."""
        return self.project.shell(self._style) if self.project and self._style else word_shell()

    def of(self, *documents: Document) -> "House":
        """Return the house with the look of the first of `documents` that is of the workspace."""
        if self.project:
            for identity in (document.identity for document in documents):
                try:
                    style = self.project.house_of((f"{identity.uppdrag}@{identity.edition}",))
                except AvtalsgenError:  # it is somebody else's, or its file is not there any more
                    continue
                return replace(self, style=style)
        return self

    @property
    def _style(self) -> "HouseStyle | None":
        return self.style or (self.project.house if self.project else None)

    @property
    def knowledge(self) -> Knowledge:
        """What is known of words, and of the names of bodies and laws."""
        return knowledge_of(self.project) if self.project else knowledge_outside()


def house_of(here: Path, profile: str = "") -> House:
    """Return the house of the workspace that `here` is in, a plain one if it is in none.

    Raises:
        AvtalsgenError: a `profile` is asked for outside a workspace, or the workspace is wrong.
    """
    try:
        root = find(here)
    except AvtalsgenError:
        if profile:
            raise
        return House()
    from avtalsgen.pipeline.workspace.project import open_project  # only in a workspace

    return House(open_project(root, profile))
