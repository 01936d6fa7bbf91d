"""What a worker is made of: with other engines the same document has other bytes."""

import sys
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

import avtalsgen

_ENGINES: Final = (
    *("typst", "pikepdf", "page-validation", "python-docx", "docxtpl", "lxml", "jinja2"),
    *("markdown-it-py", "pypdfium2", "pyyaml", "ruamel.yaml", "pyhanko", "cryptography"),
)


@cache
def versions() -> Mapping[str, str]:
    """Return the version of everything that decides what a document becomes, by name."""
    engines = {name: _version(name) for name in _ENGINES}
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    return {"avtalsgen": f"{avtalsgen.__version__} ({_program()})", "Python": python, **engines}


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "saknas"


def _program() -> str:
    """Return a hash of the program itself, whose version is the same from day to day."""
    package = Path(avtalsgen.__file__).parent
    everything = sha256()
    for file in sorted(package.rglob("*")):
        if file.suffix in {".py", ".typ", ".css"}:
            everything.update(file.relative_to(package).as_posix().encode())
            everything.update(sha256(file.read_bytes()).digest())
    return everything.hexdigest()[:8]
