"""The pages of a PDF of ours, each read when somebody asks for something on it."""

from dataclasses import field

import pikepdf

from avtalsgen.readers.pdf.ours.marked import Marked, MarkedText, marked
from avtalsgen.readers.pdf.tags.tree import MarkedContent
from avtalsgen.records import dataclass


@dataclass(frozen=True, slots=True)
class Shows:
    """What the pages of `file` show."""

    file: pikepdf.Pdf
    known: dict[int, Marked] = field(default_factory=dict)

    def of(self, piece: MarkedContent) -> MarkedText:
        """Return what a piece shows; raises as `marked.marked`, and where nothing is."""
        if piece.page not in self.known:
            self.known[piece.page] = marked(self.file.pages[piece.page - 1])
        return self.known[piece.page][piece.number]
