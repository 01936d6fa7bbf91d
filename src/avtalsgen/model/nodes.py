"""The node types of a document: what readers give and writers take.

    Document ─┬─ Cover          kicker, title, rows of facts
              ├─ Section ─┬─ blocks: Paragraph | List | Table
              │           └─ Section …
              └─ Signatures

Nodes are plain data without any format in them. Where a node came from
(`origin`, `provenance`) is carried but is no part of what it says, so two nodes
with the same words are equal wherever they were written.

Every text in a node is one line without control characters. A title, a heading, a
name and an organisation is one line too: no line break, link or reference in it.
"""

from dataclasses import field
from typing import Literal

from avtalsgen.records import dataclass
from avtalsgen.source import Origin


@dataclass(frozen=True, slots=True)
class Text:
    """A run of plain characters, never empty and without line breaks."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Words of weight, most often a term being defined."""

    content: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words that stand out, most often a title."""

    content: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address outside the document; holds no link or reference."""

    content: tuple["Inline", ...]
    address: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A new line inside a paragraph."""


@dataclass(frozen=True, slots=True)
class Value:
    """A fact as printed, with the path it has in the facts and the line it stands on."""

    text: str
    path: str
    origin: Origin | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Reference:
    """A live reference to the section with `anchor`, printed as `lead` and `text`.

    `form` says what `text` is: the number of the section, or its heading where it
    has no number. `lead` ends in a no-break space.
    """

    anchor: str
    lead: str
    text: str
    form: Literal["number", "heading"]


@dataclass(frozen=True, slots=True)
class Gap:
    """A fact that is not known, printed as `text`: a dotted line, or its name in a draft."""

    text: str
    path: str
    reason: str
    origin: Origin | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Inserted:
    """Words that only the new side of a redline has; holds no `Inserted` or `Deleted`."""

    content: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Deleted:
    """Words that only the old side of a redline has; holds no `Inserted` or `Deleted`."""

    content: tuple["Inline", ...]


Inline = Text | Strong | Emphasis | Link | LineBreak | Value | Reference | Gap | Inserted | Deleted


@dataclass(frozen=True, slots=True)
class Revision:
    """That a whole node stands on one side of a redline only.

    With a `move` the same text stands elsewhere on the other side under the same name: one
    name for each moved block, however many nodes it is. Inside a moved node `Deleted` (where it
    stood) and `Inserted` (where it stands) mark the words that did not come along.
    """

    kind: Literal["inserted", "deleted"]
    move: str = ""


@dataclass(frozen=True, slots=True)
class Was:
    """What a section that is on both sides of a redline was called on the old side."""

    anchor: str
    number: str
    level: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text with at least one word; it may have spaces at its ends."""

    content: tuple[Inline, ...]
    origin: Origin | None = field(default=None, compare=False, repr=False)
    revision: Revision | None = None
    mark: str = field(default="", compare=False)
    """The name that references to it in its clause know it by. Not printed."""


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list: a paragraph, perhaps more, perhaps lists of its own."""

    blocks: tuple["Block", ...]
    revision: Revision | None = None


@dataclass(frozen=True, slots=True)
class List:
    """A list of at least one item; an ordered one counts 1, 2, 3 at every depth, or a, b, c.

    It counts from `start`, where a text goes on with a list that it has broken off.
    """

    items: tuple[ListItem, ...]
    ordered: bool = False
    revision: Revision | None = None
    letters: bool = False
    """It is ordered and counts a) b) c), as a text says ”fall b)”."""
    start: int = 1


Cell = tuple[Inline, ...]
"""What stands in a cell of a table; may be empty."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row; every row has as many cells as the header, at least one."""

    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    align: tuple[Literal["left", "right"], ...] = ()
    """A side for each column; empty means left for all."""
    origin: Origin | None = field(default=None, compare=False, repr=False)
    revision: Revision | None = None
    row_revisions: tuple[Revision | None, ...] = ()
    """One for each of `rows`, in a redline; empty means none for all."""
    letters: Literal["usual", "small", "smallest"] = "usual"
    """Small ones stand in close rows, so that much is read on one page; told in print alone."""


Block = Paragraph | List | Table


