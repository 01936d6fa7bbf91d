"""What is taken in gives the words of the original when it is built: of any document."""

from functools import cache
from pathlib import Path

from hypothesis import given
from tests import strategies

from avtalsgen.model.nodes import Document
from avtalsgen.pipeline.intake.preparing import prepared
from avtalsgen.pipeline.workspace.project import Project, open_project

ROOT = Path(__file__).parents[2]


@cache
def project() -> Project:
    """Return the workspace of the repository."""
    return open_project(ROOT)


@given(strategies.documents())
def test_a_build_of_what_was_taken_in_gives_the_words_of_the_original(document: Document) -> None:
    made = prepared(project(), document, b"", "gammal.docx")
    assert made.printed == made.expected
