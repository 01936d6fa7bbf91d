"""What has been decided of the changes of files that came back, so that nobody decides twice."""

import json
from dataclasses import dataclass

from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.uppdrag import directory

SCHEMA = "avtalsgen.takeback-record/1"


@dataclass(frozen=True, slots=True)
class Decided:
    """The changes of an edition that were accepted and rejected, by their keys."""

    accepted: frozenset[str] = frozenset()
    rejected: frozenset[str] = frozenset()

    def written(self) -> bytes:
        """Return the record as it stands in its file."""
        data = {
            "schema": SCHEMA,
            "accepted": sorted(self.accepted),
            "rejected": sorted(self.rejected),
        }
        return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def record_path(slug: str, edition: str) -> str:
    """Return where it is remembered what was decided of the changes of an edition."""
    return f"{directory.FOLDER}/{slug}/{edition}.takeback.json"


def decided(project: Project, slug: str, edition: str) -> Decided:
    """Return what has been decided; nothing where the record is missing or no record."""
    try:
        data = json.loads(project.files.read(record_path(slug, edition)))
    except (FileNotFoundError, OverflowError, ValueError):
        return Decided()
    lists = data if isinstance(data, dict) else {}
    accepted, rejected = (
        frozenset(key for key in lists.get(name, ()) if isinstance(key, str))
        for name in ("accepted", "rejected")
    )
    return Decided(accepted, rejected)
