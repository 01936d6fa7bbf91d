"""What LibreOffice printed once of the Word files that tests invent, kept as data.

`printed/` has each PDF by what it was made of: the parts of its Word file, and how it was printed.
Of other parts LibreOffice is asked, which takes longer. `python -m tests.printed` prints anew all
that is wanted and takes away the rest.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final, Literal

from tests import libreoffice, mutations

FOLDER: Final = Path(__file__).with_name("printed")
How = Literal["tagged", "untagged", "default"]
_DIGITS = 16
_PRINT: Mapping[How, Callable[[bytes], bytes]] = {
    "tagged": lambda word: libreoffice.to_pdf(word, archive=True),
    "untagged": libreoffice.to_untagged_pdf,
    "default": libreoffice.to_pdf,
}


def pdf(word: bytes, how: How) -> bytes:
    """Return the Word file `word` as LibreOffice prints it, tagged or not, or as it likes."""
    kept = FOLDER / name(word, how)
    return kept.read_bytes() if kept.exists() else anew(word, how)


def anew(word: bytes, how: How) -> bytes:
    """Return the same as LibreOffice prints it now."""
    return _PRINT[how](word)


def name(word: bytes, how: How) -> str:
    """Return what the PDF is called; when a Word file was packed is no part of it."""
    digest = hashlib.sha256(how.encode())
    for part, data in sorted(mutations.parts_of(word).items()):
        digest.update(b"%b %d\n%b" % (part.encode(), len(data), data))
    return f"{digest.hexdigest()[:_DIGITS]}.pdf"


def wanted() -> Iterator[tuple[bytes, How]]:
    """Yield each Word file that a test asks for, and how it is printed."""
    from tests.documents import test_shapes, test_unlike_formats
    from tests.importing import test_old_documents
    from tests.readers import test_footnotes
    from tests.readers.pdf import test_ruled_tables
    from tests.readers.pdf.test_pdf_document import with_table

    yield from test_shapes.printed_files()
    yield from test_unlike_formats.printed_files()
    yield from test_old_documents.printed_files()
    yield from test_footnotes.printed_files()
    yield from test_ruled_tables.printed_files()
    yield with_table().file, "tagged"


def main() -> None:
    """Print all anew."""
    for path in FOLDER.glob("*.pdf"):
        path.unlink()
    FOLDER.mkdir(exist_ok=True)
    for word, how in wanted():
        (FOLDER / name(word, how)).write_bytes(anew(word, how))


if __name__ == "__main__":
    main()
