"""What `check` finds in editions: told again while all that it was made of is as it was.

names ──► memory: found before, by content ──► told
               └── not there ──► check, a third of a second each ──► memory
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path

from avtalsgen.pipeline.check.checking import CheckOrder, check_documents, check_ground
from avtalsgen.pipeline.memory.memory import Memory
from avtalsgen.pipeline.memory.store import Json
from avtalsgen.pipeline.overview.belonging import groups, made_of
from avtalsgen.pipeline.workspace.project import read_project
from avtalsgen.pipeline.workspace.snapshot import Snapshot
from avtalsgen.pipeline.workspace.workspace import Workspace
from avtalsgen.problems import Severity
from avtalsgen.records import dataclass
from avtalsgen.swedish.dates import iso
from avtalsgen.uppdrag import directory


@dataclass(frozen=True, slots=True)
class CheckCounts:
    """How many remarks `check` has of an edition, by how grave they are."""

    errors: int
    warnings: int
    style: int


def checked_before(root: Path, names: Iterable[str], day: date) -> Mapping[str, CheckCounts]:
    """Return the editions of `names` whose check is known already, which is quick."""
    return _Checked(root, day).known(names)


def checked_now(root: Path, names: Iterable[str], day: date) -> Mapping[str, CheckCounts]:
    """Return what a check of each of `names` on `day` finds, made where it is not known.

    Raises:
        AvtalsgenError: what is wrong in the files that all documents share.
    """
    return _Checked(root, day).made(names)


class _Checked:
    def __init__(self, root: Path, day: date) -> None:
        self.root, self.day = root, day
        self.files = Snapshot(Workspace(root))
        self.memory = Memory(root, self.files)

    def known(self, names: Iterable[str]) -> dict[str, CheckCounts]:
        recalled = ((name, _counts(self.memory.recall(self._question(name)))) for name in names)
        return {name: counts for name, counts in recalled if counts}

    def made(self, names: Iterable[str]) -> dict[str, CheckCounts]:
        wanted = tuple(names)
        known = self.known(wanted)
        lacking = [name for name in wanted if name not in known]
        if not lacking:
            return known
        project = read_project(self.files, root=self.root)
        ground = check_ground(self.root, self.day, lambda _: project)
        hanging = groups(self.files, directory.slugs(self.files))
        for name in lacking:
            outcome = check_documents(CheckOrder((name,), self.day), self.root, ground)
            counts = CheckCounts(*(outcome.count(severity) for severity in Severity))
            slug = name.partition("@")[0]
            contents = made_of(self.files, hanging.get(slug, frozenset({slug})))
            known[name] = counts
            self.memory.note(self._question(name), contents, asdict(counts))
        self.memory.save()
        return known

    def _question(self, name: str) -> str:
        return f"check {name} {iso(self.day)}"


def _counts(data: Json) -> CheckCounts | None:
    match data:
        case {"errors": int(errors), "warnings": int(warnings), "style": int(style)}:
            return CheckCounts(errors, warnings, style)
        case _:
            return None
