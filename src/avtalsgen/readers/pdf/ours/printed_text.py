"""The words of a tagged PDF of ours, read as a screen reader does: by the structure tree.

The table of contents and its heading are left out, and so are bullets and list numbers, which
every format makes by itself.
"""

import re
from dataclasses import field

from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.readers.pdf.file import opened
from avtalsgen.readers.pdf.ours.shows import Shows
from avtalsgen.readers.pdf.tags.tree import MADE_OTHERWISE, Element, MarkedContent, structure
from avtalsgen.records import dataclass

INLINE = {"Span", "Link", "Reference"}
ANNEX = re.compile(r"Bilaga \d+: ")
"""How the title begins of the Part that an annex is in our structure tree."""


@dataclass(frozen=True, slots=True)
class MainPart:
    """The lines of a document in reading order, and the titles of the annexes after it."""

    lines: tuple[str, ...]
    annexes: tuple[str, ...]

    @property
    def words(self) -> list[str]:
        """The words of the lines, split at any white space."""
        return [word for line in self.lines for word in line.split()]


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
    return MainPart(tuple(reading.said()), tuple(reading.annexes))


def is_annex(element: Element) -> bool:
    """Return whether `element` is an annex that `writers.pdf` has appended."""
    return element.kind == "Part" and bool(ANNEX.match(element.title))


def untagged() -> AvtalsgenError:
    """Return what to say of a file that has no tags, or tags unlike ours."""
    hint = "ange en PDF som är byggd här"
    message = "texten i PDF-filen går inte att läsa; den är inte märkt som våra"
    return AvtalsgenError([Problem("PF04", message, hint=hint)])


def _read(pdf: bytes, *, annexes: bool) -> "_WordReader":
    with opened(pdf) as file:
        root = structure(file)
        if root is None:
            raise untagged()
        reading = _WordReader(Shows(file), annexes)
        try:
            reading.element(root)
        except MADE_OTHERWISE:
            raise untagged() from None
        return reading


@dataclass(slots=True)
class _WordReader:
    shows: Shows
    reads_annexes: bool
    annexes: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=lambda: [""])

    def said(self) -> list[str]:
        """Return the lines that say something."""
        return [line for line in self.lines if line.strip()]

    def element(self, element: Element) -> None:
        if element.kind == "TOC":
            self._forget_heading_of_contents()
            return
        if is_annex(element) and not self.reads_annexes:
            self.annexes.append(element.title)
            return
        if element.kind not in INLINE:
            self.lines.append("")
        for kid in element.kids:
            match kid:
                case MarkedContent():
                    self.lines[-1] += self.shows.of(kid).text
                case Element():
                    self.element(kid)
        if element.kind == "Lbl" and not any(element.elements):
            self.lines.pop()  # a bullet or a number; a label in words is Strong inside
        if element.kind not in INLINE:
            self.lines.append("")

    def _forget_heading_of_contents(self) -> None:
        while not self.lines.pop():
            pass
