"""The lines of a PDF as pdfium gives them, without anything being recognised in them."""

from collections.abc import Iterator
from contextlib import closing

import pypdfium2


def every_line(data: bytes) -> Iterator[str]:
    """Yield each line of each page; nothing of what pdfium cannot read."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return
    with closing(document):
        for number in range(len(document)):
            try:
                text = document[number].get_textpage().get_text_bounded()
            except pypdfium2.PdfiumError:
                continue
            yield from text.splitlines()
