"""How many items go together: as many as take about a second, as far as is known by now."""

from math import ceil
from typing import Final

from avtalsgen.records import dataclass

_ABOUT: Final = 1.0
"""Seconds: long beside what a task costs (8 to 37 ms on a cluster), short beside a lunch."""
_FASTER: Final = 4
"""A chunk has at most so many times the items of the largest that has come back."""
_MOST: Final = 1000
_HALF: Final = 0.5


@dataclass(slots=True)
class ChunkSize:
    """Learns from what has come back; the first chunks have one item each."""

    seconds: float = 0.0
    """What an item takes, the newest counted as much as all before."""
    largest: int = 0

    def learn(self, items: int, seconds: float) -> None:
        """Note that `items` took `seconds` together."""
        took = seconds / items
        self.seconds = took if not self.largest else _HALF * (self.seconds + took)
        self.largest = max(self.largest, items)

    def next(self, left: int, width: int) -> int:
        """Return how many of `left` items the next chunk has, when `width` work at a time.

        The last ones are parted so that all workers end together.
        """
        if not self.largest:
            return 1
        wanted = int(_ABOUT / self.seconds) if self.seconds > _ABOUT / _MOST else _MOST
        return max(1, min(wanted, self.largest * _FASTER, ceil(left / (2 * width))))
