"""A workspace on disk: the folder that holds `clauses/` and `uppdrag/`."""

import os
import stat
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Final

from avtalsgen.pipeline.workspace.paths import is_plain, segments
from avtalsgen.problems import AvtalsgenError, Exit, Problem
from avtalsgen.records import dataclass

_TEXT_LIMIT: Final = 2_000_000
_BINARY_LIMIT: Final = 10_000_000
_BINARY: Final = (".docx", ".dotx", ".pdf", ".png", ".jpg", ".jpeg", ".ttf", ".otf")
_NOT_BY_PEOPLE: Final = (".", "~$")


def find(start: Path) -> Path:
    """Return the nearest folder, `start` or one above it, that is a workspace.

    Raises:
        AvtalsgenError: there is none (AY01).
    """
    here = start.absolute()
    for folder in (here, *here.parents):
        if (folder / "clauses").is_dir() and (folder / "uppdrag").is_dir():
            return folder
    message = f"{here} ligger inte i en arbetsyta (en mapp med clauses och uppdrag)"
    hint = "gå till arbetsytans mapp, eller gör en ny med: avtalsgen init MAPP"
    raise AvtalsgenError([Problem("AY01", message, hint=hint, exit=Exit.NOT_FOUND)])


@dataclass(frozen=True, slots=True)
class Workspace:
    """The files below `root`, and no others; it is a `source.Files`.

    Names are NFC here whatever the disk has: macOS and some archives keep `å` in two
    characters (NFD), and such a file is found under its ordinary name.
    """

    root: Path

    def read(self, path: str) -> bytes:
        """Return the bytes of `path`.

        Raises:
            FileNotFoundError: there is no such file.
            PermissionError: `path` leads out of the workspace, by its name or by a link, or to
                a folder, a device or a pipe.
            OverflowError: it is larger than 2 MB, or 10 MB for a Word file, PDF, image or font.
        """
        file = self.locate(path)
        try:
            status = file.stat()
        except (FileNotFoundError, NotADirectoryError, ValueError):
            raise FileNotFoundError(f"filen {path} finns inte") from None
        if stat.S_ISDIR(status.st_mode):
            raise PermissionError(f"”{path}” är en mapp")
        if not stat.S_ISREG(status.st_mode):
            raise PermissionError(f"”{path}” är en enhet eller ett rör, ingen fil")
        limit, size = limit_of(path), status.st_size
        with file.open("rb", buffering=0) as opened:
            data = opened.read(min(size, limit) + 1)
            while data and size < len(data) <= limit:  # it grows while it is read
                more = opened.read(limit + 1 - len(data))
                if not more:
                    break
                data += more
        return bounded(path, data)

    def names(self, folder: str) -> tuple[str, ...]:
        """Return the names in `folder`, files and folders, sorted; none if it is not there.

        It is not there for us if it leads out of the workspace, or may not be read. What
        programs leave beside the files of people is left out: hidden files, and the owner
        files of Word (`~$…`).
        """
        try:
            with os.scandir(self.locate(folder)) as entries:
                names = {_nfc(entry.name) for entry in entries}
        except OSError:
            return ()
        return by_people(names)

    def locate(self, path: str) -> Path:
        """Return where `path` is on disk, with links followed, or where it would be.

        Raises:
            PermissionError: `path` leads out of the workspace, by its name or by a link.
        """
        names = segments(path)
        root = _real(self.root)
        place = _plain(root, names)
        if place is not None:
            return place
        place = root
        for name in names:
            place = _entry(place, name)
        try:
            real = place.resolve()
        except (OSError, RuntimeError):  # a link that leads to itself
            raise PermissionError(f"länken ”{path}” leder ingenstans") from None
        if not real.is_relative_to(root):
            raise PermissionError(f"”{path}” är en länk som leder ut ur arbetsytan")
        return real


@lru_cache(maxsize=8)
def _real(root: Path) -> Path:
    """Return `root` with links followed: the same for every file of a workspace."""
    return root.resolve()


def _plain(root: Path, names: tuple[str, ...]) -> Path | None:
    """Return what `names` lead to below `root` when all of them are there and none is a link."""
    place = str(root)
    for name in names:
        place = f"{place}{os.sep}{name}"
        try:
            status = os.lstat(place)
        except (OSError, ValueError):
            return None
        joined: int = getattr(status, "st_reparse_tag", 0)  # a junction on Windows
        if stat.S_ISLNK(status.st_mode) or joined:
            return None
    return Path(place)


def limit_of(path: str) -> int:
    """Return how many bytes a file of a workspace may have."""
    return _BINARY_LIMIT if path.lower().endswith(_BINARY) else _TEXT_LIMIT


def bounded(path: str, data: bytes) -> bytes:
    """Return `data`, which is what `path` holds.

    Raises:
        OverflowError: it is larger than such a file may be.
    """
    limit = limit_of(path)
    if len(data) > limit:
        raise OverflowError(f"filen {path} är större än {limit // 1_000_000} MB")
    return data


def by_people(names: Iterable[str]) -> tuple[str, ...]:
    """Return those of `names` that people give, sorted; programs leave hidden files beside."""
    return tuple(sorted(n for n in names if is_plain(n) and not n.startswith(_NOT_BY_PEOPLE)))


def _entry(folder: Path, name: str) -> Path:
    """Return the entry of `folder` called `name`, whichever normal form the disk keeps it in."""
    exact = folder / name
    if name.isascii() or exact.exists() or not folder.is_dir():
        return exact
    return next((entry for entry in folder.iterdir() if _nfc(entry.name) == name), exact)


def _nfc(name: str) -> str:
    return unicodedata.normalize("NFC", name)
