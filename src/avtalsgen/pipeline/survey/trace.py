"""Where words of a built document stem from."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from avtalsgen.model.nodes import Document
from avtalsgen.model.trace import SourcedLine, SourcedWords, lines
from avtalsgen.pipeline.workspace.documents import document_of
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.records import dataclass


@dataclass(frozen=True, slots=True)
class TracedLine:
    """A line that has the words, with the pieces that the words touch."""

    line: SourcedLine
    pieces: tuple[SourcedWords, ...]


def traced(project: Project, slug: str, edition: str, words: str) -> tuple[TracedLine, ...]:
    """Return each place of `words` in an edition, else in its draft, which shows more.

    Raises:
        AvtalsgenError: a file that it stands on cannot be read.
    """
    for draft in (False, True):
        document, _ = document_of(project, slug, edition, draft=draft)
        if traced_lines := trace(document, words):
            return traced_lines
    return ()


def trace(document: Document, words: str) -> tuple[TracedLine, ...]:
    """Return each place of `words` in the document, in reading order.

    White space, line breaks, letter case and the ways to write å as one character or two make
    no difference. Words may not reach from one paragraph into the next.
    """
    return places(lines(document), words)


def places(sourced: Iterable[SourcedLine], words: str) -> tuple[TracedLine, ...]:
    """Return each place of `words` in lines of print."""
    wanted = _folded(words)
    traced_lines = []
    for line in sourced if wanted else ():
        folded, owners = _owned(line)
        for start in _starts(wanted, folded):
            touched = dict.fromkeys(owners[start : start + len(wanted)])
            traced_lines.append(TracedLine(line, tuple(line.pieces[owner] for owner in touched)))
    return tuple(traced_lines)


def _starts(wanted: str, folded: str) -> Iterator[int]:
    start = folded.find(wanted)
    while start >= 0:
        yield start
        start = folded.find(wanted, start + len(wanted))


def _owned(line: SourcedLine) -> tuple[str, list[int]]:
    """Return the line folded, and for each of its characters the piece it is of."""
    text: list[str] = []
    owners: list[int] = []
    for number, piece in enumerate(line.pieces):
        for character in unicodedata.normalize("NFC", piece.text).casefold():
            space = character.isspace()
            if space and (not text or text[-1] == " "):
                continue
            text.append(" " if space else character)
            owners.append(number)
    return "".join(text), owners


def _folded(words: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", words).casefold()).strip()
