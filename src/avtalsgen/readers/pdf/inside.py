"""What a PDF has beside the words that it prints."""

from collections.abc import Iterator
from contextlib import closing

import pikepdf
import pypdfium2

from avtalsgen.problems import AvtalsgenError
from avtalsgen.readers.inside import FileInside
from avtalsgen.readers.pdf.file import opened, plain_copy


def inside(data: bytes) -> FileInside:
    """Return what a PDF says of itself; nothing of one that cannot be opened."""
    try:
        with opened(data) as file:
            return _inside(file)
    except AvtalsgenError:
        return FileInside("pdf")


def _inside(file: pikepdf.Pdf) -> FileInside:
    try:
        with file.open_metadata() as metadata:
            title = str(metadata.get("dc:title", ""))
            author = metadata.get("dc:creator", "")
    except (pikepdf.PdfError, ValueError, NotImplementedError):
        title, author = "", ""
    told = author if isinstance(author, str) else ", ".join(map(str, author))
    preferences = file.Root.get("/ViewerPreferences")
    shows = isinstance(preferences, pikepdf.Dictionary) and bool(
        preferences.get("/DisplayDocTitle", False)
    )
    return FileInside(
        "pdf",
        title or str(file.docinfo.get("/Title", "")),
        told or str(file.docinfo.get("/Author", "")),
        language=str(file.Root.get("/Lang", "")),
        tagged="/StructTreeRoot" in file.Root,
        shows_title=shows,
        pages=tuple(_pages(file)),
    )


def _pages(file: pikepdf.Pdf) -> Iterator[str]:
    """Yield the letters and digits of each page; none of a page that pdfium does not read."""
    try:
        document = pypdfium2.PdfDocument(plain_copy(file))
    except pypdfium2.PdfiumError:
        return
    with closing(document):
        for number in range(len(document)):
            try:
                text = document[number].get_textpage().get_text_bounded()
            except pypdfium2.PdfiumError:
                text = ""
            yield "".join(filter(str.isalnum, text)).casefold()
