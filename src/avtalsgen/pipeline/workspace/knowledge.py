"""What is known of words and names when a document is compared or read.

A workspace has lists of its own in `clauses/register/ord`; one that lacks a list, as it was made
before there was such a one, takes that which comes with the program. So does who stands in none.
"""

from functools import lru_cache
from typing import TYPE_CHECKING

from avtalsgen.pipeline.workspace.overlay import ReadFiles
from avtalsgen.pipeline.workspace.starter import starter_clauses
from avtalsgen.pipeline.workspace.workspace import Workspace
from avtalsgen.records import dataclass
from avtalsgen.register.knowledge import Knowledge, Lexicon, read_lexicon
from avtalsgen.register.legal_sources import Legal, read_legal_sources
from avtalsgen.register.organisations import Organisation, read_organisations
from avtalsgen.register.register_names import names
from avtalsgen.register.word_files import FOLDER
from avtalsgen.source import Files

if TYPE_CHECKING:
    from avtalsgen.pipeline.workspace.project import Project


def knowledge_of(project: "Project") -> Knowledge:
    """Return what a workspace knows of words, and of the names of its bodies and laws.

    Raises:
        AvtalsgenError: one of its lists is wrong.
    """
    bodies, laws = project.organisations.values(), project.materials.legal_sources.values()
    return _known(_lexicon(project.files), tuple(bodies), tuple(laws))


def knowledge_in(files: Files) -> Knowledge:
    """Return the same of a workspace of which nothing else is read.

    Raises:
        AvtalsgenError: one of its lists is wrong.
    """
    bodies, laws = read_organisations(files).values(), read_legal_sources(files).values()
    return _known(_lexicon(files), tuple(bodies), tuple(laws))


@lru_cache(maxsize=2)
def _known(
    lexicon: Lexicon, bodies: tuple[Organisation, ...], laws: tuple[Legal, ...]
) -> Knowledge:
    """Return the same knowledge while the register is the same, and so what is made of it."""
    return Knowledge(lexicon, names(bodies, laws))


def _lexicon(files: Files) -> Lexicon:
    names_there = files.names(FOLDER)
    if not names_there:
        return _that_comes_along()
    try:
        paths = (f"{FOLDER}/{name}" for name in names_there if name.endswith(".yaml"))
        return _of_lists(tuple((path, files.read(path)) for path in paths))
    except (OSError, OverflowError):
        return read_lexicon(_Completed(files))  # which tells of the file, if it is one of those


@lru_cache(maxsize=2)
def _of_lists(lists: tuple[tuple[str, bytes], ...]) -> Lexicon:
    """Return what `lists` say, read once while they are so."""
    return read_lexicon(_Completed(ReadFiles(dict(lists))))


@lru_cache(maxsize=1)
def knowledge_outside() -> Knowledge:
    """Return what is known outside any workspace: laws, and bodies of no one municipality."""
    files = Workspace(starter_clauses().parent)
    bodies = read_organisations(files).values()
    national = (body for body in bodies if not body.municipality)
    laws = read_legal_sources(files).values()
    return Knowledge(_that_comes_along(), names(national, laws))


@lru_cache(maxsize=1)
def _that_comes_along() -> Lexicon:
    return read_lexicon(Workspace(starter_clauses().parent))


@dataclass(frozen=True, slots=True)
class _Completed:
    """The files of a workspace, and those that come with the program where it lacks one."""

    files: Files

    def read(self, path: str) -> bytes:
        try:
            return self.files.read(path)
        except FileNotFoundError:
            return Workspace(starter_clauses().parent).read(path)

    def names(self, folder: str) -> tuple[str, ...]:
        return self.files.names(folder)
