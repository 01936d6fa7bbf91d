"""What the user calls a document on the command line, opened.

    uppdrag/x/2019.yaml, avtal.docx, avtal.pdf, avtal.md, avtal.txt     a file
    x@2019, x                                 an edition of an uppdrag, or its newest one
    avtal.docx@HEAD~1, x@2019@2026-11-01      either of them as it was in git

After the last @ of a file's name stands a revision. After that of an uppdrag stands an edition,
if there is one of that name, else a revision, of which the newest edition is meant.
"""

import re
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Final

from avtalsgen.model.calendar import Obligation
from avtalsgen.model.nodes import Document
from avtalsgen.pipeline.workspace.selection import NAMED
from avtalsgen.pipeline.workspace.workspace import Workspace, find
from avtalsgen.problems import AvtalsgenError, Exit, Problem, placed_in
from avtalsgen.readers.encoded import text_of
from avtalsgen.readers.reading import Reading, Tracked
from avtalsgen.readers.recognise.page_words import PageWords
from avtalsgen.records import dataclass
from avtalsgen.source import Files
from avtalsgen.uppdrag import directory

if TYPE_CHECKING:
    from avtalsgen.pipeline.workspace.project import Project

_LIMIT: Final = 50_000_000
_YAML: Final = (".yaml", ".yml")
_WORD: Final = (".docx", ".docm", ".dotx")
_MARKDOWN: Final = (".md", ".markdown")
_TEXT: Final = (".txt", ".text")
_READ: Final = (*_YAML, *_WORD, ".pdf", *_MARKDOWN, *_TEXT)
_EARLIER: Final = re.compile(
    rf"(?P<path>.+?(?:{'|'.join(map(re.escape, _READ))}))@(?P<revision>.*)", re.IGNORECASE
)

Projects = Callable[[Files], "Project"]
"""How the workspace is had that some files are."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A document, and the file that it was read from."""

    document: Document
    source: str
    """What the user called it."""
    suffix: str
    """Of the file, in small letters with its dot; `.yaml` for an uppdrag."""
    data: bytes | None
    """The file; none for an uppdrag, which is assembled of many."""
    problems: tuple[Problem, ...] = ()
    owed: tuple[Obligation, ...] = ()
    """What the clauses of an uppdrag make people do."""


def open_document(
    here: Path,
    name: str,
    words: PageWords,
    tracked: Tracked = "accept",
    projects: Projects | None = None,
) -> Opened:
    """Return the document that the user in the folder `here` calls `name`.

    `words` are what first pages and places to sign say, for files of others. `projects` knows
    workspaces that have been read already.

    `tracked` says what becomes of changes in a Word file that nobody has settled.

    Raises:
        AvtalsgenError: DO01 there is no such file, DO02 it is too large, DO03 of a kind that is
            not read, GI01–GI03 git does not have it, else why it cannot be read or assembled.
    """
    earlier = _EARLIER.fullmatch(name)
    if (here / name).is_file() or (not earlier and _is_path(name)):
        return _file(here, name, words, tracked, projects)
    if earlier:
        return _file_at(here / earlier["path"], earlier["revision"], name, words, tracked)
    return _uppdrag(here, name, projects)


def _is_path(name: str) -> bool:
    return "/" in name or "\\" in name or Path(name).suffix.lower() in _READ


def _file(
    here: Path, name: str, words: PageWords, tracked: Tracked, projects: Projects | None
) -> Opened:
    path = here / name
    if _suffix(path) in _YAML:
        root, slug, edition = _in_workspace(path, name)
        return _assembled(Workspace(root), slug, edition, name, projects)
    try:
        with path.open("rb") as file:
            data = file.read(_LIMIT + 1)
    except OSError:
        raise _missing(name, path) from None
    return _read(data, path, name, words, tracked)


def _file_at(path: Path, revision: str, name: str, words: PageWords, tracked: Tracked) -> Opened:
    """Return a file as it was in `revision`, an uppdrag with all that it was made of then."""
    from avtalsgen.pipeline.workspace import revisions  # dulwich, for what git has only

    if _suffix(path) in _YAML:
        root, slug, edition = _in_workspace(path, name)
        with revisions.at(root, revision) as files:
            if directory.path_of(slug, edition) not in _listed(files, slug):
                raise _not_then(path.name, revision)
            return _assembled(files, slug, edition, name)
    with revisions.at(path.parent, revision) as files:
        try:
            data = files.read(path.name)
        except FileNotFoundError:
            raise _not_then(path.name, revision) from None
        except OverflowError as error:
            raise _too_large(str(error)) from None
    return _read(data, path, name, words, tracked)


