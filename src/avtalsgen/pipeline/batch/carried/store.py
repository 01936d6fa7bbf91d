"""What a worker has of the workspaces that it was sent, on its own disk while it lives.

Contents are kept by their hashes, so that of a workspace that has changed in one file one file is
sent. Nothing is believed: what comes under a hash that it has not is refused.
"""

import json
import os
import shutil
from collections import OrderedDict
from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Final

from avtalsgen.pipeline.batch.carried.contents import Brought, CarriedGround
from avtalsgen.pipeline.batch.job import Ground
from avtalsgen.problems import AvtalsgenError, Exit, Problem

_KEPT: Final = 2
"""Workspaces; the one that was used longest ago goes when there are more."""


class LackingError(Exception):
    """Raised when contents are needed that the worker does not have."""

    def __init__(self, hashes: tuple[str, ...]) -> None:
        self.hashes = hashes
        super().__init__(*hashes)


def ground_of(ground: Ground | CarriedGround, brought: Brought) -> Ground:
    """Return the ground that work is done on here, after what was `brought` has been taken in.

    Raises:
        LackingError: this worker lacks some of it.
        AvtalsgenError: BT04 what was brought is not what it is called.
    """
    if isinstance(ground, Ground):
        return ground
    store = _store()
    store.take_in(brought)
    return store.ground(ground)


def lacking(ground: CarriedGround) -> tuple[str, ...]:
    """Return the hashes of what this worker lacks of a ground: first its list, then contents."""
    try:
        _store().ground(ground)
    except LackingError as error:
        return error.hashes
    return ()


def take_in(brought: Brought) -> None:
    """Keep what was brought.

    Raises:
        AvtalsgenError: BT04 it is not what it is called.
    """
    _store().take_in(brought)


@lru_cache(maxsize=1)
def _store() -> "_ContentStore":
    return _ContentStore()


class _ContentStore:
    def __init__(self) -> None:
        self.folder = TemporaryDirectory(prefix="avtalsgen-")
        self._contents = Path(self.folder.name, "contents")
        self._contents.mkdir()
        self._grounds: OrderedDict[str, Path] = OrderedDict()

    def take_in(self, brought: Brought) -> None:
        for digest, data in brought.contents:
            if sha256(data).hexdigest() != digest:
                message = "det som skickades till arbetaren är inte det som skulle skickas"
                raise AvtalsgenError(
                    [Problem("BT04", message, hint="kör om kommandot", exit=Exit.OURS)]
                )
            (self._contents / digest).write_bytes(data)

    def ground(self, carried: CarriedGround) -> Ground:
        place = self._grounds.get(carried.digest)
        if place is None:
            place = self._grounds[carried.digest] = self._laid_out(carried.digest)
        self._grounds.move_to_end(carried.digest)
        while len(self._grounds) > _KEPT:
            _, oldest = self._grounds.popitem(last=False)
            shutil.rmtree(oldest)
        return Ground(place / carried.root, place / carried.here, carried.digest, away=True)

    def _laid_out(self, digest: str) -> Path:
        listing: dict[str, str] = json.loads(self._read(digest))
        self._must_have(listing.values())
        place = Path(self.folder.name, digest)
        for path, content in listing.items():
            inside = PurePosixPath(path)
            assert not inside.is_absolute()
            assert ".." not in inside.parts
            target = place / inside
            target.parent.mkdir(parents=True, exist_ok=True)
            try:
                os.link(self._contents / content, target)
            except OSError:  # a file system without hard links
                shutil.copyfile(self._contents / content, target)
        return place

    def _read(self, digest: str) -> bytes:
        self._must_have((digest,))
        return (self._contents / digest).read_bytes()

    def _must_have(self, hashes: Iterable[str]) -> None:
        lacks = tuple(each for each in dict.fromkeys(hashes) if not self._has(each))
        if lacks:
            raise LackingError(lacks)

    def _has(self, digest: str) -> bool:
        return (self._contents / digest).is_file()
