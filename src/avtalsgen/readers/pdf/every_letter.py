"""The lines of a PDF as pdfium gives them, without anything being recognised in them."""

from collections import Counter
from collections.abc import Iterator
from contextlib import closing, suppress

import pypdfium2


def every_line(data: bytes) -> Iterator[str]:
    """Yield each line of each page; nothing of what pdfium cannot read."""
    for page in _pages(data):
        yield from page.get_textpage().get_text_bounded().splitlines()


def beside_pages(data: bytes) -> Iterator[str]:
    """Yield the letters of each upright page that stand outside what a viewer shows of it."""
    for page in _pages(data):
        if not page.get_rotation():
            text = page.get_textpage()
            whole, shown = (
                Counter("".join(said.split()))
                for said in (text.get_text_range(), text.get_text_bounded())
            )
            if outside := whole - shown:
                yield "".join(sorted(outside.elements()))


def _pages(data: bytes) -> Iterator[pypdfium2.PdfPage]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return
    with closing(document):
        for number in range(len(document)):
            with suppress(pypdfium2.PdfiumError):
                yield document[number]
