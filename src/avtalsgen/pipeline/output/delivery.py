"""Files of ours on their way to disk, beside what stands there.

Whatever writes a file that may be there already goes this way, so that it is the same
everywhere: what we wrote is noted, what somebody has changed since is left alone, and all is
written or none.

    before the work   refuse ── a file that is not as we left it
    the work          bytes
    in the folder's   note read again ► refuse ► write all ► note
    own turn
"""

from collections.abc import Collection, Iterable, Mapping
from contextlib import ExitStack
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from avtalsgen.pipeline.output import atomic, record
from avtalsgen.pipeline.output.turn import turn
from avtalsgen.problems import AvtalsgenError, Exit, Problem
from avtalsgen.records import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """What is told of a file that is not as we left it: `message` stands after its name."""

    code: str
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Delivery:
    """Where files are to go; `force` writes over what somebody has changed there."""

    paths: tuple[Path, ...]
    refusal: Refusal
    force: bool = False

    def stale(self, prints: Mapping[Path, str]) -> tuple[Path, ...]:
        """Return the paths that are not on disk as we would make them of what `prints` say.

        All of them when the delivery is forced.
        """
        records = record.read(self.paths)
        return tuple(
            path
            for path in self.paths
            if self.force or not record.is_current(records, path, prints[path])
        )

    def refuse_changed(self, among: Collection[Path] | None = None) -> None:
        """Do nothing if nobody has changed any of the paths since we wrote it.

        Raises:
            AvtalsgenError: the refusal for each that somebody has, exit code 75.
        """
        paths = self.paths if among is None else tuple(among)
        self._refuse(record.read(paths), dict.fromkeys(paths, b""))

    def put(
        self,
        files: Mapping[Path, bytes],
        prints: Mapping[Path, str] | None = None,
        gone: Iterable[Path] = (),
        beside: Mapping[Path, bytes] = MappingProxyType({}),
    ) -> None:
        """Write `files`, all or none, with a note of each, and take away those that are `gone`.

        `prints` say what a file was made of; without them its own hash does. What goes `beside`
        is written with them or not at all, and not noted: it is somebody's own from now on.

        Raises:
            AvtalsgenError: the refusal, where somebody has changed one; as `atomic.write_all`.
        """
        with ExitStack() as turns:
            for folder in sorted({path.parent for path in files}):
                turns.enter_context(turn(folder))
            records = record.read(files)
            self._refuse(records, files)
            made_of = prints or {path: sha256(data).hexdigest() for path, data in files.items()}
            removed = tuple(gone)
            kept = {path: note for path, note in records.items() if path not in removed}
            atomic.write_all({**files, **record.updated(kept, files, made_of), **beside})
            for path in removed:
                path.unlink(missing_ok=True)

    def _refuse(self, records: Mapping[Path, record.Record], files: Mapping[Path, bytes]) -> None:
        if self.force:
            return
        refusal = self.refusal
        problems = [
            Problem(
                refusal.code, f"{path} {refusal.message}", hint=refusal.hint, exit=Exit.CONFLICT
            )
            for path, data in files.items()
            if record.is_changed(records, path, data)
        ]
        if problems:
            raise AvtalsgenError(problems)
