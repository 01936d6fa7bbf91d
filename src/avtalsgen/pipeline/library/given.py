"""What a workspace was given of the program's library: the digest of each file, as it came.

A file with the digest that it came with nobody has changed since, so the program may give it anew.
It is written by `init`, and by `library --take` for what is taken. What the program gave before
there was such a note stands in `earlier_forms.txt`, which is whole and not renewed.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Final

from avtalsgen.pipeline.workspace.starter import starter_clauses
from avtalsgen.source import Files

GIVEN: Final = "clauses/.avtalsgen-bibliotek.json"
SCHEMA: Final = "avtalsgen.given/1"
_TEXT: Final = (".md", ".yaml", ".yml", ".svg")
_BEGINNING: Final = 16
"""Hexadecimal digits that stand for a digest in the list of earlier forms."""
_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"


def starter_files() -> Mapping[str, bytes]:
    """Return every file of the program's library, by where it goes in a workspace, sorted."""
    source = starter_clauses()
    return {path: file.read_bytes() for path, file in _files(source)}


def _files(source: Path) -> Iterator[tuple[str, Path]]:
    for file in sorted(source.rglob("*")):
        if file.is_file() and not file.name.startswith((".", "~$")):
            yield f"clauses/{file.relative_to(source).as_posix()}", file


def digest(path: str, data: bytes) -> str:
    """Return the SHA-256 of a file; of a text alike however its lines end and however it begins."""
    if path.endswith(_TEXT):
        data = data.removeprefix(_BYTE_ORDER_MARK).replace(b"\r\n", b"\n")
    return sha256(data).hexdigest()


@cache
def earlier_forms() -> frozenset[tuple[str, str]]:
    """Return path and beginning of the digest of each form from before workspaces had a note."""
    text = files(__package__).joinpath("earlier_forms.txt").read_text(encoding="utf-8")
    lines = (line.partition(" ") for line in text.splitlines())
    return frozenset((path, sha) for sha, _, path in lines)


def came_so(path: str, sha: str, given: Mapping[str, str]) -> bool:
    """Return whether a file with this digest is as the program gave it, by the note or earlier."""
    return given.get(path) == sha or (path, sha[:_BEGINNING]) in earlier_forms()


def read_given(read: Files) -> Mapping[str, str]:
    """Return the digest of each file as it came, by path; nothing where nobody has noted it."""
    try:
        data = json.loads(read.read(GIVEN).decode("utf-8"))
        noted = data["files"] if data["schema"] == SCHEMA else {}
        return {str(path): str(sha) for path, sha in noted.items()}
    except (OSError, OverflowError, ValueError, KeyError, TypeError, AttributeError):
        return {}  # then nothing is known to be as it came, and nothing is written over


def given_bytes(given: Mapping[str, str]) -> bytes:
    """Return the file that `read_given` reads."""
    noted = {"schema": SCHEMA, "files": dict(sorted(given.items()))}
    return (json.dumps(noted, ensure_ascii=False, indent=1) + "\n").encode()