def _uppdrag(here: Path, name: str, projects: Projects | None) -> Opened:
    """Return an edition of an uppdrag, as it is or as it was."""
    from avtalsgen.pipeline.workspace import revisions
    from avtalsgen.pipeline.workspace.selection import newest

    root = find(here)
    now = Workspace(root)
    slug, _, rest = name.partition("@")
    edition, _, revision = rest.partition("@")
    is_edition = not edition or edition in directory.editions(now, slug)
    if not is_edition and not revision and revisions.is_known(root, edition):
        edition, revision = "", edition
    with ExitStack() as held:
        files: Files = held.enter_context(revisions.at(root, revision)) if revision else now
        if name.endswith("@"):  # an edition is asked for, and none is said
            directory.must_exist(files, slug, edition, None)
        if not edition:  # a slug alone: what was taken is told
            edition = newest(files, slug)
            name = "@".join(part for part in (slug, edition, revision) if part)
        return _assembled(files, slug, edition, name, None if revision else projects)


def _assembled(
    files: Files, slug: str, edition: str, name: str, projects: Projects | None = None
) -> Opened:
    # only for an uppdrag: a file of somebody else's needs no template and no Markdown
    from avtalsgen.pipeline.workspace.documents import document_of, duties_of
    from avtalsgen.pipeline.workspace.project import read_project

    project = (projects or read_project)(files)
    document, problems = document_of(project, slug, edition)
    owed = duties_of(project, slug, edition, document)
    return Opened(document, name, _YAML[0], None, problems, owed)


def _in_workspace(path: Path, name: str) -> tuple[Path, str, str]:
    """Return the workspace, slug and edition of the file of an uppdrag."""
    place = path.resolve()
    if len(place.parents) < 3 or place.parents[1].name != directory.FOLDER:
        message = f"{name} är ingen fil med ett uppdrag i en arbetsyta"
        hint = NAMED
        raise AvtalsgenError([Problem("UP05", message, hint=hint, exit=Exit.NOT_FOUND)])
    return place.parents[2], place.parent.name, place.stem


def _listed(files: Files, slug: str) -> tuple[str, ...]:
    return tuple(directory.path_of(slug, edition) for edition in directory.editions(files, slug))


def _read(data: bytes, path: Path, name: str, words: PageWords, tracked: Tracked) -> Opened:
    if len(data) > _LIMIT:
        raise _too_large(f"filen {name} är större än {_LIMIT // 1_000_000} MB")
    with placed_in(name):
        reading = _reading(data, path, name, words, tracked)
    return Opened(reading.document, name, _suffix(path), data, reading.problems)


def _reading(data: bytes, path: Path, name: str, words: PageWords, tracked: Tracked) -> Reading:
    """Return what is read by the reader of its kind, the only one that is loaded."""
    suffix = _suffix(path)
    if suffix in _WORD:
        from avtalsgen.readers.docx.document import read_docx

        return read_docx(data, name, words, tracked)
    if suffix == ".pdf":
        from avtalsgen.readers.pdf.document import read_pdf

        return read_pdf(data, name, words)
    if suffix not in (*_MARKDOWN, *_TEXT):
        known = ", ".join(each for each in _READ if each != ".yml")
        hint = f"spara om den som .docx eller .pdf; det som läses är {known}"
        problem = Problem("DO03", f"filer av slaget {suffix or name} läses inte", hint=hint)
        raise AvtalsgenError([problem])
    text, problems = text_of(data, name)
    if suffix in _MARKDOWN:
        from avtalsgen.readers.markdown_file.document import read_markdown_document

        reading = read_markdown_document(text, name, words)
    else:
        from avtalsgen.readers.plain_text import read_plain_text

        reading = read_plain_text(text, name, words)
    return Reading(reading.document, (*problems, *reading.problems))


def _suffix(path: Path) -> str:
    return path.suffix.lower()


def _missing(name: str, path: Path) -> AvtalsgenError:
    message, hint = f"filen {name} finns inte", "rätta sökvägen"
    if path.is_dir():
        message, hint = f"{name} är en mapp", "ange en fil i mappen"
    elif path.exists():
        message, hint = f"filen {name} får inte läsas", "be om rätt att läsa filen"
    return AvtalsgenError([Problem("DO01", message, hint=hint, exit=Exit.NOT_FOUND)])


def _too_large(message: str) -> AvtalsgenError:
    return AvtalsgenError([Problem("DO02", message, hint="ange en mindre fil")])


def _not_then(name: str, revision: str) -> AvtalsgenError:
    message = f"{name} finns inte i versionen {revision}"
    hint = "ange en annan version; git log visar vilka som finns"
    return AvtalsgenError([Problem("GI03", message, hint=hint, exit=Exit.NOT_FOUND)])
