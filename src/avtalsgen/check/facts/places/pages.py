"""On which page of a printed file some words stand."""

from collections.abc import Sequence
from typing import Final

_KNOWN_BY: Final = 40
"""Letters that a paragraph is looked for by."""


class PageFinder:
    """The pages of a file; what is asked for comes in their order, or is looked for in all."""

    def __init__(self, pages: Sequence[str]) -> None:
        self._pages = pages
        self._reached = 0

    def place(self, text: str) -> str:
        """Return `sida 4`, or nothing where no page has the words."""
        key = "".join(filter(str.isalnum, text)).casefold()[:_KNOWN_BY]
        if not key:
            return ""
        ahead = range(self._reached, len(self._pages))
        for number in (*ahead, *range(self._reached)):
            if key in self._pages[number]:
                self._reached = number
                return f"sida {number + 1}"
        return ""
