"""Rows to a document."""

from collections.abc import Sequence

from avtalsgen.model.nodes import Document
from avtalsgen.readers.recognise.document import recognised
from avtalsgen.readers.recognise.page_words import PageWords
from avtalsgen.readers.rows.edges import edges
from avtalsgen.readers.rows.lines import lines
from avtalsgen.readers.rows.notes import noted
from avtalsgen.readers.rows.row import Row
from avtalsgen.readers.rows.ruled import in_one, without_signing
from avtalsgen.readers.rows.running import without_running
from avtalsgen.readers.rows.width import measured


def document(rows: Sequence[Row], source: str, words: PageWords, *, placed: bool) -> Document:
    """Return the document that `rows` are; `source` is what its lines are named by.

    `placed` says that their ends are where they were printed, not reckoned in signs.
    """
    taken = noted(without_signing(rows, words))
    pages = without_running(taken.rows, words)
    body = lines(in_one(pages.body) if placed else measured(pages.body), source, words)
    parts = recognised(body, words)
    frame = edges(pages.running)
    return parts.document(frame.running, (*frame.asides, *taken.notes))
