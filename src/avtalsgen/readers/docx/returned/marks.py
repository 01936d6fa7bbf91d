"""Whose mark of a tracked change it is."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml import etree

from avtalsgen.ooxml.names import W
from avtalsgen.readers.docx.returned.sheet import Hand, SheetLine, SheetNote, SheetStretch


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


def put_in_with_marks(lines: Sequence[SheetLine]) -> Iterator[SheetLine]:
    """Yield lines; what a note or a box says is put in by whoever put in its mark, tracked.

    A program that tracks the mark lets the words of a new box stand as if they had been there.
    """
    marks = [note for line in lines for note in line.notes]
    stays = {note.name for note in marks if note.inserted is None}
    hands = {note.name: note.inserted for note in marks if note.name not in stays}
    for line in lines:
        hand = hands.get(line.name) if line.name else None
        if hand is None:
            yield line
            continue
        said = tuple(replace(s, inserted=s.inserted or hand) for s in line.stretches)
        yield replace(line, stretches=said, inserted=line.inserted or hand)
