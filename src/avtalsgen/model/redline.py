"""Two versions of a document in one, every difference marked."""

from avtalsgen.model.nodes import Document
from avtalsgen.records import dataclass


@dataclass(frozen=True, slots=True)
class Redline:
    """What every writer takes in as one document, and what it takes to get either side back.

    Laws: without its deletions `document` is the new version, without its insertions the old.
    """

    document: Document
    """With `Inserted`, `Deleted`, `Revision` and `Was`; its frame is that of the new version.

    The frame is what has no running text in it: identity, kicker, page heads, the contents'
    heading, numbering, the form of signing.
    """
    old_frame: Document
    """The old version without sections, cover rows, signatories and asides."""
    coarser: bool = False
    """Lines are marked whole, as those that both versions have could not be proven to be kept."""
