"""What pdfium tells of a text object: its size and weight, how it is turned, what it is of."""

import ctypes
import math
from dataclasses import field
from typing import Any

from pypdfium2 import raw

from avtalsgen.records import dataclass

_BOLD = ("bold", "black", "heavy", "semibold", "demi")
_HEAVY = 600
"""The least weight of a bold typeface (CSS Fonts 4, 2.2)."""
_UPRIGHT = 0.1
"""Radians that a letter may lean; a mark across the page leans more."""
_ARTIFACT = "Artifact\0".encode("utf-16-le")
_LONGEST_MARK = 64
_MOST_MARKS = 50


@dataclass(frozen=True, slots=True)
class LetterLook:
    """What is alike for all letters of a text object."""

    number: int
    size: float
    bold: bool
    turn: int | None
    """Quarters of a turn, against the clock, that it stands turned; None where it leans, or where
    the file does not say in numbers how it stands."""
    artifact: bool


@dataclass(slots=True)
class ObjectLooks:
    """The looks of the text objects of a page, each asked for once."""

    known: dict[int, LetterLook] = field(default_factory=dict)

    def of(self, drawn: Any) -> LetterLook | None:
        """Return how a text object of pdfium looks; None for what is drawn by none."""
        if not drawn:
            return None
        place = ctypes.addressof(drawn.contents)
        if place not in self.known:
            self.known[place] = _look(drawn)
        return self.known[place]


def _look(drawn: Any) -> LetterLook:
    size, matrix = ctypes.c_float(), raw.FS_MATRIX()
    raw.FPDFTextObj_GetFontSize(drawn, size)
    raw.FPDFPageObj_GetMatrix(drawn, matrix)
    number = raw.FPDFPageObj_GetMarkedContentID(drawn)
    if not all(map(math.isfinite, (size.value, matrix.a, matrix.b, matrix.c, matrix.d))):
        return LetterLook(number, 0.0, bold=False, turn=None, artifact=_is_artifact(drawn))
    scale = math.hypot(matrix.c, matrix.d) or 1.0
    angle = math.atan2(matrix.b, matrix.a)
    quarters = round(angle / (math.pi / 2))
    leans = abs(angle - quarters * math.pi / 2) > _UPRIGHT
    return LetterLook(
        number,
        round(size.value * scale, 1),
        _is_bold(drawn),
        None if leans else quarters % 4,
        _is_artifact(drawn),
    )


def _is_artifact(drawn: Any) -> bool:
    name, length = (ctypes.c_ushort * _LONGEST_MARK)(), ctypes.c_ulong()
    for index in range(min(raw.FPDFPageObj_CountMarks(drawn), _MOST_MARKS)):
        mark = raw.FPDFPageObj_GetMark(drawn, index)
        told = mark and raw.FPDFPageObjMark_GetName(mark, name, ctypes.sizeof(name), length)
        if told and bytes(name)[: length.value] == _ARTIFACT:
            return True
    return False


def _is_bold(drawn: Any) -> bool:
    face = raw.FPDFTextObj_GetFont(drawn)
    if not face:
        return False
    name = ctypes.create_string_buffer(200)
    raw.FPDFFont_GetBaseFontName(face, name, len(name))
    named = any(sign in name.value.lower() for sign in (each.encode() for each in _BOLD))
    return named or raw.FPDFFont_GetWeight(face) >= _HEAVY
