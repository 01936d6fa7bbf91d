"""What was built into a folder, so that the same is not built again and edits are not lost.

Each output folder has a small file, `.avtalsgen.json`, with the fingerprint of what every
file was made of, the SHA-256 of the file itself and those of the files that it was before, so that
one that was sent last year is still known. Deleting it is harmless: then nothing is
known of the files, and they are taken for somebody's own.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from avtalsgen.records import dataclass

NAME = ".avtalsgen.json"
SCHEMA = "avtalsgen.built/1"
_MOST_EARLIER = 1000
"""Files of a name that are remembered: twenty years of one a week."""


@dataclass(frozen=True, slots=True)
class Record:
    """What a file was made of, and what it was when we had made it."""

    fingerprint: str
    sha256: str
    earlier: tuple[str, ...] = ()
    """The SHA-256 of each file that was built here under the name before, the oldest first."""


def read(paths: Iterable[Path]) -> dict[Path, Record]:
    """Return the records of the folders of `paths`; none where there is nothing readable."""
    records: dict[Path, Record] = {}
    for folder in sorted({path.parent for path in paths}):
        try:
            data = json.loads((folder / NAME).read_text(encoding="utf-8"))
            files = data["files"].items() if data["schema"] == SCHEMA else ()
            records.update(
                {
                    folder / name: Record(
                        str(e["fingerprint"]),
                        str(e["sha256"]),
                        tuple(map(str, e.get("earlier", ()))),
                    )
                    for name, e in files
                }
            )
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            continue  # no record, or not one of ours: nothing is known
    return records


def hashes(folder: Path) -> frozenset[str]:
    """Return the SHA-256 of every file that we have a note of in `folder`, whatever its name."""
    return frozenset(note.sha256 for note in read([folder / NAME]).values())


def earlier_hashes(folder: Path) -> frozenset[str]:
    """Return the SHA-256 of every file that was built into `folder` before those of now."""
    notes = read([folder / NAME]).values()
    return frozenset(sha256 for note in notes for sha256 in note.earlier) - hashes(folder)


def is_current(records: Mapping[Path, Record], path: Path, fingerprint: str) -> bool:
    """Return whether `path` is on disk as we made it, of what it would be made of now."""
    record = records.get(path)
    return record is not None and record.fingerprint == fingerprint and _hash(path) == record.sha256


def is_changed(records: Mapping[Path, Record], path: Path, data: bytes = b"") -> bool:
    """Return whether `path` is on disk and is neither as we made it nor `data`."""
    on_disk = _hash(path)
    record = records.get(path)
    ours = {hashlib.sha256(data).hexdigest(), record.sha256 if record else ""}
    return bool(on_disk) and on_disk not in ours


def updated(
    records: Mapping[Path, Record], written: Mapping[Path, bytes], prints: Mapping[Path, str]
) -> dict[Path, bytes]:
    """Return the record files after `written`, which was made of what `prints` say."""
    now = dict(records)
    for path, data in written.items():
        now[path] = _renewed(now.get(path), prints[path], hashlib.sha256(data).hexdigest())
    return {
        folder / NAME: _file({p: r for p, r in now.items() if p.parent == folder})
        for folder in sorted({path.parent for path in written})
    }


def _renewed(before: Record | None, fingerprint: str, sha256: str) -> Record:
    """Return the note of a file written now, which remembers what stood there before."""
    known = () if before is None else (*before.earlier, before.sha256)
    kept = tuple(dict.fromkeys(each for each in known if each != sha256))
    return Record(fingerprint, sha256, kept[-_MOST_EARLIER:])


def _file(records: Mapping[Path, Record]) -> bytes:
    files = {
        path.name: {"fingerprint": record.fingerprint, "sha256": record.sha256}
        | ({"earlier": list(record.earlier)} if record.earlier else {})
        for path, record in sorted(records.items())
    }
    return json.dumps({"schema": SCHEMA, "files": files}, indent=1, ensure_ascii=False).encode()


def _hash(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
