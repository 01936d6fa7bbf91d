"""A file of the program's library into a workspace, where nothing of anybody's is lost by it."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from avtalsgen.clauses.library import FOLDER
from avtalsgen.pipeline.library.given import GIVEN, digest, given_bytes, read_given, starter_files
from avtalsgen.pipeline.library.newer import (
    LibraryBeside,
    LibraryFile,
    library_beside,
    name_of,
    signed_editions,
)
from avtalsgen.pipeline.lock.lock import locked
from avtalsgen.pipeline.output import atomic
from avtalsgen.pipeline.output.turn import turn
from avtalsgen.pipeline.workspace.project import Project, read_project
from avtalsgen.pipeline.workspace.workspace import Workspace
from avtalsgen.problems import AvtalsgenError, Exit, Problem
from avtalsgen.readers.yaml.keys import nearest
from avtalsgen.records import dataclass
from avtalsgen.source import Files, Origin


@dataclass(frozen=True, slots=True)
class _With:
    """The files of a workspace with some in other words."""

    files: Files
    new: Mapping[str, bytes]

    def read(self, path: str) -> bytes:
        return self.new[path] if path in self.new else self.files.read(path)

    def names(self, folder: str) -> tuple[str, ...]:
        inside = (p.removeprefix(f"{folder}/") for p in self.new if p.startswith(f"{folder}/"))
        return tuple(sorted({*self.files.names(folder), *(p.partition("/")[0] for p in inside)}))


def named(beside: LibraryBeside, names: tuple[str, ...]) -> tuple[LibraryFile, ...]:
    """Return the files that are named, once each.

    Raises:
        AvtalsgenError: LB01 for each name that is none of the library's; exit code 66.
    """
    every = {file.name: file for file in beside.files}
    known = {name_of(path): path for path in starter_files()}
    problems = []
    for name in names:
        if name not in known:
            near = nearest(name, known)
            hint = f"menade du {near}?" if near else "avtalsgen library visar vad som finns"
            message = f"programmets bibliotek har inget som heter ”{name}”"
            problems.append(Problem("LB01", message, hint=hint, exit=Exit.NOT_FOUND))
    if problems:
        raise AvtalsgenError(problems)
    return tuple(every[name] for name in dict.fromkeys(names) if name in every)


def opened(files: Files) -> tuple[Project | None, tuple[Problem, ...]]:
    """Return the workspace, or why it cannot be opened: it may lack what is to be taken."""
    try:
        return read_project(files), ()
    except AvtalsgenError as error:
        return None, error.problems


def take(files: Files, root: Path, names: tuple[str, ...]) -> tuple[LibraryFile, ...]:
    """Write the files that are named as the program has them, all or none, and return them.

    Raises:
        AvtalsgenError: LB01 there is none of the name; LB02 somebody has changed it here, or
            nobody knows; LB03 something signed is made of it, or would say something else; LB04
            it cannot be read in this workspace; the disk does not take it.
    """
    before, _ = opened(files)
    taken = named(library_beside(files, before), names)
    _refuse([problem for file in taken for problem in _refusals(file)])
    new = {file.path: file.there for file in taken}
    if not new:
        return ()
    after, problems = opened(_With(files, new))
    if after is None:
        _refuse([*map(_unfit, problems)])
    assert after is not None
    beside = library_beside(files, after)
    problems = () if all(file.state == "saknas" for file in taken) else beside.problems
    told = [problem for file in named(beside, names) for problem in _refusals(file)]
    _refuse([*told, *problems, *_unread(after, new), *_changed_words(before, after)])
    workspace = Workspace(root)
    with turn(workspace.locate(FOLDER)):
        noted = {path: digest(path, data) for path, data in new.items()}
        given = given_bytes({**read_given(workspace), **noted})
        written = {workspace.locate(path): data for path, data in new.items()}
        atomic.write_all({**written, workspace.locate(GIVEN): given})
    return taken


def _refuse(problems: list[Problem]) -> None:
    if problems:
        raise AvtalsgenError(problems)


def _refusals(file: LibraryFile) -> Iterator[Problem]:
    origin = Origin(file.path, 1)
    see = f"avtalsgen library {file.name} visar skillnaden; skriv in det du vill ha"
    if file.state in {"ändrad här", "okänt ursprung"}:
        why = "har ändrats här" if file.state == "ändrad här" else "kan ha ändrats här"
        message = f"{file.name} {why}, och skrivs inte över"
        yield Problem("LB02", message, origin=origin, hint=see, exit=Exit.CONFLICT)
    elif not file.can_be_taken:
        message = f"{file.name} är undertecknad text i {', '.join(file.pinned_by)}"
        hint = f"spara den nya som en ny utgåva; {see}"
        yield Problem("LB03", message, origin=origin, hint=hint, exit=Exit.CONFLICT)


def _unread(after: Project, new: Mapping[str, bytes]) -> Iterator[Problem]:
    """Yield why a new clause cannot be read beside the other files of the workspace."""
    for path in new:
        clause, _, edition = name_of(path).partition("@")
        try:
            if edition:
                after.library.edition(clause, edition, Origin(path, 1))
        except AvtalsgenError as error:
            yield from map(_unfit, error.problems)


def _unfit(problem: Problem) -> Problem:
    message = f"passar inte i arbetsytan: {problem.code} {problem.message}"
    hint = "hämta också det som den bygger på, som avtalsgen library --take parametrar.yaml"
    return Problem("LB04", message, origin=problem.origin, hint=hint)


def _changed_words(before: Project | None, after: Project) -> Iterator[Problem]:
    """Yield each signed edition that would say something else, or not be built any more."""
    for uppdrag in signed_editions(after):
        if isinstance(uppdrag, AvtalsgenError):
            continue
        known = _told(before, uppdrag.slug, uppdrag.edition) if before else frozenset()
        if _told(after, uppdrag.slug, uppdrag.edition) - known:
            message = f"{uppdrag.name} är undertecknat och skulle säga något annat"
            hint = "skriv in det du vill ha för hand; avtalsgen library visar vad som finns"
            yield Problem("LB03", message, origin=uppdrag.origin, hint=hint, exit=Exit.CONFLICT)


def _told(project: Project, slug: str, edition: str) -> frozenset[str]:
    """Return what stands against the lock of an edition, or against building it at all."""
    try:
        problems = locked(project, slug, edition).problems
    except AvtalsgenError as error:
        problems = error.problems
    return frozenset(f"{problem.code} {problem.message}" for problem in problems)
