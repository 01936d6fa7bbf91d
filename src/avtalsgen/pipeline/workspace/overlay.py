"""The files of a workspace as they would be with some more in them."""

from collections.abc import Mapping
from dataclasses import dataclass

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
