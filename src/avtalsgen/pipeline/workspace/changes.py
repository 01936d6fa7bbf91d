"""What a new edition changes in an old one, and a redline of it."""

from dataclasses import field
from functools import lru_cache
from io import BytesIO
from pickle import Pickler

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

    Nothing that is printed of it tells the duties, so they are left out. It takes a hundred times
    as long as to read the two, so whoever asks again for the same is given the same.
    """
    return _compared(_ToTheLetter.of(old), _ToTheLetter.of(new), knowledge)


@dataclass(frozen=True, slots=True)
class _ToTheLetter:
    """A document, known by all of it: also by what is no part of its words, as where they stand."""

    letters: bytes
    document: Document = field(compare=False)

    @classmethod
    def of(cls, document: Document) -> "_ToTheLetter":
        written = BytesIO()
        pickler = Pickler(written)
        pickler.fast = True  # or two that are alike differ by which of their parts are one object
        pickler.dump(document)
        return cls(written.getvalue(), document)


@lru_cache(maxsize=4)
def _compared(before: _ToTheLetter, after: _ToTheLetter, knowledge: Knowledge) -> Changes:
    old, new = before.document, after.document
    names = (old.identity.name, new.identity.name)
    body = aligned(old, new, folding_between(old, new, knowledge).said)
    comparison = compare(
        old, new, knowledge, body=body, old_source=names[0], new_source=names[1], duties=False
    )
    return Changes(old, new, comparison, body)
