"""What a new edition changes in an old one, and a redline of it."""

from avtalsgen.compare.align.alignment import Alignment, aligned
from avtalsgen.compare.compare import compare
from avtalsgen.compare.duties.parties import folding_between
from avtalsgen.compare.marks.node_redline import redline
from avtalsgen.model.comparison import Comparison
from avtalsgen.model.nodes import Document
from avtalsgen.records import dataclass
from avtalsgen.register.knowledge import Knowledge
from avtalsgen.writers.comparison.printed import printed


@dataclass(frozen=True, slots=True)
class Changes:
    """Two editions, and what differs between them."""

    old: Document
    new: Document
    comparison: Comparison
    body: Alignment
    """What answers to what: of the comparison and of both redlines."""

    def printed(self) -> Document:
        """Return the new edition with every change marked in it, under a summary."""
        return printed(redline(self.old, self.new, self.body), self.comparison)

    def as_word(self, old: bytes, new: bytes, author: str, moment: str) -> bytes:
        """Return the new edition in Word with every change tracked, of both as Word files.

        Raises:
            AvtalsgenError: JF02 no redline of them could be proven.
        """
        from avtalsgen.redline import Options, word_redline  # a room that takes time to load

        options = Options(author=author, date=moment, alignment=self.body)
        return word_redline(old, new, options).docx


def changes(old: Document, new: Document, knowledge: Knowledge) -> Changes:
    """Return what `new` changes in `old`; two names of one body in the register are no change.

    Nothing that is printed of it tells the duties, so they are left out.
    """
    names = (old.identity.name, new.identity.name)
    body = aligned(old, new, folding_between(old, new, knowledge).said)
    comparison = compare(
        old, new, knowledge, body=body, old_source=names[0], new_source=names[1], duties=False
    )
    return Changes(old, new, comparison, body)
