"""PDFs that pages show as pictures: kept a while in memory, by what is in them."""

from collections import OrderedDict
from hashlib import sha256
from threading import Lock
from typing import Final

from avtalsgen.pipeline.shown.page_pictures import SetPages, page_picture
from avtalsgen.records import dataclass
from avtalsgen.web.uploads.apart import apart

_MOST: Final = 120_000_000
"""Bytes of PDF and pictures together."""
_WIDTHS: Final = (480, 800, 1400)
"""Pixels that a picture may have: beside a form, on a page, and on a sharp screen."""


@dataclass(frozen=True, slots=True)
class ShownPages:
    """Pages that are shown, by the name under which their pictures are fetched."""

    name: str
    set: SetPages


class PageShelf:
    """The pages that somebody looks at; those that nobody has looked at the longest go first."""

    def __init__(self) -> None:
        self._pages: OrderedDict[str, SetPages] = OrderedDict()
        self._pictures: OrderedDict[tuple[str, int, int], bytes] = OrderedDict()
        self._lock = Lock()

    def put(self, pages: SetPages) -> ShownPages:
        """Return `pages` as they are shown from now on."""
        name = sha256(pages.pdf).hexdigest()[:32]
        with self._lock:
            self._pages[name] = pages
            self._pages.move_to_end(name)
            while self._bytes() > _MOST and len(self._pages) > 1:
                self._forget(next(iter(self._pages)))
        return ShownPages(name, pages)

    def picture(self, name: str, number: int, width: int) -> bytes | None:
        """Return a page, the first being 0, as PNG; none of what is not shown any more.

        Raises:
            AvtalsgenError: FU03 it took too much to draw, PF01 it cannot be drawn.
        """
        pages = self._pages.get(name)
        if pages is None or not 0 <= number < len(pages.pages):
            return None
        wide = next((each for each in _WIDTHS if each >= width), _WIDTHS[-1])
        key = name, number, wide
        made = self._pictures.get(key)
        if made is None:
            made = apart(page_picture, pages.pdf, number, wide)
            with self._lock:
                self._pictures[key] = made
        return made

    def _bytes(self) -> int:
        return sum(len(each.pdf) for each in self._pages.values()) + sum(
            len(each) for each in self._pictures.values()
        )

    def _forget(self, name: str) -> None:
        del self._pages[name]
        for key in [key for key in self._pictures if key[0] == name]:
            del self._pictures[key]
