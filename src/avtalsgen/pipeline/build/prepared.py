"""What an order comes to before it is on disk: made on one machine, it can be put on another.

prepare    assembled, checked, known by its fingerprints       where the workspace can be read
contents   the files themselves, those of them that are asked  there too, as it is what takes time
deliver    beside what is on disk: written, or left alone      where the disk is
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import field, replace
from hashlib import sha256
from pathlib import Path

from avtalsgen.pipeline.build.order import CHANGED, BuildOrder, Result
from avtalsgen.pipeline.output import atomic
from avtalsgen.pipeline.output.delivery import Delivery
from avtalsgen.problems import Problem
from avtalsgen.records import dataclass


@dataclass(frozen=True, slots=True)
class FilesMade:
    """Files as bytes, and what was met when they were made."""

    files: Mapping[Path, bytes]
    problems: tuple[Problem, ...] = ()

    def __call__(self, _wanted: Collection[Path]) -> "FilesMade":
        """Return the files: they are made already."""
        return self


@dataclass(frozen=True, slots=True)
class PreparedFiles:
    """The files of an order. Without `prints` there is an error, and none is written."""

    slug: str
    edition: str
    problems: tuple[Problem, ...]
    prints: Mapping[Path, str] = field(default_factory=dict)
    """What each file is made of, in the order that they are told."""
    by_format: Mapping[str, str] = field(default_factory=dict)
    locks: Mapping[str, bytes] = field(default_factory=dict)
    """Locks to write with them, by their path in the workspace."""
    settled: bool = True
    """Whether the same is told again when those locks stand there."""
    contents: Callable[[Collection[Path]], FilesMade] = FilesMade({})
    """Makes the files that are asked for, or more; one that it leaves out cannot be made."""

    def made_of(self, read: Mapping[str, str]) -> dict[str, str]:
        """Return the hashes of what the files are made of, by path, of what was `read` for them.

        With the locks as they are from now on, so that who wrote them need not build again.
        """
        written = {path: sha256(data).hexdigest() for path, data in self.locks.items()}
        return {**read, **(written if self.settled else {})}

    def packed(self) -> "PreparedFiles":
        """Return the same with every file made, to be sent from one process to another."""
        return replace(self, contents=self.contents(tuple(self.prints)))


def deliver(
    prepared: PreparedFiles, order: BuildOrder, place: Callable[[str], Path | None]
) -> Result:
    """Write what is not on disk as it would be made now, and return what became of `order`.

    `place` says where a file of the workspace is on disk.

    Raises:
        AvtalsgenError: BY01 somebody has changed a file; as `contents` and `atomic.write_all`.
    """
    slug, edition, problems = prepared.slug, prepared.edition, prepared.problems
    if not prepared.prints:
        return Result(slug, edition, "failed", (), problems)
    located = {place(path): data for path, data in prepared.locks.items()}
    locks = {path: data for path, data in located.items() if path}
    delivery = Delivery(tuple(prepared.prints), CHANGED, order.force)
    stale = delivery.stale(prepared.prints)
    delivery.refuse_changed(stale)
    if not stale:
        atomic.write_all(locks)
        files = tuple(prepared.prints)
        return Result(slug, edition, "unchanged", files, problems, prepared.by_format)
    made = prepared.contents(stale)
    gone = tuple(path for path in stale if path not in made.files)
    delivery.put(made.files, prepared.prints, gone, locks)
    files = tuple(path for path in prepared.prints if path not in gone)
    told = (*problems, *made.problems)
    return Result(slug, edition, "built", files, told, prepared.by_format)
