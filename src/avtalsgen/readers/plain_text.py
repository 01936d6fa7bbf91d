"""Plain text as a document: a file that somebody wrote, or the text layer of a PDF."""

import re
from collections.abc import Iterator

from avtalsgen.problems import Problem, Severity
from avtalsgen.readers.reading import Reading
from avtalsgen.readers.rows.characters import composed, unfit
from avtalsgen.readers.rows.document import document
from avtalsgen.readers.rows.numbered_pages import turned
from avtalsgen.readers.rows.row import Row
from avtalsgen.source import Origin

_NEW_PAGE = "\f"
_LINE_END = re.compile("\r\n?|[\u2028\u2029\x0b\x85]")
_WIDE = re.compile(r"[ ]*\t[\t ]*|[ ]{3,}|(?<![.!?:;,])[ ]{2}")
"""Room that parts two columns; two spaces after a sentence are a habit of typing."""


def read_plain_text(text: str, source: str) -> Reading:
    """Return the document that `text` is; `source` is what its lines are named by.

    Rows that a page broke are joined, running heads and page numbers set aside. A character
    that no document can hold is left out and told of (TX01).
    """
    cleaned, problems = _cleaned(text, source)
    rows = turned(tuple(_rows(cleaned)))
    return Reading(document(rows, source, placed=False), problems)


def _cleaned(text: str, source: str) -> tuple[str, tuple[Problem, ...]]:
    """Return `text` in composed characters, all of which a document can hold."""
    text = composed(_LINE_END.sub("\n", text))
    bad = unfit(text.replace(_NEW_PAGE, ""))
    problems = tuple(_problem(text, character, source) for character in bad)
    return text.translate(dict.fromkeys(map(ord, bad))), problems


def _problem(text: str, character: str, source: str) -> Problem:
    at = text.index(character)
    message = f"tecknet U+{ord(character):04X} kan inte skrivas ut och är utelämnat"
    origin = Origin(source, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
    hint = "ersätt tecknet i filen, om det är en del av texten"
    return Problem("TX01", message, Severity.WARNING, origin, hint)


def _rows(text: str) -> Iterator[Row]:
    """Yield the rows of `text`; one that says nothing is room above the next."""
    gap, page = False, 1
    for number, written in enumerate(text.split("\n"), start=1):
        for turns, part in enumerate(written.split(_NEW_PAGE)):
            page, gap = page + (turns > 0), gap or turns > 0
            stripped = part.expandtabs().rstrip()
            words = _WIDE.sub("\t", part.strip(" \t"))
            if words.strip():
                left = len(stripped) - len(stripped.lstrip())
                yield Row(" ".join(words.split(" ")), left, len(stripped), gap, page, number)
                gap = False
            else:
                gap = True
