"""A new workspace: the clause library that comes with the program, and no uppdrag yet.

All of it is made in a folder of our own inside the new one, and moved out whole:

    ny/.avtalsgen-ny/{clauses,uppdrag,output}  ──►  ny/{output,uppdrag}  ──►  ny/clauses

It is no workspace before the last of these moves. Whatever stops the program before, the next
init knows what is left by its names and bytes, and begins again.
"""

import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from avtalsgen.pipeline.library.given import GIVEN, digest, given_bytes, starter_files
from avtalsgen.pipeline.new.json_schema import PATH as SCHEMA_PATH
from avtalsgen.pipeline.new.json_schema import schema_text
from avtalsgen.pipeline.output import atomic
from avtalsgen.pipeline.workspace.project import read_project
from avtalsgen.problems import AvtalsgenError, Exit, Problem
from avtalsgen.records import dataclass

STAGE: Final = ".avtalsgen-ny"
"""The folder in which a workspace is made."""
_LAST: Final = "clauses"
"""What is moved out last."""
_LEFT_OVER: Final = re.compile(r"\.avtalsgen-[0-9a-f]{16}\.tmp")
"""What `output.atomic` leaves when it is killed."""


def init(folder: Path) -> tuple[str, ...]:
    """Make a workspace of `folder` and return the paths in it, sorted.

    Raises:
        AvtalsgenError: AY02 the folder has files in it that are not of an init that was
            stopped; the disk does not take them.
    """
    library = _library()
    if folder.exists() and not _is_free(folder, library):
        message = f"{folder} är inte en tom mapp"
        hint = "välj en ny mapp: avtalsgen init MAPP"
        raise AvtalsgenError([Problem("AY02", message, hint=hint, exit=Exit.CONFLICT)])
    stage = folder / STAGE
    with atomic.explained(folder):
        _clear(folder)
        stage.mkdir(parents=True)
    atomic.write_all({stage / path: data for path, data in library.items()})
    with atomic.explained(folder):
        for entry in sorted(stage.iterdir(), key=lambda entry: entry.name == _LAST):
            entry.rename(folder / entry.name)
        stage.rmdir()
    return tuple(sorted(library))


@dataclass(frozen=True, slots=True)
class _InMemory:
    """The files of a workspace that is not on disk yet."""

    files: Mapping[str, bytes]

    def read(self, path: str) -> bytes:
        if path not in self.files:
            raise FileNotFoundError(f"filen {path} finns inte")
        return self.files[path]

    def names(self, folder: str) -> tuple[str, ...]:
        inside = (p.removeprefix(f"{folder}/") for p in self.files if p.startswith(f"{folder}/"))
        return tuple(sorted({path.partition("/")[0] for path in inside}))


@cache
def _library() -> Mapping[str, bytes]:
    """Return every file of a new workspace, by where it goes."""
    files = starter_files()
    given = given_bytes({path: digest(path, data) for path, data in files.items()})
    schema = schema_text(read_project(_InMemory(files))).encode()
    empty = {"uppdrag/.gitkeep": b"", "output/.gitkeep": b""}
    return MappingProxyType({**files, GIVEN: given, SCHEMA_PATH: schema, **empty})


def _is_free(folder: Path, library: Mapping[str, bytes]) -> bool:
    """Return whether `folder` is empty, or has nothing but what a stopped init has left."""
    if not folder.is_dir():
        return False
    names = tuple(_outside_stage(folder))
    ours = all(_is_ours(folder, name, library) for name in names)
    whole = all((folder / name).is_file() for name in library)
    return ours and ((folder / STAGE).exists() or not whole)


def _outside_stage(folder: Path) -> Iterator[str]:
    """Yield every entry below `folder`, but for what stands in the stage."""
    for entry in sorted(folder.iterdir()):
        if entry.name == STAGE and entry.is_dir() and not entry.is_symlink():
            continue
        yield entry.relative_to(folder).as_posix()
        if entry.is_dir() and not entry.is_symlink():
            yield from (below.relative_to(folder).as_posix() for below in sorted(entry.rglob("*")))


def _is_ours(folder: Path, name: str, library: Mapping[str, bytes]) -> bool:
    place = folder / name
    if place.is_symlink():
        return False
    if place.is_dir():
        return any(path.startswith(f"{name}/") for path in library)
    if name in library:
        return place.is_file() and place.read_bytes() == library[name]
    return _LEFT_OVER.fullmatch(place.name) is not None


def _clear(folder: Path) -> None:
    """Take away what a stopped init has left in `folder`; all in it is known to be that."""
    with suppress(FileNotFoundError):
        for entry in tuple(folder.iterdir()):
            if entry.is_dir():
                shutil.rmtree(entry)
            else:
                entry.unlink()
