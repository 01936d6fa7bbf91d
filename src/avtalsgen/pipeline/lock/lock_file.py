"""`uppdrag/SLUG/UTGÅVA.lock.json`: the words that an edition was signed with.

It stands beside the edition and not in output, which may be emptied, and has the words
themselves, so that what differs can be said:

    {"schema": "avtalsgen.lock/1", "uppdrag": "slug@2019", "status": "undertecknad",
     "sha256": …, "signed_file": …, "sources": {"clauses/tid/2019.md": …},
     "corrections": [{"date": …, "reason": …, "from": …, "to": …}],
     "annexes": [{"title": …, "sha256": …}],
     "text": [["tid", "3 Tid"], …]}
"""

import json
from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import Any, Final, cast

from avtalsgen.pipeline.lock.annexed import LockedAnnex
from avtalsgen.pipeline.lock.printed import PrintedLine, digest
from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.records import dataclass
from avtalsgen.source import Files, Origin
from avtalsgen.uppdrag.directory import FOLDER, LOCK
from avtalsgen.uppdrag.status import STATUSES, Status
from avtalsgen.uppdrag.uppdrag import Uppdrag

SCHEMA: Final = "avtalsgen.lock/1"


@dataclass(frozen=True, slots=True)
class Correction:
    """That signed words were corrected: when and why it was decided, and what it did."""

    day: date
    reason: str
    before: str
    """The digest of the words before, and after."""
    after: str


@dataclass(frozen=True, slots=True)
class Lock:
    """The words of an edition at the status that it had when they were locked."""

    uppdrag: str
    status: Status
    text: tuple[PrintedLine, ...]
    signed_file: str = ""
    """The SHA-256 of the signed file that the words are those of; empty if none is known."""
    sources: Mapping[str, str] = field(default_factory=dict)
    """The SHA-256 of every file that the words were made of, by path."""
    corrections: tuple[Correction, ...] = ()
    annexes: tuple[LockedAnnex, ...] | None = None
    """None in a lock from before annexes were locked."""

    @property
    def sha256(self) -> str:
        """The digest of the words, and of the annexes where there are any."""
        return digest((*(line.text for line in self.text), *map(str, self.annexes or ())))


def lock_path(slug: str, edition: str) -> str:
    """Return the path of the lock of an edition."""
    return f"{FOLDER}/{slug}/{edition}{LOCK}"


def read_lock(files: Files, uppdrag: Uppdrag) -> Lock | None:
    """Return the lock of an edition, nothing if it has none.

    Raises:
        AvtalsgenError: LK03 the file is no lock of this edition, or its words are not those of
            its digest.
    """
    return read_lock_of(files, uppdrag.slug, uppdrag.edition)


def read_lock_of(files: Files, slug: str, edition: str) -> Lock | None:
    """Return the lock of an edition whose file nobody has read; raises as `read_lock`."""
    path = lock_path(slug, edition)
    try:
        data = files.read(path)
    except FileNotFoundError:
        return None
    except (PermissionError, OverflowError):
        raise _damaged(path) from None
    try:
        lock = _lock(json.loads(data.decode("utf-8")))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise _damaged(path) from None
    if lock is None or lock.uppdrag != f"{slug}@{edition}":
        raise _damaged(path)
    return lock


def _lock(data: Any) -> Lock | None:
    """Return the lock that `data` is; nothing when it says one thing and is another."""
    lock = Lock(
        str(data["uppdrag"]),
        cast(Status, data["status"]),
        tuple(PrintedLine(str(section), str(text)) for section, text in data["text"]),
        str(data["signed_file"]),
        {str(path): str(sha256) for path, sha256 in data["sources"].items()},
        tuple(
            Correction(date.fromisoformat(day), str(reason), str(before), str(after))
            for day, reason, before, after in (
                (c["date"], c["reason"], c["from"], c["to"]) for c in data["corrections"]
            )
        ),
        _annexes(data.get("annexes")),
    )
    told = data["schema"] == SCHEMA and lock.status in STATUSES
    return lock if told and data["sha256"] == lock.sha256 else None


def _annexes(data: Any) -> tuple[LockedAnnex, ...] | None:
    if data is None:
        return None
    return tuple(LockedAnnex(str(each["title"]), str(each["sha256"])) for each in data)


def lock_bytes(lock: Lock) -> bytes:
    """Return the file of `lock`, a line of text on a line of its own, for git to show."""
    head = {
        "schema": SCHEMA,
        "uppdrag": lock.uppdrag,
        "status": lock.status,
        "sha256": lock.sha256,
        "signed_file": lock.signed_file,
        "sources": dict(sorted(lock.sources.items())),
        "corrections": [
            {"date": c.day.isoformat(), "reason": c.reason, "from": c.before, "to": c.after}
            for c in lock.corrections
        ],
        "annexes": [{"title": each.title, "sha256": each.sha256} for each in lock.annexes or ()],
    }
    before = json.dumps(head, ensure_ascii=False, indent=1).removesuffix("\n}")
    rows = (json.dumps([line.section, line.text], ensure_ascii=False) for line in lock.text)
    listed = ",\n  ".join(rows)
    return f'{before},\n "text": [\n  {listed}\n ]\n}}\n'.encode()


def _damaged(path: str) -> AvtalsgenError:
    hint = "hämta tillbaka filen, till exempel ur git; den skrivs bara av programmet"
    message = "låset är skadat eller ändrat för hand, så ingen vet vad som är undertecknat"
    return AvtalsgenError([Problem("LK03", message, origin=Origin(path, 1), hint=hint)])
