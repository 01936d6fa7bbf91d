"""What LibreOffice has said of redlines before: it is asked again only of other bytes.

`office_answers.txt` has, for each file and what was done with its changes, what was left of its
text, both as digests. An answer is of those very bytes, so the record can be short of answers but
not hold a wrong one of a file; what it lacks LibreOffice is asked. `--golden`, without `-n`,
writes down what was asked and leaves out what was not.
"""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from tests.redline.office import Office, without_comments

RECORD = Path(__file__).with_name("office_answers.txt")
_DIGITS = 24


class RecordedOffice:
    """LibreOffice as a judge of tracked changes, started when first asked what is not written."""

    def __init__(self, record: Mapping[str, str]) -> None:
        self._record = record
        self.said: dict[str, str] = {}
        self._office: Office | None = None

    def text_left(self, document: bytes, way: str) -> str:
        """Return the digest of the text that is left of `document`."""
        key = _digest(way.encode() + without_comments(document))
        if key not in self.said:
            self.said[key] = self._record.get(key) or self.asked(document, way)
        return self.said[key]

    def asked(self, document: bytes, way: str) -> str:
        """Return the same as LibreOffice says it now."""
        self._office = self._office or Office()
        return _digest("\n".join(self._office.lines(document, way)).encode())

    def close(self) -> None:
        """End LibreOffice, if it was asked anything."""
        if self._office:
            self._office.close()


def recorded() -> dict[str, str]:
    """Return the answers that are written down."""
    lines = RECORD.read_text(encoding="ascii").splitlines() if RECORD.exists() else []
    return {line[:_DIGITS]: line[_DIGITS + 1 :] for line in lines}


def write_down(said: Mapping[str, str]) -> None:
    """Make `said` the answers that are written down."""
    lines = (f"{key} {answer}\n" for key, answer in sorted(said.items()))
    RECORD.write_text("".join(lines), encoding="ascii")


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:_DIGITS]
