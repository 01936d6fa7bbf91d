"""What reading a part of a Word file leans on outside the part."""

from dataclasses import dataclass, field

from lxml import etree

from avtalsgen.readers.docx.faults import UNSETTLED, Faults
from avtalsgen.readers.docx.file import WordFile
from avtalsgen.readers.docx.numbering import Numbering
from avtalsgen.readers.docx.own import Own
from avtalsgen.readers.docx.styles import Styles
from avtalsgen.readers.reading import Tracked


@dataclass(slots=True)
class Around:
    """Handed to everything that reads a part."""

    file: WordFile
    styles: Styles
    numbering: Numbering
    tracked: Tracked
    own: Own
    """What the file says of itself, if this program wrote it."""
    faults: Faults = field(default_factory=Faults)
    boxes: list[etree._Element] = field(default_factory=list)
    """The contents of text boxes, in reading order."""
    notes: dict[str, dict[str, int]] = field(default_factory=dict)
    """The number of every note referred to, by its part and id."""
    marks: set[str] = field(default_factory=set)
    """The section marks that have been met. LibreOffice writes some a second time, where the
    section ends; the name of a bookmark is that of the first (17.13.6.2)."""
    moves: dict[str, str] = field(default_factory=dict)
    """The names of the moves that are open, by the ids of their ranges."""

    def note(self, part: str, identity: str) -> int:
        """Return the number of a note that is referred to: they are counted in reading order."""
        known = self.notes.setdefault(part, {})
        return known.setdefault(identity, len(known) + 1)

    def drops(self, side: str) -> bool:
        """Return whether what stands on `side` of a tracked change is left out."""
        match self.tracked:
            case "accept":
                return side == "deleted"
            case "reject":
                return side == "inserted"
            case "marked":
                return False

    def tell_unsettled(self, author: str | None) -> None:
        """Note a tracked change, which is read one way and could be read another."""
        if self.tracked != "marked":
            self.faults.add(UNSETTLED, author or "")
