"""Plain text as a document: a file that somebody wrote, or the text layer of a PDF."""

import re
import unicodedata
from collections.abc import Iterator

from avtalsgen.model import plain
from avtalsgen.model.characters import unprintable
from avtalsgen.model.nodes import Document, Identity
from avtalsgen.problems import Problem, Severity
from avtalsgen.readers.reading import Reading
from avtalsgen.readers.recognise.document import recognised
from avtalsgen.readers.rows.lines import asides, lines
from avtalsgen.readers.rows.numbered_pages import turned
from avtalsgen.readers.rows.row import Row
from avtalsgen.readers.rows.running import without_running
from avtalsgen.readers.rows.width import measured
from avtalsgen.source import Origin

_BULLETS = re.compile("[\uf0b7\uf0a7\uf0d8\uf0fc\uf02d\uf076\uf0a8]")
"""Signs of the fonts Symbol and Wingdings, by which Word makes bullets."""
_BULLET = "•"
_LINE_END = re.compile("\r\n?|[\u2028\u2029\x0b\x85]")
_UNSEEN = re.compile("[\u200b\u2060\ufeff]|\u00ad(?=.)")
"""What prints nothing: a soft hyphen too, but at the end of a row."""
_WIDE = re.compile(r"[ ]*\t[\t ]*|[ ]{3,}|(?<![.!?:;,])[ ]{2}")
"""Room that parts two columns; two spaces after a sentence are a habit of typing."""


def read_plain_text(text: str, source: str) -> Reading:
    """Return the document that `text` is; `source` is what its lines are named by.

    Rows that a page broke are joined, running heads and page numbers set aside. A character
    that no document can hold is left out and told of (TX01).
    """
    cleaned, problems = _cleaned(text, source)
    pages = without_running(turned(tuple(_rows(cleaned))))
    found = recognised(lines(measured(pages.body), source))
    title = " ".join(plain.text(found.cover.title).split())
    document = Document(
        Identity("", "", "", "", title),
        found.cover,
        found.sections,
        found.numbering,
        found.contents,
        found.signatures,
        asides=asides(pages.running),
    )
    return Reading(document, problems)


def _cleaned(text: str, source: str) -> tuple[str, tuple[Problem, ...]]:
    """Return `text` in composed characters, all of which a document can hold."""
    text = _LINE_END.sub("\n", unicodedata.normalize("NFC", text))
    text = _UNSEEN.sub("", _BULLETS.sub(_BULLET, text))
    parts = text.split("\f")
    unfit = {character for part in parts for character in part if _is_unfit(character)}
    problems = tuple(_problem(text, character, source) for character in sorted(unfit))
    return "".join(character for character in text if character not in unfit), problems


def _is_unfit(character: str) -> bool:
    return unprintable(character) is not None


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
        for turns, part in enumerate(written.split("\f")):
            page, gap = page + (turns > 0), gap or turns > 0
            stripped = part.expandtabs().rstrip()
            words = _WIDE.sub("\t", part.strip(" \t"))
            if words.strip():
                left = len(stripped) - len(stripped.lstrip())
                yield Row(" ".join(words.split(" ")), left, len(stripped), gap, page, number)
                gap = False
            else:
                gap = True
