"""Whose mark of a tracked change it is."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml import etree

from avtalsgen.ooxml.names import W
from avtalsgen.readers.docx.returned.sheet import Hand, SheetNote, SheetStretch


def hand_of(node: etree._Element) -> Hand:
    """Return who made a tracked change, and when, as its mark says."""
    return Hand(node.get(f"{W}author", ""), node.get(f"{W}date", ""))


def end_of(properties: etree._Element | None, *tags: str) -> Hand | None:
    """Return who put in or took out the end of a paragraph or a row, by the first of `tags`."""
    for tag in tags:
        node = None if properties is None else properties.find(W + tag)
        if node is not None:
            return hand_of(node)
    return None


def hung(
    notes: Sequence[tuple[int, SheetNote]], stretches: Sequence[SheetStretch]
) -> Iterator[SheetNote]:
    """Yield notes with what became of the words that each stands behind, or else before."""
    for place, note in notes:
        beside = (*reversed(stretches[:place]), *stretches[place:])
        words = next((each for each in beside if each.text.strip()), None)
        by = words.deleted if words else None
        with_words = bool(by and note.deleted and by.author == note.deleted.author)
        yield replace(note, with_words=with_words)
