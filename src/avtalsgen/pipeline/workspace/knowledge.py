"""What is known of words and names when a document is compared or read.

A workspace has lists of its own in `clauses/register/ord`; one that was made before there were
any takes those that come with the program, and so does who stands in none.
"""

from collections.abc import Iterable
from functools import lru_cache

from avtalsgen.pipeline.workspace.starter import starter_clauses
from avtalsgen.pipeline.workspace.workspace import Workspace
from avtalsgen.register.knowledge import Knowledge
from avtalsgen.register.legal_sources import Legal, read_legal_sources
from avtalsgen.register.names import names
from avtalsgen.register.organisations import Organisation, read_organisations
from avtalsgen.register.words import FOLDER, Words, read_words
from avtalsgen.source import Files


def knowledge(
    files: Files, organisations: Iterable[Organisation], legal_sources: Iterable[Legal]
) -> Knowledge:
    """Return what a workspace knows.

    Raises:
        AvtalsgenError: one of its lists is wrong.
    """
    words = read_words(files) if files.names(FOLDER) else _words_that_come_along()
    return Knowledge(words, names(organisations, legal_sources))


@lru_cache(maxsize=1)
def knowledge_outside() -> Knowledge:
    """Return what is known outside any workspace: laws, and bodies of no one municipality."""
    files = Workspace(starter_clauses().parent)
    bodies = read_organisations(files).values()
    national = (body for body in bodies if not body.municipality)
    laws = read_legal_sources(files).values()
    return Knowledge(_words_that_come_along(), names(national, laws))


@lru_cache(maxsize=1)
def _words_that_come_along() -> Words:
    return read_words(Workspace(starter_clauses().parent))
