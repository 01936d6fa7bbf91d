"""A line: a paragraph, list or table on its way into a document, and what its look says of it."""

from typing import Literal

from avtalsgen.model import plain
from avtalsgen.model.nodes import Block, Inline, List, Paragraph, Revision, Table
from avtalsgen.records import dataclass

Part = Literal["", "kicker", "title", "subtitle", "row", "contents-heading", "contents"]
"""What the style of a line says that it is; most say nothing."""


@dataclass(frozen=True, slots=True)
class Item:
    """The sign before an item of a list."""

    ordered: bool
    rank: int
    """Items with a greater one stand further in, whatever it is counted in."""
    value: int = 1
    """The number that an ordered item has."""
    series: str = ""
    """Ordered items of one series are counted together; typed ones have none."""
    letters: bool = False
    """Whether it is counted in letters."""
    text_at: int = 0
    """Where its words begin, in the measure of `Line.indent`."""


@dataclass(frozen=True, slots=True)
class Line:
    """What stands by itself in a file, as seen by somebody who turns its pages."""

    block: Block
    """A table, a list whose items the format gives, or else a paragraph."""
    text: str
    """Its words without its number and sign; empty for a list or a table."""
    level: int = 0
    """Of the heading that its style or tag says it is, from 1; 0 where it says nothing."""
    number: str = ""
    """What is printed before it and does not stand in `text`: `2.1`, `a)`."""
    item: Item | None = None
    anchor: str = ""
    """Set on the first line of a section that the file tells the anchor of."""
    depth: int = 0
    """Of that section, where the file tells it; for a section without a heading."""
    part: Part = ""
    bold: bool = False
    """Every word is."""
    size: float = 1.0
    """Of the letters, beside those of the text around."""
    indent: int = 0
    in_row: bool = False
    """Whether it is a row of columns, above or below another: no heading."""
    column: int = 0
    """Of two where parties sign beside each other; 0 for what stands in none."""
    after_break: bool = True
    """Whether it may go on in the sentence of the line before: a page ends between them, or the
    format does not tell its paragraphs."""


def line(block: Block) -> Line:
    """Return `block` as a line whose look says nothing."""
    return Line(block, plain.text(block.content) if isinstance(block, Paragraph) else "")


def content(of: Line) -> tuple[Inline, ...]:
    """Return the words of a paragraph; none of a list or a table."""
    return of.block.content if isinstance(of.block, Paragraph) else ()


def revision(of: Line) -> Revision | None:
    """Return the mark of a line that stands on one side of a redline only."""
    match of.block:
        case Paragraph(_, _, mark):
            return mark
        case List(_, _, mark):
            return mark
        case Table(revision=mark):
            return mark
