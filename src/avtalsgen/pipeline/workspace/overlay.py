"""The files of a workspace that are not on disk: with some more in them, or held as they were."""

from collections.abc import Mapping

from avtalsgen.records import dataclass
from avtalsgen.source import Files


@dataclass(frozen=True, slots=True)
class Overlay:
    """Files over those below, which are not touched."""

    below: Files
    more: Mapping[str, bytes]

    def read(self, path: str) -> bytes:
        """Return the bytes of `path`, as `Files` does."""
        return self.more[path] if path in self.more else self.below.read(path)

    def names(self, folder: str) -> tuple[str, ...]:
        """Return the names in `folder`, as `Files` does."""
        inside = (p.removeprefix(f"{folder}/") for p in self.more if p.startswith(f"{folder}/"))
        names = {path.partition("/")[0] for path in inside}
        return tuple(sorted({*self.below.names(folder), *names}))


@dataclass(frozen=True, slots=True)
class ReadFiles:
    """Files as they were read."""

    contents: Mapping[str, bytes]

    def read(self, path: str) -> bytes:
        """Return the bytes of `path`, as `Files` does."""
        if path not in self.contents:
            raise FileNotFoundError(f"filen {path} finns inte")
        return self.contents[path]

    def names(self, folder: str) -> tuple[str, ...]:
        """Return the names in `folder`, as `Files` does."""
        below = (path.rpartition("/") for path in self.contents)
        return tuple(name for place, _, name in below if place == folder)
