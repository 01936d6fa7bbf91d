"""What LibreOffice has said of redlines before: it is asked again only of other bytes.

`office_answers.txt` has, for each file and what was done with its changes, what was left of its
text, both as digests. An answer is of those very bytes, so the record can be short of answers but
not hold a wrong one of a file; what it lacks LibreOffice is asked. `--golden`, without `-n`,
writes down what was asked and leaves out what was not.
"""

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

from tests import libreoffice
from tests.redline.wordfile import unzipped, zipped

RECORD = Path(__file__).with_name("office_answers.txt")
_DIGITS = 24
_WHITE = re.compile(r"[\s\u200b-\u200d\u2060\ufeff]+")
_COMMENT = re.compile(rb'<w:comment(RangeStart|RangeEnd|Reference) w:id="\d+"/>')


class RecordedOffice:
    """LibreOffice as a judge of tracked changes, asked what is not written."""

    def __init__(self, record: Mapping[str, str]) -> None:
        self._record = record
        self.said: dict[str, str] = {}

    def text_left(self, document: bytes, way: libreoffice.Way) -> str:
        """Return the digest of the text that is left of `document`."""
        key = _digest(way.encode() + _without_comments(document))
        if key not in self.said:
            self.said[key] = self._record.get(key) or self.asked(document, way)
        return self.said[key]

    def asked(self, document: bytes, way: libreoffice.Way) -> str:
        """Return the same as LibreOffice says it now: its lines without spaces and empty ones."""
        text = libreoffice.text_left(_without_comments(document), way)
        lines = (_WHITE.sub("", line) for line in text.splitlines())
        return _digest("\n".join(filter(None, lines)).encode())


def recorded() -> dict[str, str]:
    """Return the answers that are written down."""
    lines = RECORD.read_text(encoding="ascii").splitlines() if RECORD.exists() else []
    return {line[:_DIGITS]: line[_DIGITS + 1 :] for line in lines}


def write_down(said: Mapping[str, str]) -> None:
    """Make `said` the answers that are written down."""
    lines = (f"{key} {answer}\n" for key, answer in sorted(said.items()))
    RECORD.write_text("".join(lines), encoding="ascii")


def _without_comments(document: bytes) -> bytes:
    """Return the file without comments: LibreOffice 7.4 without a window ends at the first."""
    parts = unzipped(document)
    parts["word/document.xml"] = _COMMENT.sub(b"", parts["word/document.xml"])
    return zipped(parts)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:_DIGITS]
