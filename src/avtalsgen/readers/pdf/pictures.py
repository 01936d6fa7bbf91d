"""The pages of a PDF as pictures, with the words that stand on each."""

import struct
import zlib
from collections.abc import Iterator
from typing import Final

import pypdfium2

from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.records import dataclass

MOST_PAGES: Final = 300
"""Pages that are shown; more are counted and not drawn."""
_WIDEST: Final = 1600
"""Pixels; enough for a page on a large screen at twice its size."""
_TALLEST: Final = 4
"""How many times taller than wide a picture may be: a roll of paper is no page."""
_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True, slots=True)
class PageLook:
    """A page: its shape, as height to width, and its words in the order of the file."""

    ratio: float
    words: str


def page_looks(pdf: bytes) -> tuple[PageLook, ...]:
    """Return the pages of a PDF, the first `MOST_PAGES` of them.

    Raises:
        AvtalsgenError: PF01 it cannot be opened.
    """
    with _opened(pdf) as file:
        return tuple(_look(file[number]) for number in range(min(len(file), MOST_PAGES)))


def page_picture(pdf: bytes, number: int, width: int) -> bytes:
    """Return a page, the first being 0, as a PNG of so many pixels in width.

    Raises:
        AvtalsgenError: PF01 the PDF cannot be opened, or has no such page.
    """
    with _opened(pdf) as file:
        if not 0 <= number < len(file):
            raise _unopened()
        page = file[number]
        wide, tall = page.get_size()
        scale = min(width, _WIDEST) / max(wide, tall / _TALLEST, 1)
        bitmap = page.render(scale=scale, rev_byteorder=True, no_smoothtext=False)
        return _png(bitmap)


def _opened(pdf: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError:
        raise _unopened() from None


def _unopened() -> AvtalsgenError:
    hint = "öppna den i en PDF-läsare och spara den igen, eller be om en annan kopia"
    return AvtalsgenError([Problem("PF01", "filen går inte att visa som sidor", hint=hint)])


def _look(page: pypdfium2.PdfPage) -> PageLook:
    wide, tall = page.get_size()
    words = page.get_textpage().get_text_bounded()
    lines = (" ".join(line.split()) for line in words.splitlines())
    return PageLook(tall / max(wide, 1), "\n".join(line for line in lines if line))


def _png(bitmap: pypdfium2.PdfBitmap) -> bytes:
    """Return a picture in RGB as PNG (ISO 15948): each row with the filter that does nothing."""
    size = struct.pack(">IIBBBBB", bitmap.width, bitmap.height, 8, 2, 0, 0, 0)
    rows = b"".join(b"\0" + row for row in _rows(bitmap))
    chunks = ((b"IHDR", size), (b"IDAT", zlib.compress(rows, 6)), (b"IEND", b""))
    return _SIGNATURE + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


def _rows(bitmap: pypdfium2.PdfBitmap) -> Iterator[bytes]:
    pixels, stride, channels = bytes(bitmap.buffer), bitmap.stride, bitmap.n_channels
    for start in range(0, stride * bitmap.height, stride):
        row = pixels[start : start + bitmap.width * channels]
        if channels == 1:
            yield bytes(value for value in row for _ in range(3))
        elif channels == 4:
            yield b"".join(row[pixel : pixel + 3] for pixel in range(0, len(row), 4))
        else:
            yield row
