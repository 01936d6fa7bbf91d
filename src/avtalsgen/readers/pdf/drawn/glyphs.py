"""The letters of a PDF and where they stand, by pdfium."""

import ctypes
import math
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.readers.pdf.bounds import endless
from avtalsgen.readers.pdf.drawn.diacritics import with_diacritics
from avtalsgen.readers.pdf.drawn.glyph import Glyph, PageGlyphs
from avtalsgen.readers.pdf.drawn.looks import LetterLook, ObjectLooks
from avtalsgen.readers.pdf.drawn.rules import grids, rules, upright

_MOST_OF_PAGE = 100_000
_MOST = 3_000_000
"""Letters; a page of ours has 3 000."""
_BLANK = (" ", "\t", "\r", "\n")
_HYPHENS = {0x02, 0xFFFE, 0xAD}
"""What pdfium gives for a hyphen at the end of a row."""
_REPLACEMENT = 0xFFFD


def pages(data: bytes) -> Iterator[PageGlyphs]:
    """Yield the letters of each page; what leans is left out, as a mark UTKAST does, and counted.

    Raises:
        AvtalsgenError: PF01 pdfium cannot open the file, PF05 it has more letters than any
            document that people have written.
    """
    letters = 0
    with _opened(data) as file:
        for index in range(len(file)):
            page = _page(file, index)
            letters += len(page.glyphs)
            if letters > _MOST:
                raise endless()
            yield page


def page_glyphs(data: bytes, number: int) -> PageGlyphs:
    """Return the letters of one page, from 1, as `pages` has them.

    Raises:
        AvtalsgenError: as `pages`.
    """
    with _opened(data) as file:
        return _page(file, number - 1)


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        hint = "ange en PDF-fil; är den skadad, hämta den på nytt"
        problem = Problem("PF01", "filen är ingen PDF, eller så är den trasig", hint=hint)
        raise AvtalsgenError([problem]) from None


def unshown(data: bytes) -> tuple[int, ...]:
    """Return the pages, from 1, that pdfium cannot open: no viewer that uses it shows them."""
    try:
        file = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return (1,)
    with file:
        return tuple(number for number in range(1, len(file) + 1) if not _opens(file, number - 1))


def _opens(file: pypdfium2.PdfDocument, index: int) -> bool:
    try:
        file[index].close()
    except pypdfium2.PdfiumError:
        return False
    return True


def _page(file: pypdfium2.PdfDocument, index: int) -> PageGlyphs:
    try:
        page = file[index]
        text = page.get_textpage()
    except pypdfium2.PdfiumError:
        return PageGlyphs((), 0.0, broken=True)
    try:
        count = raw.FPDFText_CountChars(text)
        if count > _MOST_OF_PAGE:
            raise endless()
        drawn_all = list(_turned(text, count, ObjectLooks()))
        turned = [drawn for drawn in drawn_all if drawn.text]
        sides = Counter(drawn.look.turn for drawn in turned if drawn.look.turn is not None)
        width, height = _size(page)
        leaning = sum(drawn.look.turn is None for drawn in turned)
        glyphs: list[Glyph] = []
        for place, (side, _) in enumerate(sides.most_common()):
            shown = (_upright(drawn, width, height) for drawn in turned if drawn.look.turn == side)
            below = place * max(width, height)
            apart = _apart(shown)
            glyphs += (g._replace(line=g.line - below) for g in apart) if below else apart
        main = sides.most_common(1)[0][0] if sides else 0
        unknown = len(drawn_all) - len(turned)
        high = width if main % 2 else height
        drawn_grids = grids(upright(rules(page), main, width, height))
        return PageGlyphs(with_diacritics(glyphs), high, leaning, unknown, grids=drawn_grids)
    finally:
        text.close()
        page.close()


def _size(page: pypdfium2.PdfPage) -> tuple[float, float]:
    """Return the width and height of a page before it is turned."""
    left, bottom, right, top = page.get_mediabox()
    size = (right - left, top - bottom)
    return size if all(map(math.isfinite, size)) else (0.0, 0.0)


class _DrawnGlyph(NamedTuple):
    """A letter where it is drawn, before its page is turned."""

    text: str
    look: LetterLook
    box: tuple[float, float, float, float]
    """Left, bottom, right, top."""
    origin: tuple[float, float]
    spaced: bool


def _turned(text: pypdfium2.PdfTextPage, count: int, looks: "ObjectLooks") -> Iterator[_DrawnGlyph]:
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    spaced = False
    for index in range(count):
        letter = _letter(raw.FPDFText_GetUnicode(text, index))
        look = looks.of(raw.FPDFText_GetTextObject(text, index))
        if letter in _BLANK or look is None:
            spaced = spaced or letter in _BLANK
            continue
        raw.FPDFText_GetLooseCharBox(text, index, box)
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        place = (box.left, box.bottom, box.right, box.top)
        if not math.isfinite(sum(place) + x.value + y.value):
            look = replace(look, turn=None)  # it stands nowhere that can be told
        yield _DrawnGlyph(letter, look, place, (x.value, y.value), spaced)
        spaced = False


def _upright(drawn: _DrawnGlyph, width: float, height: float) -> tuple[LetterLook, Glyph]:
    """Return a letter on a page turned so that the letter stands upright.

      turn 0        turn 1 (90°)       turn 2         turn 3 (270°)
    (x, y)       (y, width - x)   (width - x,     (height - y, x)
                                   height - y)
    """
    left, bottom, right, top = drawn.box
    x, y = drawn.origin
    match drawn.look.turn:
        case 1:
            left, right, line = bottom, top, width - x
        case 2:
            left, right, line = width - right, width - left, height - y
        case 3:
            left, right, line = height - top, height - bottom, x
        case _:
            line = y
    look = drawn.look
    glyph = Glyph(
        drawn.text,
        look.number,
        left,
        right,
        line,
        look.size,
        look.bold,
        drawn.spaced,
        look.artifact,
    )
    return look, glyph


def _apart(glyphs: Iterable[tuple[LetterLook, Glyph]]) -> Iterator[Glyph]:
    """Yield the letters, those of a ligature beside each other: pdfium has both in one place.

    Else the second f of `effekt` would look like a letter drawn again to look bold; that is
    another piece of text.
    """
    place: tuple[int, float, float, float] | None = None
    ligature: list[Glyph] = []
    for look, glyph in glyphs:
        before, place = place, (id(look), glyph.left, glyph.right, glyph.line)
        if place != before:
            yield from _beside(ligature)
            ligature = []
        ligature.append(glyph)
    yield from _beside(ligature)


def _beside(ligature: list[Glyph]) -> Iterable[Glyph]:
    if len(ligature) < 2:
        return ligature
    share = (ligature[0].right - ligature[0].left) / len(ligature)
    lefts = [glyph.left + place * share for place, glyph in enumerate(ligature)]
    return [g._replace(left=at, right=at + share) for at, g in zip(lefts, ligature, strict=True)]


def _letter(code: int) -> str:
    if code in _HYPHENS:
        return "-"
    known = 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 and code != _REPLACEMENT
    return chr(code) if known else ""
