"""Words that are bold or in italics, or listed by other signs, on one side and not on the other."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from avtalsgen.model import plain
from avtalsgen.model.comparison import OtherChange
from avtalsgen.model.nodes import (
    Block,
    Deleted,
    Document,
    Emphasis,
    Inline,
    Inserted,
    Link,
    List,
    Strong,
)
from avtalsgen.model.walk import runs, sections

_KIND: Final = "formatering"
_SHOWN: Final = 60


def other_emphasis(old: Document, new: Document) -> tuple[OtherChange, ...]:
    """Return how many emphasised words are so on one side alone; nothing where all are alike.

    Words that only one side has are told as words, with what they look like.
    """
    before, now = Counter(_emphasised(old)), Counter(_emphasised(new))
    gone = _of_words_in(before - now, new)
    came = _of_words_in(now - before, old)
    if not gone and not came:
        return ()
    _, words = (came or gone)[0]
    return (OtherChange(_KIND, len(gone), len(came), f"först vid ”{words[:_SHOWN]}”"),)


def _of_words_in(
    emphasised: Counter[tuple[object, str]], document: Document
) -> list[tuple[object, str]]:
    said = "\n".join(plain.lines(document)) if emphasised else ""
    return [each for each in emphasised.elements() if each[1] in said]


def _emphasised(document: Document) -> Iterator[tuple[object, str]]:
    for section in sections(document):
        for content in (section.heading, *(run for block in section.blocks for run in runs(block))):
            yield from _within(content)
        for block in section.blocks:
            yield from _listed(block)


def _listed(block: Block) -> Iterator[tuple[object, str]]:
    """Yield how each list counts its items, with the words of the first of them."""
    if isinstance(block, List):
        first = next(iter(runs(block)), ())
        yield (block.ordered, block.letters, block.start), plain.text(first)
        for item in block.items:
            for inner in item.blocks:
                yield from _listed(inner)


def _within(content: Iterable[Inline]) -> Iterator[tuple[object, str]]:
    for inline in content:
        match inline:
            case Strong(held) | Emphasis(held):
                yield type(inline), plain.text(held)
                yield from _within(held)
            case Link(held) | Inserted(held) | Deleted(held):
                yield from _within(held)
            case _:
                pass
