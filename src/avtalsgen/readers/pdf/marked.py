"""The text of a page by the numbers that the structure tree knows it by (ISO 32000-1, 14.6)."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Matrix, Name, Object, Page

from avtalsgen.readers.pdf.fonts import Font, UndecodableError, font

NEW_LINE = "\n"
"""Stands where the text goes on further down the page, and nothing says that a word ends."""
_SAME_LINE = 0.45
"""Em that a raised figure may stand above its line."""
_FEWEST_SPACES = 0.03
"""Of the letters of a page; a text with fewer is spaced by moving the letters."""
_ENOUGH = 200
"""Letters to judge that by."""
_DEEPEST = 1000
"""Graphics states kept at a time."""


@dataclass(slots=True)
class Shown:
    """Text with one number: its first and last baseline, and the size of its letters."""

    text: str
    first: float
    last: float
    size: float

    def add(self, text: str, line: float, size: float) -> None:
        """Put `text` after what has been shown."""
        parted = self.text[-1:].isspace() or text[:1].isspace() or not self.text or not text
        if abs(line - self.last) > _SAME_LINE * (size or 1.0) and not parted:
            self.text += NEW_LINE
        if not self.text:
            self.first, self.size = line, size
        self.text += text
        self.last = line


Marked = dict[int, Shown]
"""What a page shows, by its number there (its MCID)."""


def marked(page: Page) -> Marked:
    """Return the text of `page` by its number, ActualText in the place of what it replaces.

    Raises:
        UndecodableError: a font does not say what its codes are, or there are no spaces
            between the words.
        KeyError, AttributeError, TypeError, ValueError, PdfError: it is not as a page should be.
    """
    reading = _Reading(page.obj.get("/Resources", Dictionary()))
    for instruction in pikepdf.parse_content_stream(page):
        reading.follow(str(instruction.operator), [*instruction.operands])
    text = "".join(shown.text for shown in reading.found.values())
    spaces = sum(map(str.isspace, text))
    if len(text) > _ENOUGH and spaces < len(text) * _FEWEST_SPACES:
        raise UndecodableError("words without spaces")
    return reading.found


@dataclass(frozen=True, slots=True)
class _Tag:
    """A tag that is open in the content of a page."""

    number: int | None = None
    actual: str | None = None


@dataclass(slots=True)
class _Reading:
    resources: Object
    found: Marked = field(default_factory=dict)
    fonts: dict[str, Font] = field(default_factory=dict)
    font: Font | None = None
    size: float = 0.0
    space: Matrix = field(default_factory=Matrix)
    """From the space of the drawing to that of the page."""
    kept: list[Matrix] = field(default_factory=list)
    at: Matrix = field(default_factory=Matrix)
    """Where the line of text begins."""
    leading: float = 0.0
    open_tags: list[_Tag] = field(default_factory=list)

    def follow(self, operator: str, operands: Sequence[Object]) -> None:
        match operator:
            case "q" | "Q" | "cm":
                self._draw(operator, operands)
            case "BT" | "Tf" | "Tm" | "Td" | "TD" | "TL" | "T*":
                self._move(operator, operands)
            case "BMC" | "BDC" | "EMC":
                self._mark(operator, operands)
            case "Tj" | "TJ":
                self._show(operands[-1])
            case "'" | '"':
                self._move("T*", ())
                self._show(operands[-1])
            case _:
                pass

    def _draw(self, operator: str, operands: Sequence[Object]) -> None:
        match operator:
            case "q" if len(self.kept) < _DEEPEST:
                self.kept.append(self.space)
            case "Q" if self.kept:
                self.space = self.kept.pop()
            case "cm":
                self.space = _matrix(operands) @ self.space
            case _:
                pass

    def _move(self, operator: str, operands: Sequence[Object]) -> None:
        numbers = [float(each) for each in operands if not isinstance(each, Name)]
        match operator:
            case "BT":
                self.at = Matrix()
            case "Tf":
                self.font, self.size = self._font(str(operands[0])), numbers[-1]
            case "Tm":
                self.at = _matrix(operands)
            case "TL":
                self.leading = numbers[0]
            case "Td":
                self.at = Matrix(1, 0, 0, 1, *numbers) @ self.at
            case "TD":
                self.leading = -numbers[1]
                self.at = Matrix(1, 0, 0, 1, *numbers) @ self.at
            case _:
                self.at = Matrix(1, 0, 0, 1, 0, -self.leading) @ self.at

    def _mark(self, operator: str, operands: Sequence[Object]) -> None:
        match operator:
            case "BMC":
                self.open_tags.append(_Tag())
            case "BDC":
                self.open_tags.append(self._tag(operands[1]))
                self._add(self.open_tags[-1].actual or "")
            case _:
                self.open_tags.pop()

    def _font(self, name: str) -> Font:
        if name not in self.fonts:
            self.fonts[name] = font(self.resources.Font[name])
        return self.fonts[name]

    def _tag(self, properties: Object) -> _Tag:
        if isinstance(properties, Name):
            properties = self.resources.get("/Properties", Dictionary()).get(properties)
        if not isinstance(properties, Dictionary):
            return _Tag()
        return _Tag(
            number=int(properties.MCID) if "/MCID" in properties else None,
            actual=str(properties.ActualText) if "/ActualText" in properties else None,
        )

    def _show(self, operand: Object) -> None:
        if self._number() is None or any(tag.actual is not None for tag in self.open_tags):
            return
        strings = operand.as_list() if isinstance(operand, Array) else [operand]
        codes = b"".join(bytes(each) for each in strings if isinstance(each, pikepdf.String))
        if self.font is None:
            raise UndecodableError("text without a font")
        self._add(self.font.said(codes))

    def _number(self) -> int | None:
        return next(
            (tag.number for tag in reversed(self.open_tags) if tag.number is not None), None
        )

    def _add(self, text: str) -> None:
        number = self._number()
        if number is None:
            return
        place = self.at @ self.space
        size = self.size * math.hypot(place.c, place.d)
        shown = self.found.setdefault(number, Shown("", place.f, place.f, size))
        shown.add(text, place.f, size)


def _matrix(operands: Sequence[Object]) -> Matrix:
    return Matrix(*(float(each) for each in operands))
