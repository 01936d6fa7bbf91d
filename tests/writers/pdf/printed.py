"""Where letters stand on the pages of a PDF, as PDFium draws them."""

from collections.abc import Iterator
from ctypes import c_double
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

from avtalsgen.model import metrics

POINTS_PER_MM = 72 / 25.4

_REACH = 4
"""How many points a letter, such as a large slash, may reach out of the width it is given."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter on a page, counted from 1, and the box it fills, in points from the lower left."""

    page: int
    character: str
    left: float
    bottom: float
    right: float
    top: float
    baseline: float


def letters(pdf: bytes) -> Iterator[Letter]:
    """Yield every letter that is seen."""
    file = pypdfium2.PdfDocument(pdf)
    for number, page in enumerate(file, 1):
        text = page.get_textpage()
        for index in range(text.count_chars()):
            character = chr(raw.FPDFText_GetUnicode(text, index))
            if character.isspace() or raw.FPDFText_IsGenerated(text, index):
                continue
            left, bottom, right, top = text.get_charbox(index)
            yield Letter(number, character, left, bottom, right, top, _baseline(text, index))
        text.close()
        page.close()
    file.close()


def pages(pdf: bytes) -> list[str]:
    """Return the text of each page, running heads and all, as somebody would copy it."""
    file = pypdfium2.PdfDocument(pdf)
    found = [" ".join(page.get_textpage().get_text_bounded().split()) for page in file]
    file.close()
    return found


def outside_margins(pdf: bytes) -> list[Letter]:
    """Return the letters that stand in a side margin or off the page, the draft mark's aside."""
    side = metrics.MARGIN_SIDE_MM * POINTS_PER_MM - _REACH
    right = metrics.PAGE_WIDTH_MM * POINTS_PER_MM - side
    top = metrics.PAGE_HEIGHT_MM * POINTS_PER_MM
    return [
        letter
        for letter in letters(pdf)
        if not (side < letter.left and letter.right < right)
        or not (letter.bottom > 0 and letter.top < top)
    ]


def _baseline(text: pypdfium2.PdfTextPage, index: int) -> float:
    x, y = c_double(), c_double()
    raw.FPDFText_GetCharOrigin(text, index, x, y)
    return y.value
