"""A real Word file, as it would come back when somebody has changed it."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

from tests.documents.every import written

NAME = "vald-i-nara-relation@2026"
BODY = "word/document.xml"


def built() -> bytes:
    return written(NAME)["docx"]


def changed(change: Callable[[str], str], name: str = BODY) -> bytes:
    """Return the file with one of its parts, read as text, changed; not deflated, to be cheap."""
    done = BytesIO()
    with ZipFile(BytesIO(built())) as old, ZipFile(done, "w") as new:
        for info in old.infolist():
            data = old.read(info)
            if info.filename == name:
                after = change(data.decode())
                assert after != data.decode(), "the change touches nothing"
                data = after.encode()
            new.writestr(info.filename, data)
    return done.getvalue()


def replaced(words: str, others: str) -> bytes:
    """Return the file with `words`, which stand in one run, in others words."""
    return changed(lambda text: text.replace(words, others, 1))
