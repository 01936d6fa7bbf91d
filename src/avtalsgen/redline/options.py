"""How a redline is asked for, and what comes back."""

from typing import Literal

from avtalsgen.compare.align.alignment import Alignment
from avtalsgen.problems import Problem
from avtalsgen.records import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """How a redline is made."""

    author: str = "avtalsgen"
    date: str = ""
    """A moment in UTC, ISO 8601; empty: when the newer file was saved last. We have no clock."""
    tracked: Literal["accept", "reject", "keep"] = "accept"
    """What becomes of changes that the files already have tracked: they are settled in both, or
    those of the newer are kept, with their authors, and those of the older rejected."""
    alignment: Alignment | None = None
    """What answers to what in the documents that the files were read as; none where unknown."""


Story = Literal[
    "header",
    "footer",
    "footnote",
    "endnote",
    "styles",
    "comment",
    "theme",
    "settings",
    "control",
    "file",
    "carried",
    "bookmark",
    "numbering",
]


@dataclass(frozen=True, slots=True)
class Listed:
    """A change outside the running text, which is easily overlooked, or cannot be tracked."""

    story: Story
    message: str
    """In Swedish."""


@dataclass(frozen=True, slots=True)
class Redlined:
    """A copy of the newer file in which every change is tracked."""

    docx: bytes
    listed: tuple[Listed, ...] = ()
    problems: tuple[Problem, ...] = ()
    moves: int = 0
    by_sections: bool = False
    """Whether it draws the alignment that it was given. Else it is coarser: block by block."""
    changes: int = 0
    """How many marks there are: words, paragraph ends, rows and formats; a move is two."""

    @property
    def same(self) -> bool:
        """Return whether nothing is marked and nothing told."""
        return not (self.changes or self.listed)
