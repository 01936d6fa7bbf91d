"""The words of a tagged PDF, read as a screen reader does: by the structure tree.

Nothing is guessed from where letters stand. Content without a tag (running heads, page
numbers, the mark of a draft) is not read; neither are the table of contents and its
heading, nor bullets and list numbers, which every format makes by itself.
"""

import re
from collections.abc import Iterator, Mapping
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

_ANNEX = re.compile(r"Bilaga \d+: ")
"""How the title begins of the Part that an annex is in our structure tree."""

Marked = dict[int, str]
"""The text of a page by its number there (its MCID)."""
Place = tuple[int, int]
"""The number and generation of an object."""


@dataclass(frozen=True, slots=True)
class MainPart:
    """The words of a document in reading order, and the titles of the annexes after it."""

    words: list[str]
    annexes: tuple[str, ...]


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
    return _read(pdf, annexes=True).said()


def main_part(pdf: bytes) -> MainPart:
    """Return the document itself, without the annexes appended to it; raises as `lines`.

    An annex may be made by any program, and its text is not read.
    """
    reading = _read(pdf, annexes=False)
    return MainPart(
        [word for line in reading.said() for word in line.split()], tuple(reading.annexes)
    )


def _read(pdf: bytes, *, annexes: bool) -> "_Reading":
    with opened(pdf) as file:
        reading = _Reading({page.obj.objgen: page for page in file.pages}, annexes)
        try:
            reading.element(file.Root.StructTreeRoot, (0, 0))
        except _MADE_OTHERWISE:
            hint = "ange en PDF som är byggd här"
            message = "texten i PDF-filen går inte att läsa; den är inte märkt som våra"
            raise AvtalsgenError([Problem("PF04", message, hint=hint)]) from None
        return reading


@dataclass(frozen=True, slots=True)
class _Tag:
    """A tag that is open in the content of a page."""

    number: int | None = None
    actual: str | None = None


@dataclass(slots=True)
class _Reading:
    pages: Mapping[Place, Page]
    reads_annexes: bool
    annexes: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=lambda: [""])
    marked: dict[Place, Marked] = field(default_factory=dict)
    read: set[Place] = field(default_factory=set)

    def said(self) -> list[str]:
        """Return the lines that say something."""
        return [line for line in self.lines if line.strip()]

    def element(self, element: Object, page: Place) -> None:
        """Read `element`, which has its words on `page` if it does not say otherwise."""
        self._require_new(element)
        kind = str(element.get("/S", ""))
        if kind == "/TOC":
            self._forget_heading_of_contents()
            return
        if kind == "/Part" and not self.reads_annexes and _ANNEX.match(_title(element)):
            self.annexes.append(_title(element))
            return
        if kind not in _INLINE:
            self.lines.append("")
        self._kids(element, element.Pg.objgen if "/Pg" in element else page)
        if kind == "/Lbl" and all(isinstance(kid, int) for kid in _kids(element)):
            self.lines.pop()  # a bullet or a number; a label in words is Strong inside
        if kind not in _INLINE:
            self.lines.append("")

    def _kids(self, element: Object, page: Place) -> None:
        for kid in _kids(element):
            if isinstance(kid, int):
                self.lines[-1] += self._on(page)[kid]
            elif "/MCID" in kid:
                self.lines[-1] += self._on(kid.Pg.objgen)[int(kid.MCID)]
            elif "/S" in kid:
                self.element(kid, page)

    def _on(self, page: Place) -> Marked:
        """Return the text of a page; one that nobody asks for is not read."""
        if page not in self.marked:
            self.marked[page] = _marked(self.pages[page])
        return self.marked[page]

    def _require_new(self, element: Object) -> None:
        """Stop at an element that has been read: one below itself would never end."""
        if element.objgen in self.read:
            raise ValueError(f"structure element {element.objgen} in two places")
        if element.is_indirect:
            self.read.add(element.objgen)

    def _forget_heading_of_contents(self) -> None:
        while not self.lines.pop():
            pass


def _title(element: Object) -> str:
    return str(element.get("/T", ""))


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
                _add(found, open_tags, open_tags[-1].actual or "")
            case "EMC":
                open_tags.pop()
            case "Tj" | "TJ" if all(tag.actual is None for tag in open_tags):
                _add(found, open_tags, "".join(_shown(operands[0], font)))
            case _:
                pass
    return found


def _add(found: Marked, open_tags: list[_Tag], text: str) -> None:
    numbers = [tag.number for tag in open_tags if tag.number is not None]
    if numbers:
        found[numbers[-1]] = found.get(numbers[-1], "") + text


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
