"""How a redline is asked for, and what comes back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from avtalsgen.problems import Problem


@dataclass(frozen=True, slots=True)
class Options:
    """How a redline is made."""

    author: str = "avtalsgen"
    date: str = ""
    """A moment in UTC, ISO 8601; empty: when the newer file was saved last. We have no clock."""
    tracked: Literal["accept", "reject"] = "accept"
    """What becomes of changes that the files already have tracked."""
    pairs: Mapping[str, str] = field(default_factory=dict)
    """Names of bookmarks in the older file, and of those in the newer that answer to them."""


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
class Proof:
    """What was compared to know that the redline is right."""

    blocks: int
    """Paragraphs, tables and the like that were compared, in both ways."""
    attempts: int
    """1 where nothing had to be written again coarser."""


@dataclass(frozen=True, slots=True)
class Redlined:
    """A copy of the newer file in which every change is tracked."""

    docx: bytes
    proof: Proof
    listed: tuple[Listed, ...] = ()
    problems: tuple[Problem, ...] = ()
    moves: int = 0
    changes: int = 0
    """How many marks there are: words, paragraph ends, rows and formats; a move is two."""

    @property
    def same(self) -> bool:
        """Return whether nothing is marked and nothing told."""
        return not (self.changes or self.listed)
