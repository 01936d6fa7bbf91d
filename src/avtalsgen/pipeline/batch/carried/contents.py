"""What a workspace is on its way to other machines: a list of paths with hashes, and what has them.

    the user's disk                                      a worker
    clauses/tvist/2019.md ─┐
    uppdrag/prov/1.yaml   ─┼─► list: path, SHA-256 ────► which of these do I lack?
    gamla/avtal.docx      ─┘   ◄──── hashes ───────────
                               contents, once a worker ► its own copy, at the same places

The folder that all of it stands in becomes the root of the copy, so that every name that the
user gave leads to the same file there.
"""

import os
from collections.abc import Iterable, Iterator
from hashlib import sha256
from json import dumps
from pathlib import Path
from typing import Final

from avtalsgen.pipeline.batch.job import Ground
from avtalsgen.pipeline.workspace.workspace import Workspace
from avtalsgen.problems import AvtalsgenError, Exit, Problem
from avtalsgen.records import dataclass

_FOLDERS: Final = ("clauses", "uppdrag")


@dataclass(frozen=True, slots=True)
class Brought:
    """Contents by their hashes."""

    contents: tuple[tuple[str, bytes], ...] = ()


NOTHING: Final = Brought()


@dataclass(frozen=True, slots=True)
class CarriedGround:
    """A ground by the hash of its list, and where workspace and user stand in the copy."""

    digest: str
    root: str
    here: str


class Cargo:
    """A ground and files beside it, ready to be carried; contents are read when they are sent."""

    def __init__(self, ground: Ground, beside: Iterable[str]) -> None:
        """List the workspace of `ground`, and the files that the user named.

        Raises:
            AvtalsgenError: BT02 a file is named by its whole path, FI01 one is not there.
        """
        named = [_absolute(ground.here, name) for name in beside]
        self._places: dict[str, Path] = {}
        listed = {**_workspace(ground.root), **{path: path for path in named}}
        whole = Path(os.path.commonpath([ground.root, ground.here, *listed]))
        listing: dict[str, str] = {}
        for path, real in listed.items():
            digest = sha256(real.read_bytes()).hexdigest()
            listing[path.relative_to(whole).as_posix()] = digest
            self._places[digest] = real
        self._listing = dumps(listing, sort_keys=True).encode()
        self.ground = CarriedGround(
            sha256(self._listing).hexdigest(),
            ground.root.relative_to(whole).as_posix(),
            ground.here.relative_to(whole).as_posix(),
        )

    def contents(self, hashes: Iterable[str]) -> Brought:
        """Return what has `hashes`; what has changed since it was listed is not sent."""
        read = ((digest, self._content(digest)) for digest in hashes)
        return Brought(tuple((digest, data) for digest, data in read if _is(data, digest)))

    def _content(self, digest: str) -> bytes:
        return self._listing if digest == self.ground.digest else self._places[digest].read_bytes()


def _is(data: bytes, digest: str) -> bool:
    """Return whether `data` has a hash.

    Raises:
        AvtalsgenError: BT03 it has not.
    """
    if sha256(data).hexdigest() == digest:
        return True
    message, hint = "en fil i arbetsytan ändrades medan den skickades", "kör om kommandot"
    raise AvtalsgenError([Problem("BT03", message, hint=hint, exit=Exit.CONFLICT)])


def _absolute(here: Path, name: str) -> Path:
    path = Path(name)
    if path.is_absolute():
        message = f"{name} är en hel sökväg, och en arbetare på en annan maskin har inte den"
        inside = path.is_relative_to(here)
        way = f"byt {name} mot {path.relative_to(here)}, eller " if inside else ""
        hint = f"{way}kör utan --executor"
        raise AvtalsgenError([Problem("BT02", message, hint=hint, exit=Exit.USAGE)])
    return Path(os.path.abspath(here / path))  # noqa: PTH100 - takes away .. and keeps links


def _workspace(root: Path) -> dict[Path, Path]:
    """Return every file of the workspace that the program can read, and where it really is."""
    files = Workspace(root)
    return {root / path: files.locate(path) for top in _FOLDERS for path in _below(files, top)}


def _below(files: Workspace, folder: str) -> Iterator[str]:
    for name in files.names(folder):
        path = f"{folder}/{name}"
        try:
            place = files.locate(path)
        except PermissionError:
            continue
        if place.is_dir():
            yield from _below(files, path)
        elif place.is_file():
            yield path
