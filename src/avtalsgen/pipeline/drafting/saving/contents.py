"""The contents of files that forms were made of, by etag: what two people both began with.

They are remembered as long as the program runs. What is forgotten costs a question, and no answer.
"""

from collections import OrderedDict
from threading import Lock
from typing import Final

from avtalsgen.pipeline.drafting.draft import etag_of

_MOST: Final = 500
"""Contents; each is some ten kilobytes."""


class SeenContents:
    """Contents by etag, the latest asked for kept longest."""

    def __init__(self) -> None:
        self._data: OrderedDict[str, bytes] = OrderedDict()
        self._lock = Lock()

    def remember(self, data: bytes) -> str:
        """Keep what a file holds, and return its etag."""
        etag = etag_of(data)
        with self._lock:
            self._data[etag] = data
            self._data.move_to_end(etag)
            while len(self._data) > _MOST:
                self._data.popitem(last=False)
        return etag

    def get(self, etag: str) -> bytes | None:
        """Return what had the etag, if it is remembered."""
        with self._lock:
            if etag in self._data:
                self._data.move_to_end(etag)
            return self._data.get(etag)


SEEN: Final = SeenContents()
"""What the forms of this program were made of."""
