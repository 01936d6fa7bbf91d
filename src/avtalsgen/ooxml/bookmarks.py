"""Bookmarks, which Word wants with unique names of at most 40 characters and unique ids."""

import hashlib
from itertools import count

from avtalsgen.ooxml.elements import Element, w

_LONGEST = 40
_DIGEST = 12


def hidden_name(prefix: str, anchor: str) -> str:
    """Return the name of the hidden bookmark of `anchor`: `_`, `prefix`, `_`, the anchor.

    Word allows letters, digits and underscores, at most 40, and hides a name that begins
    with an underscore. An anchor has no underscore, so `-` is written as one. A name that
    is too long is cut and ends in `__` and the first 12 hexadecimal digits of the SHA-256
    of the anchor: the same anchor always has the same name.
    """
    name = f"_{prefix}_{anchor.replace('-', '_')}"
    if len(name) <= _LONGEST:
        return name
    digest = hashlib.sha256(anchor.encode()).hexdigest()[:_DIGEST]
    return f"{name[: _LONGEST - _DIGEST - 2]}__{digest}"


class Bookmarks:
    """The bookmarks of one file; every one gets an id of its own."""

    def __init__(self) -> None:
        self._ids = count(1)

    def pair(self, name: str) -> tuple[Element, Element]:
        """Return the start and the end of a new bookmark."""
        identity = next(self._ids)
        start = w("bookmarkStart", id=identity, name=name)
        return start, w("bookmarkEnd", id=identity)
