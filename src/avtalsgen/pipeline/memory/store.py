"""Answers on disk: one file of JSON a workspace, in the folder that this user keeps such things in.

Nothing in it is ever needed. It lies with the user and not in the workspace, so that a workspace
from somebody else brings no answers along; it holds no code and is believed only if it is whole
(a SHA-256 stands first), of this user and of this very program. Anything else is as if it were
not there, and a disk that does not take it is no error.
"""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final, cast

import avtalsgen
from avtalsgen.pipeline.output.turn import turn
from avtalsgen.pipeline.output.versions import engines

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None

SCHEMA: Final = "avtalsgen.memory/1"
_NO_PART: Final = frozenset({"__pycache__", "cli", "web"})
_LARGEST: Final = 64_000_000
"""Bytes; a thousand uppdrag take one."""


def folder() -> Path:
    """Return where this user's programs keep what they can make anew, or AVTALSGEN_CACHE."""
    told = os.environ.get("AVTALSGEN_CACHE")
    if told:
        return Path(told)
    if sys.platform == "win32":
        kept = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData/Local"
        return Path(kept) / "avtalsgen/cache"
    if sys.platform == "darwin":
        return Path.home() / "Library/Caches/avtalsgen"
    kept = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(kept) / "avtalsgen"


def load(root: Path) -> dict[str, Json]:
    """Return what was kept for the workspace at `root`; nothing where nothing can be believed."""
    try:
        place = _place(root)
        if place.stat().st_size > _LARGEST or not _is_ours(place):
            return {}
        digest, _, body = place.read_bytes().partition(b"\n")
        if digest.decode() != sha256(body).hexdigest():
            return {}
        data = json.loads(body)
        if [data["schema"], data["program"]] != [SCHEMA, program()]:
            return {}
        answers = data["answers"]
    except (OSError, RuntimeError, ValueError, KeyError, TypeError, RecursionError):
        return {}
    return answers if isinstance(answers, dict) else {}


@contextmanager
def turn_of(root: Path) -> Iterator[None]:
    """Wait till no other process is saving what it knows of the workspace at `root`."""
    with ExitStack() as held:
        with suppress(OSError, RuntimeError):
            _place(root).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            held.enter_context(turn(_place(root).parent))
        yield


def save(root: Path, answers: dict[str, Json]) -> None:
    """Keep `answers` for the workspace at `root`, if the disk takes them."""
    whole = {"schema": SCHEMA, "program": program(), "answers": answers}
    body = json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode()
    with suppress(OSError, RuntimeError):
        place = _place(root)
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        beside = place.with_suffix(f".{os.getpid()}.tmp")
        try:
            descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                file.write(sha256(body).hexdigest().encode() + b"\n" + body)
            beside.replace(place)
        finally:
            beside.unlink(missing_ok=True)


@cache
def program() -> str:
    """Return a hash of what this program is: its engines, and the size and time of every file.

    But for those that only ask pipeline, which no answer is made of.
    """
    files: list[tuple[str, str, int, int]] = []
    folders = [str(Path(avtalsgen.__file__).parent)]
    for folder in folders:
        with _entries(folder) as entries:
            for entry in entries:
                if not entry.is_dir():
                    status = entry.stat()
                    files.append((folder, entry.name, status.st_size, status.st_mtime_ns))
                elif entry.name not in _NO_PART:
                    folders.append(f"{folder}{os.sep}{entry.name}")
    files.sort()
    made_of = avtalsgen.__version__, sys.version, sorted(engines().items()), files
    return sha256(repr(made_of).encode()).hexdigest()


@contextmanager
def _entries(folder: str) -> Iterator[Iterator[os.DirEntry[str]]]:
    """Give what is in `folder`, opened where the system can: each file is then looked for in it.

    And not along the whole of its path, which is a third of the time.
    """
    if os.scandir not in os.supports_fd:
        with os.scandir(folder) as entries:
            yield entries
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        with os.scandir(opened) as listed:
            yield cast("Iterator[os.DirEntry[str]]", listed)
    finally:
        os.close(opened)


def _place(root: Path) -> Path:
    return folder() / f"{sha256(os.fsencode(root.resolve())).hexdigest()[:32]}.json"


def _is_ours(place: Path) -> bool:
    return sys.platform == "win32" or place.stat().st_uid == os.getuid()
