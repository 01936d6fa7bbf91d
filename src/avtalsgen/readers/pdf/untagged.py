"""A PDF without tags, read by where its letters stand."""

from collections.abc import Sequence

from avtalsgen.model import plain
from avtalsgen.model.nodes import Document, Identity
from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.readers.pdf.glyphs import PageGlyphs
from avtalsgen.readers.pdf.rows import rows
from avtalsgen.readers.recognise.document import recognised
from avtalsgen.readers.rows.lines import asides, lines
from avtalsgen.readers.rows.running import without_running


def read(pages: Sequence[PageGlyphs], source: str) -> Document:
    """Return the document that the letters of `pages` are.

    Raises:
        AvtalsgenError: PF06 there are no letters, only pictures of them.
    """
    found = rows(pages)
    if not found:
        raise _scanned()
    parted = without_running(found)
    parts = recognised(lines(parted.body, source))
    title = " ".join(plain.text(parts.cover.title).split())
    return Document(
        Identity("", "", "", "", title),
        parts.cover,
        parts.sections,
        parts.numbering,
        parts.contents,
        parts.signatures,
        asides=asides(parted.running),
    )


def _scanned() -> AvtalsgenError:
    message = "filen har ingen text, bara bilder av sidor (den är inskannad)"
    hint = "be om dokumentet som Wordfil eller PDF med text, eller låt ett program tolka texten"
    return AvtalsgenError([Problem("PF06", message, hint=hint)])
