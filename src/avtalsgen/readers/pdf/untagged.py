"""A PDF without tags, read by where its letters stand."""

from collections.abc import Sequence

from avtalsgen.model.nodes import Document
from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.readers.pdf.glyphs import PageGlyphs
from avtalsgen.readers.pdf.rows import rows
from avtalsgen.readers.rows.document import document


def read(pages: Sequence[PageGlyphs], source: str) -> Document:
    """Return the document that the letters of `pages` are.

    Raises:
        AvtalsgenError: PF06 there are no letters, only pictures of them.
    """
    found = rows(pages)
    if not found:
        message = "filen har ingen text, bara bilder av sidor (den är inskannad)"
        hint = "be om dokumentet som Wordfil eller som PDF med text"
        raise AvtalsgenError([Problem("PF06", message, hint=hint)])
    return document(found, source, placed=True)
