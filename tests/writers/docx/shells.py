"""House templates that differ from the one that comes with the program."""

import io
import zipfile
from collections.abc import Mapping

from tests.writers.docx.reading import parts
from tests.writers.docx.rendering import shell

DOCUMENT = "word/document.xml"
HEADER = "word/header1.xml"
COVER_HEADER = "word/header2.xml"
FOOTER = "word/footer1.xml"


def zipped(members: Mapping[str, bytes]) -> bytes:
    """Return a zip file of `members`."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def with_part(name: str, data: bytes) -> bytes:
    """Return the template with one part more, or another in its place."""
    return zipped(parts(shell()) | {name: data})


def altered(name: str, old: str, new: str) -> bytes:
    """Return the template with `new` for `old` in one part, where it must stand."""
    part = parts(shell())[name].decode()
    assert old in part, (name, old)
    return with_part(name, part.replace(old, new).encode())
