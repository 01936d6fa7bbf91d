"""Footnotes of a text that nobody has tagged: rows that begin with a sign that the text has too.

On a page the sign is a raised figure, in a plain text `[1]`. Both are printed `[1]`, as every
other reader prints the sign of a note, and the rows of a note are put aside.
"""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from typing import Final

from avtalsgen.model.nodes import Aside, Paragraph, Text
from avtalsgen.readers.figures import raised
from avtalsgen.readers.rows.joining import joined
from avtalsgen.readers.rows.row import Row
from avtalsgen.records import dataclass

_NOTE: Final = re.compile(r"\[(?P<sign>\d{1,3})\][ \t]*(?P<said>\S.*)")
_FIGURE: Final = re.compile(r"(\d{1,3})(?=\D)")
_SMALL: Final = 0.95
"""Of the usual size, letters of notes."""
_SIGN: Final = re.compile(r"(?<=\S)\[(\d{1,3})\]")
_MEASURE: Final = re.compile(r"(?:^|[\s\d])[kcdmµ]?m$")
"""What a raised figure makes an area or a volume of: `120 m` `2`."""


@dataclass(frozen=True, slots=True)
class NotedRows:
    """The rows of the text, the signs of notes in them as `[1]`, and the notes."""

    rows: tuple[Row, ...]
    notes: tuple[Aside, ...]


def noted(rows: Sequence[Row]) -> NotedRows:
    """Return the text and the notes of `rows`; without a sign in the text there is no note."""
    raised = {(row.page, figure) for row in rows for figure in _figures(row)}
    begun = {(row.page, sign) for row in rows if (sign := _begins(row, raised))}
    printed = [_signed(row, begun) for row in rows]
    signs = {sign for row in printed for sign in _SIGN.findall(row.text)}
    kept: list[Row] = []
    notes: list[Aside] = []
    place = 0
    while place < len(printed):
        note = _NOTE.fullmatch(printed[place].text)
        if note is None or note["sign"] not in signs:
            kept.append(printed[place])
            place += 1
            continue
        end = _end(printed, place)
        first = replace(printed[place], text=note["said"])
        notes.append(_aside(note["sign"], (first, *printed[place + 1 : end])))
        place = end
    return NotedRows(tuple(kept), tuple(notes))


def _figures(row: Row) -> Iterator[str]:
    """Yield the raised figures in a row that may be signs of notes."""
    for start, end in row.raised:
        if start and not _MEASURE.search(row.text[:start]):
            yield row.text[start:end]


def _begins(row: Row, raised: Container[tuple[int, str]]) -> str:
    """Return the sign of the note that a row in small letters begins, with or without raising it.

    Above it on its page the text has the sign.
    """
    first = _FIGURE.match(row.text)
    if first is None or (row.page, first[1]) not in raised or not row.is_placed:
        return ""
    is_raised = row.raised[:1] == ((0, len(first[1])),)
    return first[1] if is_raised or row.size < _SMALL else ""


def _signed(row: Row, begun: Container[tuple[int, str]]) -> Row:
    """Return a row with its figures as signs, where a row of its page begins with them."""
    places = {end: start for start, end in row.raised}
    first = _FIGURE.match(row.text)
    if first and row.is_placed and row.size < _SMALL and (row.page, first[1]) in begun:
        places[len(first[1])] = 0
    text, last = "", 0
    for end, start in sorted(places.items()):
        figure, before = row.text[start:end], row.text[last:start]
        is_sign = (row.page, figure) in begun and not _MEASURE.search(before)
        text += before + (f"[{figure}]" if is_sign else raised(figure, text + before))
        last = end
    return replace(row, text=text + row.text[last:], raised=()) if places else row


def _end(rows: Sequence[Row], place: int) -> int:
    """Return the row behind a note: it goes on until there is room, or other letters."""
    end = place + 1
    while end < len(rows):
        row = rows[end]
        same = row.page == rows[place].page and row.size == rows[place].size
        if row.gap or not same or _NOTE.fullmatch(row.text):
            break
        end += 1
    return end


def _aside(sign: str, rows: Sequence[Row]) -> Aside:
    return Aside("footnote", sign, tuple(_blocks(rows)))


def _blocks(rows: Sequence[Row]) -> Iterator[Paragraph]:
    for paragraph in joined(rows):
        yield Paragraph((Text(paragraph.text),))
