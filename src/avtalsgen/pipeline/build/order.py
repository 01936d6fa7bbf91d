"""What is to be built and what became of it; nothing of how."""

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import Final, Literal

from avtalsgen.pipeline.output.delivery import Refusal
from avtalsgen.problems import Problem
from avtalsgen.records import dataclass
from avtalsgen.swedish.dates import iso
from avtalsgen.uppdrag.directory import split_day
from avtalsgen.writers import WRITERS

DRAFT_SUFFIX = "-utkast"
CHANGED: Final = Refusal(
    "BY01",
    "har ändrats sedan den byggdes, så den skrivs inte över",
    "spara undan dina ändringar, eller bygg med --force",
)
"""Of a file of ours that somebody has changed."""


@dataclass(frozen=True, slots=True)
class BuildOrder:
    """What is to be built: an edition of an uppdrag, in which formats, and where.

    The files go into `out/SLUG/UTGÅVA/`. The edition `2021:2022-01-01` is its text in force on
    a day.
    """

    slug: str
    edition: str
    formats: tuple[str, ...]
    out: Path
    draft: bool = False
    force: bool = False
    profile: str = ""
    """The house style by name, empty for that of the workspace."""
    attach_facts: bool = False
    package: bool = False
    """Everything that the nämnd is given to decide on, in a folder of its own."""

    @property
    def name(self) -> str:
        """The edition as it is named everywhere."""
        return f"{self.slug}@{self.edition}"

    def path(self, format_: str) -> Path:
        """Return where a format goes."""
        edition, day = split_day(self.edition)
        consolidated = f"-konsoliderad-{iso(day)}" if day else ""
        stem = f"{self.slug}-{edition}{consolidated}{DRAFT_SUFFIX if self.draft else ''}"
        return self.out / self.slug / edition / f"{stem}{WRITERS[format_].suffix}"


@dataclass(frozen=True, slots=True)
class Result:
    """What became of an order. `files` are all that are up to date on disk."""

    slug: str
    edition: str
    status: Literal["built", "unchanged", "failed"]
    files: tuple[Path, ...]
    problems: tuple[Problem, ...]
    prints: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    """By format, the fingerprint of what the file was made of."""
    made_of: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    """By path, the hash of everything that was read for it."""
    changed: tuple[str, ...] = field(default=(), compare=False)
    """The files of the workspace that have changed since it was built last."""
