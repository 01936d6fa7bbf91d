"""How the tests write Word files: in the house template that the program comes with."""

from functools import cache
from pathlib import Path

from tests.sample import PROFILE

from avtalsgen.model.nodes import Document
from avtalsgen.writers.docx import write_docx
from avtalsgen.writers.render import Layout, Render


@cache
def shell() -> bytes:
    """Return the house template."""
    return Path("clauses/profil/mall.docx").read_bytes()


def written(document: Document, layout: Layout | None = None) -> bytes:
    """Return `document` as a Word file."""
    return write_docx(document, Render(PROFILE, shell(), layout or Layout()))
