"""Which uppdrag a workspace has, in which editions: by the names of files, none of them read."""

import re
from datetime import date
from typing import Final

from avtalsgen.problems import AvtalsgenError, Exit, Problem
from avtalsgen.source import Files, Origin

FOLDER = "uppdrag"
LOCK: Final = ".lock.json"
"""What the lock of an edition ends with; it stands beside the edition."""
SLUG = re.compile(r"[a-z0-9][a-z0-9-]*")
_ON_DAY: Final = re.compile(r"(.+):(\d{4}-\d\d-\d\d)")


def slugs(files: Files) -> tuple[str, ...]:
    """Return every uppdrag of the workspace, sorted."""
    return tuple(name for name in files.names(FOLDER) if editions(files, name))


def editions(files: Files, slug: str) -> tuple[str, ...]:
    """Return the editions of an uppdrag, the oldest id first: `2021`, `2021-tillagg`, `2026`."""
    names = files.names(f"{FOLDER}/{slug}")
    return tuple(sorted(n.removesuffix(".yaml") for n in names if n.endswith(".yaml")))


def path_of(slug: str, edition: str) -> str:
    """Return the path of an edition's file."""
    return f"{FOLDER}/{slug}/{edition}.yaml"


def must_exist(files: Files, slug: str, edition: str, asked_at: Origin | None) -> None:
    """Do nothing if the edition exists.

    Raises:
        AvtalsgenError: UP01 no such uppdrag, UP02 no such edition; exit code 66 when it was
            asked for on the command line (`asked_at` is nothing).
    """
    there = editions(files, slug)
    if edition in there:
        return
    from avtalsgen.readers.yaml.keys import nearest  # for a wrong word only

    if there:
        of_itself = [each for each in there if "-" not in each] or there  # by habit, not about it
        near = nearest(edition, there) or of_itself[-1]
        code, message = "UP02", f"uppdraget {slug} har ingen utgåva ”{edition}”"
        written = f"{slug}@{edition}" if edition else slug
        if not edition:
            message = f"”{slug}” säger inte vilken utgåva av uppdraget"
        hint = f"byt {written} mot {slug}@{near}; utgåvorna är {', '.join(there)}"
    else:
        near = nearest(slug, slugs(files))
        code, message = "UP01", f"uppdraget ”{slug}” finns inte"
        hint = f"menade du {near}?" if near else "avtalsgen list visar uppdragen"
    exit_ = Exit.DATA if asked_at else Exit.NOT_FOUND
    raise AvtalsgenError([Problem(code, message, origin=asked_at, hint=hint, exit=exit_)])


def split_day(edition: str) -> tuple[str, date | None]:
    """Return the edition and the day of `2021:2022-01-01`, the text in force on a day.

    Raises:
        AvtalsgenError: UP13 there is no such day.
    """
    match = _ON_DAY.fullmatch(edition)
    if not match:
        return edition, None
    try:
        return match[1], date.fromisoformat(match[2])
    except ValueError:
        from avtalsgen.swedish.dates import iso, nearest_day  # for a wrong word only

        hint = f"menade du {iso(nearest_day(*map(int, match[2].split('-'))))}?"
        message = f"dagen ”{match[2]}” finns inte"
        raise AvtalsgenError([Problem("UP13", message, hint=hint, exit=Exit.NOT_FOUND)]) from None
