"""Bullets that stand in rows of their own, put before the items that they belong to.

A reader of PDF files that takes columns one by one gives the bullets of a list first and its
items after them, or each bullet above its item.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from avtalsgen.readers.rows.joining import Joined

_BULLETS = frozenset("•‣▪■◦○●·–—-")


def hung(paragraphs: Sequence[Joined]) -> Iterator[Joined]:
    """Yield `paragraphs`, as many of them made items as there are bullets alone before them."""
    place = 0
    while place < len(paragraphs):
        end = place
        while end < len(paragraphs) and paragraphs[end].text in _BULLETS:
            end += 1
        bullets, items = paragraphs[place:end], paragraphs[end : end + end - place]
        if bullets and len(items) == len(bullets):
            for bullet, item in zip(bullets, items, strict=True):
                yield replace(item, text=f"{bullet.text} {item.text}")
            place = end + len(items)
        else:
            yield paragraphs[place]
            place += 1
