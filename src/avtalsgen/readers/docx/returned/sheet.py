"""What a Word file holds, letter by letter, before anybody says what has changed."""

from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import Literal

from avtalsgen.model.nodes import Identity, Provenance
from avtalsgen.records import dataclass

SheetPart = Literal[
    "body", "contents", "header", "footer", "footnote", "endnote", "textbox", "signature"
]


@dataclass(frozen=True, slots=True)
class Hand:
    """Whose tracked change it is, and when it was made, as the file says."""

    author: str
    date: str


def same_author(hand: Hand | None, other: Hand | None) -> bool:
    """Return whether one person made both marks, whenever that was."""
    return hand is not None and other is not None and hand.author == other.author


@dataclass(frozen=True, slots=True)
class Look:
    """How letters look when all styles have had their say."""

    bold: bool = False
    italic: bool = False
    underline: bool = False
    struck: bool = False
    colour: str = ""
    size: int = 0
    highlight: str = ""
    unseen: str = ""
    """`dold`, `vit` or `mycket liten`: a reader of the page does not see it."""
    address: str = ""
    """Where a link leads, outside the file."""
    capitals: bool = False
    special: tuple[tuple[str, str], ...] = ()
    """What else is special of the letters: its name and its value."""


Placed = tuple[Mapping[str, str], ...]
"""How a paragraph stands on its page, by the names of what is special; of a row, each cell."""


@dataclass(frozen=True, slots=True)
class SheetStretch:
    """Letters of one look and one fate."""

    text: str
    look: Look = field(default_factory=Look)
    before: Look | None = None
    """How it looked before a tracked change of looks, which `looked` made."""
    looked: Hand | None = None
    inserted: Hand | None = None
    deleted: Hand | None = None
    moved: bool = False
    strong: bool = False
    emphasised: bool = False
    """Bold and italic beside what the style of the paragraph gives every letter of it."""


@dataclass(frozen=True, slots=True)
class SheetNote:
    """The mark of a note or a box in the line that it hangs on."""

    name: str
    deleted: Hand | None = None
    inserted: Hand | None = None
    """Who put the mark in, tracked; nobody where it was moved."""
    with_words: bool = False
    """Whether who took it out took out the words that it stands behind too."""


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A paragraph, or a row of a table with tabs between its cells."""

    stretches: tuple[SheetStretch, ...]
    part: SheetPart = "body"
    name: str = ""
    """Which header, note or box."""
    level: int = 0
    """Of a heading, as its style says; 0 for none."""
    number: str = ""
    """What Word counts before it."""
    is_item: bool = False
    depth: int = 0
    """Of an item: how many lists it is inside, from 0."""
    is_row: bool = False
    marks: tuple[str, ...] = ()
    """The bookmarks that begin in it."""
    inserted: Hand | None = None
    """Who put in the end of the paragraph, or the row."""
    deleted: Hand | None = None
    styled: Hand | None = None
    """Who changed the paragraph's format, tracked."""
    placed: Placed = ()
    placed_before: Placed = ()
    """Before somebody changed it, tracked."""
    notes: tuple[SheetNote, ...] = ()
    """The notes and boxes that hang on it."""

    @property
    def text(self) -> str:
        """Every letter, whatever is to become of it."""
        return "".join(stretch.text for stretch in self.stretches)

    @property
    def said(self) -> list[SheetStretch]:
        """The stretches that have more than white space."""
        return [stretch for stretch in self.stretches if stretch.text.strip()]


@dataclass(frozen=True, slots=True)
class SheetComment:
    """A comment and what was answered to it."""

    identity: str
    author: str
    date: str
    text: str
    on: str
    place: int
    """In the lines of the body: that where it begins."""
    resolved: bool = False
    replies: tuple["SheetComment", ...] = ()


@dataclass(frozen=True, slots=True)
class SheetMove:
    """Lines that somebody moved, tracked, which stand where they stood."""

    lines: range
    behind: int
    """The line that they went behind; -1 for the top."""
    hand: Hand


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole file."""

    lines: tuple[SheetLine, ...]
    comments: tuple[SheetComment, ...]
    identity: Identity
    texts: Mapping[str, Provenance]
    """What the sections are made of, by their marks."""
    printed: Mapping[str, str]
    """The digest of what was printed of each section, by its mark."""
    moves: tuple[SheetMove, ...] = ()
    """What was moved, where a move is told apart from the words that went and came."""

    def of(self, *parts: SheetPart) -> Iterable[SheetLine]:
        """Return the lines of some parts, in order."""
        return (line for line in self.lines if line.part in parts)
