"""Letters whose dots or ring are drawn by themselves, put together (å ä ö é ü).

Some typesetters draw `ä` as an `a` and two dots above it: two glyphs in one place.
"""

import unicodedata
from collections.abc import Sequence
from functools import cache

from avtalsgen.readers.pdf.drawn.glyph import Glyph

_SPACING = {"¨": "\u0308", "´": "\u0301", "`": "\u0300", "ˆ": "\u0302", "˚": "\u030a"}
_RING = {"°": "\u030a", "º": "\u030a"}
"""A degree sign too, where it stands over an a: that of a temperature does not."""
_ASIDE = 0.15
"""Em that the middle of a mark may stand beside its letter."""
_ABOVE = 0.8
"""Em that the baseline of a mark may stand above or below that of its letter."""


def with_diacritics(glyphs: Sequence[Glyph]) -> tuple[Glyph, ...]:
    """Return `glyphs` with each mark that is drawn over a neighbour made one letter with it."""
    made: list[Glyph] = []
    for glyph in glyphs:
        composed = None
        if made and (_may_be_mark(glyph.text) or _may_be_mark(made[-1].text)):
            composed = _composed(made[-1], glyph) or _composed(glyph, made[-1])
        if composed:
            made[-1] = composed._replace(spaced=made[-1].spaced)
        else:
            made.append(glyph)
    return tuple(made)


@cache
def _may_be_mark(text: str) -> bool:
    """Return whether a letter may be put over another: nearly none may, so it is asked first."""
    return text in _SPACING or text in _RING or bool(unicodedata.combining(text[:1] or " "))


def _composed(letter: Glyph, mark: Glyph) -> Glyph | None:
    """Return the two as one letter, if `mark` is one over `letter` and there is such a letter."""
    combining = _combining(mark.text, letter.text)
    if not combining or not letter.text.isalpha():
        return None
    middle, aside = (mark.left + mark.right) / 2, _ASIDE * letter.size
    over = letter.left - aside <= middle <= letter.right + aside
    near = abs(letter.line - mark.line) <= _ABOVE * max(letter.size, mark.size)
    composed = unicodedata.normalize("NFC", letter.text + combining)
    return letter._replace(text=composed) if over and near and len(composed) == 1 else None


def _combining(mark: str, letter: str) -> str:
    if mark in _RING and letter in "aAuU":
        return _RING[mark]
    return _SPACING.get(mark, mark if unicodedata.combining(mark[:1] or " ") else "")
