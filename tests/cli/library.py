"""The clause library and the uppdrag of this repository, copied for a test to work in."""

import shutil
from pathlib import Path

ROOT = Path(__file__).parents[2]


def copied(folder: Path) -> Path:
    """Return a workspace in `folder` with everything that this repository's has."""
    for name in ("clauses", "uppdrag"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


def editions() -> tuple[str, ...]:
    """Return every edition of the repository as `slug@utgåva`."""
    files = sorted((ROOT / "uppdrag").glob("*/*.yaml"))
    return tuple(f"{file.parent.name}@{file.stem}" for file in files)


def types() -> tuple[str, ...]:
    """Return every document type of the repository as `typ@utgåva`."""
    files = sorted((ROOT / "clauses/dokumenttyper").glob("*/*.yaml"))
    return tuple(f"{file.parent.name}@{file.stem}" for file in files)
