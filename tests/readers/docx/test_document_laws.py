"""What we write in a Word file is what is read from it."""

import pytest
from hypothesis import given, settings
from tests import libreoffice, strategies
from tests.battery import BATTERY
from tests.documents.every import NAMES, document, written
from tests.readers.docx.said import said
from tests.writers.docx import rendering

from avtalsgen.model import plain, walk
from avtalsgen.model.nodes import Document
from avtalsgen.readers.docx.document import read_docx


def _again(own: Document) -> Document:
    return read_docx(rendering.written(own), "egen.docx").document


@given(strategies.documents())
@settings(max_examples=100, deadline=None)
def test_a_document_of_ours_is_read_as_it_was_written(own: Document) -> None:
    assert said(_again(own)) == said(own)