@dataclass(frozen=True, slots=True)
class Provenance:
    """Which text a section is made of."""

    kind: Literal["klausul", "avvikelse", "prosa", "rubrik", "jämförelse"]
    """A clause as it stands, a deviation from one, the uppdrag's own prose, only a heading, or
    what the program found by comparing two editions."""
    file: str = ""
    """The file of the text, empty where there is only a heading."""
    clause: str = ""
    edition: str = ""
    sha256: str = ""
    """Of the text as written, before facts go in; empty where there is only a heading."""


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part of the document, found by its anchor whatever its number.

    `anchor` is unique in the document and matches `[a-z0-9-]+`. `level` is 1 for a
    chapter, its parent's level + 1 below. A section may lack a heading (the closing
    sentence before the signatures); then it has no number and no place in the contents.
    """

    anchor: str
    heading: tuple[Inline, ...]
    level: int
    number: str = ""
    """As printed, without the heading: `2.1`; empty in an unnumbered branch."""
    blocks: tuple[Block, ...] = ()
    sections: tuple["Section", ...] = ()
    provenance: Provenance | None = field(default=None, compare=False)
    origin: Origin | None = field(default=None, compare=False, repr=False)
    """Where the outline names the section."""
    heading_origin: Origin | None = field(default=None, compare=False, repr=False)
    """Where the words of the heading stand: the clause's head, or the outline."""
    revision: Revision | None = None
    """Of the section and all below it."""
    was: Was | None = None
    lettered: bool = False
    """The number has a letter in it (`3 a`, `3 a.1`): put in later, and not counted."""
    new_page: bool = field(default=False, compare=False)
    """It begins at the top of a page; told in print alone."""


@dataclass(frozen=True, slots=True)
class CoverRow:
    """A fact on the cover: its label and what it says."""

    label: str
    content: tuple[Inline, ...]
    revision: Revision | None = None


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page. `kicker` is the kind of document; an empty part is not printed.

    A `page` stands alone, a `letterhead` above the text of the first page.
    """

    kicker: str
    title: tuple[Inline, ...]
    subtitle: tuple[Inline, ...] = ()
    rows: tuple[CoverRow, ...] = ()
    form: Literal["page", "letterhead"] = "page"


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents: its heading, and the deepest level it shows."""

    heading: str
    depth: int
    printed: tuple[str, ...] = field(default=(), compare=False)
    """The lines that a file has of it; a document of ours makes them of its headings."""


@dataclass(frozen=True, slots=True)
class Signatory:
    """Where one party signs.

    Printed in this order: `role`, `organisation`, each of `lines` as a ruled line with
    its label, `name`, `title`. An electronic signature has no lines.
    """

    party: str
    """The party's key in the facts, such as `utförare`."""
    role: str
    organisation: tuple[Inline, ...]
    lines: tuple[str, ...]
    name: tuple[Inline, ...]
    title: tuple[Inline, ...]
    revision: Revision | None = None


@dataclass(frozen=True, slots=True)
class Signatures:
    """Where the parties sign, last in the document and never split over two pages."""

    form: Literal["papper", "e-signering"]
    signatories: tuple[Signatory, ...]


@dataclass(frozen=True, slots=True)
class Running:
    """What stands at the head and foot of every page but the cover; `Sida x (y)` is added."""

    left: str
    right: str
    foot: str


@dataclass(frozen=True, slots=True)
class Identity:
    """What the document is to the program and to an archive. Not printed.

    `date` is the day of the document, ISO 8601, or empty when it is not known;
    `type` is `verksamhetsuppdrag@2019`, `clauses` every text it is made of.
    """

    uppdrag: str
    edition: str
    type: str
    status: str
    title: str
    dnr: str = ""
    date: str = ""
    author: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    clauses: tuple[Provenance, ...] = ()

    @property
    def name(self) -> str:
        """What the edition is called, `slug@utgåva`."""
        return f"{self.uppdrag}@{self.edition}"


@dataclass(frozen=True, slots=True)
class Aside:
    """Text beside the body of a file that somebody else has made: a page head, a footnote.

    `name` tells it from others of its part: `first`, `even`, the number of the note.
    """

    part: Literal["header", "footer", "footnote", "endnote", "textbox", "comment"]
    name: str
    blocks: tuple[Block, ...]
    revision: Revision | None = None
    on: str = ""
    """The words that a comment is pinned to."""
    behind: str = field(default="", compare=False)
    """The paragraph that a text box hangs on, or else stands behind."""


@dataclass(frozen=True, slots=True)
class AsWritten:
    """What a file says in its own order, where a document has another one.

    Its cover may say who it is from above its title, its parties may sign row by row beside each
    other, and an annex may follow where they sign: here that is text as any other.
    """

    cover: Cover
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document."""

    identity: Identity
    cover: Cover
    sections: tuple[Section, ...]
    numbering: tuple[str, ...] = ("{1}", "{1}.{2}", "{1}.{2}.{3}")
    """How a number is written at each level; levels below the last have none."""
    contents: Contents | None = None
    signatures: Signatures | None = None
    running: Running = Running("", "", "")
    draft: bool = False
    """A draft says UTKAST on every page."""
    asides: tuple[Aside, ...] = ()
    """Only in a document that was read from a file; `assemble` makes none."""
    as_written: AsWritten | None = field(default=None, compare=False)
    """Of a file of somebody else's; nothing of one that this program made."""
