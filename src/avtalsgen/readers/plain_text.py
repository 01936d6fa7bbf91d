"""Plain text as a document: a file that somebody wrote, or the text layer of a PDF."""

import re
from collections.abc import Iterator
from dataclasses import replace

from avtalsgen.readers.reading import Reading
from avtalsgen.readers.recognise.page_words import PageWords
from avtalsgen.readers.rows.characters import NEW_PAGE, cleaned
from avtalsgen.readers.rows.document import document
from avtalsgen.readers.rows.numbered_pages import turned
from avtalsgen.readers.rows.row import Row

_WIDE = re.compile(r"[ ]*\t[\t ]*|[ ]{3,}|(?<![.!?:;,])[ ]{2}")
"""Room that parts two columns; two spaces after a sentence are a habit of typing."""


def read_plain_text(text: str, source: str, words: PageWords) -> Reading:
    """Return the document that `text` is; `source` is what its lines are named by.

    Rows that a page broke are joined, running heads and page numbers set aside. A character
    that no document can hold is left out and told of (TX01).
    """
    printable, problems = cleaned(text, source)
    rows = turned(tuple(_rows(printable)))
    return Reading(document(rows, source, words, placed=False), problems)


def _rows(text: str) -> Iterator[Row]:
    """Yield the rows of `text`; one that says nothing is room above the next."""
    gap, page = False, 1
    for number, written in enumerate(text.split("\n"), start=1):
        for turns, part in enumerate(written.split(NEW_PAGE)):
            page, gap = page + (turns > 0), gap or turns > 0
            stripped = part.expandtabs().rstrip()
            words = _WIDE.sub("\t", part.strip(" \t"))
            if words.strip():
                left = len(stripped) - len(stripped.lstrip())
                row = Row(" ".join(words.split(" ")), left, len(stripped), gap, page, number)
                rooms = _WIDE.findall(part.strip(" \t"))
                tabbed = bool(rooms) and all("\t" in room for room in rooms)
                yield replace(row, spans=tuple(_spans(stripped)), tabbed=tabbed)
                gap = False
            else:
                gap = True


def _spans(row: str) -> Iterator[tuple[float, float]]:
    """Yield where the columns of a row, without tabs, begin and end."""
    start = len(row) - len(row.lstrip())
    for room in _WIDE.finditer(row, start):
        yield start, room.start()
        start = room.end()
    yield start, len(row)
