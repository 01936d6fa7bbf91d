"""The text of a page of ours by the numbers that the structure tree knows it by.

ISO 32000-1, 14.6. Our engine says every letter and space outright, so nothing is guessed from
where they stand.
"""

import math
from collections.abc import Sequence
from dataclasses import field, replace

import pikepdf
from pikepdf import Array, Dictionary, Matrix, Name, Object, Page

from avtalsgen.readers.pdf.ours.fonts import Characters, characters, said
from avtalsgen.readers.rows.hyphens import SOFT
from avtalsgen.records import dataclass

_DEEPEST = 1000
"""Graphics states kept at a time."""


@dataclass(frozen=True, slots=True)
class MarkedText:
    """Text with one number, where its baseline is first, and the size of its letters then."""

    text: str
    line: float
    size: float


Marked = dict[int, MarkedText]
"""What a page shows, by its number there (its MCID)."""


def marked(page: Page) -> Marked:
    """Return the text of `page` by its number, ActualText in the place of what it replaces.

    Raises:
        KeyError, AttributeError, TypeError, ValueError, PdfError: it is not as ours are.
    """
    reader = _ContentReader(page.obj.get("/Resources", Dictionary()))
    for instruction in pikepdf.parse_content_stream(page):
        reader.follow(str(instruction.operator), [*instruction.operands])
    return reader.found


@dataclass(frozen=True, slots=True)
class _Tag:
    """A tag that is open in the content of a page."""

    number: int | None = None
    actual: str | None = None


@dataclass(slots=True)
class _ContentReader:
    resources: Object
    found: Marked = field(default_factory=dict)
    fonts: dict[str, Characters] = field(default_factory=dict)
    font: Characters = field(default_factory=dict)
    size: float = 0.0
    space: Matrix = field(default_factory=Matrix)
    """From the space of the drawing to that of the page."""
    kept: list[Matrix] = field(default_factory=list)
    at: Matrix = field(default_factory=Matrix)
    """Where the line of text begins."""
    open_tags: list[_Tag] = field(default_factory=list)
    unplaced: set[int] = field(default_factory=set)
    """Numbers whose text is said before its font and place are: an ActualText stands first."""

    def follow(self, operator: str, operands: Sequence[Object]) -> None:
        match operator:
            case "q" | "Q" | "cm":
                self._draw(operator, operands)
            case "BT" | "Tf" | "Tm" | "Td":
                self._move(operator, operands)
            case "BMC" | "BDC" | "EMC":
                self._mark(operator, operands)
            case "Tj" | "TJ":
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
            case _:
                self.at = Matrix(1, 0, 0, 1, *numbers) @ self.at

    def _mark(self, operator: str, operands: Sequence[Object]) -> None:
        match operator:
            case "BMC":
                self.open_tags.append(_Tag())
            case "BDC":
                self.open_tags.append(self._tag(operands[1]))
                self._replace(self.open_tags[-1].actual)
            case _:
                self.open_tags.pop()

    def _font(self, name: str) -> Characters:
        if name not in self.fonts:
            self.fonts[name] = characters(self.resources.Font[name])
        return self.fonts[name]

    def _tag(self, properties: Object) -> _Tag:
        if not isinstance(properties, Dictionary):
            return _Tag()
        return _Tag(
            number=int(properties.MCID) if "/MCID" in properties else None,
            actual=str(properties.ActualText) if "/ActualText" in properties else None,
        )

    def _show(self, operand: Object) -> None:
        number = self._number()
        if number is None:
            return
        if number in self.unplaced:
            self.found[number] = self._placed(self.found[number].text)
            self.unplaced.remove(number)
        if any(tag.actual is not None for tag in self.open_tags):
            return
        strings = operand.as_list() if isinstance(operand, Array) else [operand]
        codes = b"".join(bytes(each) for each in strings if isinstance(each, pikepdf.String))
        self._add(said(codes, self.font))

    def _number(self) -> int | None:
        return next(
            (tag.number for tag in reversed(self.open_tags) if tag.number is not None), None
        )

    def _replace(self, actual: str | None) -> None:
        number = self._number()
        if number is None:
            return
        before = self.found.get(number)
        if actual and not (before and before.text):
            self.unplaced.add(number)
        self._add(actual or "")  # a picture has a place without a word

    def _add(self, text: str) -> None:
        number = self._number()
        if number is None:
            return
        text = text.replace(SOFT, "")  # where a word is parted at the end of a line
        before = self.found.get(number)
        if before and before.text:
            self.found[number] = replace(before, text=before.text + text)
        else:
            self.found[number] = self._placed(text)

    def _placed(self, text: str) -> MarkedText:
        place = self.at @ self.space
        return MarkedText(text, place.f, self.size * math.hypot(place.c, place.d))


def _matrix(operands: Sequence[Object]) -> Matrix:
    return Matrix(*(float(each) for each in operands))
