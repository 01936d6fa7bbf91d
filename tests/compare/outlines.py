"""Outlines written in a row, and what a reader says of two of them.

    A .b .c D: .e      A with b and c below it, and D, which has no text of its own, with e

Each section has the words that its letter stands for, and no others.
"""

from typing import Final

from tests.redline.wordfile import par, word

from avtalsgen.model.nodes import Cover, Document, Identity, Paragraph, Section, Text
from avtalsgen.model.walk import nested

HEADINGS_CHANGE_PLACE: Final = "headings that change place"
KINDS: Final = {
    HEADINGS_CHANGE_PLACE: ("A .b .c D .e .f G", "D .b .c A .e .f G", "D A", "b c e f"),
    "bare headings that change place": ("A: .b D: .e G", "D: .b A: .e G", "D A", "b e"),
    "the first and the last heading": ("A: .b D .e G: .h", "G: .b D .e A: .h", "G A", "b h"),
    "three parents in a ring": ("A: .b D: .e G: .h", "D: .b G: .e A: .h", "D G A", "b e h"),
    "put under another, further up": ("A B C D", "A .c B D", "c", ""),
    "put under another where it stands": ("A B C", "A .b C", "", "b"),
    "one twice as long put under another": ("A B CC D", "A .cc B D", "c", ""),
    "one of many paragraphs put under another": ("A B CCCC D", "A .cccc B D", "B", "c"),
    "to another chapter": ("A: .b .c D: .e", "A: .c D: .e .b", "b", ""),
    "over the border to the next chapter": ("A: .b .c D: .e", "A: .b D: .c .e", "D", "c"),
    "lifted to the top": ("A .b .c D .e", "E A .b .c D", "e", ""),
    "lifted where it stands": ("A .b .c D", "A .b C D", "", "c"),
    "a new parent over all": ("B C D", "X: .b .c .d", "", ""),
    "a new parent in the middle": ("A .b .c D", "A .b X .c D", "", "c"),
    "a parent that is gone": ("A .b C .d E", "A .b .d E", "", "d"),
    "parents swapped with all they have": ("A .b .c D .e F", "D .e A .b .c F", "D", ""),
    "parent and child swapped": ("AA .b .c D", "B .aa .c D", "b", "a c"),
    "two children swapped": ("A .bb .c .d E", "A .c .bb .d E", "c", ""),
    "children of two parents swapped": ("A .b .c D .e .f", "A .e .c D .b .f", "e b", ""),
}
"""The older and the newer outline, what moved, and what has another parent where it stood."""


def outline_document(row: str) -> Document:
    """Return a row as a document."""
    flat = [
        Section(name, (Text(_heading(name)),), level, blocks=tuple(_paragraphs(name, times)))
        for name, level, times in _read(row)
    ]
    return Document(Identity("", "", "", "", ""), Cover("", (Text("Avtal"),)), nested(flat))


def outline_file(row: str) -> bytes:
    """Return a row as a Word file."""
    return word(
        *(
            part
            for name, level, times in _read(row)
            for part in (
                par(_heading(name), style=f"Heading{level}"),
                *(par(_words(name, time)) for time in range(times)),
            )
        )
    )


def headings(names: str) -> list[str]:
    """Return the headings of sections that are named in a row."""
    return [_heading(name.casefold()) for name in names.split()]


def _read(row: str) -> list[tuple[str, int, int]]:
    """Return of each section its name, its level and how many paragraphs it has."""
    return [
        (
            entry.strip(".:")[0].casefold(),
            1 + entry.startswith("."),
            0 if entry.endswith(":") else len(entry.strip(".")),
        )
        for entry in row.split()
    ]


def _heading(name: str) -> str:
    return f"{name.upper()}rubrik"


def _words(name: str, time: int) -> str:
    return " ".join(f"{name}{time}ord{letter}" for letter in "klmnopqrst") + "."


def _paragraphs(name: str, times: int) -> list[Paragraph]:
    return [Paragraph((Text(_words(name, time)),)) for time in range(times)]
