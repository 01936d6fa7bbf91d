"""Writing to disk so that a file is the old one or the new one, and never half of either."""

import errno
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Final

from avtalsgen.problems import AvtalsgenError, Exit, Problem

_NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_NO_RIGHT: Final = frozenset({errno.EACCES, errno.EPERM})
_WRITABLE: Final = 0o222
_BUSY: Final = frozenset({errno.EBUSY, errno.ETXTBSY})
_WINDOWS_SHARING: Final = frozenset({32, 33})
"""ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION."""
_WINDOWS_DENIED: Final = 5
"""ERROR_ACCESS_DENIED, which MoveFileEx also says of a file that Word has open."""
_FEW: Final = 8
"""Files that are waited for one after another, without threads."""
_AT_ONCE: Final = 16
"""Files that are waited for together, of more."""


def write(path: Path, data: bytes) -> None:
    """Write `data` as the file `path`, and its folder if it is not there.

    Raises:
        AvtalsgenError: the disk does not take it (SK01–SK03, SK05), or somebody has the file
            open (SK04). What was there before is there still.
    """
    write_all({path: data})


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write all of `files`, or none of them as far as a file system allows.

    Every file is complete on disk under another name before the first takes its place; when
    one of them cannot, those before it are put back.

    Raises:
        AvtalsgenError: as `write`, for the first file that failed.
    """
    for path in files:
        with explained(path):
            _refuse_protected(path)
            _refuse_open(path)
    with ExitStack() as leftovers:
        staged = {path: _stage(path, data, leftovers) for path, data in files.items()}
        _sync_files(staged)
        with ExitStack() as undo:
            for path, temporary in staged.items():
                earlier = _keep(path, leftovers) if len(staged) > 1 else None
                with explained(path, replacing=True):
                    temporary.replace(path)
                undo.callback(_put_back, path, earlier)
            undo.pop_all()
    for folder in {path.parent for path in files}:
        _sync_folder(folder)


def _stage(path: Path, data: bytes, leftovers: ExitStack) -> Path:
    """Return a file beside `path` with its bytes and the rights it has or will have."""
    temporary = _beside(path, leftovers)
    with explained(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("xb") as file:
            file.write(data)
        if path.exists():
            shutil.copymode(path, temporary)
    return temporary


def _sync_files(staged: Mapping[Path, Path]) -> None:
    """Wait till each of `staged` is complete on disk; of many, several at once.

    A disk takes those that are asked for together in one go, so that a thousand small files cost
    what some tens do.
    """
    if len(staged) <= _FEW:
        for path, temporary in staged.items():
            _sync_file(path, temporary)
        return
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for _ in pool.map(_sync_file, staged.keys(), staged.values()):
            pass  # the first that failed is raised here


def _sync_file(path: Path, temporary: Path) -> None:
    with explained(path), temporary.open("rb+") as file:
        os.fsync(file.fileno())


def _keep(path: Path, leftovers: ExitStack) -> Path | None:
    """Return another name of the file that `path` is now; none if it is not there."""
    with explained(path):
        if not path.exists():
            return None
        earlier = _beside(path, leftovers)
        try:
            earlier.hardlink_to(path)
        except OSError:  # a file system without hard links, such as FAT
            shutil.copy2(path, earlier)
    return earlier


def _put_back(path: Path, earlier: Path | None) -> None:
    with suppress(OSError):  # the error that made us put it back is the one to tell
        if earlier:
            earlier.replace(path)
        else:
            path.unlink()


def _beside(path: Path, leftovers: ExitStack) -> Path:
    """Return a new hidden name in the folder of `path`; the file is removed in the end."""
    place = path.with_name(f".avtalsgen-{os.urandom(8).hex()}.tmp")
    leftovers.callback(_remove, place)
    return place


def _remove(place: Path) -> None:
    with suppress(OSError):  # there may be no folder to remove it from
        place.unlink()


def _sync_folder(folder: Path) -> None:
    """Make the new names last through a power cut; Windows and some network disks cannot."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _refuse_protected(path: Path) -> None:
    """Stop if `path` is read-only: replacing a file does not ask its own rights on Unix."""
    if path.is_file() and not path.stat().st_mode & _WRITABLE:
        hint = "ta bort skrivskyddet, eller skriv till en annan mapp"
        raise AvtalsgenError([_refused("SK03", f"filen {path} är skrivskyddad", hint)])


def _refuse_open(path: Path) -> None:
    """Stop if an owner file beside `path` says that it is open.

    Word: `~$` before the name, which loses what exceeds six characters, at most two, in
    front. LibreOffice: `.~lock.` before it and `#` after.
    """
    lost = min(2, max(0, len(path.stem) - 6))
    for owner in (f"~${path.name[lost:]}", f".~lock.{path.name}#"):
        if path.with_name(owner).exists():
            raise AvtalsgenError([_held(path, f"; är den inte öppen, ta bort filen {owner}")])


@contextmanager
def explained(path: Path, *, replacing: bool = False) -> Iterator[None]:
    """Tell what the system says of `path` as a problem of ours.

    Raises:
        AvtalsgenError: SK01–SK05.
    """
    try:
        yield
    except OSError as error:
        raise AvtalsgenError([_problem(path, error, replacing=replacing)]) from error


def _problem(path: Path, error: OSError, *, replacing: bool) -> Problem:
    windows = getattr(error, "winerror", None)
    held = windows in _WINDOWS_SHARING or (replacing and windows == _WINDOWS_DENIED)
    if held or error.errno in _BUSY:
        return _held(path)
    if error.errno in _NO_ROOM:
        return _refused("SK01", f"det finns inte plats för {path}", "frigör utrymme på disken")
    if error.errno == errno.EROFS:
        return _refused("SK02", f"disken med {path} är skrivskyddad", "skriv till en annan mapp")
    if error.errno in _NO_RIGHT:
        hint = "skriv till en annan mapp, eller be om rätt att skriva där"
        return _refused("SK03", f"du har inte rätt att skriva {path}", hint)
    why = errno.errorcode.get(error.errno or 0, "okänt fel")
    return _refused("SK05", f"{path} kan inte skrivas ({why})", "skriv till en annan mapp")


def _refused(code: str, message: str, hint: str) -> Problem:
    return Problem(code, message, hint=hint, exit=Exit.CANNOT_WRITE)


def _held(path: Path, otherwise: str = "") -> Problem:
    hint = f"stäng filen i Word och bygg igen{otherwise}"
    return Problem("SK04", f"{path} är öppen i ett annat program", hint=hint, exit=Exit.CONFLICT)
