"""What has been decided of the changes of files that came back, so that nobody decides twice."""

import json
from collections.abc import Mapping
from dataclasses import field

from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.records import dataclass
from avtalsgen.uppdrag import directory

SCHEMA = "avtalsgen.takeback-record/1"


@dataclass(frozen=True, slots=True)
class DecidedFile:
    """A file of which some changes were accepted, and perhaps not all."""

    told: frozenset[str] = frozenset()
    """Every change that was shown, by its key."""
    sections: Mapping[str, str] = field(default_factory=dict)
    """The digest of what each section said when they had been accepted, by its anchor."""


@dataclass(frozen=True, slots=True)
class Decided:
    """The changes of an edition that were accepted and rejected, by their keys."""

    accepted: frozenset[str] = frozenset()
    rejected: frozenset[str] = frozenset()
    files: Mapping[str, DecidedFile] = field(default_factory=dict)
    """By the digest of each file."""

    def written(self) -> bytes:
        """Return the record as it stands in its file."""
        data = {
            "schema": SCHEMA,
            "accepted": sorted(self.accepted),
            "rejected": sorted(self.rejected),
            "files": {
                digest: {"told": sorted(file.told), "sections": dict(file.sections)}
                for digest, file in sorted(self.files.items())
            },
        }
        return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def record_path(slug: str, edition: str) -> str:
    """Return where it is remembered what was decided of the changes of an edition."""
    return f"{directory.FOLDER}/{slug}/{edition}.takeback.json"


def made_of_file(
    project: Project, slug: str, edition: str, digest: str, keys: frozenset[str]
) -> str:
    """Return the newest edition that was made of changes of a file of another; nothing if none was.

    It is known by the file, or where that was saved again by its changes.
    """
    for other in reversed(directory.editions(project.files, slug)):
        known = decided(project, slug, other)
        if other != edition and (digest in known.files or keys & known.accepted):
            return other
    return ""


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
    files = lists.get("files", {})
    return Decided(
        accepted,
        rejected,
        {
            str(digest): DecidedFile(
                frozenset(map(str, file.get("told", ()))), dict(file.get("sections", {}))
            )
            for digest, file in (files.items() if isinstance(files, dict) else ())
            if isinstance(file, dict)
        },
    )
