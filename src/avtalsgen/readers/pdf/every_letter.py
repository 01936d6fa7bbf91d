"""The lines of a PDF as pdfium gives them, without anything being recognised in them."""

import math
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, suppress
from typing import Final

import pypdfium2
from pypdfium2 import raw

_ASKED: Final = 400
"""Letters, evenly spread over a page, that tell how it stands."""

_HYPHEN: Final = "\ufffe"
"""What pdfium gives for a hyphen at the end of a row, and only where it gives all."""


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
                Counter("".join(said.replace(_HYPHEN, "").split()))
                for said in (text.get_text_range(), text.get_text_bounded())
            )
            if outside := whole - shown:
                yield "".join(sorted(outside.elements()))


def turned_pages(data: bytes) -> Iterator[str]:
    """Yield for each page that a viewer shows with most of its letters turned how much they are.

    In quarters of a turn. Letters that were drawn so on a page that is turned (/Rotate, 7.7.3.3)
    stand upright.
    """
    for page in _pages(data):
        text = page.get_textpage()
        count = text.count_chars()
        turned = math.radians(page.get_rotation())
        quarters = Counter(
            round((raw.FPDFText_GetCharAngle(text, index) + turned) / (math.pi / 2)) % 4
            for index in range(0, count, count // _ASKED + 1)
            if not chr(raw.FPDFText_GetUnicode(text, index)).isspace()
        )
        if quarters and (most := quarters.most_common(1)[0][0]):
            yield str(most)


def _pages(data: bytes) -> Iterator[pypdfium2.PdfPage]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return
    with closing(document):
        for number in range(len(document)):
            with suppress(pypdfium2.PdfiumError):
                yield document[number]
