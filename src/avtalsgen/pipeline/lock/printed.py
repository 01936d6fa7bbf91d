"""The words of a document as they are locked: headings, text, tables and signature block.

Not heads, feet, contents or page numbers, and not how anything looks: a list that became a
paragraph with the same words is the same words.
"""

import hashlib
import unicodedata
from collections.abc import Iterable

from avtalsgen.model.nodes import Document
from avtalsgen.model.trace import lines
from avtalsgen.records import dataclass


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A paragraph, item, cell or heading as printed, with the anchor of its section.

    The anchor is empty on the cover and at the signatures.
    """

    section: str
    text: str


def printed_lines(document: Document) -> tuple[PrintedLine, ...]:
    """Return every line of `document` in reading order, in one form of letters and spaces."""
    return tuple(PrintedLine(line.section, folded(line.text)) for line in lines(document))


def folded(text: str) -> str:
    """Return `text` with one space between words and every letter in one form (NFC)."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def digest(texts: Iterable[str]) -> str:
    """Return the SHA-256 of the words of `texts`, one space between each, however parted."""
    return hashlib.sha256(folded(" ".join(texts)).encode()).hexdigest()
