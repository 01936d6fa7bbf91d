"""How the tests write Word files: in the house template that the program comes with."""

from functools import cache
from pathlib import Path

from tests.sample import PROFILE
from tests.strategies import made_once

from avtalsgen.model.nodes import Document
from avtalsgen.writers.docx import write_docx
from avtalsgen.writers.render import Layout, Render


@cache
def shell() -> bytes:
    """Return the house template."""
    return Path("clauses/profil/mall.docx").read_bytes()


@made_once
def written(document: Document) -> bytes:
    """Return `document` as a Word file; what many laws ask of one document is written once."""
    return written_anew(document)


def written_anew(document: Document, layout: Layout | None = None) -> bytes:
    """Return `document` as a Word file, as often as it is asked for."""
    return write_docx(document, Render(PROFILE, shell(), layout or Layout()))
