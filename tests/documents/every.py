"""Every uppdrag of the repository, assembled and written once for all tests of a process."""

from functools import cache
from pathlib import Path

from tests import libreoffice

from avtalsgen.model.nodes import Document
from avtalsgen.pipeline.build.build import write
from avtalsgen.pipeline.workspace.documents import document_of
from avtalsgen.pipeline.workspace.project import Project, open_project
from avtalsgen.pipeline.workspace.selection import select
from avtalsgen.pipeline.workspace.workspace import Workspace
from avtalsgen.problems import Problem
from avtalsgen.writers.render import Render

ROOT = Path(__file__).parents[2]
RENEWALS = ("vald-i-nara-relation@2026", "familjeradgivning@2026")
NAMES = tuple(f"{slug}@{edition}" for slug, edition in select(Workspace(ROOT), ()))
_LETTERS = ("tjansteskrivelse", "anslag", "protokollsutdrag", "indexbrev", "korthet")
AGREEMENTS = tuple(name for name in NAMES if not name.endswith(_LETTERS))
"""All but letters and the like, which have no contents, and in plain text nothing that tells who
sends one from who gets it. Told by their names: what a test is called is known before it is run."""


@cache
def project(style: str = "") -> Project:
    """Return the repository as a workspace, in the house style called `style`."""
    return open_project(ROOT, style)


@cache
def assembled(name: str, style: str = "") -> tuple[Document, tuple[Problem, ...]]:
    slug, _, edition = name.partition("@")
    return document_of(project(style), slug, edition)


def document(name: str, style: str = "") -> Document:
    return assembled(name, style)[0]


@cache
def printed(name: str, style: str = "") -> bytes:
    """Return the Word file of an uppdrag as LibreOffice prints it."""
    return libreoffice.to_pdf(written(name, style)["docx"])


@cache
def written(name: str, style: str = "") -> dict[str, bytes]:
    """Return the uppdrag in every format, as `build` writes it."""
    house = project(style).house_of((name,))
    render = Render(house.profile, project(style).shell(house))
    return write(document(name, style), render, ("docx", "pdf", "html", "md", "txt", "json"))
