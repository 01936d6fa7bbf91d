"""The text of a page by the numbers that the structure tree knows it by (ISO 32000-1, 14.6)."""

from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Page

from avtalsgen.readers.pdf.fonts import Font, UndecodableError, font

Marked = dict[int, str]
"""The text of a page by its number there (its MCID)."""

_FEWEST_SPACES = 0.03
"""Of the letters of a page; a text with fewer is spaced by moving the letters."""
_ENOUGH = 200
"""Letters to judge that by."""


def marked(page: Page) -> Marked:
    """Return the text of `page` by its number, ActualText in the place of what it replaces.

    Raises:
        UndecodableError: a font does not say what its codes are, the page draws another content
            inside its own, or there are no spaces between its words.
        KeyError, AttributeError, TypeError, ValueError, PdfError: it is not as a page should be.
    """
    reading = _Reading(page.obj.get("/Resources", Dictionary()))
    for instruction in pikepdf.parse_content_stream(page):
        reading.follow(str(instruction.operator), [*instruction.operands])
    found = reading.found
    text = "".join(found.values())
    spaces = sum(map(str.isspace, text))
    if len(text) > _ENOUGH and spaces < len(text) * _FEWEST_SPACES:
        raise UndecodableError("words without spaces")
    return found


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
    open_tags: list[_Tag] = field(default_factory=list)

    def follow(self, operator: str, operands: list[Object]) -> None:
        match operator:
            case "Tf":
                self.font = self._font(str(operands[0]))
            case "BMC":
                self.open_tags.append(_Tag())
            case "BDC":
                self.open_tags.append(self._tag(operands[1]))
                self._add(self.open_tags[-1].actual or "")
            case "EMC":
                self.open_tags.pop()
            case "Tj" | "TJ" | "'" | '"':
                self._show(operands[-1])
            case "Do":
                self._require_picture(str(operands[0]))
            case _:
                pass

    def _font(self, name: str) -> Font:
        if name not in self.fonts:
            self.fonts[name] = font(self.resources.Font[name])
        return self.fonts[name]

    def _tag(self, properties: Object) -> _Tag:
        if isinstance(properties, Name):
            properties = self.resources.get("/Properties", Dictionary()).get(properties, None)
        if not isinstance(properties, Dictionary):
            return _Tag()
        return _Tag(
            number=int(properties.MCID) if "/MCID" in properties else None,
            actual=str(properties.ActualText) if "/ActualText" in properties else None,
        )

    def _show(self, operand: Object) -> None:
        if any(tag.actual is not None for tag in self.open_tags):
            return
        for string in operand.as_list() if isinstance(operand, Array) else [operand]:
            if isinstance(string, pikepdf.String) and self._number() is not None:
                assert self.font is not None
                self._add(self.font.said(bytes(string)))

    def _number(self) -> int | None:
        return next(
            (tag.number for tag in reversed(self.open_tags) if tag.number is not None), None
        )

    def _add(self, text: str) -> None:
        number = self._number()
        if number is not None:
            self.found[number] = self.found.get(number, "") + text

    def _require_picture(self, name: str) -> None:
        drawn = self.resources.get("/XObject", Dictionary()).get(name)
        if drawn is not None and drawn.get("/Subtype") != Name.Image:
            raise UndecodableError("content drawn inside the content of the page")
