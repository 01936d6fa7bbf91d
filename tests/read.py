"""Files of others as documents, read with the words of this repository as the command does it."""

from tests.compared import KNOWLEDGE

from avtalsgen.readers import plain_text
from avtalsgen.readers.docx import document as docx
from avtalsgen.readers.markdown_file import document as markdown
from avtalsgen.readers.pdf import document as pdf
from avtalsgen.readers.reading import Reading, Tracked

WORDS = KNOWLEDGE.page


def read_docx(data: bytes, source: str, tracked: Tracked = "accept") -> Reading:
    """Return a Word file."""
    return docx.read_docx(data, source, WORDS, tracked)


def read_pdf(data: bytes, source: str) -> Reading:
    """Return a PDF."""
    return pdf.read_pdf(data, source, WORDS)


def read_plain_text(text: str, source: str) -> Reading:
    """Return plain text."""
    return plain_text.read_plain_text(text, source, WORDS)


def read_markdown_document(text: str, source: str) -> Reading:
    """Return a document in Markdown."""
    return markdown.read_markdown_document(text, source, WORDS)
