"""The program's library beside the one of a workspace, file by file.

in the workspace                    beside what came     beside the program's now
not there                                                                saknas
the same as the program's                                                (nothing to tell)
as it came, the program's is newer  equal                other           äldre
changed, the program's is as then   other                equal           (counted)
changed, and the program's too      other                other           ändrad här
another, and nobody noted           –                    other           okänt ursprung

As it came is by the note of the workspace, or a form of the program's from before there were notes.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from difflib import unified_diff
from typing import Literal

from avtalsgen.clauses.document_type import FOLDER as TYPES
from avtalsgen.clauses.library import FOLDER, RESERVED
from avtalsgen.clauses.outline import pins
from avtalsgen.pipeline.library.given import came_so, digest, read_given, starter_files
from avtalsgen.pipeline.lock.lock_file import read_lock
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.records import dataclass
from avtalsgen.source import Files
from avtalsgen.uppdrag import directory
from avtalsgen.uppdrag.changes import brought
from avtalsgen.uppdrag.status import SIGNED
from avtalsgen.uppdrag.uppdrag import Uppdrag

State = Literal["saknas", "äldre", "ändrad här", "okänt ursprung"]


@dataclass(frozen=True, slots=True)
class LibraryFile:
    """A file of the program's library that is not the one of the workspace."""

    name: str
    """A clause as `id@utgåva`, any other file by its path in `clauses`."""
    path: str
    state: State
    here: bytes
    there: bytes
    pinned_by: tuple[str, ...] = ()
    """The signed editions whose text it is."""

    @property
    def can_be_taken(self) -> bool:
        """Whether nothing that somebody has written or signed is lost by it."""
        return self.state == "saknas" or (self.state == "äldre" and not self.pinned_by)

    def difference(self) -> tuple[str, ...]:
        """Return the lines that differ, as `diff -u` has them.

        What is taken away begins with a minus, and what comes with a plus. Of what is no text, a
        line that says so.
        """
        try:
            here, there = (data.decode("utf-8-sig") for data in (self.here, self.there))
        except UnicodeDecodeError:
            return ("(filen är ingen text, så skillnaden visas inte)",)
        shown = unified_diff(
            here.splitlines(), there.splitlines(), "här", "i programmet", lineterm="", n=2
        )
        return tuple(shown)


@dataclass(frozen=True, slots=True)
class LibraryBeside:
    """What the program's library has that the workspace has not, and what could not be read."""

    files: tuple[LibraryFile, ...]
    changed: int
    """How many files are changed here and in the program are as they came."""
    problems: tuple[Problem, ...]


def name_of(path: str) -> str:
    """Return how a file of the library is named on the command line."""
    _, *folders, file = path.split("/")
    if len(folders) == 1 and folders[0] not in RESERVED and file.endswith(".md"):
        return f"{folders[0]}@{file.removesuffix('.md')}"
    return path.removeprefix(f"{FOLDER}/")


def library_beside(read: Files, project: Project | None) -> LibraryBeside:
    """Return the program's library beside that of a workspace, sorted by path.

    Where the workspace cannot be opened, nobody knows what its signed editions are made of.
    """
    pinned, problems = _pinned(project) if project else ({}, ())
    given = read_given(read)
    files = []
    changed = 0
    for path, there in starter_files().items():
        here = _read(read, path)
        state = _state(path, here, there, given)
        if state == "ändrad":
            changed += 1
        elif state != "lika":
            signed = tuple(pinned.get(path, ()))
            files.append(LibraryFile(name_of(path), path, state, here or b"", there, signed))
    return LibraryBeside(tuple(files), changed, problems)


def _state(
    path: str, here: bytes | None, there: bytes, given: Mapping[str, str]
) -> State | Literal["lika", "ändrad"]:
    if here is None:
        return "saknas"
    now, new, came = digest(path, here), digest(path, there), given.get(path)
    if now == new:
        return "lika"
    if came_so(path, now, given):
        return "äldre"
    if came is None:
        return "okänt ursprung"
    return "ändrad" if new == came else "ändrad här"


def _read(files: Files, path: str) -> bytes | None:
    try:
        return files.read(path)
    except FileNotFoundError:
        return None
    except (OSError, OverflowError):
        return b""  # it is there, and is not what came


def signed_editions(project: Project) -> Iterator[Uppdrag | AvtalsgenError]:
    """Yield every edition that is signed or locked as that, and of each other what is wrong."""
    for slug in directory.slugs(project.files):
        for edition in directory.editions(project.files, slug):
            try:
                uppdrag = project.uppdrag(slug, edition)
                lock = read_lock(project.files, uppdrag)
            except AvtalsgenError as error:
                yield error
            else:
                if SIGNED in (uppdrag.status, lock.status if lock else ""):
                    yield uppdrag


def _pinned(project: Project) -> tuple[Mapping[str, list[str]], tuple[Problem, ...]]:
    """Return which signed editions name a clause or a type, by its path, and what is wrong."""
    pinned: dict[str, list[str]] = defaultdict(list)
    problems: list[Problem] = []
    for uppdrag in signed_editions(project):
        if isinstance(uppdrag, AvtalsgenError):
            problems += uppdrag.problems
            continue
        outline = uppdrag.outline
        try:
            outline = outline or project.document_type(uppdrag).outline
        except AvtalsgenError as error:
            problems += error.problems
        for clause, edition in dict.fromkeys((*pins(outline), *pins(brought(uppdrag.changes)))):
            pinned[f"{FOLDER}/{clause}/{edition}.md"].append(uppdrag.name)
        pinned[f"{TYPES}/{uppdrag.type.replace('@', '/')}.yaml"].append(uppdrag.name)
    return pinned, tuple(problems)
