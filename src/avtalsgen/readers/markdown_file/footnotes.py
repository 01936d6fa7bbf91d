"""Footnotes of Markdown, as the programs that print them know them: `[^1]`, and `[^1]: …` below.

CommonMark has none. To it a note of one word defines where a link leads, and its words are gone.
"""

import re
from collections.abc import Sequence
from typing import Final

from avtalsgen.records import dataclass

_NOTE: Final = re.compile(r" {0,3}\[\^(?P<label>[^\]\s]{1,50})\]:[ \t]*(?P<said>.*)")
_REFERENCE: Final = re.compile(r"\[\^(?P<label>[^\]\s]{1,50})\]")
_FENCE: Final = re.compile(r" {0,3}(?:```|~~~)")
_INDENT: Final = re.compile(r" {1,4}|\t")


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note as it is written: its label, its rows, and the row that it begins on, from 0."""

    label: str
    rows: tuple[str, ...]
    row: int


@dataclass(frozen=True, slots=True)
class Footnotes:
    """A text without its notes, as many rows as before, and the notes in the order of the text."""

    text: str
    notes: tuple[Footnote, ...]

    def numbered(self, words: str) -> str:
        """Return `words` with the references to notes as they are printed: `[1]`."""
        numbers = {note.label: number for number, note in enumerate(self.notes, start=1)}
        return _REFERENCE.sub(
            lambda sign: f"[{numbers[sign['label']]}]" if sign["label"] in numbers else sign[0],
            words,
        )


def footnotes(text: str) -> Footnotes:
    """Return the notes of `text` that it refers to, and the text without them."""
    rows = text.split("\n")
    notes = _written(rows)
    kept = list(rows)
    for note in notes.values():
        kept[note.row : note.row + len(note.rows)] = [""] * len(note.rows)
    referred = dict.fromkeys(sign["label"] for sign in _REFERENCE.finditer("\n".join(kept)))
    inside = (row for note in notes.values() for row in note.rows)
    referred |= dict.fromkeys(sign["label"] for row in inside for sign in _REFERENCE.finditer(row))
    used = tuple(notes[label] for label in referred if label in notes)
    for note in notes.values():
        if note not in used:
            end = note.row + len(note.rows)
            kept[note.row : end] = rows[note.row : end]
    return Footnotes("\n".join(kept), used)


def _written(rows: Sequence[str]) -> dict[str, Footnote]:
    """Return the first note of each label; what is indented below one belongs to it."""
    notes: dict[str, Footnote] = {}
    fenced = False
    place = 0
    while place < len(rows):
        fenced ^= _FENCE.match(rows[place]) is not None
        begun = None if fenced else _NOTE.fullmatch(rows[place])
        end = place + 1
        if begun and begun["label"] not in notes:
            end = _end(rows, place)
            more = (_INDENT.sub("", row, count=1) for row in rows[place + 1 : end])
            notes[begun["label"]] = Footnote(begun["label"], (begun["said"], *more), place)
        place = end
    return notes


def _end(rows: Sequence[str], place: int) -> int:
    """Return the row behind a note: it goes on to an empty row, and behind one if indented."""
    end = place + 1
    while end < len(rows):
        row = rows[end]
        if not row.strip():
            more = rows[end + 1 : end + 2]
            if not more or not more[0].strip() or not _INDENT.match(more[0]):
                break
        elif _NOTE.fullmatch(row):
            break
        end += 1
    return end
