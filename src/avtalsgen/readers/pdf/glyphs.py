"""The letters of a PDF and where they stand, by pdfium."""

import ctypes
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any

import pypdfium2
from pypdfium2 import raw

from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.readers.pdf.bounds import endless

_MOST_OF_PAGE = 100_000
_MOST = 3_000_000
"""Letters; a page of ours has 3 000."""
_BOLD = ("bold", "black", "heavy", "semibold", "demi")
_HEAVY = 600
"""The least weight of a bold typeface (CSS Fonts 4, 2.2)."""
_UPRIGHT = 0.1
"""Radians that a letter may lean; a mark across the page leans more."""
_BLANK = ("", " ", "\t", "\r", "\n", "\0")
_HYPHENS = {0x02, 0xFFFE, 0xAD}
"""What pdfium gives for a hyphen at the end of a row."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A letter, in points from the lower left corner of its page; `line` is its baseline.

    Spaces are no letters, but for the no-break space, which nothing else tells.
    """

    text: str
    number: int
    """Of the marked content that it belongs to; -1 outside."""
    left: float
    right: float
    line: float
    size: float
    bold: bool
    spaced: bool = False
    """A space is drawn before it."""


@dataclass(frozen=True, slots=True)
class PageGlyphs:
    """The letters of a page in the order they are drawn, and its height."""

    glyphs: tuple[Glyph, ...]
    height: float


def pages(data: bytes) -> Iterator[PageGlyphs]:
    """Yield the letters of each page; letters that lean are left out, as a mark UTKAST does.

    Raises:
        AvtalsgenError: PF01 pdfium cannot open the file, PF05 it has more letters than any
            document that people have written.
    """
    try:
        file = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        hint = "ange en PDF-fil; är den skadad, hämta den på nytt"
        problem = Problem("PF01", "filen är ingen PDF, eller så är den trasig", hint=hint)
        raise AvtalsgenError([problem]) from None
    letters = 0
    with file:
        for index in range(len(file)):
            found = _page(file, index)
            letters += len(found.glyphs)
            if letters > _MOST:
                raise endless()
            yield found


def _page(file: pypdfium2.PdfDocument, index: int) -> PageGlyphs:
    try:
        page = file[index]
        text = page.get_textpage()
    except pypdfium2.PdfiumError:
        return PageGlyphs((), 0.0)
    try:
        count = raw.FPDFText_CountChars(text)
        if count > _MOST_OF_PAGE:
            raise endless()
        looks = _Looks()
        found = tuple(_apart(_glyphs(text, count, looks)))
        return PageGlyphs(found, page.get_height())
    finally:
        text.close()
        page.close()


def _glyphs(
    text: pypdfium2.PdfTextPage, count: int, looks: "_Looks"
) -> Iterator[tuple["_Look", Glyph]]:
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    spaced = False
    for at in range(count):
        code = raw.FPDFText_GetUnicode(text, at)
        look = looks.of(raw.FPDFText_GetTextObject(text, at))
        letter = _letter(code)
        if letter in _BLANK or look is None or look.leans:
            spaced = spaced or letter in _BLANK
            continue
        raw.FPDFText_GetLooseCharBox(text, at, box)
        raw.FPDFText_GetCharOrigin(text, at, x, y)
        place = (box.left, box.right, y.value)
        yield look, Glyph(letter, look.number, *place, look.size, look.bold, spaced)
        spaced = False


def _apart(glyphs: Iterable[tuple["_Look", Glyph]]) -> Iterator[Glyph]:
    """Yield the letters, those of a ligature beside each other: pdfium has both in one place.

    Else the second f of `effekt` would look like a letter drawn again to look bold; that is
    another piece of text.
    """
    for _, same in groupby(
        glyphs, lambda one: (id(one[0]), one[1].left, one[1].right, one[1].line)
    ):
        each = [glyph for _, glyph in same]
        share = (each[0].right - each[0].left) / len(each)
        for at, glyph in enumerate(each):
            left = glyph.left + at * share
            yield replace(glyph, left=left, right=left + share) if len(each) > 1 else glyph


def _letter(code: int) -> str:
    if code in _HYPHENS:
        return "-"
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else ""


@dataclass(frozen=True, slots=True)
class _Look:
    number: int
    size: float
    bold: bool
    leans: bool


@dataclass(slots=True)
class _Looks:
    """What is alike for all letters of a text object, asked for once."""

    known: dict[int, _Look] = field(default_factory=dict)

    def of(self, drawn: Any) -> _Look | None:
        if not drawn:
            return None
        place = ctypes.addressof(drawn.contents)
        if place not in self.known:
            self.known[place] = _look(drawn)
        return self.known[place]


def _look(drawn: Any) -> _Look:
    size, matrix = ctypes.c_float(), raw.FS_MATRIX()
    raw.FPDFTextObj_GetFontSize(drawn, size)
    raw.FPDFPageObj_GetMatrix(drawn, matrix)
    scale = math.hypot(matrix.c, matrix.d) or 1.0
    leans = abs(math.atan2(matrix.b, matrix.a)) > _UPRIGHT
    number = raw.FPDFPageObj_GetMarkedContentID(drawn)
    return _Look(number, round(size.value * scale, 1), _is_bold(drawn), leans)


def _is_bold(drawn: Any) -> bool:
    face = raw.FPDFTextObj_GetFont(drawn)
    if not face:
        return False
    name = ctypes.create_string_buffer(200)
    raw.FPDFFont_GetBaseFontName(face, name, len(name))
    named = any(sign in name.value.lower() for sign in (each.encode() for each in _BOLD))
    return named or raw.FPDFFont_GetWeight(face) >= _HEAVY
