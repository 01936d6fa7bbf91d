"""What reading a part of a Word file leans on outside the part."""

from dataclasses import field

from lxml import etree

from avtalsgen.ooxml.names import W
from avtalsgen.ooxml.package import Package
from avtalsgen.ooxml.revisions import CELLS, CHANGES, TRACKED, is_tracked, resolve
from avtalsgen.readers.docx.faults import UNSETTLED, Faults
from avtalsgen.readers.docx.formats.numbering import ParagraphCounter
from avtalsgen.readers.docx.formats.styles import Styles
from avtalsgen.readers.docx.own import OurProperties
from avtalsgen.readers.reading import Tracked
from avtalsgen.readers.recognise.page_words import PageWords
from avtalsgen.records import dataclass

_CHANGES = (*TRACKED, *CHANGES, *CELLS)
"""Those that a reader can see; one at the end of a paragraph is counted with what it ends."""


@dataclass(slots=True)
class Around:
    """Handed to everything that reads a part."""

    file: Package
    styles: Styles
    numbering: ParagraphCounter
    tracked: Tracked
    words: PageWords
    own: OurProperties
    """What the file says of itself, if this program wrote it."""
    faults: Faults = field(default_factory=Faults)
    boxes: list[tuple[etree._Element, str]] = field(default_factory=list)
    """The contents of text boxes, in reading order, each with the part that it stands in."""
    boxes_behind: list[str] = field(default_factory=list)
    """The words of the paragraph that each of them hangs on, or stands behind."""
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

    def story(self, name: str) -> etree._Element | None:
        """Return the root of a part with text, settled; None if there is no such part."""
        root = self.file.part(name) if name else None
        if root is not None:
            self.settle(root)
        return root

    def settle(self, root: etree._Element) -> None:
        """Accept or reject the tracked changes under `root`, if that is the choice.

        They are told of: they could have been read another way.
        """
        if self.tracked == "marked" or not is_tracked(root):
            return
        for change in root.iter(*_CHANGES):
            if change.getparent().tag != f"{W}rPr" or change.tag in CHANGES:
                self.faults.add(UNSETTLED, change.get(f"{W}author") or "")
        resolve(root, self.tracked)
