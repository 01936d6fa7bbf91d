"""The words of a tagged PDF, read as a screen reader does: by the structure tree.

Nothing is guessed from where letters stand. Content without a tag (running heads, page
numbers, the mark of a draft) is not read; neither are the table of contents and its
heading, nor bullets and list numbers, which every format makes by itself.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Page

from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.readers.pdf.file import opened

_MADE_OTHERWISE = (
    *(KeyError, IndexError, AttributeError, TypeError, ValueError, RecursionError),
    pikepdf.PdfError,
)
"""What comes of reading a file that somebody else has made, or changed."""
_INLINE = {"/Span", "/Strong", "/Em", "/Link", "/Reference"}
_MAPPING = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f]*)>")

Marked = dict[tuple[tuple[int, int], int], str]
"""Text by the page it is on and its number there (its MCID)."""


def words(pdf: bytes) -> list[str]:
    """Return the words of `pdf` in reading order, split at any white space.

    Raises:
        AvtalsgenError: as `lines`.
    """
    return [word for line in lines(pdf) for word in line.split()]


def lines(pdf: bytes) -> list[str]:
    """Return the paragraphs, items and cells of `pdf` in reading order, the empty left out.

    Raises:
        AvtalsgenError: PF01–PF03 it cannot be opened, PF04 it is not tagged as we tag.
    """
    with opened(pdf) as file:
        try:
            reading = _Reading({})
            for page in file.pages:
                reading.marked.update(_marked(page))
            reading.element(file.Root.StructTreeRoot, (0, 0))
        except _MADE_OTHERWISE:
            hint = "ange en PDF som är byggd här"
            message = "texten i PDF-filen går inte att läsa; den är inte märkt som våra"
            raise AvtalsgenError([Problem("PF04", message, hint=hint)]) from None
    return [line for line in reading.lines if line.strip()]


@dataclass(frozen=True, slots=True)
class _Tag:
    """A tag that is open in the content of a page."""

    number: int | None = None
    actual: str | None = None


@dataclass(slots=True)
class _Reading:
    marked: Marked
    lines: list[str] = field(default_factory=lambda: [""])
    read: set[tuple[int, int]] = field(default_factory=set)

    def element(self, element: Object, page: tuple[int, int]) -> None:
        """Read `element`, which has its words on `page` if it does not say otherwise."""
        self._require_new(element)
        kind = str(element.get("/S", ""))
        if kind == "/TOC":
            self._forget_heading_of_contents()
            return
        if kind not in _INLINE:
            self.lines.append("")
        self._kids(element, element.Pg.objgen if "/Pg" in element else page)
        if kind == "/Lbl" and all(isinstance(kid, int) for kid in _kids(element)):
            self.lines.pop()  # a bullet or a number; a label in words is Strong inside
        if kind not in _INLINE:
            self.lines.append("")

    def _kids(self, element: Object, page: tuple[int, int]) -> None:
        for kid in _kids(element):
            if isinstance(kid, int):
                self.lines[-1] += self.marked[page, kid]
            elif "/MCID" in kid:
                self.lines[-1] += self.marked[kid.Pg.objgen, int(kid.MCID)]
            elif "/S" in kid:
                self.element(kid, page)

    def _require_new(self, element: Object) -> None:
        """Stop at an element that has been read: one below itself would never end."""
        if element.objgen in self.read:
            raise ValueError(f"structure element {element.objgen} in two places")
        if element.is_indirect:
            self.read.add(element.objgen)

    def _forget_heading_of_contents(self) -> None:
        while not self.lines.pop():
            pass


def _kids(element: Object) -> list[Object]:
    kids = element.get("/K", Array())
    return list(kids.as_list()) if isinstance(kids, Array) else [kids]


def _marked(page: Page) -> Marked:
    """Return the text of `page` by its number, ActualText in the place of what it replaces."""
    fonts = {str(name): _characters(font) for name, font in page.Resources.get("/Font", {}).items()}
    found: Marked = {}
    font: dict[bytes, str] = {}
    open_tags: list[_Tag] = []
    for instruction in pikepdf.parse_content_stream(page):
        operands = [*instruction.operands]
        match str(instruction.operator):
            case "Tf":
                font = fonts[str(operands[0])]
            case "BMC":
                open_tags.append(_Tag())
            case "BDC":
                open_tags.append(_tag(operands[1]))
                _add(found, page, open_tags, open_tags[-1].actual or "")
            case "EMC":
                open_tags.pop()
            case "Tj" | "TJ" if all(tag.actual is None for tag in open_tags):
                _add(found, page, open_tags, "".join(_shown(operands[0], font)))
            case _:
                pass
    return found


def _add(found: Marked, page: Page, open_tags: list[_Tag], text: str) -> None:
    numbers = [tag.number for tag in open_tags if tag.number is not None]
    if numbers:
        key = (page.obj.objgen, numbers[-1])
        found[key] = found.get(key, "") + text


def _tag(properties: Object) -> _Tag:
    if not isinstance(properties, Dictionary):
        return _Tag()
    return _Tag(
        number=int(properties.MCID) if "/MCID" in properties else None,
        actual=str(properties.ActualText) if "/ActualText" in properties else None,
    )


def _shown(operand: Object, font: dict[bytes, str]) -> Iterator[str]:
    for string in operand.as_list() if isinstance(operand, Array) else [operand]:
        if isinstance(string, pikepdf.String):
            codes = bytes(string)
            for at in range(0, len(codes), 2):
                yield font[codes[at : at + 2]]


def _characters(font: Object) -> dict[bytes, str]:
    """Return what each code of two bytes says (ISO 32000-1, 9.10.3)."""
    if font.Encoding != Name("/Identity-H"):
        raise ValueError("a font with another encoding than the engine writes")
    found: dict[bytes, str] = {}
    for kind, body in _MAPPING.findall(font.ToUnicode.read_bytes()):
        values = [bytes.fromhex(value.decode()) for value in _HEX.findall(body)]
        if kind != b"bfchar":
            raise ValueError("the engine writes no ranges")
        for code, text in zip(values[::2], values[1::2], strict=True):
            found[code] = text.decode("utf-16-be")
    return found
