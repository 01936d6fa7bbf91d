"""A document in, a file out: one module or folder for each format, and the list of them.

A format is imported when it is written, so that a text costs no more than a text and the
list of them nothing.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from avtalsgen.writers.render import Render, Writer

if TYPE_CHECKING:
    from avtalsgen.model.nodes import Document


def _write_docx(document: "Document", render: Render) -> bytes:
    from avtalsgen.writers.docx import write_docx

    return write_docx(document, render)


def _write_pdf(document: "Document", render: Render) -> bytes:
    from avtalsgen.writers.pdf import write_pdf

    return write_pdf(document, render)


def _write_html(document: "Document", render: Render) -> bytes:
    from avtalsgen.writers.html import write_html

    return write_html(document, render)


def _write_markdown(document: "Document", render: Render) -> bytes:
    from avtalsgen.writers.markdown import write_markdown

    return write_markdown(document, render)


def _write_text(document: "Document", render: Render) -> bytes:
    from avtalsgen.writers.text import write_text

    return write_text(document, render)


def _write_json(document: "Document", render: Render) -> bytes:
    from avtalsgen.writers.json import write_json

    return write_json(document, render)


WRITERS: Mapping[str, Writer] = MappingProxyType(
    {
        "docx": Writer("Word", ".docx", _write_docx),
        "pdf": Writer("PDF", ".pdf", _write_pdf),
        "html": Writer("webbsida", ".html", _write_html),
        "md": Writer("Markdown", ".md", _write_markdown),
        "txt": Writer("ren text", ".txt", _write_text),
        "json": Writer("JSON", ".json", _write_json),
    }
)
"""Every format we write, by the name it has on the command line, most asked for first."""
