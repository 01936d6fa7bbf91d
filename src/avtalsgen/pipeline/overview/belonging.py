"""Which folders of uppdrag hang together: what is told of one may change when another does.

vald-i-nara-relation ── names ──► beroendemottagningen        one group of two
familjeradgivning                                             a group of its own
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from avtalsgen.pipeline.workspace.snapshot import Snapshot
from avtalsgen.uppdrag import directory

_NAMED: Final = re.compile(rb"([a-z0-9][a-z0-9-]*)@[a-z0-9]")
_SHARED: Final = "clauses"
_DEEPEST: Final = 6


def groups(files: Snapshot, slugs: tuple[str, ...]) -> Mapping[str, frozenset[str]]:
    """Return for each slug all that it hangs together with, itself among them."""
    group = {slug: {slug} for slug in slugs}
    for slug in slugs:
        for edition in directory.editions(files, slug):
            for named in _names(files, directory.path_of(slug, edition)) & group.keys():
                joined = group[slug] | group[named]
                for member in joined:
                    group[member] = joined
    return {slug: frozenset(members) for slug, members in group.items()}


def _names(files: Snapshot, path: str) -> set[str]:
    try:
        return {name.decode() for name in _NAMED.findall(files.read(path))}
    except (OSError, OverflowError):
        return set()


def made_of(files: Snapshot, members: frozenset[str]) -> dict[str, str]:
    """Return the digest of every file that is told of in a group, and of all that they share."""
    folders = (_SHARED, *(f"{directory.FOLDER}/{slug}" for slug in sorted(members)))
    return {path: files.digest(path) for folder in folders for path in _below(files, folder, 0)}


def _below(files: Snapshot, folder: str, depth: int) -> Iterator[str]:
    """Yield every path below a folder, and the folder itself as a list of names."""
    names = files.names(folder)
    if not names or depth > _DEEPEST:
        return
    yield f"{folder}/"
    for name in names:
        path = f"{folder}/{name}"
        if files.names(path):
            yield from _below(files, path, depth + 1)
        else:
            yield path
