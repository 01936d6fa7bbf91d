"""What the program is made of: with another program or engine the same facts have other bytes."""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

import avtalsgen

_ENGINES: Final = (
    *("typst", "pikepdf", "page-validation", "python-docx", "docxtpl", "lxml", "jinja2"),
    *("markdown-it-py", "pypdfium2", "pyyaml", "ruamel.yaml", "pyhanko", "cryptography"),
)
PRINTERS: Final = (
    *("writers", "model", "ooxml", "swedish", "pipeline/build"),
    *("records.py", "problems.py", "source.py"),
)
"""The rooms and files that make the bytes of a document that is composed."""
_COMPILED: Final = ".pyc"


@cache
def versions() -> Mapping[str, str]:
    """Return the version of everything that decides what an uppdrag becomes, by name."""
    return {**engines(), "avtalsgen": f"{avtalsgen.__version__} ({_hash_of([_package()])[:8]})"}


@cache
def printed_by() -> bytes:
    """Return what tells whether a document that is composed has the same bytes again.

    The version of the program is the same from day to day, so its files are asked: those of
    `PRINTERS` only, as what the others do shows in the document.
    """
    rooms = [_package() / name for name in PRINTERS]
    return repr((engines(), avtalsgen.__version__, _hash_of(rooms))).encode()


@cache
def engines() -> Mapping[str, str]:
    """Return the version of Python and of each package that a document goes through, by name.

    Told by the names of the folders that pip leaves, `python_docx-1.2.0.dist-info`, which are laid
    down (Recording installed projects, packaging.python.org): to ask for the metadata of one takes
    longer than to look for all.
    """
    installed = dict(_installed())
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    known = {name: installed.get(_normal(name), "saknas") for name in _ENGINES}
    return {"Python": python, **known}


def _installed() -> Iterator[tuple[str, str]]:
    for folder in reversed(sys.path):
        with suppress(OSError), os.scandir(folder or ".") as entries:
            for entry in entries:
                name, _, release = entry.name.removesuffix(".dist-info").partition("-")
                if entry.name.endswith(".dist-info"):
                    yield _normal(name), release


def _normal(name: str) -> str:
    return name.lower().replace("-", "_").replace(".", "_")


def _package() -> Path:
    return Path(avtalsgen.__file__).parent


def _hash_of(rooms: Iterable[Path]) -> str:
    everything = sha256()
    for file in sorted(file for room in rooms for file in _files(room)):
        everything.update(file.relative_to(_package()).as_posix().encode())
        everything.update(sha256(file.read_bytes()).digest())
    return everything.hexdigest()


def _files(room: Path) -> Iterator[Path]:
    candidates = room.rglob("*") if room.is_dir() else (room,)
    return (file for file in candidates if file.is_file() and file.suffix != _COMPILED)
