"""A document in, a file out: one module or folder for each format, and the list of them.

A format whose library is slow to load is imported when it is written, so that a text
costs no more than a text.
"""

from collections.abc import Mapping
from types import MappingProxyType

from avtalsgen.model.nodes import Document
from avtalsgen.writers.html import write_html
from avtalsgen.writers.json import write_json
from avtalsgen.writers.markdown import write_markdown
from avtalsgen.writers.render import Render, Writer
from avtalsgen.writers.text import write_text


def _write_docx(document: Document, render: Render) -> bytes:
    from avtalsgen.writers.docx import write_docx

    return write_docx(document, render)


def _write_pdf(document: Document, render: Render) -> bytes:
    from avtalsgen.writers.pdf import write_pdf

    return write_pdf(document, render)


WRITERS: Mapping[str, Writer] = MappingProxyType(
    {
        "docx": Writer("Word", ".docx", _write_docx),
        "pdf": Writer("PDF", ".pdf", _write_pdf),
        "html": Writer("webbsida", ".html", write_html),
        "md": Writer("Markdown", ".md", write_markdown),
        "txt": Writer("ren text", ".txt", write_text),
        "json": Writer("JSON", ".json", write_json),
    }
)
"""Every format we write, by the name it has on the command line, most asked for first."""
